using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.Note)]
internal sealed class KeepMechanismModel(KeepCommunityHandler handler) : LandscapePage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public MechanismForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.Note))
        {
            return NotThere();
        }

        if (Id is { } id)
        {
            if (await handler.FindAsync(id, Actor, ct) is not { } m)
            {
                return NotThere();
            }

            Input = new()
            {
                Name = m.Name, Kind = m.Kind, LedBy = m.LedBy, Reach = m.Reach, Trust = m.Trust, TrustWhy = m.TrustWhy, DoNoHarm = m.DoNoHarm,
                FormalRoute = m.FormalRoute, SpokenOn = m.SpokenOn, Version = m.Version,
            };
        }
        else
        {
            Input.SpokenOn = Today;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid ? await AnswerAsync(await handler.HandleAsync(Id, Input, Actor, ct), () => Task.FromResult(true), "/landscape/community", "Saved.") : Again();
}
