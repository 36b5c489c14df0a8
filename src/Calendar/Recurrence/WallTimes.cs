using NodaTime;

namespace Causeway.Calendar;

/// <summary>Looks for clock times that the anchor zone skips or repeats.</summary>
internal static class WallTimes
{
    private const int YearsLooked = 28;
    private const int StepMinutes = 5;

    public static WallTimeProblem? Find(SeriesTime series)
    {
        var dates = Suspects(series);
        var first = dates.Select(series.At).Concat(series.Moved.Values.Select(m => m.Start)).Order()
            .FirstOrDefault(t => series.Zone.MapLocal(t).Count != 1);
        if (first == default)
        {
            return null;
        }

        var fault = series.Zone.MapLocal(first).Count == 0 ? WallTimeFault.Gap : WallTimeFault.Overlap;

        // A moved date is moved again by itself; the series' own time must suit all of its dates.
        var checkedDates = series.Moved.Values.Any(m => m.Start == first) ? [first.Date] : dates;
        return new(fault, first, Nearest(series.Zone, first.TimeOfDay, checkedDates));
    }

    /// <summary>The dates of a series on which its zone changes its clocks; all others are safe at any time.</summary>
    private static List<LocalDate> Suspects(SeriesTime series)
    {
        var start = series.Zone.AtLeniently(series.Start).ToInstant();
        var changed = new HashSet<LocalDate>();
        foreach (var part in series.Zone.GetZoneIntervals(start - Duration.FromDays(1), start + Duration.FromDays(366 * YearsLooked)))
        {
            if (part.HasEnd)
            {
                // The skipped or repeated hour may lie on either side of midnight.
                var end = part.IsoLocalEnd.Date;
                changed.Add(end.PlusDays(-1));
                changed.Add(end);
                changed.Add(end.PlusDays(1));
            }
        }

        var last = series.Start.Date.PlusYears(YearsLooked);
        return changed.Count == 0 ? []
            : [.. series.Dates(series.Start.Date).TakeWhile(d => d <= last)
                .Where(d => changed.Contains(d) && !series.Dropped.Contains(d) && !series.Moved.ContainsKey(d))];
    }

    private static LocalTime? Nearest(DateTimeZone zone, LocalTime time, List<LocalDate> dates)
    {
        var minute = (int)(time.TickOfDay / NodaConstants.TicksPerMinute);
        for (var away = StepMinutes; away < 24 * 60; away += StepMinutes)
        {
            foreach (var candidate in (int[])[minute + away, minute - away])
            {
                if (candidate is >= 0 and < 24 * 60
                    && LocalTime.Midnight.PlusMinutes(candidate) is var safe && dates.TrueForAll(d => zone.MapLocal(d.At(safe)).Count == 1))
                {
                    return safe;
                }
            }
        }

        return null;
    }
}
