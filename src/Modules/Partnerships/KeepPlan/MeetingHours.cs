using Causeway.Calendar;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Partnerships;

/// <param name="From">First day on which the clocks stand so.</param>
/// <param name="Apart">Hours and minutes by which the second side's clock is ahead of the first's; negative: behind.</param>
/// <param name="IsOdd">A few weeks between the clock changes of two countries.</param>
/// <param name="Minutes">Of a week, Monday to Sunday of the first side: how long both can be reached.</param>
internal sealed record HoursSpan(DateOnly From, DateOnly To, TimeSpan Apart, bool IsOdd, IReadOnlyList<int> Minutes);

/// <summary>When two sides can be reached at once, for each difference of their clocks within a year from now.</summary>
internal static class MeetingHours
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    public static IReadOnlyList<HoursSpan> Of(PlanView plan, Party first, Party second, DateOnly from)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(first.Zone) ?? DateTimeZone.Utc;
        var other = DateTimeZoneProviders.Tzdb.GetZoneOrNull(second.Zone) ?? DateTimeZone.Utc;
        var begin = zone.AtStartOfDay(LocalDate.FromDateOnly(from)).ToInstant();
        var end = begin + Duration.FromDays(365);
        var spans = zone.Id == other.Id ? [] : OddWeeks.Between(zone.Id, other.Id, begin, end);
        var starts = spans.Select(s => s.From).Append(begin).Where(s => s >= begin && s < end).Distinct().Order().ToList();
        return
        [
            .. starts.Select((start, i) =>
            {
                var last = (i + 1 < starts.Count ? starts[i + 1] : end).InZone(zone).Date.PlusDays(-1);
                var day = start.InZone(zone).Date;
                var apart = (other.GetUtcOffset(start).Seconds - zone.GetUtcOffset(start).Seconds) / 60;
                return new HoursSpan(day.ToDateOnly(), (last < day ? day : last).ToDateOnly(), TimeSpan.FromMinutes(apart), spans.Any(s => s.IsOdd && s.Contains(start)), Shared(plan, first, second, apart));
            }),
        ];
    }

    private static List<int> Shared(PlanView plan, Party first, Party second, int apart)
    {
        var (mine, theirs) = (Reach(plan, first, 0), Reach(plan, second, -apart));
        return [.. Enumerable.Range(0, 7).Select(day => Enumerable.Range(day * Day, Day).Count(minute => mine[minute] && theirs[minute]))];
    }

    private static bool[] Reach(PlanView plan, Party party, int shift)
    {
        var minutes = new bool[Week];
        for (var day = 0; day < 7; day++)
        {
            if (plan.Reach(party, (DayOfWeek)((day + 1) % 7)) is { } reach)
            {
                for (var minute = (reach.From.Hour * 60) + reach.From.Minute; minute < (reach.To.Hour * 60) + reach.To.Minute; minute++)
                {
                    minutes[((day * Day) + minute + shift + Week) % Week] = true;
                }
            }
        }

        return minutes;
    }
}
