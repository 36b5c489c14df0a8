using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class FollowGuidePage(PartnershipDoor door, FollowGuideHandler handler) : PartnershipPage
{
    [BindProperty]
    public GuideStep Step { get; set; }

    [BindProperty]
    public StepState State { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public GuideStep? Marked { get; private set; }

    public IReadOnlyList<StepStand> Steps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostMarkAsync(CancellationToken ct)
    {
        Marked = Step;
        return await AnswerAsync(await handler.MarkAsync(new(Id), Step, State, Reason, Actor, ct), () => LoadAsync(ct), $"{Here}/guide", "Saved.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Steps = await handler.StepsAsync(view, ct);
        return true;
    }
}
