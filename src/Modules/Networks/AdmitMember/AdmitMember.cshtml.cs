using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.InviteMember)]
internal sealed class AdmitMemberModel(AppDbContext db, AdmitMemberHandler handler) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public bool Admits { get; set; }

    [BindProperty]
    public MembershipKind Kind { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public MembershipStatus Status { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var refusal = await handler.HandleAsync(new(new(Id), Admits, Kind), Actor, ct);
        return Answer(refusal, "/network", Admits ? "{0} is a member now." : "Done: {0} is not waiting any more.", Organisation.Name);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new MembershipId(Id);
        var found = await (
            from m in db.Set<Membership>().AsNoTracking()
            join o in db.Set<Organisation>() on m.OrganisationId equals o.Id
            where m.Id == id && m.NetworkId == db.Scope.Network && (m.Status == MembershipStatus.Asked || m.Status == MembershipStatus.Invited)
            select new { Organisation = o, m.Status, m.OpenedAt }).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return false;
        }

        (Organisation, Status, OpenedAt) = (found.Organisation, found.Status, found.OpenedAt);
        return true;
    }
}
