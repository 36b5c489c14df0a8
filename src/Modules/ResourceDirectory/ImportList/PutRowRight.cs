using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Cells">The corrected cells, as many as the import has columns.</param>
internal sealed record PutRowRight(ListImportId Import, ImportRowId Row, IReadOnlyList<string> Cells);

/// <summary>A held row is corrected and taken, or left out. The row as it came stays beside it.</summary>
internal sealed class PutRowRightHandler(AppDbContext db, Access access, INetworkDirectory networks, TimeProvider clock)
{
    public static readonly Refusal StillHeld = new("row.still-held", "The row cannot be taken like this: {0}");

    public async Task<Refusal?> HandleAsync(PutRowRight command, Actor actor, CancellationToken ct)
    {
        var (import, row) = await FindAsync(command.Import, command.Row, actor, ct);
        if (import is null || row is null)
        {
            return StartImportHandler.NotThere;
        }

        var options = await UploadListHandler.OptionsAsync(import, networks, clock, ct);
        var understood = ImportReading.ByHand(import, options).Understand(new RawRow(row.Line, command.Cells));
        var draft = understood.Outcome == RowOutcome.Held ? null : ListingDraft.From(understood.Values, import.Place);
        if (draft is null)
        {
            return StillHeld with { Values = [(understood.Held?.Text ?? RowRemarks.NamesNobody).ToString()] };
        }

        var listing = Listing.Take(draft, import, row.Line, import.OrganisationId, actor, clock, BatchReading.RecordOf(understood.Raw, BatchReading.RecordColumn(import)));
        if (row.PutRight(listing.Id, understood) is { } refusal)
        {
            return refusal;
        }

        import.Release(row.Outcome!.Value);
        db.Add(listing);
        db.Record("list.row-put-right", row.Id.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<Refusal?> LeaveOutAsync(ListImportId importId, ImportRowId rowId, Actor actor, CancellationToken ct)
    {
        var (_, row) = await FindAsync(importId, rowId, actor, ct);
        if (row is null)
        {
            return StartImportHandler.NotThere;
        }

        if (row.LeaveOut() is { } refusal)
        {
            return refusal;
        }

        db.Record("list.row-left-out", row.Id.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }

    private async Task<(ListImport? Import, ImportRow? Row)> FindAsync(ListImportId importId, ImportRowId rowId, Actor actor, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().FirstOrDefaultAsync(i => i.Id == importId && i.State == ImportState.Done, ct);
        return import is null || !access.Allows(actor, DirectoryPermissions.ImportLists, new AccessObject(import.OrganisationId))
            ? (null, null)
            : (import, await db.Set<ImportRow>().FirstOrDefaultAsync(r => r.Id == rowId && r.ImportId == importId, ct));
    }
}
