using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Takes a whole import back: its listings go, what was lent of them goes, the rows stay to look at.</summary>
internal sealed class TakeImportBackHandler(AppDbContext db, EntryUpkeep upkeep, Access access, TimeProvider clock)
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

        var listings = await db.Set<Listing>().Where(l => l.ImportId == id && l.RemovedAt == null).ToListAsync(ct);
        var shared = listings.Where(l => l.Sharing == Sharing.Network).Select(l => l.Id).ToHashSet();
        foreach (var listing in listings)
        {
            listing.Remove(actor, clock);
        }

        // One question for all that is lent, not one for each listing.
        var lent = await db.Set<Contribution>().Where(c => c.Source == import.OrganisationId).ToListAsync(ct);
        await upkeep.TakeBackAsync([.. lent.Where(c => shared.Contains(c.Id))], ct);
        db.Record("list.taken-back", id.Value);
        await db.SaveChangesAsync(ct);
        return null;
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
}
