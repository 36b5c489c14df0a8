using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>A meeting to which one is asked by name. Whoever is not, finds nothing here; nothing about its content is kept in this room.</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class ShowNeutralPage(AnswerNeutralHandler handler) : MeetingPage
{
    [BindProperty]
    public Reply? Reply { get; set; }

    public OpenedNeutral Opened { get; private set; } = null!;

    /// <summary>Filled for whoever convened it.</summary>
    public IReadOnlyList<NeutralInvitation> Answers { get; private set; } = [];

    public bool IsMine => Opened.Meeting.ConvenedBy == Actor.Person;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        Reply is { } reply ? await handler.AnswerAsync(await handler.LookAsync(new NeutralMeetingId(Id), Actor, ct), reply, ct) : Meetings.Response.NoAnswer,
        () => LoadAsync(ct), $"/meetings/invited/{Id}", "Your answer is kept.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await handler.LookAsync(new NeutralMeetingId(Id), Actor, ct) is not { } opened)
        {
            return false;
        }

        (Opened, Answers) = (opened, await handler.AnswersAsync(opened.Meeting, Actor, ct));
        Reply ??= opened.Own?.Reply is null or Meetings.Reply.NeedsAction ? null : opened.Own.Reply;
        return true;
    }
}
