using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

/// <summary>The setting on paper: every line with its day and where it comes from.</summary>
[Requires(LandscapePermissions.See)]
internal sealed class PrintBriefModel(AppDbContext db, PracticeBook practice, ForumBook forums, CountryBook countries, IAuthorityRegister authorities) : LandscapePage
{
    [BindProperty(SupportsGet = true, Name = "place")]
    public string? Place { get; set; }

    /// <summary>Off by default: paper leaves the network sooner than a page does.</summary>
    [BindProperty(SupportsGet = true, Name = "community")]
    public bool Community { get; set; }

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public IReadOnlyList<DutyView> Duties { get; private set; } = [];

    public IReadOnlyList<PracticeCell> Cells { get; private set; } = [];

    public IReadOnlyList<ForumView> Forums { get; private set; } = [];

    public IReadOnlyList<(string Office, int Count, DateOnly Last)> Offices { get; private set; } = [];

    public IReadOnlyList<InformalMechanism> Mechanisms { get; private set; } = [];

    /// <summary>A community way fills the gap, and this paper does not name any.</summary>
    public bool IsUnnamedWay(PracticeNote note) => !Community && note.Cover == CoverKind.Somebody && Mechanisms.Any(m => note.CoveredBy.Contains(m.Name, StringComparison.OrdinalIgnoreCase));

    public CountryContextCard? Country { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See) || Actor.Network is not { } network)
        {
            return NotThere();
        }

        var view = await practice.ReadAsync(network, Today, ct);
        Places = [.. view.Places.Select(p => new SelectListItem(p, p))];
        Place = view.Places.FirstOrDefault(p => PracticeView.Same(p, Place ?? ""));
        Duties = [.. view.Duties.Where(d => d.IsInForce(Today))];
        Cells = [.. view.Cells.Where(c => Place is null || PracticeView.Same(c.Note.Locality, Place))];
        Forums = [.. (await forums.ReadAsync(network, Today, ct)).Where(f => f.Forum.ClosedOn is null)];
        await PartnersAsync(network, ct);
        db.Record("brief.printed", network.Value);
        await db.SaveChangesAsync(ct);
        return Page();
    }

    private async Task PartnersAsync(NetworkId network, CancellationToken ct)
    {
        var since = new DateOnly(Today.Year - 1, 1, 1);
        var engagements = await db.Set<OfficialEngagement>().AsNoTracking().Where(e => e.NetworkId == network && e.On >= since).ToListAsync(ct);
        var offices = await OfficeBook.OpenAsync(authorities, network, ct);
        Offices = [.. engagements.GroupBy(e => offices.Of(e).Name, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).Select(g => (g.Key, g.Count(), g.Max(e => e.On)))];
        Mechanisms = [.. (await db.Set<InformalMechanism>().AsNoTracking().Where(m => m.NetworkId == network).ToListAsync(ct)).OrderBy(m => m.Name, StringComparer.CurrentCulture)];

        Country = await countries.CountriesAsync(network, ct) is [var code, ..] ? await countries.FindAsync(network, code, ct) : null;
    }
}
