using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.AnswerInvitation)]
internal sealed class AnswerInvitationModel(AppDbContext db, AnswerInvitationHandler handler) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public bool Accepts { get; set; }

    public Network Network { get; private set; } = null!;

    public MembershipKind Kind { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var refusal = await handler.HandleAsync(new(new(Id), Accepts), Actor, ct);
        return Answer(refusal, "/network", Accepts ? "Your organisation is a member now." : "The invitation is declined.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new MembershipId(Id);
        var found = await (
            from m in db.Set<Membership>().AsNoTracking()
            join n in db.Set<Network>() on m.NetworkId equals n.Id
            where m.Id == id && m.OrganisationId == db.Scope.Organisation && m.Status == MembershipStatus.Invited
            select new { Network = n, m.Kind }).FirstOrDefaultAsync(ct);
        (Network, Kind) = (found?.Network!, found?.Kind ?? default);
        return found is not null;
    }
}
