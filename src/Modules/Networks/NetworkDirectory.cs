using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>
/// Looks up registry rows only where a row of the present scope names them: the scope's own organisation, or a membership
/// that the tenant filter (and row security) lets through.
/// </summary>
internal sealed class NetworkDirectory(AppDbContext db, IPersonDirectory people, TimeProvider clock) : INetworkDirectory
{
    public async Task<NetworkCard?> FindNetworkAsync(NetworkId network, CancellationToken ct) =>
        (await VisibleNetwork(network).FirstOrDefaultAsync(ct))?.ToCard();

    public async Task<OrganisationCard?> FindOrganisationAsync(OrganisationId organisation, CancellationToken ct) =>
        (await db.VisibleOrganisations().FirstOrDefaultAsync(o => o.Id == organisation, ct))?.ToCard();

    public async Task<IReadOnlyList<OrganisationCard>> MembersAsync(NetworkId network, CancellationToken ct)
    {
        var members = await (
            from membership in db.Set<Membership>().AsNoTracking()
            join organisation in db.Set<Organisation>() on membership.OrganisationId equals organisation.Id
            where membership.NetworkId == network && membership.Status == MembershipStatus.Active
            orderby organisation.Name, organisation.Id
            select organisation).ToListAsync(ct);
        return [.. members.Select(o => o.ToCard())];
    }

    public async Task<IReadOnlyList<PostCard>> PostsAsync(OrganisationId organisation, CancellationToken ct)
    {
        if (organisation == db.Scope.Organisation)
        {
            var own = await db.Set<Post>().IgnoreAutoIncludes().AsNoTracking().Where(p => p.OrganisationId == organisation)
                .OrderBy(p => p.From).ThenBy(p => p.Id).ToListAsync(ct);
            return await CardsAsync(own.Select(p => new Seen(p.Id, p.PersonId, p.Role, p.Title, p.OrganisationId, p.Runs)), ct);
        }

        var notices = await db.Set<PostNotice>().AsNoTracking()
            .Where(n => n.OrganisationId == organisation && n.NetworkId == db.Scope.Network).OrderBy(n => n.From).ThenBy(n => n.PostId).ToListAsync(ct);
        return await CardsAsync(notices.Select(Seen.Of), ct);
    }

    public async Task<IReadOnlyList<PostCard>> PostsInAsync(NetworkId network, CancellationToken ct)
    {
        var notices = await db.Set<PostNotice>().AsNoTracking()
            .Where(n => n.NetworkId == network).OrderBy(n => n.From).ThenBy(n => n.PostId).ToListAsync(ct);
        return await CardsAsync(notices.Select(Seen.Of), ct);
    }

    public async Task<EmergencyCard?> FindEmergencyAsync(NetworkId network, CancellationToken ct) =>
        (await VisibleNetwork(network).FirstOrDefaultAsync(ct))?.ToEmergencyCard();

    public async Task<NetworkNameCard?> NameAtAsync(NetworkId network, DateTimeOffset moment, CancellationToken ct)
    {
        var visible = VisibleNetwork(network).Select(n => n.Id);
        return await db.Set<NetworkName>().AsNoTracking().Where(n => visible.Contains(n.NetworkId) && n.Since <= moment)
            .OrderByDescending(n => n.Since).Select(n => new NetworkNameCard(n.Name, n.Acronym)).FirstOrDefaultAsync(ct);
    }

    private IQueryable<Network> VisibleNetwork(NetworkId network) =>
        db.VisibleNetworks().Where(n => n.Id == network);

    private async Task<IReadOnlyList<PostCard>> CardsAsync(IEnumerable<Seen> posts, CancellationToken ct)
    {
        var all = posts.ToList();
        var ids = all.Select(p => p.Organisation).Distinct().ToList();
        var organisations = await db.Set<Organisation>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var now = clock.GetUtcNow();
        var running = all.Where(p => p.Runs(now, LocalDay.Of(now, organisations[p.Organisation].Zone))).ToList();
        var holders = await people.FindAsync([.. running.Select(p => p.Person).Distinct()], ct);
        return [.. running.Where(p => holders.ContainsKey(p.Person)).Select(p =>
            new PostCard(p.Post, p.Person, holders[p.Person].Name, p.Role, p.Title, p.Organisation, organisations[p.Organisation].Name))];
    }

    private sealed record Seen(
        PostId Post, PersonId Person, Role Role, string Title, OrganisationId Organisation, Func<DateTimeOffset, DateOnly, bool> Runs)
    {
        public static Seen Of(PostNotice notice) =>
            new(notice.PostId, notice.PersonId, notice.Role, notice.Title, notice.OrganisationId, notice.Runs);
    }
}
