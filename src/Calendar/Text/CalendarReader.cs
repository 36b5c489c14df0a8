using System.Globalization;
using NodaTime;

namespace Causeway.Calendar;

/// <summary>
/// Reads calendar objects of strangers: within limits, in time that grows with their length only, and without ever throwing on
/// what they contain. What cannot be read is refused in words; properties nobody asked for are passed over.
/// </summary>
public static class CalendarReader
{
    public static ReadCalendar? Read(ReadOnlySpan<byte> octets, out CalendarFault? fault, CalendarLimits? limits = null)
    {
        limits ??= new();
        var lines = new ContentLines(limits);
        var root = lines.Read(octets);
        fault = lines.Fault;
        if (root is null)
        {
            return null;
        }

        var events = new List<ReadEvent>();
        foreach (var part in root.Parts.Where(p => p.Name == "VEVENT"))
        {
            if (new EventLines(part, limits).Read(out fault) is not { } read)
            {
                return null;
            }

            events.Add(read);
        }

        var zones = new Dictionary<string, ReadZone>(StringComparer.Ordinal);
        foreach (var part in root.Parts.Where(p => p.Name == "VTIMEZONE"))
        {
            // A zone that cannot be read is only a loss if its name is unknown as well.
            if (part.Line("TZID") is { } id && ReadZone.Read(part, limits) is { } zone)
            {
                zones.TryAdd(id.Text(), zone);
            }
        }

        return new(root.Line("METHOD")?.Value.Trim().ToUpperInvariant() ?? "", events, zones);
    }

    /// <summary>
    /// Reads an answer to an invitation. Every other method is refused in words, not acted on: invitations of strangers, counter
    /// proposals, requests to send again.
    /// </summary>
    public static InvitationReply? ReadReply(ReadOnlySpan<byte> octets, out CalendarFault? fault)
    {
        var calendar = Read(octets, out fault, CalendarLimits.Mail);
        if (calendar is null)
        {
            return null;
        }

        if (calendar.Method != "REPLY")
        {
            fault = new("not-an-answer", 0, calendar.Method switch
            {
                "COUNTER" => "Another time cannot be proposed by mail. Please answer yes, no or perhaps, and tell the organiser what would suit you.",
                "REQUEST" or "ADD" or "PUBLISH" => "This address takes answers to invitations only; an invitation sent to it is not kept.",
                "REFRESH" => "The latest version is always behind the link in the invitation.",
                "CANCEL" => "A meeting can be cancelled by its organiser only.",
                _ => "This is not an answer to an invitation.",
            });
            return null;
        }

        var one = calendar.Events.Count == 1 ? calendar.Events[0] : null;
        fault = one is null ? new("not-one-answer", 0, "An answer is about one meeting or one date.")
            : one.Attendees is not [{ Answer: not null }] ? new("not-one-person", 0, "An answer comes from one person and says yes, no or perhaps.")
            : null;
        return fault is null ? new(calendar, one!) : null;
    }
}

/// <summary>Somebody's answer to an invitation. The mail it came in must be from the same address: ask before believing it.</summary>
public sealed class InvitationReply
{
    private readonly ReadCalendar _calendar;
    private readonly ReadEvent _event;

    internal InvitationReply(ReadCalendar calendar, ReadEvent answered)
    {
        _calendar = calendar;
        _event = answered;
    }

    public string Uid => _event.Uid;

    /// <summary>Of the version answered. Lower than ours: the answer is to an older time.</summary>
    public int Sequence => _event.Sequence;

    /// <summary>When it was answered; the later of two answers holds.</summary>
    public Instant? Stamp => _event.Stamp;

    public string Mail => _event.Attendees[0].Mail;

    public CalendarAnswer Answer => _event.Attendees[0].Answer!.Value;

    public string Comment => _event.Comment;

    /// <summary>It is about one date, not the whole series.</summary>
    public bool IsForOneDate => _event.RecurrenceId is not null;

    /// <summary>The original date it is about; null for the whole series, and for a date the series does not have.</summary>
    public LocalDate? DateIn(SeriesTime series) => _event.RecurrenceId is { } meant ? _calendar.DateIn(series, meant) : null;
}

/// <summary>Reads the lines of one VEVENT.</summary>
internal sealed class EventLines(CalendarComponent component, CalendarLimits limits)
{
    private CalendarFault? _fault;

