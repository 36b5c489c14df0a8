using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.LeaveNetwork)]
internal sealed class LeaveNetworkModel(AppDbContext db, LeaveNetworkHandler handler, HandBack handBack) : NetworkPage
{
    [BindProperty]
    public bool LeaveBehind { get; set; }

    [BindProperty]
    public bool NameStays { get; set; } = true;

    [BindProperty]
    public bool Understood { get; set; }

    public int OtherMembers { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(
            await handler.HandleAsync(new(NameStays, LeaveBehind, Understood), Actor, ct), "/network", "Your organisation has left the network.")
        : NotThere();

    public async Task<IActionResult> OnPostDownloadAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var (archive, refusal) = await handBack.PackAsync(Actor, ct);
        return archive is null ? Answer(refusal!) : File(archive, "application/zip", "causeway-data.zip");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        OtherMembers = await db.Set<Membership>().CountAsync(
            m => m.NetworkId == db.Scope.Network && m.Status == MembershipStatus.Active && m.OrganisationId != db.Scope.Organisation, ct);
        return Actor.Network is not null;
    }
}
