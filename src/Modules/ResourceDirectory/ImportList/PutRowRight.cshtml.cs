using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>One held row: write the right values and take it, or leave it out.</summary>
[Requires(DirectoryPermissions.ImportLists)]
internal sealed class PutRowRightPage(AppDbContext db, PutRowRightHandler handler) : CausewayPage
{
    [BindProperty]
    public Dictionary<int, string?> Cells { get; set; } = [];

    public ListImport Import { get; private set; } = null!;

    public ImportRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(ListImportId id, ImportRowId row, CancellationToken ct) =>
        await LoadAsync(id, row, ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(ListImportId id, ImportRowId row, string? act, CancellationToken ct)
    {
        if (!await LoadAsync(id, row, ct))
        {
            return NotThere();
        }

        var width = Math.Max(Row.Cells.Count, Import.Columns.Count);
        var cells = Enumerable.Range(0, width).Select(i => Cells.GetValueOrDefault(i) ?? (Cells.ContainsKey(i) ? "" : Row.Raw.Cell(i))).ToList();
        var refusal = act == "leave-out"
            ? await handler.LeaveOutAsync(id, row, Actor, ct)
            : await handler.HandleAsync(new PutRowRight(id, row, cells), Actor, ct);
        if (refusal is not null)
        {
            return Refuse(refusal);
        }

        return Done($"/directory/import/{id}/result", act == "leave-out" ? "The row is left out. It stays here to look at." : "The row is taken. Thank you.");
    }

    private async Task<bool> LoadAsync(ListImportId id, ImportRowId rowId, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.State == ImportState.Done, ct);
        var row = await db.Set<ImportRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == rowId && r.ImportId == id, ct);
        if (import is null || row is not { Outcome: RowOutcome.Held, Decision: RowDecision.None })
        {
            return false;
        }

        (Import, Row) = (import, row);
        return true;
    }
}
