using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.ResourceDirectory;

/// <summary>Which needs nobody would meet if one person left, or all who have said they will.</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class ShowDeparturesPage(AppDbContext db, CoverageReader reader, RoleLabelReader packs, DirectoryLimits limits) : CausewayPage
{
    private const int MostShown = 20;

    private const int Ahead = 366;

    /// <summary>One entry to think away; absent: all who leave within a year.</summary>
    [BindProperty(SupportsGet = true)]
    public EntryId? Without { get; set; }

    public CoverageEntry? Chosen { get; private set; }

    public IReadOnlyList<CoverageHole> ChosenHoles { get; private set; } = [];

    /// <summary>Those who leave within a year, each with what would be missing.</summary>
    public IReadOnlyList<CoverageHolder> Leaving { get; private set; } = [];

    /// <summary>What would be missing when all of them have left.</summary>
    public IReadOnlyList<CoverageHole> Together { get; private set; } = [];

    /// <summary>Entries that alone meet some need.</summary>
    public IReadOnlyList<CoverageHolder> Single { get; private set; } = [];

    public int SingleInAll { get; private set; }

    public bool TooMany { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network)
        {
            return Page();
        }

        var entries = await reader.EntriesAsync(network, ct);
        var axes = new CoverageAxes(entries, await reader.AreasAsync(network, ct), await packs.LoadAsync(Actor, T, ct), T);
        Count(entries, axes.Watched());
        if (Without is not null && Chosen is null)
        {
            return NotThere();
        }

        // Names are shown here: they count as entries looked at.
        List<EntryId> named = [.. Leaving.Concat(Single).Select(h => h.Entry.Id).Distinct()];
        TooMany = !await limits.TrySeeAsync(named, Actor, ct);
        db.Record(TooMany ? "directory.limit-reached" : "departures.seen", network.Value);
        await db.SaveChangesAsync(ct);
        return Page();
    }

    private void Count(IReadOnlyList<CoverageEntry> entries, IReadOnlyList<(CoverageAxis Down, CoverageAxis Across)> grids)
    {
        var today = reader.Today;
        var single = CoverageHoles.Single(entries, grids);
        var alone = single.ToDictionary(h => h.Entry.Id, h => h.Holes);
        var leaving = entries.Where(e => e.LeavesOn is { } day && day >= today && day <= today.AddDays(Ahead)).OrderBy(e => e.LeavesOn).ToList();
        Chosen = Without is { } id ? entries.FirstOrDefault(e => e.Id == id) : null;
        ChosenHoles = Chosen is null ? [] : alone.GetValueOrDefault(Chosen.Id, []);
        Leaving = [.. leaving.Take(MostShown).Select(e => new CoverageHolder(e, alone.GetValueOrDefault(e.Id, [])))];
        Together = CoverageHoles.Of(entries, leaving.Select(e => e.Id).ToHashSet(), grids);
        (Single, SingleInAll) = ([.. single.Take(MostShown)], single.Count);
    }
}
