using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Takes a listing away, and brings it back. What was shared of it goes at once.</summary>
internal sealed class RemoveListingHandler(AppDbContext db, ListingReach reach, Access access, TimeProvider clock)
{
    public Task<Refusal?> RemoveAsync(ListingId id, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, actor, ListingAct.Removed, l => l.Remove(actor, clock), ct);

    public Task<Refusal?> BringBackAsync(ListingId id, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, actor, ListingAct.BroughtBack, l => l.BringBack(actor, clock), ct);

    private async Task<Refusal?> ChangeAsync(ListingId id, Actor actor, ListingAct act, Func<Listing, Refusal?> change, CancellationToken ct)
    {
        var listing = await db.Set<Listing>().FirstOrDefaultAsync(l => l.Id == id, ct);
        if (listing is null || !access.Allows(actor, DirectoryPermissions.EditListings, new AccessObject(listing.OrganisationId)))
        {
            return ShareListingsHandler.NotThere;
        }

        var before = listing.State();
        if (change(listing) is { } refusal)
        {
            return refusal;
        }

        db.Add(ListingChange.Of(listing, act, before, Batch.New(clock), actor, clock));
        await reach.FollowAsync([listing], actor, ct);
        db.Record(act == ListingAct.Removed ? "listing.removed" : "listing.brought-back", id.Value);
        return await db.TrySaveAsync(ct);
    }
}
