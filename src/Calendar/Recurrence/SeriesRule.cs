using NodaTime;

namespace Causeway.Calendar;

/// <summary>How often a series comes round (the part of RFC 5545 we use; yearly rules exist only inside a VTIMEZONE).</summary>
public enum SeriesFrequency
{
    Weekly,
    Monthly,
}

/// <summary>A weekday of a rule. Week rules take the plain day; month rules say which one of the month.</summary>
/// <param name="Weekday">Monday to Sunday.</param>
/// <param name="Nth">0 in a week rule; 1 to 5 for the first to fifth of the month; -1 for the last.</param>
public readonly record struct RuleDay(IsoDayOfWeek Weekday, int Nth = 0);

/// <summary>
/// The rhythm of a series, without its start, its clock time or its zone. Immutable; equal when it says the same.
/// Its text (<see cref="ToString"/>) is an RRULE value with the end as a plain date, good for storing; what goes to calendars
/// is written by <see cref="ToWire"/>, because RFC 5545 (erratum 4414) wants that end in UTC there.
/// </summary>
public sealed class SeriesRule : IEquatable<SeriesRule>
{
    public const int MaxInterval = 99;
    public const int MaxCount = 2000;

    private SeriesRule(SeriesFrequency frequency, int interval, IEnumerable<RuleDay> days, int? count, LocalDate? until)
    {
        Frequency = frequency;
        Interval = interval;
        Days = [.. days.Distinct().OrderBy(d => d.Nth < 0 ? 9 : d.Nth).ThenBy(d => d.Weekday)];
        Count = count;
        Until = until;
    }

    public SeriesFrequency Frequency { get; }

    /// <summary>Every how many weeks or months; 1 to <see cref="MaxInterval"/>.</summary>
    public int Interval { get; }

    /// <summary>Empty: the weekday, or the day of the month, of the start. A month without that day has no date.</summary>
    public IReadOnlyList<RuleDay> Days { get; }

    /// <summary>How many dates in all, dropped and moved ones included. Never together with <see cref="Until"/>.</summary>
    public int? Count { get; }

    /// <summary>The last date, in the anchor zone, on which the series may have one.</summary>
    public LocalDate? Until { get; }

    public bool IsEndless => Count is null && Until is null;

    /// <exception cref="ArgumentOutOfRangeException">The interval is not 1 to <see cref="MaxInterval"/>.</exception>
    public static SeriesRule Weekly(int interval = 1, params IEnumerable<IsoDayOfWeek> days) =>
        new(SeriesFrequency.Weekly, Checked(interval), days.Select(d => new RuleDay(Checked(d))), null, null);

    /// <summary>Every so many months on these days; without days on the start's day of the month. A fifth weekday stands alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An interval or day outside what is documented for it.</exception>
    public static SeriesRule Monthly(int interval = 1, params IEnumerable<RuleDay> days)
    {
        var rule = new SeriesRule(SeriesFrequency.Monthly, Checked(interval), days.Select(Checked), null, null);
        return AreSound(rule.Days) ? rule : throw new ArgumentOutOfRangeException(nameof(days), "A fifth weekday stands alone in a rule.");
    }

    /// <exception cref="ArgumentOutOfRangeException">The count is not 1 to <see cref="MaxCount"/>.</exception>
    public SeriesRule EndingAfter(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        return new(Frequency, Interval, Days, count, null);
    }

    /// <summary>An end after the year 2199 is one at its end.</summary>
    public SeriesRule EndingOn(LocalDate last) => new(Frequency, Interval, Days, null, LocalDate.Min(last, RuleDates.End));

    public SeriesRule WithoutEnd() => new(Frequency, Interval, Days, null, null);

    /// <summary>Whether a series may start on this date: it must be one of the rule's own, because programs disagree about others.</summary>
    public bool Allows(LocalDate start) => RuleDates.From(this, start, start).Take(1).Contains(start);

    /// <summary>The first date on or after this one on which a series of this rule may start; null when its end comes first.</summary>
    public LocalDate? FirstOnOrAfter(LocalDate date)
    {
        // A start fixes the week or month that counts as number one, so a rule's interval does not matter here.
        var first = RuleDates.From(new(Frequency, 1, Days, null, Until), date, date).Take(1).ToList();
        return first.Count == 0 ? null : first[0];
    }

    /// <summary>Reads a stored rule, as <see cref="ToString"/> wrote it.</summary>
    /// <exception cref="FormatException">It is not such a text.</exception>
    public static SeriesRule Parse(string text) =>
        SeriesRuleText.Read(text, SeriesRuleText.PlainDate, out var fault) ?? throw new FormatException(fault);

    /// <summary>Reads an RRULE value from a calendar object whose event starts at <paramref name="start"/> in <paramref name="zone"/>.</summary>
    /// <param name="fault">In words, when it is damaged or says something we do not use.</param>
    public static SeriesRule? FromWire(string text, LocalDateTime start, DateTimeZone zone, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(zone);
        return SeriesRuleText.Read(text, end => SeriesRuleText.LastDate(end, start, zone), out fault);
    }

    /// <summary>The RRULE value for calendars: the end is the moment, in UTC, of a date on the last possible day.</summary>
    public string ToWire(LocalDateTime start, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return SeriesRuleText.Write(this, until => SeriesRuleText.Utc(zone.AtLeniently(until.At(start.TimeOfDay)).ToInstant()));
    }

    public override string ToString() => SeriesRuleText.Write(this, SeriesRuleText.Plain);

    public bool Equals(SeriesRule? other) =>
        other is not null && Frequency == other.Frequency && Interval == other.Interval && Count == other.Count && Until == other.Until
        && Days.SequenceEqual(other.Days);

    public override bool Equals(object? obj) => Equals(obj as SeriesRule);

    public override int GetHashCode() => HashCode.Combine(Frequency, Interval, Count, Until, Days.Count);

    /// <summary>The same rhythm one or more days later in the week; null when a month rule has no such form.</summary>
    internal SeriesRule? Shifted(int days)
    {
        if (days == 0)
        {
            return this;
        }

        // "The day after the second Tuesday" is not "the second Wednesday" in a month that begins on a Wednesday.
        return Frequency == SeriesFrequency.Monthly ? null : new(
            Frequency, Interval, Days.Select(d => new RuleDay((IsoDayOfWeek)(((((int)d.Weekday - 1 + days) % 7) + 7) % 7 + 1))), Count, Until?.PlusDays(days));
    }

    /// <summary>A widely used program loses the first date of "fifth Tuesday and last Sunday" when its month has no fifth Tuesday.</summary>
    internal static bool AreSound(IReadOnlyCollection<RuleDay> days) => days.Count == 1 || days.All(d => d.Nth != 5);

    private static int Checked(int interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(interval, MaxInterval);
        return interval;
    }

    private static IsoDayOfWeek Checked(IsoDayOfWeek day) =>
        day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday ? day : throw new ArgumentOutOfRangeException(nameof(day), day, "No such weekday.");

    private static RuleDay Checked(RuleDay day) =>
        day.Nth is -1 or (>= 1 and <= 5) ? day with { Weekday = Checked(day.Weekday) }
        : throw new ArgumentOutOfRangeException(nameof(day), day.Nth, "A month rule takes the first to fifth weekday, or the last.");
}
