using NodaTime;

namespace Causeway.Calendar;

/// <summary>A stretch of time during which two zones keep the same difference.</summary>
/// <param name="From">Its begin, or that of the span asked for.</param>
/// <param name="To">Its end, or that of the span asked for.</param>
/// <param name="First">Offset of the first zone at <paramref name="From"/>.</param>
/// <param name="Second">Offset of the second zone at <paramref name="From"/>.</param>
/// <param name="IsOdd">It lasts, in whole, under <see cref="OddWeeks.OddDays"/> days: the weeks between two countries' clock changes.</param>
public sealed record ZoneDifference(Instant From, Instant To, Offset First, Offset Second, bool IsOdd)
{
    /// <summary>First minus second: how much later the clock of the first shows.</summary>
    public Duration Difference => Duration.FromSeconds(First.Seconds - Second.Seconds);

    public bool Contains(Instant moment) => moment >= From && moment < To;
}

/// <summary>When two places are closer or further apart than people are used to.</summary>
public static class OddWeeks
{
    /// <summary>A difference that lasts less than this many days is odd.</summary>
    public const int OddDays = 42;

    /// <summary>Every stretch from <paramref name="from"/> to <paramref name="to"/>, in order, without holes.</summary>
    /// <exception cref="ArgumentException">An unknown zone.</exception>
    public static IReadOnlyList<ZoneDifference> Between(string first, string second, Instant from, Instant to) =>
        Between(Known(first), Known(second), from, to);

    internal static IReadOnlyList<ZoneDifference> Between(DateTimeZone first, DateTimeZone second, Instant from, Instant to)
    {
        // Looked at a little wider, so that a stretch cut by the span is still measured in whole.
        var margin = Duration.FromDays(OddDays + 1);
        var moments = Changes(first, from - margin, to + margin).Concat(Changes(second, from - margin, to + margin))
            .Append(from - margin).Distinct().Order().ToList();
        var stretches = new List<(Instant From, long Seconds)>();
        foreach (var moment in moments)
        {
            var seconds = (long)first.GetUtcOffset(moment).Seconds - second.GetUtcOffset(moment).Seconds;
            if (stretches.Count == 0 || stretches[^1].Seconds != seconds)
            {
                stretches.Add((moment, seconds));
            }
        }

        var result = new List<ZoneDifference>();
        for (var i = 0; i < stretches.Count; i++)
        {
            var begin = stretches[i].From;
            var end = i + 1 < stretches.Count ? stretches[i + 1].From : to + margin;
            if (end > from && begin < to)
            {
                var shown = Instant.Max(begin, from);
                result.Add(new(shown, Instant.Min(end, to), first.GetUtcOffset(shown), second.GetUtcOffset(shown), end - begin < Duration.FromDays(OddDays)));
            }
        }

        return result;
    }

    private static IEnumerable<Instant> Changes(DateTimeZone zone, Instant from, Instant to) =>
        zone.GetZoneIntervals(from, to).Where(i => i.HasStart && i.Start > from && i.Start < to).Select(i => i.Start);

    private static DateTimeZone Known(string id) => Zones.Find(id) ?? throw new ArgumentException("There is no such time zone.", nameof(id));
}
