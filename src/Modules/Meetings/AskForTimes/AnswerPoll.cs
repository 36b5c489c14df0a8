using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

internal sealed record PollLink(NetworkId Network, MeetingRowId Voter, string Secret);

/// <summary>
/// Answers to a poll: by link without an account, signed in, or entered by whoever asked with a note how they know. An answer may
/// be changed until the poll is closed; one that comes later is refused in words.
/// </summary>
internal sealed class AnswerPollHandler(AppDbContext db, PollBook book, PollMails mails)
{
    private const int Repeats = 20;

    public static readonly Refusal Incomplete = new("poll.incomplete", "Say something about each time: yes, if need be, or no.");

    /// <summary>The poll the link belongs to, open or closed; null: there is no such link.</summary>
    public async Task<(PollView Poll, PollVoter Voter)?> LookAsync(PollLink link, CancellationToken ct)
    {
        db.Scope.Narrow(default, link.Network);
        var voter = await db.Set<PollVoter>().FirstOrDefaultAsync(v => v.Id == link.Voter && v.NetworkId == link.Network, ct);
        return voter is null || !voter.Knows(link.Secret) ? null
            : (await book.ViewAsync(await db.Set<SlotPoll>().FirstAsync(p => p.Id == voter.PollId, ct), ct), voter);
    }

    public Task<Refusal?> ByLinkAsync(PollLink link, IReadOnlyDictionary<Guid, VoteAnswer> answers, string? note, CancellationToken ct) => AnswerAsync(
        async () => await LookAsync(link, ct), answers, note, null, "poll.answered-by-link", ct);

    public Task<Refusal?> SignedInAsync(SlotPollId id, IReadOnlyDictionary<Guid, VoteAnswer> answers, string? note, Actor actor, CancellationToken ct) => AnswerAsync(
        async () => await book.FindAsync(id, actor, ct) is { } view && view.Voters.FirstOrDefault(v => v.PersonId == actor.Person) is { } own ? (view, own) : null,
        answers, note, null, "poll.answered", ct);

    public Task<Refusal?> ForAsync(SlotPollId id, MeetingRowId voter, IReadOnlyDictionary<Guid, VoteAnswer> answers, string? note, Actor actor, CancellationToken ct) => AnswerAsync(
        async () => await book.FindAsync(id, actor, ct) is { } view && book.MayKeep(view.Poll, actor) && view.Voters.FirstOrDefault(v => v.Id == voter) is { } other ? (view, other) : null,
        answers, note, actor.Name, "poll.answered-for", ct);

    // Others answer at the same moment: each looks again, none is refused for it. Whoever comes after the close is told.
    private async Task<Refusal?> AnswerAsync(
        Func<Task<(PollView Poll, PollVoter Voter)?>> find, IReadOnlyDictionary<Guid, VoteAnswer> answers, string? note, string? enteredBy, string act, CancellationToken ct)
    {
        Refusal? refusal = null;
        try
        {
            await db.LookAgainAsync(Repeats, () => OnceAsync());
            return refusal;
        }
        catch (DbUpdateException)
        {
            // One person on two devices in the same moment.
            return Refusal.ChangedMeanwhile;
        }

        async Task OnceAsync()
        {
            refusal = MeetingDoor.Gone;
            if (await find() is { } found)
            {
                refusal = Take(found.Poll, found.Voter, answers, note, enteredBy);
                if (refusal is not null)
                {
                    db.ChangeTracker.Clear();
                    return;
                }

                db.Record(act, found.Voter.Id.Value, found.Voter.NetworkId.Value);
                await ApplyAsync(found.Poll, found.Voter, answers, ct);
                await db.SaveChangesAsync(ct);
            }
        }
    }

    private Refusal? Take(PollView view, PollVoter voter, IReadOnlyDictionary<Guid, VoteAnswer> answers, string? note, string? enteredBy)
    {
        var now = mails.Clock.GetUtcNow();
        return !view.Poll.IsOpen ? SlotPoll.Closed
            : view.Options.Any(o => !answers.TryGetValue(o.Option.Id.Value, out var answer) || !Enum.IsDefined(answer)) ? Incomplete
            : voter.Answer(note, enteredBy, now) ?? view.Poll.Hear(now);
    }

    private async Task ApplyAsync(PollView view, PollVoter voter, IReadOnlyDictionary<Guid, VoteAnswer> answers, CancellationToken ct)
    {
        var votes = await db.Set<Vote>().Where(v => v.VoterId == voter.Id).ToDictionaryAsync(v => v.OptionId, ct);
        foreach (var option in view.Options.Select(o => o.Option.Id))
        {
            if (votes.TryGetValue(option, out var vote))
            {
                vote.Change(answers[option.Value]);
            }
            else
            {
                db.Add(Vote.Cast(voter, option, answers[option.Value], mails.Clock));
            }
        }
    }
}

/// <summary>Reminds, once each, and closes.</summary>
internal sealed class KeepPollHandler(AppDbContext db, PollBook book, PollMails mails)
{
    public static readonly Refusal NobodySilent = new("poll.nobody-silent", "Everybody has answered or was reminded already.");

    public async Task<Refusal?> RemindAsync(SlotPollId id, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, ct) is not { } view || !book.MayKeep(view.Poll, actor))
        {
            return MeetingDoor.Gone;
        }

        var silent = view.Silent.Where(v => v.RemindedAt is null).ToList();
        if (!view.Poll.IsOpen || silent.Count == 0)
        {
            return view.Poll.IsOpen ? NobodySilent : SlotPoll.Closed;
        }

        foreach (var voter in silent)
        {
            voter.Remind(mails.Clock.GetUtcNow());
            mails.Remind(voter);
        }

        return await db.TrySaveAsync("poll.reminded", id.Value, ct);
    }

    /// <param name="option">Null: none of the times.</param>
    public async Task<(PlanStart? Start, Refusal? Refusal)> CloseAsync(SlotPollId id, MeetingRowId? option, int version, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, ct) is not { } view || !book.MayKeep(view.Poll, actor))
        {
            return (null, MeetingDoor.Gone);
        }

        var chosen = option is null ? null : view.Options.FirstOrDefault(o => o.Option.Id == option)?.Option;
        if (option is not null && chosen is null)
        {
            return (null, SlotPoll.NoChoice);
        }

        // Somebody may have answered since the page was opened, and the best time may be another one now.
        var refusal = view.Poll.Version != version && view.Poll.IsOpen ? Refusal.ChangedMeanwhile : view.Poll.Close(chosen, mails.Clock.GetUtcNow());
        refusal ??= await db.TrySaveAsync("poll.closed", id.Value, ct);
        if (refusal is not null)
        {
            // The page shows what is saved, not what was tried.
            db.ChangeTracker.Clear();
        }

        return (refusal is null && chosen is not null ? PollBook.Start(view.Poll, chosen) : null, refusal);
    }
}
