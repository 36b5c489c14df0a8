using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Takes a whole import back: its listings go, what it changed is as it was before, what was lent follows, the rows stay
/// to look at. What a person wrote since stays written.
/// </summary>
internal sealed class TakeImportBackHandler(AppDbContext db, EntryUpkeep upkeep, ListingReach reach, Access access, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(ListImportId id, Actor actor, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().FirstOrDefaultAsync(i => i.Id == id, ct);
        if (import is null || !access.Allows(actor, DirectoryPermissions.ImportLists, new AccessObject(import.OrganisationId)))
        {
            return StartImportHandler.NotThere;
        }

        if (import.TakeBack(clock) is { } refusal)
        {
            return refusal;
        }

        var gone = new HashSet<ListingId>();
        foreach (var listing in await db.Set<Listing>().Where(l => l.ImportId == id && l.RemovedAt == null).ToListAsync(ct))
        {
            Remove(listing, actor, gone);
        }

        await UndoChangesAsync(import, actor, gone, ct);
        db.Record("list.taken-back", id.Value);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>A list that was only looked at is thrown away with its rows: nothing of it was taken.</summary>
    public async Task<Refusal?> DiscardAsync(ListImportId id, Actor actor, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().FirstOrDefaultAsync(i => i.Id == id, ct);
        if (import is null || !access.Allows(actor, DirectoryPermissions.ImportLists, new AccessObject(import.OrganisationId)))
        {
            return StartImportHandler.NotThere;
        }

        if (import.State != ImportState.Preview)
        {
            return ListImport.Started;
        }

        db.RemoveRange(await db.Set<ImportRow>().Where(r => r.ImportId == id).ToListAsync(ct));
        await UploadedFile.ForgetAsync(db, import, ct);
        db.Remove(import);
        db.Record("list.discarded", id.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }

    private async Task UndoChangesAsync(ListImport import, Actor actor, HashSet<ListingId> gone, CancellationToken ct)
    {
        var changes = await db.Set<ImportChange>().AsNoTracking().Where(c => c.ImportId == import.Id).ToListAsync(ct);
        var ids = changes.ConvertAll(c => c.ListingId);
        var listings = await db.Set<Listing>().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
        var again = new List<Listing>();
        foreach (var change in changes)
        {
            var listing = listings[change.ListingId];
            Undo(change, listing, actor, gone);
            if (listing.Sharing != Sharing.OwnSchool)
            {
                again.Add(listing);
            }
        }

        // One question for all that is lent, not one for each listing.
        var lent = await db.Set<Contribution>().Where(c => c.Source == import.OrganisationId).ToListAsync(ct);
        await upkeep.TakeBackAsync([.. lent.Where(c => gone.Contains(c.Id))], ct);
        var copies = await db.Set<LentCopy>().Where(c => c.LenderId == import.OrganisationId).ToListAsync(ct);
        db.RemoveRange(copies.Where(c => gone.Contains(c.ListingId)));
        await reach.FollowAsync(again, actor, ct);
    }

    private void Undo(ImportChange change, Listing listing, Actor actor, HashSet<ListingId> gone)
    {
        switch (change.Kind)
        {
            case ImportChangeKind.BroughtBack:
                listing.Follow(LineMerge.Undo(listing, change), change.ListedBefore, actor, clock);
                Remove(listing, actor, gone);
                break;
            case ImportChangeKind.Changed:
                listing.Follow(LineMerge.Undo(listing, change), change.ListedBefore, actor, clock);
                break;
            case ImportChangeKind.TakenAway:
                // Brought back only while nobody has decided otherwise meanwhile.
                if (listing.BringBack(actor, clock) is null && change.SharingBefore.ReachesNetwork() && db.Scope.Network != default)
                {
                    listing.Share(actor, clock);
                }

                break;
            case ImportChangeKind.Missing:
                listing.NothingToAsk();
                break;
            default:
                throw new InvalidOperationException($"{change.Kind} cannot be undone.");
        }
    }

    private void Remove(Listing listing, Actor actor, HashSet<ListingId> gone)
    {
        if (listing.Sharing.ReachesNetwork())
        {
            gone.Add(listing.Id);
        }

        listing.Remove(actor, clock);
    }
}
