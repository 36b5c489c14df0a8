using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.ConfirmAsCoordinator)]
internal sealed class ConfirmPostModel(AppDbContext db, ConfirmPostHandler handler, People people) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public bool Agrees { get; set; }

    public PostNotice Notice { get; private set; } = null!;

    public string OrganisationName { get; private set; } = "";

    public string PersonName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await handler.HandleAsCoordinatorAsync(new(Id), Agrees, Actor, ct), "/network", Agrees ? "Agreed." : "Refused.")
        : NotThere();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var post = new PostId(Id);
        if (await db.Set<PostNotice>().AsNoTracking().FirstOrDefaultAsync(n => n.PostId == post && n.NetworkId == db.Scope.Network && n.AsksCoordinator, ct) is not { } notice)
        {
            return false;
        }

        Notice = notice;
        OrganisationName = await db.Set<Organisation>().Where(o => o.Id == notice.OrganisationId).Select(o => o.Name).FirstAsync(ct);
        PersonName = (await people.CardsAsync([notice.PersonId], ct)).GetValueOrDefault(notice.PersonId)?.Name ?? "?";
        return true;
    }
}
