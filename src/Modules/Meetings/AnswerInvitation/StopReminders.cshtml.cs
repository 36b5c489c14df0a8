using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>No more reminders to this address. A button, since mail programs open links on their own.</summary>
[OpenTo(Audience.LinkHolders)]
[IgnoreAntiforgeryToken(Order = 1001)]
internal sealed class StopRemindersPage(AnswerHandler handler) : CausewayPage
{
    [FromRoute]
    public Guid Network { get; set; }

    [FromRoute]
    public Guid Invitation { get; set; }

    [FromRoute]
    public string Secret { get; set; } = "";

    public bool Found { get; private set; }

    public bool Stopped { get; private set; }

    public string Back => $"/meetings/answer/{Network}/{Invitation}/{Secret}";

    private AnswerLink Link => new(new(Network), new(Invitation), Secret);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var opened = await handler.LookAsync(Link, ct);
        (Found, Stopped) = (opened is not null, opened?.Invitation.StoppedAt is not null);
        return Page(Found ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
    }

    [WithoutKey("stopping twice is stopping once, and the one press of a mail program (RFC 8058) has no form")]
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await handler.StopAsync(Link, ct) switch
    {
        null => Done(Back + "/stop", "No more reminders come to this address."),
        var refusal when refusal.Code == MeetingDoor.Gone.Code => NotThere(),
        var refusal => Refuse(refusal),
    };
}
