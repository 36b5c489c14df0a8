using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>
/// Makes the actor of a request: one question for the person's posts with what networks are told of them, one for the
/// person. Nothing is remembered between requests, so an ended post is gone at the next one (R9).
/// </summary>
internal sealed class ActorSource(AppDbContext db, IPersonDirectory people, TimeProvider clock) : IActorSource
{
    public async Task<Actor?> FindAsync(PersonId person, PostId? acting, CancellationToken ct)
    {
        if (await people.FindAsync(person, ct) is not { } card)
        {
            return null;
        }

        var rows = await RowsOf(person).ToListAsync(ct);
        var now = clock.GetUtcNow();
        // The sort is stable, so the networks of one post stay in the order of their memberships.
        var running = rows.Where(r => r.Post.Runs(now, LocalDay.Of(now, r.Zone))).OrderBy(r => r.Post.From).ThenBy(r => r.Post.Role).ThenBy(r => r.Post.Id.Value).ToList();
        var chosen = running.Where(r => r.Post.Id == acting).ToList();
        if (chosen.Count == 0)
        {
            chosen = running.Where(r => r.Post.Id == running[0].Post.Id).ToList();
        }

        if (chosen.Count == 0)
        {
            return new Actor(person, card.Name, null, null, null, null, null, null, card.Language, card.Zone);
        }

        var row = chosen.Find(r => r.Network == r.Post.ActingNetwork) ?? chosen[0];
        return new Actor(
            person, card.Name, row.Post.Id, row.Post.Role, row.Post.OrganisationId, row.Organisation, row.Network, row.NetworkName, card.Language, card.Zone);
    }

    // A line for each network a post is told to, the oldest membership first; one line where there is none.
    private IQueryable<Row> RowsOf(PersonId person) =>
        from post in db.Set<Post>().IgnoreAutoIncludes().AsNoTracking()
        join organisation in db.Set<Organisation>() on post.OrganisationId equals organisation.Id
        from notice in db.Set<PostNotice>().Where(n => n.PostId == post.Id).DefaultIfEmpty()
        from network in db.Set<Network>().Where(n => n.Id == notice.NetworkId).DefaultIfEmpty()
        where post.PersonId == person && post.Standing == PostStanding.Confirmed && post.EndedAt == null
        orderby notice.MemberSince, notice.NetworkId
        select new Row(post, organisation.Name, organisation.Zone, network == null ? null : network.Id, network == null ? null : network.Name);

    private sealed record Row(Post Post, string Organisation, string Zone, NetworkId? Network, string? NetworkName);
}
