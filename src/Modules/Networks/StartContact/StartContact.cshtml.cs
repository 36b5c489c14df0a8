using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Networks;

/// <summary>Who keeps the tie stands first; only then the numbers, and only of officers who are in office.</summary>
[Requires(NetworksPermissions.SeeLiaisons)]
internal sealed class StartContactModel(LiaisonFile file, StartContactHandler handler) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ContactWay Way { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public Guid? Officer { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public bool NoChild { get; set; }

    public LiaisonCard Card { get; private set; } = null!;

    public bool MayNote => May(NetworksPermissions.StartContact, new(Network: Actor.Network));

    public IEnumerable<SelectListItem> Officers => Card.InOffice.Select(o => new SelectListItem(o.Name, o.Id.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        On = Today;
        return await LoadAsync(ct) ? Page() : NotThere();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var command = new StartContact(new(Id), On, Way, About, Officer is { } o ? new LiaisonOfficerId(o) : null, NoChild);
        return ModelState.IsValid ? Answer(await handler.HandleAsync(command, Actor, ct), $"/network/authorities/{Id}", "Noted.") : Again();
    }

    private async Task<bool> LoadAsync(CancellationToken ct) => (Card = (await file.FindAsync(Id, Actor, ct))!) is not null;
}
