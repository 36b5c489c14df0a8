using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>A person decides on listings whose lines a list has no more: take these away, or ask whether they still hold.</summary>
internal sealed class GoneLinesHandler(AppDbContext db, EntryUpkeep upkeep, Access access, TimeProvider clock)
{
    public static readonly Refusal NoneChosen = new("gone.none-chosen", "Tick at least one line.");

    private const int MostAtOnce = 50;

    public async Task<Refusal?> DecideAsync(ListImportId id, IReadOnlyCollection<ListingId> chosen, GoneLines decision, Actor actor, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.State == ImportState.Done, ct);
        if (import is null || !access.Allows(actor, DirectoryPermissions.ImportLists, new AccessObject(import.OrganisationId))
            || !access.Allows(actor, DirectoryPermissions.EditListings, new AccessObject(import.OrganisationId)))
        {
            return StartImportHandler.NotThere;
        }

        if (chosen.Count is 0 or > MostAtOnce)
        {
            return NoneChosen;
        }

        var changes = await db.Set<ImportChange>().Where(c => c.ImportId == id && c.Kind == ImportChangeKind.Missing && chosen.Contains(c.ListingId)).ToListAsync(ct);
        var ids = changes.ConvertAll(c => c.ListingId);
        var listings = await db.Set<Listing>().Where(l => ids.Contains(l.Id) && l.RemovedAt == null).ToDictionaryAsync(l => l.Id, ct);
        var shared = listings.Values.Where(l => l.Sharing.ReachesNetwork()).Select(l => l.Id).ToList();
        foreach (var change in changes.Where(c => listings.ContainsKey(c.ListingId)))
        {
            Decide(change, listings[change.ListingId], decision, actor);
        }

        if (decision == GoneLines.TakeAway && shared.Count > 0)
        {
            await upkeep.TakeBackAsync(shared, ct);
        }

        return await db.TrySaveAsync(ct);
    }

    private void Decide(ImportChange change, Listing listing, GoneLines decision, Actor actor)
    {
        switch (decision)
        {
            case GoneLines.TakeAway:
                listing.Remove(actor, clock);
                change.TakeAway();
                db.Record("listing.removed", listing.Id.Value);
                break;
            case GoneLines.Ask:
                listing.AskWhetherItHolds(clock);
                db.Record("listing.to-be-asked", listing.Id.Value);
                break;
            case GoneLines.Keep:
                listing.NothingToAsk();
                db.Record("listing.still-holds", listing.Id.Value);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(decision));
        }
    }
}
