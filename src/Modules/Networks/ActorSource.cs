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

        var running = await RunningAsync(person, ct);
        var chosen = running.Where(r => r.Post.Id == acting).ToList();
        if (chosen.Count == 0)
        {
            chosen = running.Where(r => r.Post.Id == running[0].Post.Id).ToList();
        }

        return chosen.Count == 0 ? WithoutPost(card) : InPost(card, chosen);
    }

    public async Task<IReadOnlyList<Actor>> FindAllAsync(PersonId person, CancellationToken ct)
    {
        if (await people.FindAsync(person, ct) is not { } card)
        {
            return [];
        }

        var running = await RunningAsync(person, ct);
        return running.Count == 0 ? [WithoutPost(card)] : [.. running.GroupBy(r => r.Post.Id).Select(post => InPost(card, [.. post]))];
    }

    private static Actor WithoutPost(PersonCard card) => new(card.Id, card.Name, null, null, null, null, null, null, card.Language, card.Zone);

    private static Actor InPost(PersonCard card, List<Row> lines)
    {
        var row = lines.Find(r => r.Network == r.Post.ActingNetwork) ?? lines[0];
        return new Actor(
            card.Id, card.Name, row.Post.Id, row.Post.Role, row.Post.OrganisationId, row.Organisation, row.Network, row.NetworkName, card.Language, card.Zone);
    }

    private async Task<List<Row>> RunningAsync(PersonId person, CancellationToken ct)
    {
        var rows = await RowsOf(person).ToListAsync(ct);
        var now = clock.GetUtcNow();
        // The sort is stable, so the networks of one post stay in the order of their memberships.
        return [.. rows.Where(r => r.Post.Runs(now, LocalDay.Of(now, r.Zone))).OrderBy(r => r.Post.From).ThenBy(r => r.Post.Role).ThenBy(r => r.Post.Id.Value)];
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
