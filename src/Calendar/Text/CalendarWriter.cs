using System.Globalization;
using NodaTime;

namespace Causeway.Calendar;

/// <summary>Writes calendar objects: RFC 5545 and 5546, parameters after RFC 6868, CONFERENCE and REFRESH-INTERVAL after RFC 7986.</summary>
public static class CalendarWriter
{
    private const string Product = "-//Causeway contributors//Causeway//EN";

    /// <summary>One event to look at or to save.</summary>
    public static CalendarObject File(CalendarEvent calendarEvent)
    {
        ArgumentNullException.ThrowIfNull(calendarEvent);
        return Write(CalendarMethod.Publish, [calendarEvent], (e, to) => Series(e, to, CalendarMethod.Publish));
    }

    /// <summary>A calendar to subscribe to.</summary>
    public static CalendarObject Feed(CalendarFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return Write(CalendarMethod.Publish, feed.Events, (e, to) => Series(e, to, CalendarMethod.Publish), to => Head(feed, to), to =>
        {
            foreach (var days in feed.Days)
            {
                WholeDays(days, to);
            }
        });
    }

    /// <summary>An invitation to the whole series, or its next version: the master and every date that differs, in one object.</summary>
    public static CalendarObject Request(CalendarEvent calendarEvent)
    {
        Invited(calendarEvent);
        return Write(CalendarMethod.Request, [calendarEvent], (e, to) => Series(e, to, CalendarMethod.Request));
    }

    /// <summary>The next version of one date only.</summary>
    public static CalendarObject Request(CalendarEvent calendarEvent, LocalDate original)
    {
        Invited(calendarEvent);
        return Write(CalendarMethod.Request, [calendarEvent], (e, to) => Date(e, original, to, CalendarMethod.Request));
    }

    /// <summary>The whole event does not take place.</summary>
    public static CalendarObject Cancel(CalendarEvent calendarEvent)
    {
        Invited(calendarEvent);
        return Write(CalendarMethod.Cancel, [calendarEvent with { IsCancelled = true }], (e, to) => Master(e, to, CalendarMethod.Cancel));
    }

    /// <summary>One date does not take place.</summary>
    public static CalendarObject Cancel(CalendarEvent calendarEvent, LocalDate original)
    {
        Invited(calendarEvent);
        return Write(CalendarMethod.Cancel, [calendarEvent with { IsCancelled = true }], (e, to) => Date(e, original, to, CalendarMethod.Cancel));
    }

    internal static CalendarObject Write(
        CalendarMethod method, IReadOnlyList<CalendarEvent> events, Action<CalendarEvent, LineWriter> body,
        Action<LineWriter>? head = null, Action<LineWriter>? tail = null, ZoneForm form = ZoneForm.RuleIfExact)
    {
        var to = new LineWriter();
        to.Begin("VCALENDAR");
        to.Line("VERSION", "2.0");
        to.Line("PRODID", Product);
        to.Line("CALSCALE", "GREGORIAN");
        to.Line("METHOD", CalendarObject.Word(method));
        head?.Invoke(to);
        foreach (var zone in events.GroupBy(e => e.Time.ZoneId, StringComparer.Ordinal).OrderBy(z => z.Key, StringComparer.Ordinal))
        {
            var spans = zone.Select(Span).ToList();
            ZoneText.Write(to, zone.Key, zone.First().Time.Zone, spans.Min(s => s.From), spans.Max(s => s.To), form);
        }

        foreach (var calendarEvent in events)
        {
            body(calendarEvent, to);
        }

        tail?.Invoke(to);
        to.End("VCALENDAR");
        return new(method, to.ToString());
    }

    internal static void Series(CalendarEvent e, LineWriter to, CalendarMethod method)
    {
        Master(e, to, method);
        foreach (var date in e.Overrides())
        {
            Date(e, date, to, method);
        }
    }

    /// <summary>From the first begin to the last end; of an endless series, three years beyond what has begun.</summary>
    internal static (Instant From, Instant To) Span(CalendarEvent e)
    {
        var time = e.Time;
        var first = time.Zone.AtLeniently(time.Start).ToInstant();
        var last = time.Rule is null ? time.Start.Date
            : time.Rule.IsEndless ? LocalDate.Max(time.Start.Date, e.Stamp.InZone(time.Zone).Date).PlusYears(3)
            : time.Rule.Until ?? time.Dates(time.Start.Date).Last();
        var moved = time.Moved.Values.Select(m => time.Zone.AtLeniently(m.Start).ToInstant()).ToList();
        var end = time.Zone.AtLeniently(time.At(last)).ToInstant();
        return (moved.Append(first).Min(), moved.Append(end).Max() + Duration.FromMinutes(SeriesTime.MaxMinutes));
    }

    private static void Master(CalendarEvent e, LineWriter to, CalendarMethod method)
    {
        // A single meeting has no dates that differ: where it was moved to is where it is.
        var single = e.Time.Rule is null ? e.Time.Find(e.Time.Start.Date) : null;
        Begin(e, to);
        Start(e, to, single?.LocalStart ?? e.Time.Start, single?.Minutes ?? e.Time.Minutes);
        if (e.Time.Rule is { } rule)
        {
            to.Line("RRULE", rule.ToWire(e.Time.Start, e.Time.Zone));
            if (e.Time.Dropped.Count > 0)
            {
                to.Line($"EXDATE;TZID={e.Time.ZoneId}", string.Join(',', e.Time.Dropped.Select(d => SeriesRuleText.Local(e.Time.At(d)))));
            }
        }

        var change = e.Time.Rule is null ? e.On(e.Time.Start.Date) : new(e.Title, e.Place, e.Link, e.Conference);
        Rest(e, change, to, method, e.IsCancelled || (e.Time.Rule is null && e.Time.Dropped.Count > 0));
    }

