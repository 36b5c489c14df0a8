using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Networks;

/// <summary>What waits in this room: an invitation to answer, a post that ends, a second person's word, a silent guest.</summary>
internal sealed class NetworkWorkList(AppDbContext db, Access access, TimeProvider clock, IStringLocalizer texts) : IWorkList
{
    private const int DaysBeforeEnd = 30;
    private const int DaysOfSilence = 14;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        if (actor.Organisation is { } own && access.Allows(actor, NetworksPermissions.AnswerInvitation, new(Organisation: own)))
        {
            items.AddRange(await InvitationsAsync(own, ct));
            items.AddRange(await PostsAsync(own, actor, ct));
        }

        if (actor.Network is { } network && access.Allows(actor, NetworksPermissions.InviteMember, new(Network: network)))
        {
            items.AddRange(await MembersAsync(network, ct));
            items.AddRange(await ProposedToCoordinatorAsync(network, actor, ct));
        }

        return items;
    }

    private async Task<IEnumerable<WorkItem>> InvitationsAsync(OrganisationId own, CancellationToken ct)
    {
        var open = await (
            from m in db.Set<Membership>().AsNoTracking()
            join n in db.Set<Network>() on m.NetworkId equals n.Id
            where m.OrganisationId == own && m.Status == MembershipStatus.Invited
            select new { m.Id, m.OpenedAt, n.Name }).ToListAsync(ct);
        return open.Select(m => new WorkItem(
            m.OpenedAt, Urgency.Soon, texts["Waits for you"], texts["{0} invites your organisation", m.Name],
            texts["Joining shows your name and who holds which post to its members, nothing else."],
            $"/network/invitations/{m.Id}", texts["Answer"]) { Kind = NetworksWork.Invitation });
    }

    private async Task<IEnumerable<WorkItem>> PostsAsync(OrganisationId own, Actor actor, CancellationToken ct)
    {
        var zone = await db.Set<Organisation>().Where(o => o.Id == own).Select(o => o.Zone).FirstAsync(ct);
        var now = clock.GetUtcNow();
        var today = LocalDay.Of(now, zone);
        var soon = today.AddDays(DaysBeforeEnd);
        var posts = await db.Set<Post>().IgnoreAutoIncludes().AsNoTracking()
            .Where(p => p.OrganisationId == own && p.EndedAt == null
                && (p.Standing == PostStanding.Proposed || (p.Standing == PostStanding.Confirmed && p.Until != null && p.Until >= today && p.Until <= soon)))
            .OrderBy(p => p.Until).ThenBy(p => p.Id).ToListAsync(ct);
        return posts.Where(p => p.Standing == PostStanding.Confirmed).Select(p => Ending(p, today))
            .Concat(posts.Where(p => p.Standing == PostStanding.Proposed && !p.AsksCoordinator && p.ProposedBy != actor.Person && p.PersonId != actor.Person)
                .Select(p => new WorkItem(
                    p.ProposedAt, Urgency.Today, texts["Waits for you"], texts["A second person must agree: {0}", p.Title],
                    texts["The post gives no rights until you agree."], $"/organisations/{own}/posts/{p.Id}", texts["Decide"]) { Kind = NetworksWork.PostToAgree }));
    }

    private WorkItem Ending(Post post, DateOnly today)
    {
        var last = post.Until!.Value;
        return new WorkItem(
            WorkItem.At(last),
            last <= today.AddDays(7) ? Urgency.Soon : Urgency.Later,
            last.ToString(texts["d MMMM yyyy"], System.Globalization.CultureInfo.CurrentCulture),
            texts["A post ends: {0}", post.Title],
            texts["Extend it, or name who comes next."],
            $"/organisations/{post.OrganisationId}/posts/{post.Id}", texts["Open"]) { Kind = NetworksWork.PostEnds };
    }

    private async Task<IEnumerable<WorkItem>> MembersAsync(NetworkId network, CancellationToken ct)
    {
        var silentSince = clock.GetUtcNow().AddDays(-DaysOfSilence);
        var open = await (
            from m in db.Set<Membership>().AsNoTracking()
            join o in db.Set<Organisation>() on m.OrganisationId equals o.Id
            where m.NetworkId == network
                && (m.Status == MembershipStatus.Asked || (m.Status == MembershipStatus.Invited && m.OpenedAt <= silentSince))
            orderby m.OpenedAt
            select new { m.Id, m.OpenedAt, m.Status, o.Name }).ToListAsync(ct);
        return open.Select(m => m.Status == MembershipStatus.Asked
            ? new WorkItem(
                m.OpenedAt, Urgency.Soon, texts["Waits for you"], texts["{0} asks to join", m.Name],
                texts["Only you can let it in."], $"/network/members/{m.Id}", texts["Answer"]) { Kind = NetworksWork.Member }
            : new WorkItem(
                m.OpenedAt.AddDays(DaysOfSilence), Urgency.Late, texts["No answer for {0} days", (int)(clock.GetUtcNow() - m.OpenedAt).TotalDays],
                texts["{0} has not answered your invitation", m.Name],
                texts["A phone call helps more than a second mail."], $"/network/members/{m.Id}", texts["Open"]) { Kind = NetworksWork.Member });
    }

    private async Task<IEnumerable<WorkItem>> ProposedToCoordinatorAsync(NetworkId network, Actor actor, CancellationToken ct)
    {
        var notices = await (
            from n in db.Set<PostNotice>().AsNoTracking()
            join o in db.Set<Organisation>() on n.OrganisationId equals o.Id
            join p in db.Set<Membership>() on new { n.OrganisationId, n.NetworkId } equals new { p.OrganisationId, p.NetworkId }
            where n.NetworkId == network && n.AsksCoordinator && n.ProposedBy != actor.Person && n.PersonId != actor.Person
                && p.Status == MembershipStatus.Active
            select new { n.PostId, n.Title, o.Name, n.From }).ToListAsync(ct);
        return notices.Select(n => new WorkItem(
            clock.GetUtcNow(), Urgency.Today, texts["Waits for you"], texts["{0} asks you to agree to a post: {1}", n.Name, n.Title],
            texts["The post gives no rights until you agree."], $"/network/posts/{n.PostId}", texts["Decide"]) { Kind = NetworksWork.PostToAgree });
    }
}
