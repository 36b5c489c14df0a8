using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

internal sealed record AskToJoin(NetworkId Network);

/// <summary>A school asks a listed network to let it in.</summary>
internal sealed class AskToJoinHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public static readonly Refusal Open = new("membership.open", "Your organisation has asked, was invited or is a member already.");

    public async Task<Refusal?> HandleAsync(AskToJoin command, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } own || !access.Allows(actor, NetworksPermissions.AnswerInvitation, new(Organisation: own))
            || !await db.Set<Network>().AnyAsync(n => n.Id == command.Network && n.ExistenceIsListed, ct))
        {
            return NetworkPage.Gone;
        }

        var stays = await db.Set<Membership>().Where(m => m.OrganisationId == own && m.NetworkId == command.Network).ToListAsync(ct);
        if (stays.Exists(m => m.IsOpen || m.Status == MembershipStatus.Active))
        {
            return Open;
        }

        if (await CountedAct.CountAsync(db, actor.Person, CountedActKind.Invitation, clock, ct) is { } tooMany)
        {
            return tooMany;
        }

        var membership = Membership.Ask(own, command.Network, actor.Person, clock);
        db.Add(membership);
        db.Record("member.asked", membership.Id.Value);
        db.Record("member.asked", membership.Id.Value, chain: command.Network.Value);
        return await db.TrySaveAsync(ct);
    }
}
