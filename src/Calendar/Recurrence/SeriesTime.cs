using System.Collections.Immutable;
using NodaTime;

namespace Causeway.Calendar;

/// <summary>
/// When a meeting or a series of meetings takes place: a clock time in one anchor zone, a rule, and the dates that differ.
/// Never kept as UTC, because the clock time is what people agreed on. Immutable: each change gives a new one.
/// </summary>
/// <remarks>
/// Dates are expanded in the anchor zone and turned into moments last. A clock time that the zone skips is read with the offset
/// before the gap, one that it passes twice as the first; <see cref="FindWallTimeProblem"/> refuses both before that happens.
/// </remarks>
public sealed class SeriesTime : IEquatable<SeriesTime>
{
    public const int MaxMinutes = 24 * 60;

    // Dates that have a number must be counted from the start each time, so they are kept once they were.
    private HashSet<LocalDate>? _counted;

    private SeriesTime(LocalDateTime start, int minutes, string zoneId, SeriesRule? rule)
    {
        Start = start;
        Minutes = minutes;
        ZoneId = zoneId;
        Rule = rule;
        Zone = Zones.Find(zoneId) ?? throw new ArgumentException("There is no such time zone.", nameof(zoneId));
    }

    /// <summary>The first date by the clock of the anchor zone.</summary>
    public LocalDateTime Start { get; }

    /// <summary>1 to <see cref="MaxMinutes"/>.</summary>
    public int Minutes { get; }

    /// <summary>The IANA name of the anchor zone.</summary>
    public string ZoneId { get; }

    public DateTimeZone Zone { get; private init; }

    /// <summary>Null: it takes place once.</summary>
    public SeriesRule? Rule { get; }

    /// <summary>Dates of the rule that do not take place.</summary>
    public ImmutableSortedSet<LocalDate> Dropped { get; private init; } = [];

    /// <summary>Dates of the rule that take place at another time.</summary>
    public ImmutableSortedDictionary<LocalDate, MovedTime> Moved { get; private init; } = ImmutableSortedDictionary<LocalDate, MovedTime>.Empty;

    /// <exception cref="ArgumentException">The zone is unknown, the length is not 1 to <see cref="MaxMinutes"/>, the start has seconds, or
    /// the rule has no date on the start (<see cref="SeriesRule.FirstOnOrAfter"/> says which date would do).</exception>
    public static SeriesTime Create(LocalDateTime start, int minutes, string zoneId, SeriesRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(zoneId);
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, MaxMinutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start.Year, RuleDates.LastYear, nameof(start));
        ArgumentOutOfRangeException.ThrowIfLessThan(start.Year, 1900, nameof(start));
        if (start.TickOfDay % NodaConstants.TicksPerMinute != 0)
        {
            throw new ArgumentException("A series starts on a full minute.", nameof(start));
        }

