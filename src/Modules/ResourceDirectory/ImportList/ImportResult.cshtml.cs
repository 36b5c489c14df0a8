using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>How far a list is, and what became of each of its rows.</summary>
[Requires(DirectoryPermissions.ImportLists)]
internal sealed class ImportResultPage(AppDbContext db, TakeImportBackHandler back) : CausewayPage
{
    public static readonly string[] Shows = ["held", "warned", "taken", "left-out"];

    public ListImport Import { get; private set; } = null!;

    public Job? Job { get; private set; }

    public string Show { get; private set; } = Shows[0];

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    public Paging Paging { get; private set; }

    public int LivingListings { get; private set; }

    public int SharedListings { get; private set; }

    public Task<IActionResult> OnGetAsync(ListImportId id, string? show, int p, CancellationToken ct) => ShowAsync(id, show, p, ct);

    public async Task<IActionResult> OnPostTakeBackAsync(ListImportId id, CancellationToken ct)
    {
        if (await back.HandleAsync(id, Actor, ct) is not { } refusal)
        {
            return Done($"/directory/import/{id}/result", "The whole list was taken back. Its rows are kept here to look at.");
        }

        return await ShowAsync(id, null, 1, ct) is NotFoundResult missing ? missing : Refuse(refusal);
    }

    private async Task<IActionResult> ShowAsync(ListImportId id, string? show, int page, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct);
        if (import is null || import.State == ImportState.Preview)
        {
            return import is null ? NotThere() : Redirect(ImportWords.Url(import));
        }

        Import = import;
        Job = await db.Set<Job>().AsNoTracking().Where(j => j.Subject == id.Value && j.Kind == RunImport.JobKind).OrderByDescending(j => j.CreatedAt).FirstOrDefaultAsync(ct);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var kind in Shows)
        {
            counts[kind] = await Of(id, kind).CountAsync(ct);
        }

        Counts = counts;
        Show = Shows.Contains(show, StringComparer.Ordinal) ? show! : Shows.FirstOrDefault(s => counts[s] > 0) ?? Shows[0];
        Paging = new Paging(page, counts[Show], 25);
        Rows = await Of(id, Show).OrderBy(r => r.Line).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        LivingListings = await db.Set<Listing>().CountAsync(l => l.ImportId == id && l.RemovedAt == null, ct);
        SharedListings = await db.Set<Listing>().CountAsync(l => l.ImportId == id && l.Sharing == Sharing.Network, ct);
        return Page();
    }

    private IQueryable<ImportRow> Of(ListImportId id, string kind)
    {
        var rows = db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == id);
        return kind switch
        {
            "held" => rows.Where(r => r.Outcome == RowOutcome.Held && r.Decision == RowDecision.None),
            "warned" => rows.Where(r => r.Outcome == RowOutcome.TakenWithWarning),
            "taken" => rows.Where(r => r.Outcome == RowOutcome.Taken),
            _ => rows.Where(r => r.Decision == RowDecision.LeftOut),
        };
    }
}