    private static void Date(CalendarEvent e, LocalDate original, LineWriter to, CalendarMethod method)
    {
        if (e.Time.Rule is null || !e.Time.HasDate(original))
        {
            throw new ArgumentException("The series has no such date.", nameof(original));
        }

        var occurrence = e.Time.Find(original);
        Begin(e, to);
        to.Line($"RECURRENCE-ID;TZID={e.Time.ZoneId}", SeriesRuleText.Local(e.Time.At(original)));
        Start(e, to, occurrence?.LocalStart ?? e.Time.At(original), occurrence?.Minutes ?? e.Time.Minutes);
        Rest(e, e.On(original), to, method, e.IsCancelled || occurrence is null);
    }

    private static void Begin(CalendarEvent e, LineWriter to)
    {
        to.Begin("VEVENT");
        to.Text("UID", e.Uid);
        to.Line("DTSTAMP", SeriesRuleText.Utc(e.Stamp));
    }

    // A length, not an end: an end by the clock would be an hour off for a meeting during which the clocks change.
    private static void Start(CalendarEvent e, LineWriter to, LocalDateTime start, int minutes)
    {
        to.Line($"DTSTART;TZID={e.Time.ZoneId}", SeriesRuleText.Local(start));
        to.Line("DURATION", string.Create(CultureInfo.InvariantCulture, $"PT{minutes}M"));
    }

    private static void Rest(CalendarEvent e, OccurrenceChange words, LineWriter to, CalendarMethod method, bool cancelled)
    {
        to.Text("SUMMARY", words.Title ?? "");
        Optional(to, "LOCATION", words.Place);
        Optional(to, "DESCRIPTION", e.Note);
        if (words.Link is { } link)
        {
            to.Line("URL", Web(link));
        }

        if (words.Conference is { } conference)
        {
            to.Line("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO", Web(conference));
        }

        if (e.Organiser is { } organiser)
        {
            to.Line("ORGANIZER" + Name(organiser), organiser.Uri);
        }

        foreach (var attendee in method == CalendarMethod.Publish ? [] : e.Attendees)
        {
            var role = attendee.IsRequired ? "REQ-PARTICIPANT" : "OPT-PARTICIPANT";
            var answer = method == CalendarMethod.Cancel ? "" : $";PARTSTAT={Word(attendee.Answer)};RSVP={(attendee.RepliesByMail ? "TRUE" : "FALSE")}";
            to.Line($"ATTENDEE{Name(attendee.Address)};ROLE={role}{answer}", attendee.Address.Uri);
        }

        to.Line("STATUS", cancelled ? "CANCELLED" : "CONFIRMED");
        to.Line("SEQUENCE", e.Sequence.ToString(CultureInfo.InvariantCulture));
        to.End("VEVENT");
    }

    private static void WholeDays(CalendarDays days, LineWriter to)
    {
        to.Begin("VEVENT");
        to.Text("UID", days.Uid);
        to.Line("DTSTAMP", SeriesRuleText.Utc(days.Stamp));
        to.Line("DTSTART;VALUE=DATE", SeriesRuleText.Plain(days.Days.Start));
        to.Line("DTEND;VALUE=DATE", SeriesRuleText.Plain(days.Days.End.PlusDays(1)));
        to.Text("SUMMARY", days.Title);
        to.Line("TRANSP", "TRANSPARENT");
        to.End("VEVENT");
    }

    private static void Head(CalendarFeed feed, LineWriter to)
    {
        var refresh = string.Create(CultureInfo.InvariantCulture, $"PT{Math.Max(15, (long)feed.Refresh.TotalMinutes)}M");
        to.Text("NAME", feed.Name);
        to.Text("X-WR-CALNAME", feed.Name);
        to.Line("REFRESH-INTERVAL;VALUE=DURATION", refresh);
        to.Line("X-PUBLISHED-TTL", refresh);
    }

    private static void Invited(CalendarEvent calendarEvent)
    {
        ArgumentNullException.ThrowIfNull(calendarEvent);
        if (calendarEvent.Organiser is null || calendarEvent.Attendees.Count == 0)
        {
            throw new ArgumentException("An invitation has an organiser and somebody invited.", nameof(calendarEvent));
        }
    }

    private static void Optional(LineWriter to, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            to.Text(name, value);
        }
    }

    private static string Name(CalendarAddress address) => address.Name.Length == 0 ? "" : ";CN=" + LineWriter.Quoted(address.Name);

    private static string Web(Uri uri) => uri.IsAbsoluteUri && uri.Scheme is "https" or "http"
        ? uri.AbsoluteUri
        : throw new ArgumentException("A link in a calendar is an absolute web address.", nameof(uri));

    private static string Word(CalendarAnswer answer) => answer switch
    {
        CalendarAnswer.NeedsAction => "NEEDS-ACTION",
        CalendarAnswer.Accepted => "ACCEPTED",
        CalendarAnswer.Tentative => "TENTATIVE",
        CalendarAnswer.Declined => "DECLINED",
        CalendarAnswer.Delegated => "DELEGATED",
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };
}
