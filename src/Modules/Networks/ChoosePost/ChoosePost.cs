using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Network">Which network to work in; null: leave it as it is.</param>
internal sealed record ChoosePost(PostId Post, NetworkId? Network);

/// <summary>Checks that the post is the person's own and runs, and remembers the network. The page then tells the session.</summary>
internal sealed class ChoosePostHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(ChoosePost command, Actor actor, CancellationToken ct)
    {
        var post = await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == command.Post && p.PersonId == actor.Person, ct);
        if (post is null || !access.Allows(actor, NetworksPermissions.ChoosePost, new(Person: post.PersonId)))
        {
            return NetworkPage.Gone;
        }

        var zone = await db.Set<Organisation>().Where(o => o.Id == post.OrganisationId).Select(o => o.Zone).FirstAsync(ct);
        if (!post.Runs(clock.GetUtcNow(), clock.Today(zone)))
        {
            return NetworkPage.Gone;
        }

        if (command.Network is { } network)
        {
            if (!post.Notices.Any(n => n.NetworkId == network))
            {
                return NetworkPage.Gone;
            }

            post.WorkIn(network);
        }

        db.Record("post.chosen", post.Id.Value, chain: post.OrganisationId.Value);
        return await db.TrySaveAsync(ct);
    }
}
