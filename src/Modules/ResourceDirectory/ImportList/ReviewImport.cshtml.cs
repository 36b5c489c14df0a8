using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory;

/// <summary>Look before it is taken: how each column is read and why, what would be taken, and what held.</summary>
[Requires(DirectoryPermissions.ImportLists)]
internal sealed class ReviewImportPage(AppDbContext db, StartImportHandler start, TakeImportBackHandler back, INetworkDirectory networks, TimeProvider clock) : CausewayPage
{
    /// <summary>Rows read for the counts of the preview; a longer list is counted when it is taken in.</summary>
    public const int MostRead = 2000;

    private const int Shown = 12;

    [BindProperty]
    public Dictionary<int, ListColumn> Columns { get; set; } = [];

    [BindProperty]
    public ListingPlace Place { get; set; }

    [BindProperty]
    public Sharing Sharing { get; set; }

    [BindProperty]
    public bool MonthFirst { get; set; }

    [BindProperty]
    public bool WithoutNames { get; set; }

    [BindProperty]
    public string? Currency { get; set; }

    public ListImport Import { get; private set; } = null!;

    public IReadOnlyList<ListImport> Sheets { get; private set; } = [];

    public IReadOnlyList<UnderstoodRow> First { get; private set; } = [];

    public IReadOnlyList<UnderstoodRow> HeldRows { get; private set; } = [];

    public int Read { get; private set; }

    public int Taken { get; private set; }

    public int Warned { get; private set; }

    public int Held { get; private set; }

    public bool MayShare => Actor.Network is not null && May(DirectoryPermissions.ShareListings);

    public int Unsure => Import.Columns.Count(c => c.Confidence == GuessConfidence.NeedsYou);

    public async Task<IActionResult> OnGetAsync(ListImportId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        if (Import.State != ImportState.Preview)
        {
            return Redirect(ImportWords.Url(Import));
        }

        (Place, Sharing, MonthFirst, Currency) = (Import.Place, Import.Sharing, Import.MonthFirst, Import.Currency);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(ListImportId id, string? act, CancellationToken ct)
    {
        if (!await db.Set<ListImport>().AnyAsync(i => i.Id == id, ct))
        {
            return NotThere();
        }

        if (act == "discard")
        {
            return await back.DiscardAsync(id, Actor, ct) is { } no ? await RefusedAsync(id, no, ct) : Done("/directory/import", "The list was thrown away. Nothing of it was taken.");
        }

        var command = new SetImport(id, Columns, Place, Sharing, MonthFirst, Currency, WithoutNames);
        var refusal = act == "start" ? await start.StartAsync(command, Actor, ct) : await start.SetAsync(command, Actor, ct);
        if (refusal is not null)
        {
            return await RefusedAsync(id, refusal, ct);
        }

        if (act == "start")
        {
            JobBell.Ring();
            return Done($"/directory/import/{id}/result", "The list is being taken in. You may leave this page.");
        }

        return Done($"/directory/import/{id}", "Read again with your choices.");
    }

    private JobBell JobBell => HttpContext.RequestServices.GetRequiredService<JobBell>();

    private async Task<IActionResult> RefusedAsync(ListImportId id, Refusal refusal, CancellationToken ct) =>
        await LoadAsync(id, ct) ? Refuse(refusal) : NotThere();

    private async Task<bool> LoadAsync(ListImportId id, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct);
        if (import is null)
        {
            return false;
        }

        Import = import;
        Sheets = await db.Set<ListImport>().AsNoTracking().Where(i => i.Upload == import.Upload).OrderBy(i => i.Id).ToListAsync(ct);
        var options = await UploadListHandler.OptionsAsync(import, networks, clock, ct);
        await UnderstandAsync(import, options, ct);
        return true;
    }

    private async Task UnderstandAsync(ListImport import, ListReadingOptions options, CancellationToken ct)
    {
        var understanding = ImportReading.Understanding(import, options);
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == import.Id).OrderBy(r => r.Line).Take(MostRead).ToListAsync(ct);
        var understood = rows.ConvertAll(r => understanding.Understand(r.Raw));
        bool IsHeld(UnderstoodRow row) => row.Outcome == RowOutcome.Held || ListingDraft.From(row.Values, import.Place) is null;
        Read = understood.Count;
        Held = understood.Count(IsHeld);
        Warned = understood.Count(r => r.Outcome == RowOutcome.TakenWithWarning && !IsHeld(r));
        Taken = Read - Held - Warned;
        First = [.. understood.Where(r => !IsHeld(r)).Take(Shown)];
        HeldRows = [.. understood.Where(IsHeld).Take(Shown)];
    }
}
