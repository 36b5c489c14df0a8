using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.SeeParticipation)]
internal sealed class ShowParticipationModel(PlanParticipationHandler handler) : LandscapePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public FeedbackForm Input { get; set; } = new();

    public ParticipationPlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Input = new() { Changed = Plan.Words.Changed, FeedbackOn = Plan.FeedbackOn ?? Today, FeedbackHow = Plan.Words.FeedbackHow };
        return Page();
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.StopAsync(Id, Actor, ct), () => LoadAsync(ct), $"/landscape/participation/{Id}", "They have stopped. Nothing goes on.");

    public async Task<IActionResult> OnPostFeedbackAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.FeedbackAsync(Id, Input, Actor, ct), () => LoadAsync(ct), $"/landscape/participation/{Id}", "Saved.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await handler.FindAsync(Id, Actor, LandscapePermissions.SeeParticipation, ct) is not { } plan)
        {
            return false;
        }

        Plan = plan;
        return true;
    }
}
