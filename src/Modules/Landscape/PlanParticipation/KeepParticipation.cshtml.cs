using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.KeepParticipation)]
internal sealed class KeepParticipationModel(PlanParticipationHandler handler) : LandscapePage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public ParticipationForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.KeepParticipation))
        {
            return NotThere();
        }

        if (Id is { } id)
        {
            if (await handler.FindAsync(id, Actor, LandscapePermissions.KeepParticipation, ct) is not { StoppedOn: null } p)
            {
                return NotThere();
            }

            Input = new()
            {
                Reference = p.Reference, Role = p.Words.Role, Support = p.Words.Support, Format = p.Words.Format, Cover = p.Words.Cover, ConsentOn = p.ConsentOn,
                AssentOn = p.AssentOn, AssentHow = p.Words.AssentHow, BeginsOn = p.BeginsOn, Version = p.Version,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var (id, refusal) = await handler.KeepAsync(Id, Input, Actor, ct);
        return await AnswerAsync(refusal, () => Task.FromResult(true), $"/landscape/participation/{id}", "Saved.");
    }
}
