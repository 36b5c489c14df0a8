using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

/// <summary>Work with officials of one year: counted by office and kind, and told entry by entry.</summary>
[Requires(LandscapePermissions.See)]
internal sealed class ListOfficialsModel(AppDbContext db, LandscapeDoor door, IAuthorityRegister authorities) : LandscapePage
{
    private const int LightestHeat = 3;

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    public int Shown { get; private set; }

    public IReadOnlyList<int> Years => [.. PerYear.Select(y => y.Year)];

    public IReadOnlyList<(int Year, int Count)> PerYear { get; private set; } = [];

    public IReadOnlyList<OfficialEngagement> Rows { get; private set; } = [];

    private OfficeBook _offices = new([]);

    public IReadOnlyList<string> Offices => [.. Rows.Select(r => OfficeOf(r).Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCulture)];

    public int MostInYear => Math.Max(1, PerYear.Max(y => y.Count));

    public int Most => Math.Max(LightestHeat, Offices.SelectMany(o => Enum.GetValues<EngagementKind>().Select(k => Count(o, k))).DefaultIfEmpty(0).Max());

    public int Count(string office, EngagementKind kind) => Rows.Count(r => r.Kind == kind && string.Equals(OfficeOf(r).Name, office, StringComparison.OrdinalIgnoreCase));

    public Office OfficeOf(OfficialEngagement e) => _offices.Of(e);

    public bool MayWrite(OfficialEngagement e) => door.MayWrite(Actor, e.School);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See))
        {
            return NotThere();
        }

        _offices = await OfficeBook.OpenAsync(authorities, Actor.Network!.Value, ct);
        var all = await db.Set<OfficialEngagement>().AsNoTracking().Where(e => e.NetworkId == db.ScopedNetworkId).OrderByDescending(e => e.On).ThenBy(e => e.Id).ToListAsync(ct);
        PerYear = [.. all.GroupBy(e => e.On.Year).OrderByDescending(g => g.Key).Select(g => (g.Key, g.Count()))];
        Shown = Year is { } y && Years.Contains(y) ? y : Years.FirstOrDefault(Today.Year);
        Rows = [.. all.Where(e => e.On.Year == Shown)];
        return Page();
    }
}