        return rule?.Allows(start.Date) == false
            ? throw new ArgumentException("The series starts on a date that its rule does not have.", nameof(rule))
            : new SeriesTime(start, minutes, zoneId, rule);
    }

    /// <summary>The same without this date. A date that was moved is dropped as a whole.</summary>
    public SeriesTime Drop(LocalDate original) => Changed(Dropped.Add(Known(original)), Moved.Remove(original));

    /// <summary>The same with this date at another time.</summary>
    public SeriesTime Move(LocalDate original, MovedTime to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to.Minutes ?? 1, 1, nameof(to));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to.Minutes ?? 1, MaxMinutes, nameof(to));
        var length = to.Minutes == Minutes ? null : to.Minutes;
        return to.Start == At(original) && length is null
            ? Restore(original)
            : Changed(Dropped.Remove(Known(original)), Moved.SetItem(original, new(to.Start, length)));
    }

    /// <summary>The same with this date back where the rule has it.</summary>
    public SeriesTime Restore(LocalDate original) => Changed(Dropped.Remove(original), Moved.Remove(original));

    /// <summary>Whether the rule has this date, be it dropped, moved or as planned.</summary>
    public bool HasDate(LocalDate original) => Rule?.Count is null
        ? Dates(original).Take(1).Contains(original)
        : (_counted ??= [.. Dates(Start.Date)]).Contains(original);

    /// <summary>The occurrence of this original date; null when the rule has none or it was dropped.</summary>
    public Occurrence? Find(LocalDate original) => HasDate(original) && !Dropped.Contains(original) ? Occur(original) : null;

    /// <summary>
    /// Every occurrence that begins at or after <paramref name="from"/> and before <paramref name="to"/>, in order of time.
    /// A moved one counts where it was moved to.
    /// </summary>
    public IEnumerable<Occurrence> Expand(Instant from, Instant to)
    {
        // Zones are never more than a day from UTC; the moments below decide.
        var first = from < Earliest ? new LocalDate(1900, 1, 1) : from.InUtc().Date.PlusDays(-1);
        var end = to > Latest ? RuleDates.End : to.InUtc().Date.PlusDays(1);
        var moved = new Queue<Occurrence>(Moved.Keys.Where(HasDate).Select(Occur).Where(o => o.Start >= from && o.Start < to).OrderBy(o => o.Start));
        foreach (var date in Dates(first).TakeWhile(d => d <= end))
        {
            if (Dropped.Contains(date) || Moved.ContainsKey(date))
            {
                continue;
            }

            var next = Occur(date);
            while (moved.TryPeek(out var before) && before.Start <= next.Start)
            {
                yield return moved.Dequeue();
            }

            if (next.Start >= from && next.Start < to)
            {
                yield return next;
            }
        }

        while (moved.TryDequeue(out var rest))
        {
            yield return rest;
        }
    }

    /// <summary>All occurrences in order; of an endless rule those up to the end of the year 2199, so take only as many as needed.</summary>
    public IEnumerable<Occurrence> All() => Expand(Instant.MinValue, Instant.MaxValue);

    /// <summary>The first occurrence that begins at or after this moment.</summary>
    public Occurrence? Next(Instant from)
    {
        foreach (var next in Expand(from, Instant.MaxValue))
        {
            return next;
        }

        return null;
    }

    /// <summary>
    /// The first date on which the anchor zone skips or repeats the clock time: a refusal, with a time that would do.
    /// An endless rule is looked at for 28 years, after which weekdays and dates repeat.
    /// </summary>
    public WallTimeProblem? FindWallTimeProblem() => WallTimes.Find(this);

    /// <summary>The same clock time in another zone.</summary>
    public SeriesTime InZoneKeepingClock(string zoneId) => Copy(Start, zoneId, Rule, 0);

    /// <summary>
    /// In another zone, with the first date at the moment it has now. Null when that falls on another weekday there and
    /// the rule counts weekdays of the month, which no rule can then say.
    /// </summary>
    public SeriesTime? InZoneKeepingInstant(string zoneId)
    {
        var zone = Zones.Find(zoneId) ?? throw new ArgumentException("There is no such time zone.", nameof(zoneId));
        var start = Zone.AtLeniently(Start).ToInstant().InZone(zone).LocalDateTime;
        var shift = Period.DaysBetween(Start.Date, start.Date);
        var rule = Rule?.Shifted(shift);
        return Rule is not null && rule is null ? null : Copy(start, zoneId, rule, shift);
    }

    /// <summary>
    /// Occurrences whose moment differs from the one noted earlier under older zone tables, with that older moment.
    /// </summary>
    /// <param name="noted">Moments by original date, as they were told to people.</param>
    public IEnumerable<(Occurrence Now, Instant Before)> ChangedSince(IReadOnlyDictionary<LocalDate, Instant> noted)
    {
        ArgumentNullException.ThrowIfNull(noted);
        foreach (var (date, before) in noted.OrderBy(n => n.Key))
        {
            if (Find(date) is { } now && now.Start != before)
            {
                yield return (now, before);
            }
        }
    }

    public bool Equals(SeriesTime? other) =>
        other is not null && Start == other.Start && Minutes == other.Minutes && ZoneId == other.ZoneId && Equals(Rule, other.Rule)
        && Dropped.SetEquals(other.Dropped) && Moved.Count == other.Moved.Count && Moved.SequenceEqual(other.Moved);

    public override bool Equals(object? obj) => Equals(obj as SeriesTime);

    public override int GetHashCode() => HashCode.Combine(Start, Minutes, ZoneId, Rule, Dropped.Count, Moved.Count);

    /// <summary>The rule's own clock time on this date.</summary>
    internal LocalDateTime At(LocalDate original) => original.At(Start.TimeOfDay);

    /// <summary>The rule's dates from this one on, dropped and moved ones included.</summary>
    internal IEnumerable<LocalDate> Dates(LocalDate notBefore) =>
        Rule is { } rule ? RuleDates.From(rule, Start.Date, notBefore) : Start.Date >= notBefore ? [Start.Date] : [];

    private static readonly Instant Earliest = Instant.FromUtc(1900, 1, 2, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(RuleDates.LastYear, 12, 30, 0, 0);

    private Occurrence Occur(LocalDate original)
    {
        var isMoved = Moved.TryGetValue(original, out var moved);
        var local = isMoved ? moved.Start : At(original);
        return new(original, local, Zone.AtLeniently(local).ToInstant(), (isMoved ? moved.Minutes : null) ?? Minutes, isMoved);
    }

    private LocalDate Known(LocalDate original) =>
        HasDate(original) ? original : throw new ArgumentException("The series has no such date.", nameof(original));

    private SeriesTime Changed(ImmutableSortedSet<LocalDate> dropped, ImmutableSortedDictionary<LocalDate, MovedTime> moved) =>
        new(Start, Minutes, ZoneId, Rule) { Dropped = dropped, Moved = moved, _counted = _counted };

    // Exceptions go along by as many days as the dates themselves; a moved time keeps its moment if the dates do.
    private SeriesTime Copy(LocalDateTime start, string zoneId, SeriesRule? rule, int shift)
    {
        var copy = new SeriesTime(start, Minutes, zoneId, rule);
        var keepsClock = start == Start;
        LocalDateTime There(LocalDateTime time) => keepsClock ? time : Zone.AtLeniently(time).ToInstant().InZone(copy.Zone).LocalDateTime;
        return copy.Changed(
            [.. Dropped.Select(d => d.PlusDays(shift))],
            Moved.ToImmutableSortedDictionary(m => m.Key.PlusDays(shift), m => m.Value with { Start = There(m.Value.Start) }));
    }
}
