using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>
/// A network from outside. Its two switches are independent: listed makes it findable, open content shows who its members
/// are; neither means that it is not there.
/// </summary>
[Requires(NetworksPermissions.AnswerInvitation)]
internal sealed class ShowListedNetworkModel(AppDbContext db, AskToJoinHandler handler) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Network Network { get; private set; } = null!;

    /// <summary>Null: shown to members only.</summary>
    public IReadOnlyList<string>? Members { get; private set; }

    public MembershipStatus? Stay { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await handler.HandleAsync(new(new(Id)), Actor, ct), "/network", "Your request is with the coordinator.")
        : NotThere();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new NetworkId(Id);
        if (await db.Set<Network>().AsNoTracking().FirstOrDefaultAsync(n => n.Id == id && (n.ExistenceIsListed || !n.ContentIsPrivate), ct) is not { } found)
        {
            return false;
        }

        Network = found;
        Stay = await db.Set<Membership>().Where(m => m.OrganisationId == db.Scope.Organisation && m.NetworkId == id && m.Status != MembershipStatus.Left && m.Status != MembershipStatus.Declined)
            .Select(m => (MembershipStatus?)m.Status).FirstOrDefaultAsync(ct);
        if (!found.ContentIsPrivate)
        {
            // The network chose to show this one thing to everybody; only names of members leave the narrowed scope.
            db.Scope.Narrow(default, id);
            Members = await (
                from m in db.Set<Membership>().AsNoTracking()
                join o in db.Set<Organisation>() on m.OrganisationId equals o.Id
                where m.NetworkId == id && m.Status == MembershipStatus.Active
                orderby o.Name
                select o.Name).ToListAsync(ct);
            db.Scope.Set(Actor);
        }

        return true;
    }
}
