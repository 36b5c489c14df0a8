using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.EditOrganisation)]
internal sealed class DeclareGroupModel(AppDbContext db, DeclareGroupHandler handler) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? Parent { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public IReadOnlyList<SelectListItem> Candidates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (From is null && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(From), T["A date is needed here."]);
        }

        return ModelState.IsValid
            ? Answer(await handler.HandleAsync(new DeclareGroup(new(Id), new(Parent ?? default), From!.Value, Until), Actor, ct), $"/organisations/{Id}", "Saved.")
            : Again();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new OrganisationId(Id);
        if (!May(NetworksPermissions.EditOrganisation, new(Organisation: id)))
        {
            return false;
        }

        Candidates = [.. (await db.VisibleOrganisations().Where(o => o.Id != id).OrderBy(o => o.Name).ToListAsync(ct)).Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
        return true;
    }
}
