using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Version">What the form was filled in from; null for a new listing.</param>
internal sealed record WriteListing(
    ListingId? Id, ListingPlace Place, IReadOnlyDictionary<ListColumn, string> Typed, IReadOnlyCollection<ProfessionFamily> Families,
    string? Note, bool Publish, int? Version);

internal sealed record WriteAnswer(ListingId? Id, Refusal? Refusal, IReadOnlyList<RowWarning> Warnings);

/// <summary>Writes a listing by hand. What is shared of it is refreshed in the same commit.</summary>
internal sealed class WriteListingHandler(AppDbContext db, EntryUpkeep upkeep, Access access, INetworkDirectory networks, TimeProvider clock)
{
    public async Task<WriteAnswer> HandleAsync(WriteListing command, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } owner || !access.Allows(actor, DirectoryPermissions.EditListings, new AccessObject(owner)))
        {
            return No(ShareListingsHandler.NotThere);
        }

        var card = await networks.FindOrganisationAsync(owner, ct);
        var options = new ListReadingOptions(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), card?.CallingCode);
        var draft = ListingFields.Read(command.Typed, command.Place, command.Families, options, out var row);
        if (draft is null)
        {
            return No(Listing.NoName);
        }

        var (listing, refusal) = await FillAsync(command, draft, owner, actor, ct);
        refusal ??= command.Publish && !listing!.Published ? listing.Publish(actor, clock) : null;
        refusal ??= listing!.WriteNote(command.Note, actor, clock);
        if (refusal is not null)
        {
            return No(refusal);
        }

        if (listing!.Sharing == Sharing.Network && actor.Network is { } network)
        {
            await upkeep.PutAsync([listing], network, card?.Name ?? "", ct);
            await JoinOrder.PlaceAsync(db, network, clock, ct);
        }

        db.Record(command.Id is null ? "listing.added" : "listing.edited", listing.Id.Value);
        return await SaveAsync(listing, row, ct);
    }

    private async Task<(Listing? Listing, Refusal? Refusal)> FillAsync(WriteListing command, ListingDraft draft, OrganisationId owner, Actor actor, CancellationToken ct)
    {
        if (command.Id is not { } id)
        {
            var fresh = Listing.Take(draft, null, null, owner, actor, clock);
            db.Add(fresh);
            return (fresh, null);
        }

        var listing = await db.Set<Listing>().FirstOrDefaultAsync(l => l.Id == id && l.OrganisationId == owner, ct);
        if (listing is null)
        {
            return (null, ShareListingsHandler.NotThere);
        }

        return listing.Version != command.Version ? (null, Refusal.ChangedMeanwhile) : (listing, listing.Change(draft, actor, clock));
    }

    private async Task<WriteAnswer> SaveAsync(Listing listing, UnderstoodRow row, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return new(listing.Id, null, row.Warnings);
        }
        catch (DbUpdateConcurrencyException)
        {
            return No(Refusal.ChangedMeanwhile);
        }
    }

    private static WriteAnswer No(Refusal refusal) => new(null, refusal, []);
}
