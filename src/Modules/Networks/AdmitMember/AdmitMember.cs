using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Admits">False: a request is declined, or the network's own invitation taken back.</param>
internal sealed record AdmitMember(MembershipId Membership, bool Admits, MembershipKind Kind);

/// <summary>The coordinator answers a request to join, or takes an unanswered invitation back.</summary>
internal sealed class AdmitMemberHandler(AppDbContext db, Access access, PostBook book, INews news)
{
    public async Task<Refusal?> HandleAsync(AdmitMember command, Actor actor, CancellationToken ct)
    {
        var membership = await db.Set<Membership>().FirstOrDefaultAsync(m => m.Id == command.Membership && m.NetworkId == db.Scope.Network, ct);
        if (membership is null || !access.Allows(actor, NetworksPermissions.InviteMember, new(Network: membership.NetworkId)))
        {
            return NetworkPage.Gone;
        }

        var zone = await db.Set<Organisation>().Where(o => o.Id == membership.OrganisationId).Select(o => o.Zone).FirstAsync(ct);
        var today = book.Clock.Today(zone);
        if ((command.Admits ? membership.Admit(command.Kind, today) : membership.Decline(today)) is { } refusal)
        {
            return refusal;
        }

        // What the network is told of the newcomer's posts is written by the newcomer's rows: they asked for this.
        db.Scope.Narrow(membership.OrganisationId, membership.NetworkId);
        try
        {
            if (command.Admits)
            {
                await book.ShowInAsync(membership.OrganisationId, membership.NetworkId, today, ct);
            }

            var act = command.Admits ? "member.joined" : "member.declined";
            db.Record(act, membership.Id.Value);
            db.Record(act, membership.Id.Value, chain: membership.NetworkId.Value);
            news.Tell([membership.OpenedBy], NetworksWork.RequestAnswered, "/network");
            return await db.TrySaveAsync(ct);
        }
        finally
        {
            db.Scope.Set(actor);
        }
    }
}
