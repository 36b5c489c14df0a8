using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>All campaigns of the network, and the start of a new one with what it will do.</summary>
[Requires(DirectoryPermissions.SeeChecks)]
internal sealed class ChecksPage(AppDbContext db) : CausewayPage
{
    public IReadOnlyList<(CheckCampaign Campaign, CheckCount Count)> Campaigns { get; private set; } = [];

    public int Mine { get; private set; }

    public bool MayStart => Actor.Network is { } network && May(DirectoryPermissions.StartChecks, new AccessObject(Network: network));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var campaigns = await db.Set<CheckCampaign>().AsNoTracking().OrderByDescending(c => c.StartedAt).Take(20).ToListAsync(ct);
        var counts = await CheckCount.OfAsync(db.Set<CheckItem>().Where(i => i.CampaignId != null), ct);
        Campaigns = [.. campaigns.Select(c => (c, CheckCount.Sum(counts.Where(x => x.Campaign == c.Id).Select(x => x.Count))))];
        Mine = await db.Set<CheckItem>().CountAsync(i => i.VerifierId == Actor.Person && i.Outcome == CheckOutcome.Open, ct);
        return Page();
    }
}

/// <summary>How a campaign stands.</summary>
internal sealed record CheckCount(int Total, int Confirmed, int Changed, int NotKnown, int Gone, int Silent, int Open)
{
    public int Answered => Confirmed + Changed + NotKnown + Gone;

    public static CheckCount Sum(IEnumerable<CheckCount> counts) => counts.Aggregate(new CheckCount(0, 0, 0, 0, 0, 0, 0), (a, b) => new(
        a.Total + b.Total, a.Confirmed + b.Confirmed, a.Changed + b.Changed, a.NotKnown + b.NotKnown, a.Gone + b.Gone, a.Silent + b.Silent, a.Open + b.Open));

    /// <summary>One question to the database for any number of campaigns, by school.</summary>
    public static async Task<IReadOnlyList<(CheckCampaignId? Campaign, OrganisationId School, string SchoolName, CheckCount Count)>> OfAsync(IQueryable<CheckItem> items, CancellationToken ct)
    {
        var rows = await items.GroupBy(i => new { i.CampaignId, i.School, i.SchoolName, i.Outcome })
            .Select(g => new { g.Key.CampaignId, g.Key.School, g.Key.SchoolName, g.Key.Outcome, Count = g.Count() }).ToListAsync(ct);
        return [.. rows.GroupBy(r => (r.CampaignId, r.School, r.SchoolName)).Select(g =>
        {
            int Of(CheckOutcome outcome) => g.Where(r => r.Outcome == outcome).Sum(r => r.Count);
            return (g.Key.CampaignId, g.Key.School, g.Key.SchoolName, new CheckCount(g.Sum(r => r.Count), Of(CheckOutcome.Confirmed), Of(CheckOutcome.Changed),
                Of(CheckOutcome.NotKnown), Of(CheckOutcome.Gone), Of(CheckOutcome.Silent), Of(CheckOutcome.Open)));
        })];
    }
}
