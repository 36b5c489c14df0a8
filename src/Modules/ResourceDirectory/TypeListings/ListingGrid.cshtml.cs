using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// The school's list as a table to type in. With script each line is saved when it is left, without script all lines with one
/// button; both go the same way.
/// </summary>
[Requires(DirectoryPermissions.EditListings)]
internal sealed class ListingGridPage(AppDbContext db, SaveRowsHandler save, UndoChangeHandler undo) : CausewayPage
{
    public const int BlankRows = 3;

    [BindProperty(SupportsGet = true)]
    public ListingPlace Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public List<ListColumn> Columns { get; set; } = [];

    [BindProperty]
    public List<GridRow> Rows { get; set; } = [];

    public IReadOnlyList<IReadOnlyDictionary<string, CellRemark>> Remarks { get; private set; } = [];

    public Paging Paging { get; private set; }

    public IReadOnlyList<ListColumn> Shown => GridColumns.Shown(Columns, Place);

    public ListingQuery Query => new(Place, Q, Show, Sort);

    public string Here => Query.On("/directory/listings/grid", [.. Columns.Select(c => ("columns", (string?)c.ToString())), ("p", Paging.Number > 1 ? $"{Paging.Number}" : null)]);

    public async Task OnGetAsync(int p, CancellationToken ct)
    {
        var found = Query.In(db, mayEdit: true).Where(l => l.RemovedAt == null);
        Paging = new Paging(p, await found.CountAsync(ct), ListingQuery.PageSize);
        var listings = await Query.Ordered(found).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        Rows = [.. listings.Select(l => GridColumns.Row(l, Shown)), .. Enumerable.Range(0, BlankRows).Select(_ => GridColumns.Blank(Shown))];
        Remarks = [.. listings.Select(l => GridColumns.NotUnderstood(l, Shown)), .. Enumerable.Repeat(new Dictionary<string, CellRemark>(StringComparer.Ordinal), BlankRows)];
    }

    public async Task<IActionResult> OnPostAsync(int p, CancellationToken ct)
    {
        if (await SaveAsync(ct) is not { } answers)
        {
            return NotThere();
        }

        Paging = new Paging(p, await Query.In(db, mayEdit: true).CountAsync(ct), ListingQuery.PageSize);
        var saved = answers.Count(a => a.Saved == true);
        if (answers.All(a => a.Saved != false))
        {
            return Done(Here, saved == 0 ? "Nothing was changed." : "Lines saved: {0}.", saved);
        }

        Show422(answers);
        ModelState.AddModelError("", T["Lines saved: {0}. Look at the marked cells; what you typed is still there.", saved]);
        return Again();
    }

    /// <summary>One line, for the script of this page.</summary>
    public async Task<IActionResult> OnPostRowAsync(CancellationToken ct)
    {
        if (Rows.Count != 1 || await SaveAsync(ct) is not [var answer])
        {
            return NotThere();
        }

        var cells = answer.Cells.ToDictionary(c => c.Key.ToString(), c => c.Value, StringComparer.Ordinal);
        var body = new
        {
            saved = answer.Saved,
            id = answer.Id?.ToString(),
            cells,
            was = GridColumns.Was(answer.Was),
            remarks = answer.Remarks.ToDictionary(r => r.Column.ToString(), r => new { wrong = r.IsWrong, text = Say(r) }, StringComparer.Ordinal),
        };
        return new JsonResult(body);
    }

    public async Task<IActionResult> OnPostUndoAsync(int p, CancellationToken ct) => await AfterAsync(await undo.UndoAsync(Actor, ct), "Undone: {0}.", p, ct);

    public async Task<IActionResult> OnPostRedoAsync(int p, CancellationToken ct) => await AfterAsync(await undo.RedoAsync(Actor, ct), "Done again: {0}.", p, ct);

    public string Say(CellRemark remark) => ImportWords.Say(T, remark.Text);

    private async Task<IActionResult> AfterAsync(UndoAnswer answer, string message, int p, CancellationToken ct)
    {
        await OnGetAsync(p, ct);
        return answer.Refusal is { } refusal
            ? Refuse(refusal)
            : Done(Here, message, answer.Names.Count <= 3 ? string.Join(", ", answer.Names) : T.Count(answer.Names.Count, "{0} listing", "{0} listings"));
    }

    private Task<IReadOnlyList<RowAnswer>?> SaveAsync(CancellationToken ct) =>
        save.HandleAsync(new SaveRows(Place, [.. Rows.Select(r => GridColumns.Typed(r))]), Actor, ct);

    private void Show422(IReadOnlyList<RowAnswer> answers)
    {
        ModelState.Clear();
        for (var i = 0; i < answers.Count; i++)
        {
            Rows[i].Id = answers[i].Id?.Value;
            Rows[i].Cells = answers[i].Cells.ToDictionary(c => c.Key.ToString(), c => (string?)c.Value, StringComparer.Ordinal);
            Rows[i].Was = GridColumns.Was(answers[i].Was);
        }

        Remarks = [.. answers.Select(a => a.Remarks.ToDictionary(r => r.Column.ToString(), r => r, StringComparer.Ordinal))];
    }
}
