using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

internal sealed record AnswerInvitation(MembershipId Membership, bool Accepts);

/// <summary>The invited organisation's word. From an acceptance on, the network is told of its posts.</summary>
internal sealed class AnswerInvitationHandler(AppDbContext db, Access access, PostBook book, INews news)
{
    public async Task<Refusal?> HandleAsync(AnswerInvitation command, Actor actor, CancellationToken ct)
    {
        var membership = await db.Set<Membership>().FirstOrDefaultAsync(m => m.Id == command.Membership, ct);
        if (membership is null
            || !access.Allows(actor, NetworksPermissions.AnswerInvitation, new(Organisation: membership.OrganisationId))
            || await book.OpenAsync(membership.OrganisationId, ct) is not { } rules)
        {
            return NetworkPage.Gone;
        }

        if ((command.Accepts ? membership.Accept(rules.Today) : membership.Decline(rules.Today)) is { } refusal)
        {
            return refusal;
        }

        if (command.Accepts)
        {
            await book.ShowInAsync(membership.OrganisationId, membership.NetworkId, rules.Today, ct);
        }

        var act = command.Accepts ? "member.joined" : "member.declined";
        db.Record(act, membership.Id.Value);
        db.Record(act, membership.Id.Value, chain: membership.NetworkId.Value);
        news.Tell([membership.OpenedBy], NetworksWork.InvitationAnswered, "/network");
        return await db.TrySaveAsync(ct);
    }
}
