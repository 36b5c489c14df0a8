using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>Where the link of a poll's mail leads: the times in the reader's zone, no account.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class AnswerPollByLinkPage(AnswerPollHandler handler) : CausewayPage
{
    [FromRoute]
    public Guid Network { get; set; }

    [FromRoute]
    public Guid Voter { get; set; }

    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "zone")]
    public string? Zone { get; set; }

    [BindProperty]
    public Dictionary<Guid, VoteAnswer> Answers { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public PollView? View { get; private set; }

    public PollVoter? Person { get; private set; }

    public string Here => $"/meetings/polls/answer/{Network}/{Voter}/{Secret}";

    public string ShownZone => MeetingTimes.IsZone(Zone) ? Zone! : Person?.Zone ?? "UTC";

    public PollBallot Ballot => PollBallot.Of(View!, Person!, ShownZone);

    private PollLink Link => new(new(Network), new(Voter), Secret);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page(View is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusal = await handler.ByLinkAsync(Link, Answers, Note, ct);
        if (refusal is null)
        {
            return Done(Here, "Thank you. You can change your answer until the poll is closed.");
        }

        await LoadAsync(ct);
        if (View is not null)
        {
            return Refuse(refusal);
        }

        return Page(StatusCodes.Status404NotFound);
    }

    private async Task LoadAsync(CancellationToken ct) => (View, Person) = await handler.LookAsync(Link, ct) is { } found ? (found.Poll, found.Voter) : (null, null);
}
