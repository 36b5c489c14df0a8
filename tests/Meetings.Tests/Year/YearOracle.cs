namespace Causeway.Meetings.Tests;

/// <summary>
/// What ought to be true, kept beside the program and worked out another way: days are counted one by one, and clock times are
/// looked up in the operating system's zones, not in NodaTime's.
/// </summary>
internal sealed class YearOracle
{
    public sealed class Series(string zone, TimeOnly time, Func<DateOnly, bool> isDay)
    {
        public string Zone => zone;

        public TimeOnly Time => time;

        /// <summary>When the next daily round is due.</summary>
        public DateTimeOffset NextRound { get; set; }

        public Dictionary<string, (Reply Reply, DateTimeOffset At)> Standing { get; } = new(StringComparer.Ordinal);

        public IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
        {
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                if (isDay(day))
                {
                    yield return day;
                }
            }
        }

        public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);

        public DateTimeOffset At(DateOnly day, TimeOnly at)
        {
            var local = day.ToDateTime(at);
            return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(local)).ToUniversalTime();
        }
    }

    public sealed class Date(Series series, DateOnly slot)
    {
        public Series Series => series;

        public DateOnly Slot { get; } = slot;

        public DateOnly Day { get; set; } = slot;

        public DateTimeOffset Start => series.At(Day, series.Time);

        public DateTimeOffset? MovedAt { get; set; }

        public bool IsCancelled { get; set; }

        public bool IsHeld { get; set; }

        public Dictionary<string, (Reply Reply, string? Alternate, DateTimeOffset At)> Answers { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Excused { get; } = new(StringComparer.Ordinal);

        /// <summary>Days before and the moment, for each school that was to be reminded.</summary>
        public Dictionary<(string School, int Days), DateTimeOffset> Reminders { get; } = [];

        /// <summary>Schools of which somebody was there.</summary>
        public HashSet<string> There { get; } = new(StringComparer.Ordinal);

        public (Reply Reply, string? Alternate) Of(string person) =>
            Answers.TryGetValue(person, out var own) && (MovedAt is null || own.At > MovedAt) ? (own.Reply, own.Alternate)
            : series.Standing.TryGetValue(person, out var standing) && (MovedAt is null || standing.At > MovedAt) ? (standing.Reply, null)
            : (Reply.NeedsAction, null);

        public bool IsGreen(string school) => TwelveSchools.PeopleOf(school).Select(Of).Any(a => a.Reply == Reply.Accepted || a.Alternate is not null);

        public RepresentationResult Result(string school) =>
            There.Contains(school) ? RepresentationResult.Met : Excused.Contains(school) ? RepresentationResult.Excused : RepresentationResult.Missed;
    }

    public List<Date> Dates { get; } = [];

    public List<Series> All { get; } = [];

    public HashSet<string> Members { get; } = new(TwelveSchools.Keys, StringComparer.Ordinal);

    public Series Plan(string zone, TimeOnly time, Func<DateOnly, bool> isDay, DateOnly from, DateOnly to, DateTimeOffset now)
    {
        var series = new Series(zone, time, isDay);
        series.NextRound = series.At(series.Today(now).AddDays(1), new TimeOnly(6, 0));
        All.Add(series);
        Dates.AddRange(series.Days(from, to).Select(d => new Date(series, d)));
        return series;
    }

    /// <summary>The program is on and has done its work of this moment.</summary>
    public void Work(DateTimeOffset now)
    {
        foreach (var series in All.Where(s => s.NextRound <= now))
        {
            var today = series.Today(now);
            foreach (var date in Dates.Where(d => d.Series == series && !d.IsCancelled && !d.IsHeld && d.Start > now && d.Day <= today.AddDays(7)))
            {
                var days = date.Day <= today.AddDays(2) ? 2 : 7;
                foreach (var school in Members.Where(s => !date.IsGreen(s) && !date.Excused.Contains(s) && !date.Reminders.Keys.Any(r => r.School == s && r.Days <= days)))
                {
                    date.Reminders[(school, days)] = now;
                }
            }

            series.NextRound = series.At(today.AddDays(1), new TimeOnly(6, 0));
        }
    }
}
