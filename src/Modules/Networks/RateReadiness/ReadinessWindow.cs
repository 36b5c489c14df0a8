using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>
/// Keeps what networks are told in step with what the school holds and has chosen to show. Works on tracked rows of the
/// school's own scope; everything goes with the caller's commit, so nothing is ever shown that was just closed.
/// </summary>
internal sealed class ReadinessWindow(AppDbContext db, PostBook book) : IOnLeavingNetwork
{
    public async Task FollowAsync(OrganisationId school, ReadinessLevel level, IReadOnlyCollection<ReadinessItem> items, CancellationToken ct)
    {
        var networks = (await book.ActiveAsync(school, ct)).Select(m => m.NetworkId).Distinct().ToList();
        var bands = await db.Set<ReadinessBand>().Where(b => b.OrganisationId == school).ToListAsync(ct);
        var shown = await db.Set<ReadinessShown>().Where(s => s.OrganisationId == school).ToListAsync(ct);
        var areas = level == ReadinessLevel.Own ? [] : items.GroupBy(i => i.Area).ToDictionary(g => g.Key, g => ReadinessBand.Of([.. g.Select(i => i.State)]));
        var open = level == ReadinessLevel.Open ? items : [];
        foreach (var network in networks)
        {
            foreach (var (area, word) in areas)
            {
                if (bands.Find(b => b.NetworkId == network && b.Area == area) is { } band)
                {
                    band.Say(word);
                }
                else
                {
                    db.Add(new ReadinessBand(school, network, area, word));
                }
            }

            foreach (var item in open)
            {
                if (shown.Find(s => s.NetworkId == network && s.ItemId == item.Id) is { } row)
                {
                    row.Tell(item);
                }
                else
                {
                    db.Add(new ReadinessShown(item, network));
                }
            }
        }

        db.RemoveRange(bands.Where(b => !networks.Contains(b.NetworkId) || !areas.ContainsKey(b.Area)));
        db.RemoveRange(shown.Where(s => !networks.Contains(s.NetworkId) || !open.Any(i => i.Id == s.ItemId)));
    }

    public async Task LeaveAsync(OrganisationId organisation, NetworkId network, bool leaveBehind, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<ReadinessBand>().Where(b => b.OrganisationId == organisation && b.NetworkId == network).ToListAsync(ct));
        db.RemoveRange(await db.Set<ReadinessShown>().Where(s => s.OrganisationId == organisation && s.NetworkId == network).ToListAsync(ct));
    }
}
