using Causeway.Calendar;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;

namespace Causeway.Meetings;

/// <summary>What stays when the zone of a series changes.</summary>
internal enum Keep
{
    /// <summary>16:00 stays 16:00, in the new zone.</summary>
    Clock,

    /// <summary>The next meeting stays at its moment; the clock of the new zone is followed from there.</summary>
    Moment,
}

/// <param name="Keep">Asked for only when the zone changes.</param>
internal sealed record ChangeTimes(MeetingSeriesId Id, SeriesTiming Timing, Keep? Keep, int Version);

/// <summary>
/// Another time, zone or rhythm for all coming meetings of a series, under the same identity: its people stay invited, its
/// record goes on. What was held stays; a meeting moved or cancelled by itself stays so where its date still exists.
/// </summary>
internal sealed class ChangeTimesHandler(AppDbContext db, MeetingDoor door, CalendarPost post, SeriesWork work, ClashBook clashes)
{
    public static readonly Refusal WhichStays = new("series.which-stays", "The zone changes. Choose what stays: the clock time or the moment.", "Keep");
    public static readonly Refusal OtherWeekday = new("series.other-weekday", "Over there the next meeting falls on another weekday, which a monthly rhythm cannot follow. Keep the clock time, or choose another one.", "Keep");
    public static readonly Refusal HeldThatDay = new("series.held-that-day", "On that day a meeting of this series was held already. Choose a later one.", "FirstDay");
    public static readonly Refusal Same = new("series.same-times", "That is how it is now.", "Time");

    public async Task<Refusal?> HandleAsync(ChangeTimes command, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(command.Id, actor, MeetingsPermissions.Plan, ct) is not { } series)
        {
            return MeetingDoor.Gone;
        }

        if (series.Version != command.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        var before = await NowAsync(series, ct);
        var (timing, shift, refusal) = Wanted(before, command);
        if ((refusal ?? (timing == before ? Same : series.Retime(timing, work.Clock) ?? SeriesDays.Unsafe(series))) is { } no)
        {
            db.ChangeTracker.Clear();
            return no;
        }

        if (await clashes.PupilsAsync(series, ClashBook.DatesOf(series), ct) is { } outside)
        {
            db.ChangeTracker.Clear();
            return outside;
        }

        if (!await LayOutAnewAsync(series, before, shift, ct))
        {
            db.ChangeTracker.Clear();
            return HeldThatDay;
        }

        if (timing with { Minutes = before.Minutes } != before)
        {
            (await db.Set<Invitation>().Where(i => i.SeriesId == series.Id && i.RevokedAt == null).ToListAsync(ct)).ForEach(i => i.AskAnew(work.Clock.GetUtcNow()));
        }

        post.OrderLater(series);
        return await db.TrySaveAsync("series.retimed", series.Id.Value, ct);
    }

    /// <summary>The timing as it is from the next date of the rule on.</summary>
    public async Task<SeriesTiming> NowAsync(MeetingSeries series, CancellationToken ct)
    {
        var now = work.Clock.GetUtcNow();
        var today = work.Clock.Today(series.Zone);
        var coming = await db.Set<Meeting>().AsNoTracking().Where(m => m.SeriesId == series.Id && m.StartsAt > now && m.Slot >= series.FirstDay && m.Slot >= today
            && (m.State == MeetingState.Draft || m.State == MeetingState.Open || m.State == MeetingState.Cancelled)).OrderBy(m => m.Slot).Select(m => (DateOnly?)m.Slot).FirstOrDefaultAsync(ct);
        var first = coming ?? (series.FirstDay > today ? series.FirstDay : today);
        var count = series.Count is { } all && series.Rhythm != Rhythm.Once
            ? Math.Max(1, all - SeriesDays.Of(series, series.FirstDay.AddDays(-1), first.AddDays(-1)).Count()) : (int?)null;
        return new(series.Zone, first, series.Time, series.Minutes, series.Rhythm, series.Interval, series.Rhythm == Rhythm.Once ? null : series.Until, count);
    }