    public ReadEvent? Read(out CalendarFault? fault)
    {
        var uid = component.Line("UID")?.Text() ?? "";
        if (uid.Length is 0 or > 1000)
        {
            Refuse("no-uid", component.Line("UID"), "An event has no name of its own (UID).");
        }

        var read = new ReadEvent(uid)
        {
            Sequence = int.TryParse(component.Line("SEQUENCE")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0,
            Stamp = Moment("DTSTAMP") is { IsUtc: true } stamp ? stamp.Local.InUtc().ToInstant() : null,
            RecurrenceId = Moment("RECURRENCE-ID"),
            Start = Moment("DTSTART"),
            End = Moment("DTEND"),
            Length = component.Line("DURATION") is { } length ? Length(length) : null,
            Rule = component.Line("RRULE")?.Value.Trim(),
            Dropped = DroppedDates(),
            Title = component.Line("SUMMARY")?.Text() ?? "",
            Place = component.Line("LOCATION")?.Text() ?? "",
            Comment = component.Line("COMMENT")?.Text() ?? "",
            IsCancelled = component.Line("STATUS")?.Value.Trim().ToUpperInvariant() == "CANCELLED",
            Organiser = component.Line("ORGANIZER") is { } organiser ? CalendarAddress.MailOf(organiser.Value) : null,
            Attendees = [.. component.Lines.Where(l => l.Name == "ATTENDEE").Select(Attendee).OfType<ReadAttendee>()],
        };
        fault = _fault;
        return _fault is null ? read : null;
    }

    private static ReadAttendee? Attendee(ContentLine line) => CalendarAddress.MailOf(line.Value) is { Length: > 0 } mail
        ? new(mail, line.Parameter("CN") ?? "", line.Parameter("PARTSTAT")?.ToUpperInvariant() switch
        {
            null or "NEEDS-ACTION" => CalendarAnswer.NeedsAction,
            "ACCEPTED" => CalendarAnswer.Accepted,
            "TENTATIVE" => CalendarAnswer.Tentative,
            "DECLINED" => CalendarAnswer.Declined,
            "DELEGATED" => CalendarAnswer.Delegated,
            _ => null,
        })
        : null;

    private ReadMoment? Moment(string name)
    {
        if (component.Line(name) is not { } line)
        {
            return null;
        }

        var moment = ReadMoment.Parse(line.Value, line.Parameter("TZID"), line.Parameter("VALUE")?.ToUpperInvariant() == "DATE");
        if (moment is null)
        {
            Refuse("bad-time", line, "A date or time in the calendar file cannot be read.");
        }

        return moment;
    }

    private List<ReadMoment> DroppedDates()
    {
        var dates = new List<ReadMoment>();
        foreach (var line in component.Lines.Where(l => l.Name == "EXDATE"))
        {
            foreach (var value in line.Value.Split(',', limits.Occurrences + 2))
            {
                var moment = ReadMoment.Parse(value, line.Parameter("TZID"), line.Parameter("VALUE")?.ToUpperInvariant() == "DATE");
                if (moment is null || dates.Count == limits.Occurrences)
                {
                    Refuse("bad-time", line, "The list of dates left out cannot be read.");
                    return [];
                }

                dates.Add(moment);
            }
        }

        return dates;
    }

    // P1W, P2DT3H30M; what is longer than a year is no length of a meeting.
    private Duration? Length(ContentLine line)
    {
        var text = line.Value.Trim().TrimStart('+');
        var seconds = 0L;
        var number = -1L;
        foreach (var c in text.StartsWith('P') ? text[1..] : "?")
        {
            var unit = c switch { 'W' => 7 * 86400, 'D' => 86400, 'H' => 3600, 'M' => 60, 'S' => 1, _ => 0 };
            if (char.IsAsciiDigit(c) && number < 100_000)
            {
                number = (Math.Max(number, 0) * 10) + (c - '0');
            }
            else if (unit > 0 && number >= 0)
            {
                seconds += number * unit;
                number = -1;
            }
            else if (c != 'T')
            {
                seconds = long.MaxValue / 2;
                break;
            }
        }

        if (number >= 0 || seconds > 366L * 86400)
        {
            Refuse("bad-length", line, "A length in the calendar file cannot be read.");
            return null;
        }

        return Duration.FromSeconds(seconds);
    }

    private void Refuse(string code, ContentLine? line, string message) => _fault ??= new(code, line?.Number ?? 0, message);
}
