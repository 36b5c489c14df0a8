using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Networks;

/// <param name="NameStays">The list of former members goes on naming the organisation.</param>
/// <param name="LeaveBehind">What was shared in the network's directory stays readable there.</param>
/// <param name="Understood">Ticked: the person read what will happen.</param>
internal sealed record LeaveNetwork(bool NameStays, bool LeaveBehind, bool Understood);

/// <summary>
/// Leaves at once and in one commit: the membership ends, the network is told of no post any more, and every module takes
/// back what was lent.
/// </summary>
internal sealed class LeaveNetworkHandler(AppDbContext db, Access access, PostBook book, INews news, IEnumerable<IOnLeavingNetwork> modules)
{
    public static readonly Refusal NotUnderstood =
        new("leave.not-understood", "Tick that you have read what will happen.", "Understood");

    public static readonly Refusal LastCoordinator =
        new("leave.last-coordinator", "The network's only coordinator works at your organisation. The network must name another one first.");

    public async Task<Refusal?> HandleAsync(LeaveNetwork command, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } own || actor.Network is not { } network
            || !access.Allows(actor, NetworksPermissions.LeaveNetwork, new(Organisation: own))
            || await book.OpenAsync(own, ct) is not { } rules
            || rules.Networks.FirstOrDefault(m => m.NetworkId == network) is not { } membership)
        {
            return NetworkPage.Gone;
        }

        if (!command.Understood)
        {
            return NotUnderstood;
        }

        var mine = rules.Posts.Where(p => p.Role == Role.NetworkCoordinator && p.EndedAt is null).ToList();
        var others = await book.CoordinatorsElsewhereAsync(network, own, rules, ct);
        if (mine.Exists(p => p.Runs(rules.Now, rules.Today)) && others.Count == 0 && await book.HasOtherMembersAsync(network, own, ct))
        {
            return LastCoordinator;
        }

        foreach (var post in mine.Where(p => !p.Notices.Any(n => n.NetworkId != network)))
        {
            post.End(rules.Now, rules.Today);
            db.Record("post.ended", post.Id.Value);
        }

        membership.Leave(rules.Today, command.NameStays);
        await book.HideFromAsync(own, network, ct);
        foreach (var module in modules)
        {
            await module.LeaveAsync(own, network, command.LeaveBehind, ct);
        }

        db.Record("member.left", membership.Id.Value);
        db.Record("member.left", membership.Id.Value, chain: network.Value);
        news.Tell(others, NetworksWork.MemberLeft, "/network");
        return await db.TrySaveAsync(ct);
    }
}
