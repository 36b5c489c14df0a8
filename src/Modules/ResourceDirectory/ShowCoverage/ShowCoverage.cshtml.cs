using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>What the network's directory covers, where nobody is, and what one departure would open.</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class ShowCoveragePage(AppDbContext db, CoverageReader reader, RoleLabelReader packs, NeedGaps gaps, IOffersByNeed offers) : CausewayPage
{
    private const int MostNeeds = 20;

    [BindProperty(SupportsGet = true)]
    public CoverageView By { get; set; }

    /// <summary>Every language, not just the commonest.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public int Entries { get; private set; }

    public int Confirmed { get; private set; }

    /// <summary>Entries that Find help still shows, and that cover nothing any more.</summary>
    public int Left { get; private set; }

    public CoverageGrid? Grid { get; private set; }

    /// <summary>What people looked for in vain, most asked first.</summary>
    public IReadOnlyList<NeedGapCount> Unmet { get; private set; } = [];

    /// <summary>How many members offer or ask help for a need, by its code.</summary>
    public IReadOnlyDictionary<string, int> Offered { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public RoleLabels Labels { get; private set; } = null!;

    private IReadOnlyList<(string Key, string Name)> Areas { get; set; } = [];

    public string AreaName(string key) => Areas.Where(a => a.Key == key).Select(a => a.Name).FirstOrDefault() ?? key;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network)
        {
            return Page();
        }

        var entries = await reader.EntriesAsync(network, ct);
        (Areas, Labels) = (await reader.AreasAsync(network, ct), await packs.LoadAsync(Actor, T, ct));
        Left = await db.Set<Entry>().CountAsync(e => e.NetworkId == network && e.Departed, ct);
        var axes = new CoverageAxes(entries, Areas, Labels, T);
        (Entries, Confirmed) = (entries.Count, entries.Count(e => e.Confirmed));
        Grid = axes.Grid(Enum.IsDefined(By) ? By : CoverageView.Area, All);
        var asked = await gaps.CountAsync(network, reader.Today.AddYears(-1), ct);
        Unmet = [.. asked.GroupBy(n => (n.Concern, n.Family, n.Language, n.Area))
            .Select(g => g.First() with { Ages = null, Searches = g.Sum(n => n.Searches), OnlyUnknown = g.Sum(n => n.OnlyUnknown) }).OrderByDescending(n => n.Searches).Take(MostNeeds)];
        Offered = await offers.OpenAsync(Actor, ct);
        db.Record("coverage.seen", network.Value);
        await db.SaveChangesAsync(ct);
        return Page();
    }
}
