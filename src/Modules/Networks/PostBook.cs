using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>The posts of one organisation as rows to work on, with everything its rules need. Reads through the tenant filter.</summary>
internal sealed class PostBook(AppDbContext db, TimeProvider clock)
{
    public TimeProvider Clock => clock;

    /// <summary>Null: the scope sees no such organisation as its own.</summary>
    public async Task<SafeguardingRules?> OpenAsync(OrganisationId organisation, CancellationToken ct)
    {
        if (organisation != db.Scope.Organisation)
        {
            return null;
        }

        var row = await db.Set<Organisation>().AsNoTracking().FirstAsync(o => o.Id == organisation, ct);
        var posts = await db.Set<Post>().Where(p => p.OrganisationId == organisation).ToListAsync(ct);
        var networks = await ActiveAsync(organisation, ct);
        var now = clock.GetUtcNow();
        var today = LocalDay.Of(now, row.Zone);
        var coordinators = await CoordinatorsAsync(networks.ConvertAll(m => m.NetworkId), now, today, ct);
        return new SafeguardingRules(row.Kind, posts, coordinators, now, today) { Networks = networks };
    }

    public Task<List<Membership>> ActiveAsync(OrganisationId organisation, CancellationToken ct) => db.Set<Membership>()
        .Where(m => m.OrganisationId == organisation && m.Status == MembershipStatus.Active).OrderBy(m => m.From).ThenBy(m => m.Id).ToListAsync(ct);

    /// <summary>From now on the network is told of the organisation's posts.</summary>
    public async Task ShowInAsync(OrganisationId organisation, NetworkId network, DateOnly since, CancellationToken ct)
    {
        foreach (var post in await db.Set<Post>().Where(p => p.OrganisationId == organisation && p.EndedAt == null).ToListAsync(ct))
        {
            post.TellTo(network, since);
        }
    }

    /// <summary>Takes back what the network was told.</summary>
    public async Task HideFromAsync(OrganisationId organisation, NetworkId network, CancellationToken ct)
    {
        foreach (var post in await db.Set<Post>().Where(p => p.OrganisationId == organisation).ToListAsync(ct))
        {
            post.HideFrom(network);
        }
    }

    public async Task<IReadOnlyCollection<PersonId>> CoordinatorsAsync(
        List<NetworkId> networks, DateTimeOffset now, DateOnly today, CancellationToken ct)
    {
        var notices = await db.Set<PostNotice>().AsNoTracking()
            .Where(n => n.Role == Role.NetworkCoordinator && networks.Contains(n.NetworkId)).ToListAsync(ct);
        return [.. notices.Where(n => n.Runs(now, today)).Select(n => n.PersonId).Distinct()];
    }

    /// <summary>Coordinators of the network who work at another member.</summary>
    public async Task<IReadOnlyCollection<PersonId>> CoordinatorsElsewhereAsync(
        NetworkId network, OrganisationId but, SafeguardingRules rules, CancellationToken ct)
    {
        var notices = await db.Set<PostNotice>().AsNoTracking()
            .Where(n => n.Role == Role.NetworkCoordinator && n.NetworkId == network && n.OrganisationId != but).ToListAsync(ct);
        return [.. notices.Where(n => n.Runs(rules.Now, rules.Today)).Select(n => n.PersonId).Distinct()];
    }

    public Task<bool> HasOtherMembersAsync(NetworkId network, OrganisationId but, CancellationToken ct) => db.Set<Membership>()
        .AnyAsync(m => m.NetworkId == network && m.OrganisationId != but && m.Status == MembershipStatus.Active, ct);
}
