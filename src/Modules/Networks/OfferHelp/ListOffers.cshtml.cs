using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.SeeOffers)]
internal sealed class ListOffersModel(AppDbContext db, INetworkDirectory networks) : NetworkPage
{
    private const int MostPast = 50;

    [BindProperty(SupportsGet = true, Name = "year")]
    public int Year { get; set; }

    /// <summary>Only what is about this need.</summary>
    [BindProperty(SupportsGet = true, Name = "need")]
    public string? Need { get; set; }

    /// <summary>Codes that open or past offers and asks are about.</summary>
    public IReadOnlyList<string> Needs { get; private set; } = [];

    public IReadOnlyList<Offer> Open { get; private set; } = [];

    public IReadOnlyList<Offer> Past { get; private set; } = [];

    public IReadOnlyList<HelpTotal> Totals { get; private set; } = [];

    public IReadOnlyList<int> Years { get; private set; } = [];

    public bool MayOffer => May(NetworksPermissions.OfferHelp, new(Network: Actor.Network));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network)
        {
            return NotThere();
        }

        var today = Today;
        var all = db.Set<Offer>().AsNoTracking().Where(o => o.NetworkId == network);
        var about = await all.Where(o => o.Need != null).Select(o => o.Need!).Distinct().ToListAsync(ct);
        Need = NeedTaxonomy.Find(Need)?.Code;
        Needs = [.. about.Select(c => NeedTaxonomy.Find(c)?.Code).Append(Need).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (Need is not null)
        {
            var codes = about.Where(c => NeedTaxonomy.Find(c)?.Code == Need).ToList();
            all = all.Where(o => o.Need != null && codes.Contains(o.Need));
        }

        Open = await all.Where(o => o.ClosedAt == null && o.Until >= today).OrderBy(o => o.Until).ThenBy(o => o.Id).ToListAsync(ct);
        Past = await all.Where(o => o.ClosedAt != null || o.Until < today).OrderByDescending(o => o.Until).ThenBy(o => o.Id).Take(MostPast).ToListAsync(ct);
        var deliveries = await db.Set<Delivery>().AsNoTracking().Where(d => d.NetworkId == network).ToListAsync(ct);
        Years = [.. deliveries.Where(d => d.GivenOn is not null).Select(d => d.GivenOn!.Value.Year).Append(today.Year).Distinct().OrderDescending()];
        Year = Years.Contains(Year) ? Year : today.Year;
        var members = (await networks.MembersAsync(network, ct)).ToDictionary(m => m.Id, m => m.Name);
        Totals = HelpTotal.Of(deliveries, Year, members);
        return Page();
    }
}
