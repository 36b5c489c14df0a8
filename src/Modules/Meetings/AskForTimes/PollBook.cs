using Causeway.Calendar;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;

namespace Causeway.Meetings;

/// <param name="Votes">By voter.</param>
internal sealed record OptionView(SlotOption Option, IReadOnlyDictionary<MeetingRowId, VoteAnswer> Votes)
{
    public int Yes => Votes.Values.Count(v => v == VoteAnswer.Yes);

    public int IfNeedBe => Votes.Values.Count(v => v == VoteAnswer.IfNeedBe);

    public int No => Votes.Values.Count(v => v == VoteAnswer.No);
}

/// <summary>A poll with all that was said so far.</summary>
internal sealed record PollView(SlotPoll Poll, IReadOnlyList<OptionView> Options, IReadOnlyList<PollVoter> Voters)
{
    /// <summary>Fewest say no, then most say yes. More than one: a tie, which whoever asked decides.</summary>
    public IReadOnlyList<OptionView> Leading
    {
        get
        {
            if (Options.All(o => o.Votes.Count == 0))
            {
                return [];
            }

            var best = Options.OrderBy(o => o.No).ThenByDescending(o => o.Yes).First();
            return [.. Options.Where(o => o.No == best.No && o.Yes == best.Yes)];
        }
    }

    public IReadOnlyList<PollVoter> Silent => [.. Voters.Where(v => v.AnsweredAt is null)];
}

/// <summary>The only way to polls: those of the network for its own people, those one is asked in for everybody else.</summary>
internal sealed class PollBook(AppDbContext db, MeetingDoor door)
{
    public IQueryable<SlotPoll> Polls(Actor actor)
    {
        var all = db.Set<SlotPoll>().Where(p => p.NetworkId == db.ScopedNetworkId);
        return door.May(actor, MeetingsPermissions.SeeAll) ? all
            : door.May(actor, MeetingsPermissions.See) ? all.Where(p => db.Set<PollVoter>().Any(v => v.PollId == p.Id && v.PersonId == actor.Person))
            : all.Where(p => false);
    }

    public async Task<PollView?> FindAsync(SlotPollId id, Actor actor, CancellationToken ct) =>
        await Polls(actor).FirstOrDefaultAsync(p => p.Id == id, ct) is { } poll ? await ViewAsync(poll, ct) : null;

    public async Task<PollView> ViewAsync(SlotPoll poll, CancellationToken ct)
    {
        var options = await db.Set<SlotOption>().Where(o => o.PollId == poll.Id).OrderBy(o => o.Position).ToListAsync(ct);
        var voters = await db.Set<PollVoter>().Where(v => v.PollId == poll.Id).ToListAsync(ct);
        var votes = (await db.Set<Vote>().Where(v => v.PollId == poll.Id).ToListAsync(ct)).ToLookup(v => v.OptionId);
        return new(
            poll,
            [.. options.Select(o => new OptionView(o, votes[o.Id].ToDictionary(v => v.VoterId, v => v.Answer)))],
            [.. voters.OrderBy(v => v.Organisation, StringComparer.CurrentCulture).ThenBy(v => v.Name, StringComparer.CurrentCulture)]);
    }

    /// <summary>Whoever asked, and whoever plans meetings, keeps the poll.</summary>
    public bool MayKeep(SlotPoll poll, Actor actor) =>
        door.May(actor, MeetingsPermissions.Append) && (poll.AskedBy == actor.Person || door.May(actor, MeetingsPermissions.Plan));

    /// <summary>Clock times a rhythm has in a zone within its first year (twelve monthly dates, 52 weekly ones), the most frequent first; one for a single meeting.</summary>
    public static IReadOnlyList<(string Clock, int Times)> ClocksIn(SlotPoll poll, SlotOption option, string zone)
    {
        var start = option.Day.ToLocalDate() + option.Time.ToLocalTime();
        var year = option.StartsAt.ToInstant();
        var dates = SeriesTime.Create(start, poll.Minutes, poll.Zone, SeriesDays.RuleOf(option.Rhythm, poll.Interval, option.Day)).Expand(year, year + NodaTime.Duration.FromDays(360)).ToList();
        return [.. ClockTimes.Of(dates, zone).Times.Select(t => (t.Time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), t.Times))];
    }

    public static PlanStart Start(SlotPoll poll, SlotOption option) => new()
    {
        Title = poll.Title,
        Audience = poll.Audience,
        Zone = poll.Zone,
        Day = option.Day,
        Time = option.Time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        Minutes = poll.Minutes,
        Rhythm = option.Rhythm,
        Interval = poll.Interval,
    };
}
