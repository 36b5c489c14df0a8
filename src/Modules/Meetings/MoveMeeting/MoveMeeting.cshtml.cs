using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

[Requires(MeetingsPermissions.Plan)]
internal sealed class MoveMeetingPage(MeetingDoor door, MoveMeetingHandler handler) : MeetingPage
{
    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Meeting Meeting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        (Day, Time) = (Meeting.Day, Meeting.Time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.MoveAsync(new(Id), Day, SeriesForm.TimeOf(Time), Reason, Actor, ct), () => LoadAsync(ct), $"/meetings/{Id}", "Moved. Everybody invited is told, in their own time.");

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken ct) => await AnswerAsync(
        await handler.CancelAsync(new(Id), Reason, Actor, ct), () => LoadAsync(ct), $"/meetings/{Id}", "Cancelled. Everybody invited is told.");

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken ct) => await AnswerAsync(
        await handler.RestoreAsync(new(Id), Actor, ct), () => LoadAsync(ct), $"/meetings/{Id}", "It takes place after all. Everybody invited is told.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.FindAsync(new MeetingId(Id), Actor, MeetingsPermissions.Plan, ct) is not { } meeting)
        {
            return false;
        }

        Meeting = meeting;
        return true;
    }
}
