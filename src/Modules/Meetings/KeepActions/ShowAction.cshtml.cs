using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

[Requires(MeetingsPermissions.See)]
internal sealed class ShowActionPage(ActionsHandler handler, TimeProvider clock) : MeetingPage
{
    [BindProperty]
    public ActionState? State { get; set; }

    [BindProperty]
    public string? Result { get; set; }

    [BindProperty]
    public string? LateReason { get; set; }

    [BindProperty]
    public DateOnly? NewDay { get; set; }

    public ActionItem Action { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public bool MayTell => Action.State == ActionState.Open && handler.MayTell(Action, Actor);

    private string Here => $"/meetings/actions/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.SettleAsync(new(Id), State ?? ActionState.Done, Result, LateReason, Actor, ct), () => LoadAsync(ct), Here, "The result is kept.");

    public async Task<IActionResult> OnPostPutOffAsync(CancellationToken ct) => await AnswerAsync(
        await handler.PutOffAsync(new(Id), NewDay, LateReason, Actor, ct), () => LoadAsync(ct), Here, "The new day is kept, with its reason.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await handler.FindAsync(new(Id), Actor, ct) is not { } action)
        {
            return false;
        }

        (Action, Today) = (action, clock.Today(Actor.Zone));
        State ??= ActionState.Done;
        return true;
    }
}
