using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Networks;

/// <summary>Ties that their holder has not confirmed for half a year, and for coordinators those that nobody holds.</summary>
internal sealed class LiaisonWork(AppDbContext db, INetworkDirectory networks, Access access, TimeProvider clock, IStringLocalizer texts) : IWorkList
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !access.Allows(actor, NetworksPermissions.KeepLiaisons, new(Network: network)))
        {
            return [];
        }

        var all = await db.Set<AuthorityLiaison>().AsNoTracking().Where(l => l.NetworkId == network).OrderBy(l => l.Id).ToListAsync(ct);
        var today = clock.Today(actor.Zone);
        var items = all.Where(l => l.Holder == actor.Person && l.School == actor.Organisation && l.IsAged(today)).Select(Aged).ToList();
        if (actor.Role == Role.NetworkCoordinator && all.Count > 0)
        {
            var posts = await networks.PostsInAsync(network, ct);
            items.AddRange(all.Where(l => ListLiaisonsModel.HolderOf(l, posts) is null).Select(Unheld));
        }

        return items;
    }

    private WorkItem Aged(AuthorityLiaison liaison) => new(
        liaison.ConfirmedOn is { } day ? WorkItem.At(day.AddMonths(AuthorityLiaison.MonthsUntilAged)) : clock.GetUtcNow(),
        Urgency.Later, texts["Over six months"], texts["Ask {0} whether everything is still right", liaison.Name], texts["You keep the network's tie with it."],
        $"/network/authorities/{liaison.Id}", texts["Open"]) { Kind = NetworksWork.Tie };

    private WorkItem Unheld(AuthorityLiaison liaison) => new(
        clock.GetUtcNow(), Urgency.Soon, texts["Waits for others"], texts["Nobody keeps the tie with {0}", liaison.Name],
        texts["Ask the school, or another one, to name somebody."], $"/network/authorities/{liaison.Id}", texts["Open"]) { Kind = NetworksWork.Tie, Mark = "unheld" };
}
