using System.Globalization;
using NodaTime;

namespace Causeway.Calendar;

/// <summary>A VTIMEZONE of somebody else's object, for zones whose name says nothing to us.</summary>
internal sealed class ReadZone
{
    // Windows dates the rules of its zones from 1601.
    private const int FirstYear = 1600;
    private const int FirstRuleYear = 1900;
    private readonly List<(LocalDateTime Onset, Offset From, Offset To)> _changes = [];

    private ReadZone()
    {
    }

    /// <summary>The moment of a clock time: the last change at or before it decides; a skipped time is read with the offset before.</summary>
    public Instant ToInstant(LocalDateTime local)
    {
        var offset = _changes[0].From;
        foreach (var (onset, from, to) in _changes)
        {
            // By the clock that was in force; the hour that a change doubles belongs to the first pass.
            var later = to > from ? onset.PlusSeconds(to.Seconds - from.Seconds) : onset;
            if (local < later)
            {
                break;
            }

            offset = to;
        }

        return local.WithOffset(offset).ToInstant();
    }

    public static ReadZone? Read(CalendarComponent component, CalendarLimits limits)
    {
        var zone = new ReadZone();
        foreach (var part in component.Parts.Where(p => p.Name is "STANDARD" or "DAYLIGHT"))
        {
            var start = SeriesRuleText.LocalTime(part.Line("DTSTART")?.Value.Trim() ?? "");
            var from = Offset(part.Line("TZOFFSETFROM")?.Value);
            var to = Offset(part.Line("TZOFFSETTO")?.Value);
            if (start is null || !InRange(start.Value) || from is null || to is null)
            {
                return null;
            }

            var onsets = Yearly(part.Line("RRULE")?.Value, start.Value)?.Concat(Listed(part)).Prepend(start.Value).Distinct().Take(limits.Occurrences).ToList();
            if (onsets is null || zone._changes.Count + onsets.Count > limits.Occurrences)
            {
                return null;
            }

            zone._changes.AddRange(onsets.Select(o => (o, from.Value, to.Value)));
        }

        zone._changes.Sort((a, b) => a.Onset.CompareTo(b.Onset));
        return zone._changes.Count == 0 ? null : zone;
    }

    private static IEnumerable<LocalDateTime> Listed(CalendarComponent part) => part.Lines.Where(l => l.Name == "RDATE")
        .SelectMany(l => l.Value.Split(',')).Select(v => SeriesRuleText.LocalTime(v.Trim())).OfType<LocalDateTime>().Where(InRange);

    private static bool InRange(LocalDateTime time) => time.Year is >= FirstYear and <= RuleDates.LastYear;

    /// <summary>Null when the rule is not of the one kind that zones use: a weekday of a month, every year.</summary>
    private static IEnumerable<LocalDateTime>? Yearly(string? text, LocalDateTime start)
    {
        if (text is null)
        {
            return [];
        }

        var parts = text.Split(';').Select(p => p.Split('=', 2)).Where(p => p.Length == 2)
            .GroupBy(p => p[0].Trim().ToUpperInvariant(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First()[1].Trim(), StringComparer.Ordinal);
        var month = int.TryParse(parts.GetValueOrDefault("BYMONTH"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : start.Month;
        if (parts.GetValueOrDefault("FREQ") != "YEARLY" || month is < 1 or > 12 || parts.GetValueOrDefault("INTERVAL", "1") != "1"
            || parts.Keys.Any(k => k is not ("FREQ" or "INTERVAL" or "BYMONTH" or "BYDAY" or "UNTIL" or "WKST")))
        {
            return null;
        }

        var end = parts.GetValueOrDefault("UNTIL") is not { } until ? RuleDates.LastYear
            : until.Length >= 4 && int.TryParse(until.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? Math.Min(year, RuleDates.LastYear) : 0;
        var last = ReadMoment.Parse(parts.GetValueOrDefault("UNTIL") ?? "", null, isDate: false)?.Local.PlusDays(1);
        var day = parts.GetValueOrDefault("BYDAY") is { } days ? Day(days) : new RuleDay();
        var first = Math.Max(start.Year, FirstRuleYear);
        return day is null ? null
            : Enumerable.Range(first, Math.Max(0, end - first + 1)).Select(y => Onset(y, month, day.Value, start)).OfType<LocalDateTime>()
                .Where(o => o > start && (last is null || o <= last));
    }

    private static LocalDateTime? Onset(int year, int month, RuleDay day, LocalDateTime start)
    {
        var date = day.Weekday == IsoDayOfWeek.None
            ? start.Day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, start.Day) : (LocalDate?)null
            : RuleDates.NthWeekday(year, month, day);
        return date?.At(start.TimeOfDay);
    }

    private static RuleDay? Day(string text)
    {
        string[] names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        var weekday = text.Length is 3 or 4 ? Array.IndexOf(names, text[^2..].ToUpperInvariant()) : -1;
        return weekday >= 0 && int.TryParse(text.AsSpan(0, text.Length - 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var nth)
            && nth is -1 or (>= 1 and <= 5) ? new((IsoDayOfWeek)(weekday + 1), nth) : null;
    }

    private static Offset? Offset(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.Length is not (5 or 7) || text[0] is not ('+' or '-') || text[1..].Any(c => !char.IsAsciiDigit(c)))
        {
            return null;
        }

        int Pair(int at) => text.Length > at ? ((text[at] - '0') * 10) + text[at + 1] - '0' : 0;
        var seconds = (Pair(1) * 3600) + (Pair(3) * 60) + Pair(5);
        return seconds > 18 * 3600 ? null : NodaTime.Offset.FromSeconds(text[0] == '-' ? -seconds : seconds);
    }
}
