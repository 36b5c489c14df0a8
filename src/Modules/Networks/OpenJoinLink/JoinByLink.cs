using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

internal sealed record JoinByLink(NetworkId Network, JoinLinkId Link, string Secret);

/// <summary>
/// The address carries the network's id and a secret. The scope is narrowed to that network only to find the row whose
/// hash the secret must match; a wrong secret is answered like a link that never was.
/// </summary>
internal sealed class JoinByLinkHandler(AppDbContext db, Access access, PostBook book)
{
    public static readonly Refusal AlreadyMember = new("membership.already", "Your organisation is a member of this network already.");

    /// <summary>The network the link leads into; null: no such link, wrong secret, used or run out.</summary>
    public async Task<(Network Network, MembershipKind Kind)?> LookAsync(JoinByLink command, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(command, actor, ct) is not { } link)
        {
            return null;
        }

        return (await db.Set<Network>().AsNoTracking().FirstAsync(n => n.Id == link.NetworkId, ct), link.Kind);
    }

    public async Task<Refusal?> HandleAsync(JoinByLink command, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } own || !access.Allows(actor, NetworksPermissions.AnswerInvitation, new(Organisation: own))
            || await FindAsync(command, actor, ct) is not { } link)
        {
            return NetworkPage.Gone;
        }

        var rules = (await book.OpenAsync(own, ct))!;
        if (rules.Networks.Any(m => m.NetworkId == command.Network))
        {
            return AlreadyMember;
        }

        // Both sides' rows change in one commit: the link is the network's, the posts are the organisation's.
        db.Scope.Narrow(own, command.Network);
        try
        {
            if (link.Use(own, rules.Now) is { } closed)
            {
                return closed;
            }

            var membership = Membership.Begin(own, command.Network, link.Kind, rules.Today, actor.Person, book.Clock);
            db.Add(membership);
            await book.ShowInAsync(own, command.Network, rules.Today, ct);
            db.Record("member.joined", membership.Id.Value, chain: own.Value);
            db.Record("member.joined", membership.Id.Value, chain: command.Network.Value);
            return await db.TrySaveAsync(ct);
        }
        finally
        {
            db.Scope.Set(actor);
        }
    }

    private async Task<JoinLink?> FindAsync(JoinByLink command, Actor actor, CancellationToken ct)
    {
        db.Scope.Narrow(default, command.Network);
        try
        {
            var link = await db.Set<JoinLink>().FirstOrDefaultAsync(l => l.Id == command.Link && l.NetworkId == command.Network, ct);
            return link is not null && link.OpensWith(command.Secret, book.Clock.GetUtcNow()) ? link : null;
        }
        finally
        {
            db.Scope.Set(actor);
        }
    }
}