    // How many days the dates themselves go along, when a moment is kept across midnight.
    private static (SeriesTiming Timing, int Shift, Refusal? Refusal) Wanted(SeriesTiming before, ChangeTimes command)
    {
        var timing = command.Timing with { Count = command.Timing.Rhythm == Rhythm.Once ? null : command.Timing.Count, Until = command.Timing.Rhythm == Rhythm.Once ? null : command.Timing.Until };
        if (timing.Zone == before.Zone || !MeetingTimes.IsZone(timing.Zone))
        {
            return (timing, 0, null);
        }

        if (command.Keep is not { } keep || !Enum.IsDefined(keep))
        {
            return (timing, 0, WhichStays);
        }

        if (keep == Keep.Clock)
        {
            return (timing, 0, null);
        }

        var there = SeriesDays.TimeOf(before).InZoneKeepingInstant(timing.Zone);
        if (there is null)
        {
            return (timing, 0, OtherWeekday);
        }

        var day = there.Start.Date.ToDateOnly();
        var shift = day.DayNumber - before.FirstDay!.Value.DayNumber;
        return (before with { Zone = timing.Zone, FirstDay = day, Time = there.Start.TimeOfDay.ToTimeOnly(), Minutes = timing.Minutes, Until = before.Until?.AddDays(shift) }, shift, null);
    }

    // Each meeting keeps its row, with its agenda: on its own date where that still exists, else on the next free one.
    private async Task<bool> LayOutAnewAsync(MeetingSeries series, SeriesTiming before, int shift, CancellationToken ct)
    {
        var now = work.Clock.GetUtcNow();
        var rows = await db.Set<Meeting>().Where(m => m.SeriesId == series.Id).OrderBy(m => m.Slot).ToListAsync(ct);
        var coming = rows.Where(m => m.StartsAt > now && (m.IsAhead || m.State == MeetingState.Cancelled)).ToList();
        var taken = rows.Except(coming).Select(m => m.Slot).ToHashSet();
        if (taken.Contains(series.FirstDay))
        {
            return false;
        }

        var to = work.Horizon(series);
        var free = SeriesDays.Of(series, series.FirstDay.AddDays(-1), to).Where(d => !taken.Contains(d)).ToHashSet();
        var (left, gone) = Stay(coming, free, new(series, before, shift, now));
        foreach (var day in free.Order())
        {
            if (left.TryDequeue(out var meeting))
            {
                meeting.FollowTime(series, day, movedAlone: false, now);
            }
            else
            {
                db.Add(Meeting.LayOut(series, day, work.Clock));
            }
        }

        series.LaidOut(to);
        await GiveUpAsync([.. left, .. gone], ct);
        return true;
    }

    // Takes out of the free days those that meetings keep.
    private static (Queue<Meeting> Left, List<Meeting> Gone) Stay(List<Meeting> coming, HashSet<DateOnly> free, Change change)
    {
        var (left, gone) = (new Queue<Meeting>(), new List<Meeting>());
        foreach (var meeting in coming)
        {
            if (free.Remove(meeting.Slot.AddDays(change.Shift)))
            {
                var alone = meeting.Day != meeting.Slot || meeting.Time != change.Before.Time;
                meeting.FollowTime(change.Series, meeting.Slot.AddDays(change.Shift), alone, change.Now);
            }
            else if (meeting.IsAhead)
            {
                left.Enqueue(meeting);
            }
            else
            {
                // Cancelled, of a date that is no more: brought back it would stand on the page and in no calendar.
                gone.Add(meeting);
            }
        }

        return (left, gone);
    }

    // More meetings than dates, as a rule only laid out. What stood on their agendas waits in the backlog.
    private async Task GiveUpAsync(IReadOnlyCollection<Meeting> left, CancellationToken ct)
    {
        var ids = left.Select(m => (MeetingId?)m.Id).ToList();
        (await db.Set<AgendaItem>().Where(i => ids.Contains(i.MeetingId)).ToListAsync(ct)).ForEach(i => i.PutInto(null, 0));
        db.RemoveRange(left);
    }

    private sealed record Change(MeetingSeries Series, SeriesTiming Before, int Shift, DateTimeOffset Now);
}
