using System.Net.Mail;
using Causeway.Accounts;
using Causeway.Calendar;
using Causeway.Kernel;
using Causeway.Networks;
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
internal sealed class MeetingCalendar(AppDbContext db, INetworkDirectory networks, IOptions<AccountsOptions> options, TimeProvider clock)
{
    /// <summary>Ends the name of every event of this site.</summary>
    public const string UidEnd = "@causeway";

    private const int MostSeries = 500;

    private string Mailbox => MailAddress.TryCreate(options.Value.MailFrom, out var from) ? from.Address : options.Value.MailFrom;

    /// <summary>One file a series: the rule, what was moved, what was cancelled.</summary>
    public async Task<CalendarEvent> OfAsync(MeetingSeries series, CancellationToken ct) => (await OfAsync([series], ct))[0];

    public async Task<IReadOnlyList<CalendarEvent>> OfAsync(IReadOnlyList<MeetingSeries> all, CancellationToken ct)
    {
        var ids = all.Select(s => s.Id).ToList();
        var changed = (await ChangedAsync(ids, ct)).ToLookup(m => m.SeriesId);
        return [.. all.Select(s => Cut(s, Event(s, changed[s.Id])))];
    }

    /// <summary>As people are invited to it: from the network, with its answers to the site's own address; cancelled as a whole once it has ended.</summary>
    public async Task<CalendarEvent> ToInviteAsync(MeetingSeries series, CancellationToken ct)
    {
        var shown = Event(series, await ChangedAsync([series.Id], ct));
        var network = (await networks.FindNetworkAsync(series.NetworkId, ct))?.Name ?? "Causeway";
        return shown with
        {
            Organiser = new(network, Mailbox),
            IsCancelled = shown.IsCancelled || series.EndedAt is not null,
        };
    }

    /// <summary>The page of one meeting, for whoever is asked to that one alone.</summary>
    public Uri PageOf(MeetingId meeting) => new(options.Value.PublicUrl, $"/meetings/{meeting}");

    public static CalendarAnswer Of(Reply reply) => reply switch
    {
        Reply.NeedsAction => CalendarAnswer.NeedsAction,
        Reply.Accepted => CalendarAnswer.Accepted,
        Reply.Tentative => CalendarAnswer.Tentative,
        Reply.Declined => CalendarAnswer.Declined,
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };

    /// <summary>Titles of these kinds may stand in other people's calendars. Any other kind is called a meeting and no more.</summary>
    public static string TitleOf(MeetingKind kind, string title) =>
        kind is MeetingKind.Network or MeetingKind.Training or MeetingKind.Parent or MeetingKind.Pupil or MeetingKind.Review or MeetingKind.CatchUp ? title : "Meeting";

    /// <summary>By the neutral title alone.</summary>
    public CalendarEvent Of(NeutralMeeting meeting)
    {
        var time = SeriesTime.Create(meeting.Day.ToLocalDate() + meeting.Time.ToLocalTime(), meeting.Minutes, meeting.Zone);
        return new CalendarEvent($"{meeting.Id}{UidEnd}", time, meeting.Title, clock.GetUtcNow().ToInstant())
        {
            Sequence = meeting.Sequence,
            Place = meeting.Place,
            Link = new(options.Value.PublicUrl, $"/meetings/invited/{meeting.Id}"),
            Conference = meeting.Link is { } link ? new Uri(link) : null,
            IsCancelled = meeting.CancelledAt is not null,
        };
    }

    /// <summary>From the site, not from the network: its name says nothing either.</summary>
    public CalendarEvent ToInvite(NeutralMeeting meeting) => Of(meeting) with { Organiser = new("Causeway", Mailbox) };

    /// <param name="single">Meetings shown without the rest of their series.</param>
    /// <param name="neutral">Meetings that only those invited see: of one person's own feed, and no other.</param>
    public async Task<CalendarObject> FeedAsync(string name, IQueryable<MeetingSeries> shown, IReadOnlyList<Meeting> single, IReadOnlyList<NeutralMeeting> neutral, CancellationToken ct)
    {
        var series = await shown.AsNoTracking().OrderBy(s => s.Id).Take(MostSeries).ToListAsync(ct);
        return CalendarWriter.Feed(new CalendarFeed(name, Duration.FromHours(6), [.. await OfAsync(series, ct), .. single.Select(One), .. neutral.Select(Of)]));
    }

    private Task<List<Meeting>> ChangedAsync(List<MeetingSeriesId> ids, CancellationToken ct) =>
        db.Set<Meeting>().AsNoTracking().Where(m => ids.Contains(m.SeriesId) && (m.State == MeetingState.Cancelled || m.MovedAt != null)).ToListAsync(ct);

    private CalendarEvent One(Meeting meeting)
    {
        var time = SeriesTime.Create(meeting.Day.ToLocalDate() + meeting.Time.ToLocalTime(), meeting.Minutes, meeting.Zone);
        return new CalendarEvent($"{meeting.Id}{UidEnd}", time, meeting.Title, clock.GetUtcNow().ToInstant())
        {
            Sequence = meeting.Sequence,
            Place = meeting.Place,
            Link = PageOf(meeting.Id),
            Conference = meeting.Link is { } link ? new Uri(link) : null,
            IsCancelled = !meeting.Stands,
        };
    }

    private CalendarEvent Event(MeetingSeries series, IEnumerable<Meeting> changed)
    {
        var time = SeriesDays.TimeOf(series);
        var cancelledOnce = false;
        foreach (var meeting in changed)
        {
            var slot = meeting.Slot.ToLocalDate();
            if (!time.HasDate(slot))
            {
                // Of an earlier rhythm.
                continue;
            }

            if (meeting.State != MeetingState.Cancelled)
            {
                time = time.Move(slot, new MovedTime(meeting.Day.ToLocalDate() + meeting.Time.ToLocalTime(), meeting.Minutes));
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

        return new CalendarEvent($"{series.Id}{UidEnd}", time, TitleOf(series.Kind, series.Title), clock.GetUtcNow().ToInstant())
        {
            Sequence = series.Sequence,
            Place = series.Place,
            Link = new Uri(options.Value.PublicUrl, $"/meetings/series/{series.Id}"),
            Conference = series.Link is { } link ? new Uri(link) : null,
            IsCancelled = cancelledOnce,
        };
    }

    private static CalendarEvent Cut(MeetingSeries series, CalendarEvent shown) => shown with { Time = EndedBy(series, shown.Time) };

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
