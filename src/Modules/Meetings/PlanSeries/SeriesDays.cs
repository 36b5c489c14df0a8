using System.Globalization;
using Causeway.Calendar;
using Causeway.Kernel;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Meetings;

/// <summary>The days a series falls on, as the calendar library works them out.</summary>
internal static class SeriesDays
{
    /// <summary>How far ahead meetings are laid out.</summary>
    public const int DaysAhead = 400;

    public static readonly Refusal NoSuchTime =
        new("series.no-such-time", "On {0} the clocks change there and {1} does not come, or comes twice. {2} is safe all the way.", "Time", "", "", "");

    /// <summary>Clock time, zone and rule as the library has them, without what was moved or cancelled.</summary>
    public static SeriesTime TimeOf(MeetingSeries series) =>
        TimeOf(new SeriesTiming(series.Zone, series.FirstDay, series.Time, series.Minutes, series.Rhythm, series.Interval, series.Until, series.Count));

    /// <summary>The same of a timing whose first day is a date of its rule.</summary>
    public static SeriesTime TimeOf(SeriesTiming timing) =>
        SeriesTime.Create(timing.FirstDay!.Value.ToLocalDate() + timing.Time!.Value.ToLocalTime(), timing.Minutes!.Value, timing.Zone, RuleOf(timing));

    /// <summary>Days after <paramref name="after"/> up to <paramref name="to"/>.</summary>
    public static IEnumerable<DateOnly> Of(MeetingSeries series, DateOnly after, DateOnly to)
    {
        // Zones are never more than a day from UTC; the dates below decide.
        var (first, last) = (after.ToLocalDate(), to.ToLocalDate());
        return TimeOf(series).Expand(first.PlusDays(-1).AtMidnight().InUtc().ToInstant(), last.PlusDays(2).AtMidnight().InUtc().ToInstant())
            .Where(o => o.Original > first && o.Original <= last).Select(o => o.Original.ToDateOnly());
    }

    /// <summary>A time that a change of the clocks skips or doubles within the series is refused, with the nearest that is safe.</summary>
    public static Refusal? Unsafe(MeetingSeries series) => TimeOf(series).FindWallTimeProblem() is { } problem
        ? NoSuchTime with { Values = [problem.At.Date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture), Text(problem.At.TimeOfDay), problem.NearestSafe is { } safe ? Text(safe) : "12:00"] }
        : null;

    public static string NearestSafe(DateOnly day, TimeOnly time, string zone) =>
        SeriesTime.Create(day.ToLocalDate() + time.ToLocalTime(), 1, zone).FindWallTimeProblem()?.NearestSafe is { } safe ? Text(safe) : "12:00";

    /// <summary>Without an end; null for a single meeting.</summary>
    public static SeriesRule? RuleOf(Rhythm rhythm, int interval, DateOnly day)
    {
        var weekday = day.DayOfWeek.ToIsoDayOfWeek();
        return rhythm switch
        {
            Rhythm.Once => null,
            Rhythm.Weekly => SeriesRule.Weekly(interval, weekday),
            Rhythm.MonthlyNth => SeriesRule.Monthly(interval, new RuleDay(weekday, ((day.Day - 1) / 7) + 1)),
            Rhythm.MonthlyLast => SeriesRule.Monthly(interval, new RuleDay(weekday, -1)),
            _ => throw new ArgumentOutOfRangeException(nameof(rhythm)),
        };
    }

    private static SeriesRule? RuleOf(SeriesTiming timing)
    {
        var rule = RuleOf(timing.Rhythm, timing.Interval ?? 1, timing.FirstDay!.Value);
        return rule is null ? null
            : timing.Count is { } count ? rule.EndingAfter(count)
            : timing.Until is { } until ? rule.EndingOn(until.ToLocalDate()) : rule;
    }

    private static string Text(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
