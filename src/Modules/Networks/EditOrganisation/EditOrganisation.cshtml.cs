using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.EditOrganisation)]
internal sealed class EditOrganisationModel(AppDbContext db, EditOrganisationHandler handler) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DetailsForm Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!IsOwn)
        {
            return NotThere();
        }

        var own = await db.VisibleOrganisations().FirstAsync(o => o.Id == new OrganisationId(Id), ct);
        (Input, Version) = (DetailsForm.Of(own), own.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !IsOwn ? NotThere() : ModelState.IsValid
        ? Answer(
            await handler.HandleAsync(new(new(Id), Input.ToDetails(), await Input.Logo.ReadAsync(ct), Version), Actor, ct),
            $"/organisations/{Id}",
            "Saved.")
        : Again();

    private bool IsOwn => May(NetworksPermissions.EditOrganisation, new(Organisation: new(Id)));
}
