using Causeway.Calendar;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Meetings;

/// <summary>What a series' round writes to people before a meeting, each once. Adds rows only; they go with the round's commit.</summary>
internal sealed class Reminders(AppDbContext db, RepresentationBook book, InvitationMails mails)
{
    /// <summary>Days before a meeting on which a school with nobody is reminded.</summary>
    public const int FirstNudge = 7;
    public const int SecondNudge = 2;

    /// <summary>Days before a meeting that begins at another clock time for somebody.</summary>
    public const int Notice = 14;

    // The longest interval between two meetings of a series is twelve months.
    private const int LongestInterval = 372;

    public async Task NudgeAsync(MeetingSeries series, IReadOnlyList<Invitation> invited, CancellationToken ct)
    {
        var (now, today) = (mails.Clock.GetUtcNow(), mails.Clock.Today(series.Zone));
        var last = today.AddDays(FirstNudge);
        var near = await db.Set<Meeting>()
            .Where(m => m.SeriesId == series.Id && (m.State == MeetingState.Draft || m.State == MeetingState.Open) && m.StartsAt > now && m.Day <= last)
            .OrderBy(m => m.StartsAt).ToListAsync(ct);
        if (near.Count == 0 || series.LeastPerSchool == 0)
        {
            return;
        }

        var seats = await book.OfAsync(near, ct);
        foreach (var meeting in near)
        {
            var days = meeting.Day.DayNumber - today.DayNumber <= SecondNudge ? SecondNudge : FirstNudge;
            foreach (var seat in seats[meeting.Id].Where(s => !s.Green && s.State != SeatState.Excused && s.Nudges.All(n => n.DaysBefore > days)))
            {
                var people = invited.Where(i => i.School == seat.School && i.StoppedAt is null && i.IsFor(meeting)).ToList();
                people.ForEach(i => mails.Nudge(i, meeting));
                db.Add(Nudge.Keep(meeting, seat.School, days, people.Count, mails.Clock));
            }
        }
    }

    /// <summary>People for whom the clock shows another time than at the meeting before, though nobody moved anything: once for each date.</summary>
    public async Task NoticeAsync(MeetingSeries series, IReadOnlyList<Invitation> invited, CancellationToken ct)
    {
        var (now, last) = (mails.Clock.GetUtcNow(), mails.Clock.GetUtcNow().AddDays(Notice));
        var abroad = invited.Where(i => i.StoppedAt is null && i.Zone != series.Zone && MeetingTimes.IsZone(i.Zone)).ToList();
        if (series.Rhythm == Rhythm.Once || abroad.Count == 0)
        {
            return;
        }

        var near = await db.Set<Meeting>()
            .Where(m => m.SeriesId == series.Id && (m.State == MeetingState.Draft || m.State == MeetingState.Open) && m.StartsAt > now && m.StartsAt <= last)
            .OrderBy(m => m.StartsAt).ToListAsync(ct);
        var ids = near.Select(m => m.Id).ToList();
        var told = (await db.Set<ClockNotice>().Where(n => ids.Contains(n.MeetingId)).Select(n => new { n.MeetingId, n.InvitationId }).ToListAsync(ct)).Select(n => (n.MeetingId, n.InvitationId)).ToHashSet();
        var time = SeriesDays.TimeOf(series);

        // A date that somebody moved was told with its time.
        foreach (var meeting in near.Where(m => m.Day == m.Slot && m.Time == series.Time))
        {
            var start = meeting.StartsAt.ToInstant();
            if (time.Expand(start - Duration.FromDays(LongestInterval), start).Where(o => !o.IsMoved).Select(o => (Occurrence?)o).LastOrDefault() is not { } before)
            {
                continue;
            }

            foreach (var person in abroad.Where(i => i.IsFor(meeting) && !told.Contains((meeting.Id, i.Id))))
            {
                var usual = MeetingTimes.Clock(before.Start.ToDateTimeOffset(), person.Zone);
                if (usual != MeetingTimes.Clock(meeting.StartsAt, person.Zone))
                {
                    mails.ClockMoves(person, meeting, usual, OddWeeks.Between(person.Zone, series.Zone, start, start + Duration.FromMinutes(1)).Any(w => w.IsOdd));
                    db.Add(ClockNotice.Keep(meeting, person, mails.Clock));
                }
            }
        }
    }
}
