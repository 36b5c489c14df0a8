using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Takes a listing away, and brings it back. What was shared of it goes at once.</summary>
internal sealed class RemoveListingHandler(AppDbContext db, EntryUpkeep upkeep, Access access, TimeProvider clock)
{
    public Task<Refusal?> RemoveAsync(ListingId id, Actor actor, CancellationToken ct) => ChangeAsync(id, actor, "listing.removed", l => l.Remove(actor, clock), ct);

    public Task<Refusal?> BringBackAsync(ListingId id, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, actor, "listing.brought-back", l => l.BringBack(actor, clock), ct);

    private async Task<Refusal?> ChangeAsync(ListingId id, Actor actor, string act, Func<Listing, Refusal?> change, CancellationToken ct)
    {
        var listing = await db.Set<Listing>().FirstOrDefaultAsync(l => l.Id == id, ct);
        if (listing is null || !access.Allows(actor, DirectoryPermissions.EditListings, new AccessObject(listing.OrganisationId)))
        {
            return ShareListingsHandler.NotThere;
        }

        var wasShared = listing.Sharing == Sharing.Network;
        if (change(listing) is { } refusal)
        {
            return refusal;
        }

        if (wasShared)
        {
            await upkeep.TakeBackAsync([id], ct);
        }

        db.Record(act, id.Value);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.ChangedMeanwhile;
        }
    }
}
