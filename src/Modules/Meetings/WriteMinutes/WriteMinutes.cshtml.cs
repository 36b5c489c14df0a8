using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>The minutes: read by everybody of the meeting, written and approved by those who may add to it.</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class WriteMinutesPage(MeetingReader reader, WriteMinutesHandler handler) : MeetingPage
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Correction { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public MeetingView View { get; private set; } = null!;

    public bool MayWrite => MayHere(MeetingsPermissions.Append) && View.Minutes is { State: not MinutesState.Approved };

    /// <summary>Somebody approved them meanwhile: what was typed is still shown, to be taken along.</summary>
    public bool IsTyped { get; private set; }

    private string Here => $"/meetings/{Id}/minutes";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (View.Minutes is { } minutes)
        {
            (Text, Version) = (minutes.Text.Length == 0 && MayWrite ? await handler.DraftAsync(View.Meeting, ct) : minutes.Text, minutes.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        IsTyped = true;
        return await AnswerAsync(await handler.WriteAsync(new(Id), Text, Version, Actor, ct), () => LoadAsync(ct), Here, "The draft is kept.");
    }

    public async Task<IActionResult> OnPostCirculateAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.CirculateAsync(new(Id), Actor, ct), () => LoadAsync(ct), Here, "The minutes went round: one mail to everybody invited.");

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.ApproveAsync(new(Id), Actor, ct), () => LoadAsync(ct), Here, "Approved. The minutes stay as they are.");

    public async Task<IActionResult> OnPostCorrectAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.CorrectAsync(new(Id), Correction, Reason, Actor, ct), () => LoadAsync(ct), Here, "The correction stands below the minutes.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reader.ReadAsync(new(Id), Actor, MeetingsPermissions.See, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Text ??= view.Minutes?.Text;
        return true;
    }
}
