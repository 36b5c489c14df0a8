using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Causeway.Calendar;

/// <summary>RRULE text (RFC 5545 3.3.10), read strictly: what we would not repeat exactly we do not accept.</summary>
internal static class SeriesRuleText
{
    private const int MaxLength = 500;
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern TimePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern UtcPattern = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public static string Plain(LocalDate date) => DatePattern.Format(date);

    public static string Local(LocalDateTime time) => TimePattern.Format(time);

    public static string Utc(Instant instant) => UtcPattern.Format(instant);

    public static LocalDate? PlainDate(string text) => DatePattern.Parse(text) is { Success: true } date ? date.Value : null;

    public static LocalDateTime? LocalTime(string text) => TimePattern.Parse(text) is { Success: true } time ? time.Value : null;

    public static Instant? UtcTime(string text) => UtcPattern.Parse(text) is { Success: true } time ? time.Value : null;

    /// <summary>The last date a rule's end leaves: a date before that end's clock time is still in, one after it is out.</summary>
    public static LocalDate? LastDate(string text, LocalDateTime start, DateTimeZone zone)
    {
        if (PlainDate(text) is { } date)
        {
            return date;
        }

        // "For ever" is written as the last day anybody can write; no zone can be asked about that one.
        if (text.StartsWith('9') && (UtcTime(text)?.InUtc().LocalDateTime ?? LocalTime(text)) is { } far)
        {
            return far.Date;
        }

        var end = UtcTime(text) is { } utc ? utc.InZone(zone).LocalDateTime : LocalTime(text);
        if (end is not { } local)
        {
            return null;
        }

        return UtcTime(text) is { } moment
            ? zone.AtLeniently(local.Date.At(start.TimeOfDay)).ToInstant() <= moment ? local.Date : local.Date.PlusDays(-1)
            : local.TimeOfDay >= start.TimeOfDay ? local.Date : local.Date.PlusDays(-1);
    }

    public static string Write(SeriesRule rule, Func<LocalDate, string> until)
    {
        var text = new StringBuilder(rule.Frequency == SeriesFrequency.Weekly ? "FREQ=WEEKLY" : "FREQ=MONTHLY");
        if (rule.Interval > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $";INTERVAL={rule.Interval}");
        }

        if (rule.Days.Count > 0)
        {
            text.Append(";BYDAY=").AppendJoin(',', rule.Days.Select(Day));
        }

        if (rule.Count is { } count)
        {
            text.Append(CultureInfo.InvariantCulture, $";COUNT={count}");
        }

        if (rule.Until is { } last)
        {
            text.Append(";UNTIL=").Append(until(last));
        }

        return text.ToString();
    }

    public static SeriesRule? Read(string text, Func<string, LocalDate?> until, out string? fault)
    {
        fault = null;
        var parts = Parts(text, out fault);
        if (parts is null)
        {
            return null;
        }

        var days = new List<RuleDay>();
        var interval = Number(parts, "INTERVAL", 1, SeriesRule.MaxInterval);
        var count = Number(parts, "COUNT", 0, SeriesRule.MaxCount);
        LocalDate? last = parts.TryGetValue("UNTIL", out var end) ? until(end) : null;
        fault = interval is not > 0 ? $"INTERVAL must be 1 to {SeriesRule.MaxInterval}."
            : count is null || (count == 0 && parts.ContainsKey("COUNT")) ? $"COUNT must be 1 to {SeriesRule.MaxCount}."
            : end is not null && last is null ? "UNTIL is not a date or a time."
            : end is not null && count > 0 ? "COUNT and UNTIL exclude each other."
            : !ReadDays(parts.GetValueOrDefault("BYDAY"), days) ? "BYDAY is not a list of weekdays."
            : parts.TryGetValue("WKST", out var first) && first != "MO" && interval > 1 ? "A week that begins on another day than Monday is not supported."
            : null;
        if (fault is not null)
        {
            return null;
        }

        var rule = Make(parts["FREQ"], interval!.Value, days, out fault);
        return rule is null ? null : last is { } date ? rule.EndingOn(date) : count > 0 ? rule.EndingAfter(count.Value) : rule;
    }

    private static SeriesRule? Make(string frequency, int interval, List<RuleDay> days, out string? fault)
    {
        fault = null;
        switch (frequency)
        {
            case "WEEKLY" when days.TrueForAll(d => d.Nth == 0):
                return SeriesRule.Weekly(interval, days.Select(d => d.Weekday));
            case "MONTHLY" when !SeriesRule.AreSound([.. days.Distinct()]):
                fault = "A fifth weekday of the month stands alone in a rule.";
                return null;
            case "MONTHLY" when days.TrueForAll(d => d.Nth is -1 or (>= 1 and <= 5)):
                return SeriesRule.Monthly(interval, days);
            case "WEEKLY" or "MONTHLY":
                fault = "A week rule takes plain weekdays, a month rule the first to fifth or the last one.";
                return null;
            default:
                fault = "Only weekly and monthly rules are supported.";
                return null;
        }
    }

    private static Dictionary<string, string>? Parts(string text, out string? fault)
    {
        fault = text.Length > MaxLength ? "The rule is too long." : null;
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in fault is null ? text.Split(';') : [])
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var name = at < 0 ? "" : part[..at].ToUpperInvariant();
            if (name is not ("FREQ" or "INTERVAL" or "BYDAY" or "COUNT" or "UNTIL" or "WKST"))
            {
                fault = "The rule has a part that is not supported.";
            }
            else if (!parts.TryAdd(name, part[(at + 1)..].ToUpperInvariant()))
            {
                fault = "The rule says the same thing twice.";
            }
        }

        fault ??= parts.ContainsKey("FREQ") ? null : "The rule has no FREQ.";
        return fault is null ? parts : null;
    }

    // Absent: the least allowed. Damaged or out of range: null.
    private static int? Number(Dictionary<string, string> parts, string name, int least, int most) =>
        !parts.TryGetValue(name, out var text) ? least
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
        : null;

    private static bool ReadDays(string? text, List<RuleDay> days)
    {
        foreach (var item in text?.Split(',') ?? [])
        {
            var weekday = item.Length < 2 ? -1 : Array.IndexOf(Weekdays, item[^2..]);
            var nth = 0;
            if (weekday < 0 || (item.Length > 2
                && (!int.TryParse(item[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out nth) || nth == 0)))
            {
                return false;
            }

            days.Add(new((IsoDayOfWeek)(weekday + 1), nth));
        }

        return true;
    }

    private static string Day(RuleDay day) =>
        (day.Nth == 0 ? "" : day.Nth.ToString(CultureInfo.InvariantCulture)) + Weekdays[(int)day.Weekday - 1];
}
