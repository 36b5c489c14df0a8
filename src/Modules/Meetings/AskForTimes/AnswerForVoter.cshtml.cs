using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>An answer that came by phone or across a desk, entered by whoever asked, with how they know it.</summary>
[Requires(MeetingsPermissions.Append)]
internal sealed class AnswerForVoterPage(PollBook book, AnswerPollHandler answering) : MeetingPage
{
    [FromRoute]
    public Guid Voter { get; set; }

    [BindProperty]
    public Dictionary<Guid, VoteAnswer> Answers { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public PollView View { get; private set; } = null!;

    public PollVoter Person { get; private set; } = null!;

    public PollBallot Ballot => PollBallot.Of(View, Person, Actor.Zone);

    public string Poll => $"/meetings/polls/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await answering.ForAsync(new(Id), new(Voter), Answers, Note, Actor, ct), () => LoadAsync(ct), Poll, "Entered, with your name and note beside it.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await book.FindAsync(new(Id), Actor, ct) is not { } view || !book.MayKeep(view.Poll, Actor) || view.Voters.FirstOrDefault(v => v.Id == new MeetingRowId(Voter)) is not { } person)
        {
            return false;
        }

        (View, Person) = (view, person);
        return true;
    }
}
