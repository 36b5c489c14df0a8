using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Agrees">False: the second person says no.</param>
internal sealed record ConfirmPost(OrganisationId Organisation, PostId Post, bool Agrees);

/// <summary>The second person's word (separation rules 1, 4, 9): a colleague's, or a coordinator's where the notice asks for one.</summary>
internal sealed class ConfirmPostHandler(AppDbContext db, Access access, PostBook book, PostWarnings warnings, INews news)
{
    public static readonly Refusal AsksCoordinator =
        new("post.asks-coordinator", "A coordinator of the network must agree to this post.");

    public async Task<Refusal?> HandleAsync(ConfirmPost command, Actor actor, CancellationToken ct)
    {
        if (!access.Allows(actor, NetworksPermissions.ConfirmPost, new(Organisation: command.Organisation)))
        {
            return NetworkPage.Gone;
        }

        return await DecideAsync(command, actor, coordinated: null, ct);
    }

    /// <summary>
    /// The coordinator's way in is the notice in their own network; only for this one row the scope is narrowed to the
    /// organisation, and set back before anything else is read.
    /// </summary>
    public async Task<Refusal?> HandleAsCoordinatorAsync(PostId post, bool agrees, Actor actor, CancellationToken ct)
    {
        var notice = await db.Set<PostNotice>().AsNoTracking()
            .FirstOrDefaultAsync(n => n.PostId == post && n.NetworkId == db.Scope.Network && n.AsksCoordinator, ct);
        if (notice is null || !access.Allows(actor, NetworksPermissions.ConfirmAsCoordinator, new(Network: notice.NetworkId)))
        {
            return NetworkPage.Gone;
        }

        db.Scope.Narrow(notice.OrganisationId, notice.NetworkId);
        try
        {
            return await DecideAsync(new(notice.OrganisationId, post, agrees), actor, notice.NetworkId, ct);
        }
        finally
        {
            db.Scope.Set(actor);
        }
    }

    private async Task<Refusal?> DecideAsync(ConfirmPost command, Actor actor, NetworkId? coordinated, CancellationToken ct)
    {
        if (await book.OpenAsync(command.Organisation, ct) is not { } rules
            || rules.Posts.FirstOrDefault(p => p.Id == command.Post) is not { } post)
        {
            return NetworkPage.Gone;
        }

        if (post.AsksCoordinator && coordinated is null && post.Standing == PostStanding.Proposed)
        {
            return AsksCoordinator;
        }

        if ((command.Agrees ? post.Confirm(actor.Person, rules.Now) : post.Decline(actor.Person)) is { } refusal)
        {
            return refusal;
        }

        var act = command.Agrees ? "post.confirmed" : "post.declined";
        db.Record(act, post.Id.Value);
        if (coordinated is { } network)
        {
            db.Record(act, post.Id.Value, chain: network.Value);
        }

        if (post.Role == Role.SafeguardingLead)
        {
            await warnings.TellAsync(
                rules.Leads.Append(post.ProposedBy).Where(p => p != actor.Person), command.Organisation, "A proposed post was decided", "A second person decided about a post of your organisation. Please look:", ct);
        }
        else if (post.ProposedBy != actor.Person)
        {
            news.Tell([post.ProposedBy], NetworksWork.PostDecided, $"/organisations/{command.Organisation}");
        }

        return await db.TrySaveAsync(ct);
    }
}
