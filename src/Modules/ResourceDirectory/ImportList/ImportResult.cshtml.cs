using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>How far a list is, and what became of each of its rows.</summary>
[Requires(DirectoryPermissions.ImportLists)]
internal sealed class ImportResultPage(AppDbContext db, TakeImportBackHandler back, GoneLinesHandler gone) : CausewayPage
{
    public static readonly string[] Shows = ["held", "warned", "taken", "changed", "unchanged", "gone", "left-out"];

    [BindProperty]
    public List<ListingId> Chosen { get; set; } = [];

    /// <summary>Listings without a line in this version, as they stand today.</summary>
    public IReadOnlyList<Listing> GoneShown { get; private set; } = [];

    public ListImport Import { get; private set; } = null!;

    public Job? Job { get; private set; }

    public string Show { get; private set; } = Shows[0];

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    /// <summary>The listing each shown row made or found, by line.</summary>
    public IReadOnlyDictionary<int, ListingId> Listings { get; private set; } = new Dictionary<int, ListingId>();

    public Paging Paging { get; private set; }

    public int LivingListings { get; private set; }

    public int SharedListings { get; private set; }

    /// <summary>Listings of this list whose words did not say what kind of help they are: nobody can share them yet.</summary>
    public int Unfiled { get; private set; }

    public Task<IActionResult> OnGetAsync(ListImportId id, string? show, int p, CancellationToken ct) => ShowAsync(id, show, p, ct);

    public async Task<IActionResult> OnPostTakeBackAsync(ListImportId id, CancellationToken ct)
    {
        if (await back.HandleAsync(id, Actor, ct) is not { } refusal)
        {
            return Done($"/directory/import/{id}/result", "The whole list was taken back. Its rows are kept here to look at.");
        }

        return await ShowAsync(id, null, 1, ct) is NotFoundResult missing ? missing : Refuse(refusal);
    }

    public async Task<IActionResult> OnPostGoneAsync(ListImportId id, GoneLines act, int p, CancellationToken ct)
    {
        if (await gone.DecideAsync(id, Chosen, act, Actor, ct) is not { } refusal)
        {
            return act switch
            {
                GoneLines.TakeAway => Done($"/directory/import/{id}/result?show=gone", "Taken away. You can bring each back."),
                GoneLines.Ask => Done($"/directory/import/{id}/result?show=gone", "Marked: somebody asks whether they still hold."),
                _ => Done($"/directory/import/{id}/result?show=gone", "They stay, and nobody needs to ask."),
            };
        }

        return refusal == StartImportHandler.NotThere || await ShowAsync(id, "gone", p, ct) is NotFoundResult ? NotThere() : Refuse(refusal);
    }

    private async Task<IActionResult> ShowAsync(ListImportId id, string? show, int page, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct);
        if (import is null || import.State == ImportState.Preview)
        {
            return import is null ? NotThere() : Redirect(ImportWords.Url(import));
        }

        if (import.State != ImportState.Running && Request.Headers.ContainsKey("HX-Request"))
        {
            // The page that looks at the progress shows the end of it.
            Response.Headers["HX-Refresh"] = "true";
        }

        Import = import;
        Job = await db.Set<Job>().AsNoTracking().Where(j => j.Subject == id.Value && j.Kind == RunImport.JobKind).OrderByDescending(j => j.CreatedAt).FirstOrDefaultAsync(ct);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var kind in Shows)
        {
            counts[kind] = kind == "gone" ? await GoneOf(id).CountAsync(ct) : await Of(id, kind).CountAsync(ct);
        }

        Counts = counts;
        Show = Shows.Contains(show, StringComparer.Ordinal) ? show! : Shows.FirstOrDefault(s => counts[s] > 0) ?? Shows[0];
        Paging = new Paging(page, counts[Show], 25);
        GoneShown = Show == "gone" ? await GoneOf(id).OrderBy(l => l.NameKey).ThenBy(l => l.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct) : [];
        Rows = await Of(id, Show).OrderBy(r => r.Line).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        Listings = await ListingsOfAsync(id, ct);
        LivingListings = await db.Set<Listing>().CountAsync(l => l.ImportId == id && l.RemovedAt == null, ct);
        Unfiled = await db.Set<Listing>().CountAsync(l => l.ImportId == id && l.RemovedAt == null && !l.Filed && l.Sharing == Sharing.OwnSchool, ct);
        SharedListings = await db.Set<Listing>().CountAsync(l => l.ImportId == id && SharingReach.InNetwork.Contains(l.Sharing), ct);
        return Page();
    }

    // A row that was taken as it stood is known by its listing, not the other way round.
    private async Task<IReadOnlyDictionary<int, ListingId>> ListingsOfAsync(ListImportId id, CancellationToken ct)
    {
        var lines = Rows.Where(r => r.ListingId is null && r.OutcomeIn(Import) == RowOutcome.Taken).Select(r => (int?)r.Line).ToList();
        var made = await db.Set<Listing>().Where(l => l.ImportId == id && lines.Contains(l.ImportLine)).Select(l => new { Line = l.ImportLine!.Value, l.Id }).ToListAsync(ct);
        return Rows.Where(r => r.ListingId is not null).Select(r => (r.Line, Id: r.ListingId!.Value)).Concat(made.Select(m => (m.Line, m.Id))).DistinctBy(r => r.Line).ToDictionary(r => r.Line, r => r.Id);
    }

    private IQueryable<Listing> GoneOf(ListImportId id) =>
        db.Set<ImportChange>().Where(c => c.ImportId == id && (c.Kind == ImportChangeKind.Missing || c.Kind == ImportChangeKind.TakenAway))
            .Join(db.Set<Listing>().AsNoTracking(), c => c.ListingId, l => l.Id, (c, l) => l);

    private IQueryable<ImportRow> Of(ListImportId id, string kind)
    {
        var rows = db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == id);
        return kind switch
        {
            "held" => rows.Where(r => r.Outcome == RowOutcome.Held && r.Decision == RowDecision.None),
            "warned" => rows.Where(r => r.Outcome == RowOutcome.TakenWithWarning && r.Effect != RowEffect.Unchanged),
            "taken" => rows.Where(r => r.Effect != RowEffect.Unchanged && (r.Outcome == RowOutcome.Taken || (r.Outcome == null && r.Line <= Import.TakenTo))),
            "changed" => rows.Where(r => r.Effect == RowEffect.Changed),
            "unchanged" => rows.Where(r => r.Effect == RowEffect.Unchanged),
            "gone" => rows.Where(r => false),
            _ => rows.Where(r => r.Decision == RowDecision.LeftOut),
        };
    }
}
