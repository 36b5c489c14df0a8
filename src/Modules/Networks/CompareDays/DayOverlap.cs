using Causeway.Calendar;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Networks;

/// <summary>A stretch of days during which the clocks of all places keep their differences.</summary>
/// <param name="Behind">For each place the minutes its clock is behind that of the first.</param>
/// <param name="IsOdd">Between two countries' clock changes.</param>
/// <param name="School">By weekday of the first place: minutes during which there is school everywhere.</param>
/// <param name="Staff">The same for the times at which staff can meet.</param>
internal sealed record DifferenceSpan(
    DateOnly From, DateOnly To, IReadOnlyList<int> Behind, bool IsOdd, IReadOnlyDictionary<DayOfWeek, int> School, IReadOnlyDictionary<DayOfWeek, int> Staff);

/// <summary>What typical weeks of several places have in common, for every difference of their clocks within a year.</summary>
internal static class DayOverlap
{
    public const int DayMinutes = 24 * 60;
    private const int WeekMinutes = 7 * DayMinutes;
    private const int Days = 366;

    public static IReadOnlyList<DifferenceSpan> Year(IReadOnlyList<SchoolTimesCard> places, DateOnly from)
    {
        var zones = places.Select(p => DateTimeZoneProviders.Tzdb.GetZoneOrNull(p.Zone) ?? DateTimeZone.Utc).ToList();
        var begin = zones[0].AtStartOfDay(from.ToLocalDate()).ToInstant();
        var end = begin + Duration.FromDays(Days);
        var pairs = new List<ZoneDifference>();
        for (var i = 0; i < zones.Count; i++)
        {
            foreach (var other in zones.Skip(i + 1).Where(z => z.Id != zones[i].Id))
            {
                pairs.AddRange(OddWeeks.Between(zones[i].Id, other.Id, begin, end));
            }
        }

        var starts = pairs.Select(p => p.From).Append(begin).Distinct().Order().ToList();
        return [.. starts.Select((start, at) =>
        {
            var behind = zones.Select(z => (zones[0].GetUtcOffset(start).Seconds - z.GetUtcOffset(start).Seconds) / 60).ToList();
            var last = at + 1 < starts.Count ? starts[at + 1] - Duration.FromMinutes(1) : end - Duration.FromDays(1);
            return new DifferenceSpan(
                start.InZone(zones[0]).Date.ToDateOnly(), Before(start, last.InZone(zones[0]).Date, at + 1 < starts.Count, zones[0]).ToDateOnly(), behind,
                pairs.Exists(p => p.IsOdd && p.Contains(start)), Minutes(places, behind, p => p.SchoolDay), Minutes(places, behind, p => p.StaffDay));
        })];
    }

    /// <summary>Stretches of one weekday of the first place that all have in common, in its minutes of the day.</summary>
    public static IReadOnlyList<(int From, int To)> Of(IReadOnlyList<SchoolTimesCard> places, IReadOnlyList<int> behind, DayOfWeek day, Func<SchoolTimesCard, Func<DayOfWeek, (TimeOnly From, TimeOnly To)?>> which)
    {
        var all = All(places, behind, which).AsSpan(Index(day) * DayMinutes, DayMinutes);
        var found = new List<(int From, int To)>();
        for (var minute = 0; minute < DayMinutes; minute++)
        {
            if (all[minute])
            {
                var start = minute;
                while (minute < DayMinutes && all[minute])
                {
                    minute++;
                }

                found.Add((start, minute));
            }
        }

        return found;
    }

    /// <summary>Monday 0.</summary>
    public static int Index(DayOfWeek day) => ((int)day + 6) % 7;

    public static int Minute(TimeOnly time) => (time.Hour * 60) + time.Minute;

    // The day on which the clocks change belongs to what comes after it.
    private static LocalDate Before(Instant start, LocalDate last, bool isCut, DateTimeZone zone) =>
        isCut && last > start.InZone(zone).Date ? last.PlusDays(-1) : last;

    private static Dictionary<DayOfWeek, int> Minutes(IReadOnlyList<SchoolTimesCard> places, IReadOnlyList<int> behind, Func<SchoolTimesCard, Func<DayOfWeek, (TimeOnly From, TimeOnly To)?>> which)
    {
        var all = All(places, behind, which);
        return Enum.GetValues<DayOfWeek>().ToDictionary(d => d, d => all.AsSpan(Index(d) * DayMinutes, DayMinutes).Count(true));
    }

    private static bool[] All(IReadOnlyList<SchoolTimesCard> places, IReadOnlyList<int> behind, Func<SchoolTimesCard, Func<DayOfWeek, (TimeOnly From, TimeOnly To)?>> which)
    {
        var all = new bool[WeekMinutes];
        Array.Fill(all, true);
        for (var i = 0; i < places.Count; i++)
        {
            var own = new bool[WeekMinutes];
            foreach (var day in Enum.GetValues<DayOfWeek>())
            {
                if (which(places[i])(day) is { } stretch)
                {
                    for (var minute = Minute(stretch.From); minute < Minute(stretch.To); minute++)
                    {
                        own[((Index(day) * DayMinutes) + minute + behind[i] + WeekMinutes) % WeekMinutes] = true;
                    }
                }
            }

            for (var minute = 0; minute < WeekMinutes; minute++)
            {
                all[minute] &= own[minute];
            }
        }

        return all;
    }
}
