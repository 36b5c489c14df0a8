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

    /// <summary>The list this is the newer version of; the import's own id: a list of its own.</summary>
    [BindProperty]
    public Guid? Series { get; set; }

    [BindProperty]
    public GoneLines GoneLines { get; set; }

    [BindProperty]
    public bool ListWins { get; set; }

    public ListImport Import { get; private set; } = null!;

    /// <summary>Lists taken in before, the latest version of each.</summary>
    public IReadOnlyList<ListImport> Before { get; private set; } = [];

    /// <summary>Null: it is no newer version, or too long to be compared unasked.</summary>
    public ComparedList? Compared { get; private set; }

    public string Show { get; private set; } = "";

    public Paging Paging { get; private set; }

    public IReadOnlyList<(int Line, string Name, bool Unclear)> NewShown { get; private set; } = [];

    public IReadOnlyList<ComparedLine> LinesShown { get; private set; } = [];

    public IReadOnlyList<Listing> GoneShown { get; private set; } = [];

    public IReadOnlyList<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> SeriesChoices =>
    [
        new(T["A new list of its own"], Import.Id.Value.ToString(), Series == Import.Id.Value),
        .. Before.Select(b => new Microsoft.AspNetCore.Mvc.Rendering.SelectListItem(
            T["Newer version of {0}, taken in on {1}", b.Sheet.Length > 0 ? $"{b.FileName} · {b.Sheet}" : b.FileName, b.CreatedAt.ToString("d MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture)],
            b.Series.ToString(), Series == b.Series)),
    ];

    public IReadOnlyList<ListImport> Sheets { get; private set; } = [];

    public IReadOnlyList<UnderstoodRow> First { get; private set; } = [];

    public IReadOnlyList<UnderstoodRow> HeldRows { get; private set; } = [];

    public int Read { get; private set; }

    public int Taken { get; private set; }

    public int Warned { get; private set; }

    public int Held { get; private set; }

    public bool MayShare => Actor.Network is not null && May(DirectoryPermissions.ShareListings);

    public int Unsure => Import.Columns.Count(c => c.Confidence == GuessConfidence.NeedsYou);

    public async Task<IActionResult> OnGetAsync(ListImportId id, string? show, bool compare, int p, CancellationToken ct)
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
        (Series, GoneLines, ListWins) = (Import.Series, Import.GoneLines, Import.ListWins);
        if (Import.IsNewVersion && (compare || Import.Rows <= ComparedList.AtOnce))
        {
            await CompareAsync(show, p, ct);
        }

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

        var command = new SetImport(id, Columns, Place, Sharing, MonthFirst, Currency, WithoutNames) { Series = Series, GoneLines = GoneLines, ListWins = ListWins };
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
        Before = await EarlierLines.ListsAsync(db, import, ct);
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

    private async Task CompareAsync(string? show, int page, CancellationToken ct)
    {
        Compared = await ComparedList.MakeAsync(db, Import, await UploadListHandler.OptionsAsync(Import, networks, clock, ct), ct);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["changed"] = Compared.ChangedCount, ["by-hand"] = Compared.ByHandCount, ["gone"] = Compared.Gone.Count, ["new"] = Compared.NewCount, ["unchanged"] = Compared.Unchanged,
        };
        Show = show is not null && counts.ContainsKey(show) ? show : counts.FirstOrDefault(c => c.Value > 0).Key ?? "changed";
        var lines = Show == "by-hand" ? Compared.ByHand : Compared.Changed;
        Paging = new Paging(page, Show switch { "gone" => Compared.Gone.Count, "new" => Compared.New.Count, "unchanged" => 0, _ => lines.Count }, 25);
        NewShown = [.. Compared.New.Skip(Paging.Skip).Take(Paging.Size)];
        LinesShown = [.. lines.Skip(Paging.Skip).Take(Paging.Size)];
        var gone = Compared.Gone.Skip(Paging.Skip).Take(Paging.Size).ToList();
        GoneShown = Show == "gone" ? await db.Set<Listing>().AsNoTracking().Where(l => gone.Contains(l.Id)).OrderBy(l => l.NameKey).ToListAsync(ct) : [];
    }
}
