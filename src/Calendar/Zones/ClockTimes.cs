using NodaTime;

namespace Causeway.Calendar;

/// <summary>What a series looks like from one zone: which clock times it has there, and when they move.</summary>
/// <param name="ZoneId">The zone it is seen from.</param>
/// <param name="Usual">The most frequent clock time; of two as frequent, the one that comes first in the series.</param>
/// <param name="Times">Every clock time with how often it occurs, most frequent first.</param>
/// <param name="Weekdays">The local weekdays it falls on, Monday first.</param>
/// <param name="Dates">Every occurrence with its local start there.</param>
public sealed record ClockTimes(
    string ZoneId,
    LocalTime Usual,
    IReadOnlyList<(LocalTime Time, int Times)> Times,
    IReadOnlyList<IsoDayOfWeek> Weekdays,
    IReadOnlyList<(Occurrence Occurrence, LocalDateTime Local)> Dates)
{
    /// <summary>The occurrences at another clock time than the usual one: tell people before these.</summary>
    public IEnumerable<(Occurrence Occurrence, LocalDateTime Local)> Unusual => Dates.Where(d => d.Local.TimeOfDay != Usual);

    /// <summary>Occurrences whose clock time differs from the one before them: the dates on which people come an hour wrong.</summary>
    public IEnumerable<(Occurrence Occurrence, LocalDateTime Local)> Moves =>
        Dates.Skip(1).Zip(Dates).Where(p => p.First.Local.TimeOfDay != p.Second.Local.TimeOfDay).Select(p => p.First);

    /// <exception cref="ArgumentException">An unknown zone, or no occurrence at all.</exception>
    public static ClockTimes Of(IEnumerable<Occurrence> occurrences, string zoneId)
    {
        ArgumentNullException.ThrowIfNull(occurrences);
        var zone = Zones.Find(zoneId) ?? throw new ArgumentException("There is no such time zone.", nameof(zoneId));
        var dates = occurrences.Select(o => (Occurrence: o, Local: o.Start.InZone(zone).LocalDateTime)).ToList();
        return dates.Count == 0
            ? throw new ArgumentException("There is no occurrence to look at.", nameof(occurrences))
            : Of(zoneId, dates);
    }

    internal static ClockTimes Of(string zoneId, List<(Occurrence Occurrence, LocalDateTime Local)> dates)
    {
        var times = new List<(LocalTime Time, int Times)>();
        var weekdays = new SortedSet<IsoDayOfWeek>();
        foreach (var (_, local) in dates)
        {
            var at = times.FindIndex(t => t.Time == local.TimeOfDay);
            if (at < 0)
            {
                times.Add((local.TimeOfDay, 1));
            }
            else
            {
                times[at] = (local.TimeOfDay, times[at].Times + 1);
            }

            weekdays.Add(local.DayOfWeek);
        }

        var sorted = times.OrderByDescending(t => t.Times).ToList();
        return new(zoneId, sorted[0].Time, sorted, [.. weekdays], dates);
    }
}
