using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>A poll: what was said, the reader's own answer, and for whoever asked: answer for somebody, remind, close.</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class ShowPollPage(PollBook book, AnswerPollHandler answering, KeepPollHandler keeping) : MeetingPage
{
    [BindProperty]
    public Dictionary<Guid, VoteAnswer> Answers { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Option { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public PollView View { get; private set; } = null!;

    public PollVoter? Own { get; private set; }

    public bool MayKeep => book.MayKeep(View.Poll, Actor);

    public SlotOption? Chosen => View.Options.FirstOrDefault(o => o.Option.Id == View.Poll.Chosen)?.Option;

    private string Here => $"/meetings/polls/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await answering.SignedInAsync(new(Id), Answers, Note, Actor, ct), () => LoadAsync(ct), Here, "Thank you. You can change your answer until the poll is closed.");

    public async Task<IActionResult> OnPostRemindAsync(CancellationToken ct) => await AnswerAsync(
        await keeping.RemindAsync(new(Id), Actor, ct), () => LoadAsync(ct), Here, "Reminded, once each. Their earlier links have ended.");

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        MeetingRowId? option = Guid.TryParse(Option, out var id) ? new(id) : null;
        var (start, refusal) = option is null && Option != "none"
            ? (null, SlotPoll.NoChoice) : await keeping.CloseAsync(new(Id), option, Version, Actor, ct);
        var next = start is not null && MayHere(MeetingsPermissions.Plan) ? start.Url : Here;
        return await AnswerAsync(refusal, () => LoadAsync(ct), next, "The poll is closed.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await book.FindAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        (View, Own) = (view, view.Voters.FirstOrDefault(v => v.PersonId == Actor.Person));
        return true;
    }

    public PollBallot Ballot => PollBallot.Of(View, Own!, Actor.Zone);
}

/// <summary>The questions of a poll in somebody's zone, with what that person said so far.</summary>
internal sealed record PollBallot(SlotPoll Poll, IReadOnlyList<OptionView> Options, string Zone, IReadOnlyDictionary<MeetingRowId, VoteAnswer> Said)
{
    public static PollBallot Of(PollView view, PollVoter voter, string zone) =>
        new(view.Poll, view.Options, zone, view.Options.Where(o => o.Votes.ContainsKey(voter.Id)).ToDictionary(o => o.Option.Id, o => o.Votes[voter.Id]));
}
