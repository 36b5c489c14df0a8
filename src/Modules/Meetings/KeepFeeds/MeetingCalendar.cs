using Causeway.Accounts;
using Causeway.Calendar;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Meetings;

/// <summary>
/// Meetings as calendars see them: title, time, place and a link that needs signing in. No agenda, no answers, no attendees, and
/// nothing of a child, since none of it is kept here.
/// </summary>
internal sealed class MeetingCalendar(AppDbContext db, IOptions<AccountsOptions> options, TimeProvider clock)
{
    private const int MostSeries = 500;

    /// <summary>One file a series: the rule, what was moved, what was cancelled.</summary>
    public async Task<CalendarEvent> OfAsync(MeetingSeries series, CancellationToken ct) => (await OfAsync([series], ct))[0];

    public async Task<IReadOnlyList<CalendarEvent>> OfAsync(IReadOnlyList<MeetingSeries> all, CancellationToken ct)
    {
        var ids = all.Select(s => s.Id).ToList();
        var changed = (await db.Set<Meeting>().AsNoTracking().Where(m => ids.Contains(m.SeriesId) && (m.State == MeetingState.Cancelled || m.MovedAt != null))
            .ToListAsync(ct)).ToLookup(m => m.SeriesId);
        return [.. all.Select(s => Event(s, changed[s.Id]))];
    }

    public async Task<CalendarObject> FeedAsync(string name, IQueryable<MeetingSeries> shown, CancellationToken ct)
    {
        var series = await shown.AsNoTracking().OrderBy(s => s.Id).Take(MostSeries).ToListAsync(ct);
        return CalendarWriter.Feed(new CalendarFeed(name, Duration.FromHours(6), await OfAsync(series, ct)));
    }

    private CalendarEvent Event(MeetingSeries series, IEnumerable<Meeting> changed)
    {
        var time = SeriesDays.TimeOf(series);
        var cancelledOnce = false;
        foreach (var meeting in changed)
        {
            var slot = meeting.Slot.ToLocalDate();
            if (meeting.State != MeetingState.Cancelled)
            {
                time = time.Move(slot, new MovedTime(meeting.Day.ToLocalDate() + meeting.Time.ToLocalTime()));
            }
            else if (time.Rule is null)
            {
                cancelledOnce = true;
            }
            else
            {
                time = time.Drop(slot);
            }
        }

        return new CalendarEvent($"{series.Id}@causeway", EndedBy(series, time), series.Title, clock.GetUtcNow().ToInstant())
        {
            Sequence = series.Sequence,
            Place = series.Place,
            Link = new Uri(options.Value.PublicUrl, $"/meetings/series/{series.Id}"),
            Conference = series.Link is { } link ? new Uri(link) : null,
            IsCancelled = cancelledOnce,
        };
    }

    // An endless rule that was ended would go on in calendars for ever: its last day is the day it was ended.
    private static SeriesTime EndedBy(MeetingSeries series, SeriesTime time)
    {
        if (series.EndedAt is not { } ended || time.Rule is not { } rule)
        {
            return time;
        }

        var last = LocalDate.Max(MeetingTimes.Day(ended, series.Zone).ToLocalDate(), series.FirstDay.ToLocalDate());
        var cut = SeriesTime.Create(time.Start, time.Minutes, time.ZoneId, rule.WithoutEnd().EndingOn(last));
        cut = time.Dropped.Where(cut.HasDate).Aggregate(cut, (t, d) => t.Drop(d));
        return time.Moved.Where(m => cut.HasDate(m.Key)).Aggregate(cut, (t, m) => t.Move(m.Key, m.Value));
    }
}
