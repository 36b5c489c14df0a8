using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Meetings;

/// <summary>
/// The made-up city's polls: one of this week with two times level, one whose day to answer has passed, one of last month that
/// was closed with its time chosen.
/// </summary>
internal sealed class DemoPolls(AppDbContext db, DemoSpeakers speakers, PollMails mails) : IDemoPart
{
    public int Order => 41;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("meetings", out _) || await speakers.CoordinatorAsync(city, ct) is not { Network: not null } coordinator)
        {
            return;
        }

        var people = await speakers.InviteesAsync(coordinator.Network.Value, ct);
        await AskAsync(city, coordinator, people, new("Spring training day", Rhythm.Once, -3, 60, people.Count / 2, false), ct);
        await AskAsync(city, coordinator, people, new("Supervision group from January", Rhythm.MonthlyNth, -14, 45, people.Count - 3, false), ct);
        await AskAsync(city, coordinator, people, new("Hand-over of the yearly check", Rhythm.Once, -40, 20, people.Count - 1, true), ct);
    }

    private async Task AskAsync(DemoCity city, Actor coordinator, IReadOnlyList<Invitee> people, Story story, CancellationToken ct)
    {
        var then = new ClockAt(mails.Clock.GetUtcNow().AddDays(story.Asked));
        var first = Workday(city.Today.AddDays(story.Ahead));
        var terms = new PollTerms(story.Title, "Europe/Lisbon", 60, 1, MeetingAudience.Staff, city.Today.AddDays(story.Asked + 10));
        var poll = Must(SlotPoll.Ask(coordinator.Network!.Value, terms, coordinator, then));
        (DateOnly Day, TimeOnly Time)[] times = [(first, new(15, 0)), (first, new(16, 30)), (Workday(first.AddDays(2)), new(8, 0))];
        var options = times.Select((t, i) => Must(SlotOption.Of(poll, i + 1, t.Day, t.Time, story.Rhythm, then))).ToList();
        db.Add(poll);
        db.AddRange(options);
        for (var i = 0; i < people.Count; i++)
        {
            var voter = PollVoter.Ask(poll, people[i], then)!;
            db.Add(voter);
            if (i < story.Answers)
            {
                Answer(poll, voter, options, i, coordinator, new ClockAt(then.GetUtcNow().AddDays(1).AddMinutes(37 * i)));
            }
            else if (!story.IsClosed)
            {
                mails.Ask(voter);
            }
        }

        if (story.IsClosed)
        {
            poll.Close(options[1], then.GetUtcNow().AddDays(11));
        }

        db.Record("poll.asked", poll.Id.Value);
        await db.SaveChangesAsync(ct);
    }

    // The first two times stay level among an even number of people: yes and if need be change places from one to the next.
    private void Answer(SlotPoll poll, PollVoter voter, List<SlotOption> options, int turn, Actor coordinator, TimeProvider then)
    {
        var byPhone = turn % 6 == 4;
        voter.Answer(byPhone ? "Told me on the phone" : turn % 6 == 1 ? "Rather not on a market day" : null, byPhone ? coordinator.Name : null, then.GetUtcNow());
        poll.Hear(then.GetUtcNow());
        db.AddRange(options.Select(o => Vote.Cast(
            voter, o.Id, o.Position == 3 ? turn % 3 == 0 ? VoteAnswer.No : VoteAnswer.IfNeedBe : (o.Position + turn) % 2 == 0 ? VoteAnswer.Yes : VoteAnswer.IfNeedBe, then)));
    }

    private static DateOnly Workday(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day.Day > 28)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <param name="Asked">Days from today; so is <paramref name="Ahead"/>, the first of the times.</param>
    private sealed record Story(string Title, Rhythm Rhythm, int Asked, int Ahead, int Answers, bool IsClosed);

    private sealed class ClockAt(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
