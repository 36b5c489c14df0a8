using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.EditNetwork)]
internal sealed class EditNetworkModel(AppDbContext db, EditNetworkHandler handler) : NetworkPage
{
    [BindProperty]
    public IdentityForm Input { get; set; } = new();

    [BindProperty]
    public string? EmergencyNumbers { get; set; }

    [BindProperty]
    public string? DutyToReport { get; set; }

    [BindProperty]
    public DateOnly? CheckedOn { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.VisibleNetworks().FirstOrDefaultAsync(n => n.Id == db.Scope.Network, ct) is not { } network)
        {
            return NotThere();
        }

        Input = new()
        {
            Name = network.Name,
            Acronym = network.Acronym,
            Kind = network.Kind,
            Area = network.Area,
            Languages = network.Languages,
            ContentIsPrivate = network.ContentIsPrivate,
            ExistenceIsListed = network.ExistenceIsListed,
        };
        (EmergencyNumbers, DutyToReport, CheckedOn, Version) = (network.EmergencyNumbers, network.DutyToReport, network.EmergencyCheckedOn, network.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid
        ? Answer(
            await handler.HandleAsync(
                new(Input.ToIdentity(), EmergencyNumbers, DutyToReport, CheckedOn, await Input.Logo.ReadAsync(ct), Version), Actor, ct),
            "/network",
            "Saved.")
        : Again();
}
