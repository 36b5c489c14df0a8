using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.Note)]
internal sealed class LogOfficialModel(AppDbContext db, LogOfficialsHandler handler, IAuthorityRegister authorities) : LandscapePage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public EngagementForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Register { get; private set; } = [];

    public IReadOnlyList<string> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (Id is { } id)
        {
            if (await handler.FindAsync(id, Actor, ct) is not { } e)
            {
                return NotThere();
            }

            Input = new() { Kind = e.Kind, Authority = e.Authority, Office = e.Authority is null ? e.Office : "", Roles = e.Roles, Officials = e.Officials, On = e.On, About = e.About, Outcome = e.Outcome, Version = e.Version };
        }
        else
        {
            Input.On = Today;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        return ModelState.IsValid ? await AnswerAsync(await handler.HandleAsync(Id, Input, Actor, ct), () => LoadAsync(ct), "/landscape/officials", "Saved.") : Again();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.Note) || Actor.Network is not { } network)
        {
            return false;
        }

        Register = [.. (await authorities.AuthoritiesAsync(network, ct)).Select(a => new SelectListItem(a.Name, a.Id.ToString()))];
        Offices = await db.Set<OfficialEngagement>().AsNoTracking().Where(e => e.NetworkId == db.ScopedNetworkId && e.Authority == null).Select(e => e.Office).Distinct().OrderBy(o => o).ToListAsync(ct);
        return true;
    }
}
