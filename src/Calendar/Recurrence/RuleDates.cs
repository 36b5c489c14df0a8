using NodaTime;

namespace Causeway.Calendar;

/// <summary>
/// The dates of a rule, in order. Pure calendar arithmetic: no zone, no clock time. Ends by itself at <see cref="LastYear"/>,
/// so that nobody can be made to count for ever.
/// </summary>
internal static class RuleDates
{
    public const int LastYear = 2199;
    public static readonly LocalDate End = new(LastYear, 12, 31);

    /// <summary>The dates on or after <paramref name="notBefore"/> of the rule that starts on <paramref name="start"/>.</summary>
    public static IEnumerable<LocalDate> From(SeriesRule rule, LocalDate start, LocalDate notBefore)
    {
        // A count is counted from the start; everything else can begin where it is asked for.
        var skipTo = rule.Count is null && notBefore > start ? notBefore : start;
        var dates = rule.Frequency == SeriesFrequency.Weekly ? Weekly(rule, start, skipTo) : Monthly(rule, start, skipTo);
        var left = rule.Count ?? int.MaxValue;
        foreach (var date in dates)
        {
            if (left-- == 0 || date > rule.Until || date.Year > LastYear)
            {
                yield break;
            }

            if (date >= notBefore)
            {
                yield return date;
            }
        }
    }

    private static IEnumerable<LocalDate> Weekly(SeriesRule rule, LocalDate start, LocalDate from)
    {
        int[] days = rule.Days.Count == 0 ? [(int)start.DayOfWeek] : [.. rule.Days.Select(d => (int)d.Weekday)];
        var step = 7 * rule.Interval;
        var monday = start.PlusDays(1 - (int)start.DayOfWeek);
        monday = monday.PlusDays(Period.DaysBetween(monday, from) / step * step);
        while (monday.Year <= LastYear)
        {
            foreach (var day in days)
            {
                var date = monday.PlusDays(day - 1);
                if (date >= start)
                {
                    yield return date;
                }
            }

            monday = monday.PlusDays(step);
        }
    }

    private static IEnumerable<LocalDate> Monthly(SeriesRule rule, LocalDate start, LocalDate from)
    {
        var origin = Index(start);
        var found = new List<LocalDate>();
        for (var month = origin + ((Index(from) - origin) / rule.Interval * rule.Interval); month < (LastYear + 1) * 12; month += rule.Interval)
        {
            InMonth(rule, start, month / 12, (month % 12) + 1, found);
            foreach (var date in found)
            {
                if (date >= start)
                {
                    yield return date;
                }
            }
        }
    }

    private static void InMonth(SeriesRule rule, LocalDate start, int year, int month, List<LocalDate> found)
    {
        found.Clear();
        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (rule.Days.Count == 0)
        {
            if (start.Day <= length)
            {
                found.Add(new(year, month, start.Day));
            }

            return;
        }

        foreach (var day in rule.Days)
        {
            if (NthWeekday(year, month, day) is { } date && !found.Contains(date))
            {
                found.Add(date);
            }
        }

        found.Sort();
    }

    /// <summary>Say, the last Sunday of a month; null when the month has no fifth one.</summary>
    public static LocalDate? NthWeekday(int year, int month, RuleDay day)
    {
        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        var first = 1 + ((day.Weekday - new LocalDate(year, month, 1).DayOfWeek + 7) % 7);
        var number = day.Nth < 0 ? first + ((length - first) / 7 * 7) : first + (7 * (day.Nth - 1));
        return number <= length ? new LocalDate(year, month, number) : null;
    }

    private static int Index(LocalDate date) => (date.Year * 12) + date.Month - 1;
}
