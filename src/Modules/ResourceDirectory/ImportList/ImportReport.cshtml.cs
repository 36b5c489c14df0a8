using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>What became of each row, as a CSV whose cells no spreadsheet program runs.</summary>
[Requires(DirectoryPermissions.ImportLists)]
internal sealed class ImportReportPage(AppDbContext db) : CausewayPage
{
    public async Task<IActionResult> OnGetAsync(ListImportId id, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.State != ImportState.Preview, ct);
        if (import is null)
        {
            return NotThere();
        }

        var text = new StringBuilder("\uFEFF");
        Line(text, [T["Row"], T["What became of it"], T["Why"], .. import.Columns.Select(c => c.Heading ?? new SheetColumn(c.Index, null).Letter)]);
        await foreach (var row in db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == id).OrderBy(r => r.Line).AsAsyncEnumerable().WithCancellation(ct))
        {
            var why = string.Join(" ", row.Remarks.Select(r => ImportWords.Say(T, r.Message, r.Values)));
            Line(text, [row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), T[Became(row, import)], why, .. row.Cells]);
        }

        db.Record("list.report-taken", id.Value);
        await db.SaveChangesAsync(ct);
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", "rows.csv");
    }

    private static string Became(ImportRow row, ListImport import) => (row.OutcomeIn(import), row.Decision) switch
    {
        (_, RowDecision.LeftOut) => "Left out",
        (_, RowDecision.PutRight) => "Put right and taken",
        _ when row.Effect == RowEffect.Unchanged => "Unchanged",
        _ when row.Effect == RowEffect.Changed => "Changed a listing",
        (RowOutcome.Taken, _) => "Taken",
        (RowOutcome.TakenWithWarning, _) => "Taken, with a warning",
        (RowOutcome.Held, _) => "Held",
        _ => "Not read yet",
    };

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(c => CellText.ForCsv(c))).Append("\r\n");
}
