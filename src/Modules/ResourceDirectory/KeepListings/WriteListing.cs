using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Version">What the form was filled in from; null for a new listing.</param>
/// <param name="Places">Where somebody works, one by one; null: as the words of that field say.</param>
internal sealed record WriteListing(
    ListingId? Id, ListingPlace Place, IReadOnlyDictionary<ListColumn, string> Typed, IReadOnlyCollection<ProfessionFamily> Families,
    string? Note, bool Publish, int? Version, IReadOnlyList<Fact>? Places = null);

internal sealed record WriteAnswer(ListingId? Id, Refusal? Refusal, IReadOnlyList<RowWarning> Warnings);

/// <summary>Writes a listing by hand. What is lent of it is refreshed in the same commit.</summary>
internal sealed class WriteListingHandler(AppDbContext db, ListingReach reach, Access access, INetworkDirectory networks, TimeProvider clock)
{
    public async Task<WriteAnswer> HandleAsync(WriteListing command, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } owner || !access.Allows(actor, DirectoryPermissions.EditListings, new AccessObject(owner)))
        {
            return No(ShareListingsHandler.NotThere);
        }

        var known = command.Id is { } id ? await db.Set<Listing>().FirstOrDefaultAsync(l => l.Id == id && l.OrganisationId == owner, ct) : null;
        if (command.Id is not null && known?.Version != command.Version)
        {
            return No(known is null ? ShareListingsHandler.NotThere : Refusal.ChangedMeanwhile);
        }

        var card = await networks.FindOrganisationAsync(owner, ct);
        var options = new ListReadingOptions(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), card?.CallingCode);
        var (draft, row) = TypedChange.Read(known, command.Typed, command.Place, command.Families, options);
        if (draft is null)
        {
            return No(Listing.NoName);
        }

        var (listing, refusal) = await WriteAsync(known, command, WithPlaces(draft, command.Places), owner, actor, ct);
        if (refusal is not null)
        {
            return No(refusal);
        }

        return await db.TrySaveAsync(ct) is { } clash ? No(clash) : new(listing.Id, null, row.Warnings);
    }

    private async Task<(Listing Listing, Refusal? Refusal)> WriteAsync(Listing? known, WriteListing command, ListingDraft draft, OrganisationId owner, Actor actor, CancellationToken ct)
    {
        var before = known?.State();
        var listing = known ?? Listing.Take(draft, null, null, owner, actor, clock);
        var refusal = known?.Change(draft, actor, clock);
        refusal ??= command.Publish && !listing.Published ? listing.Publish(actor, clock) : null;
        refusal ??= listing.WriteNote(command.Note, actor, clock);
        if (refusal is not null)
        {
            return (listing, refusal);
        }

        if (known is null)
        {
            db.Add(listing);
        }

        var batch = Batch.New(clock);
        db.Add(before is null ? ListingChange.Added(listing, batch, actor, clock) : ListingChange.Of(listing, ListingAct.Edited, before, batch, actor, clock));
        await reach.FollowAsync([listing], actor, ct);
        db.Record(known is null ? "listing.added" : "listing.edited", listing.Id.Value);
        return (listing, null);
    }

    private static ListingDraft WithPlaces(ListingDraft draft, IReadOnlyList<Fact>? places) => places is null
        ? draft
        : draft with { Facts = [.. draft.Facts.Where(f => f.Field != FactField.BasedAt).Concat(places).OrderBy(f => f.Field)] };

    private static WriteAnswer No(Refusal refusal) => new(null, refusal, []);
}

/// <summary>One act on many listings is one step for undo.</summary>
internal static class Batch
{
    public static Guid New(TimeProvider clock) => EntityId.New<DirectoryRowId>(clock).Value;
}
