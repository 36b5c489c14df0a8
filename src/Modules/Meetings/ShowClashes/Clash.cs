using Causeway.Kernel;
using Causeway.Networks;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Meetings;

internal enum ClashKind
{
    Holiday,
    Weekend,
    Examination,
}

/// <summary>One date of a series.</summary>
/// <param name="Day">By the clock of the anchor zone.</param>
internal sealed record SeriesDate(DateOnly Day, DateTimeOffset At, int Minutes)
{
    public static SeriesDate Of(Meeting meeting) => new(meeting.Day, meeting.StartsAt, meeting.Minutes);
}

/// <summary>A date that falls on a day on which a school has no school or is examined. It is shown and blocks nothing.</summary>
/// <param name="Title">What the school calls the day; empty for a weekend.</param>
internal sealed record Clash(SeriesDate Date, OrganisationId School, string SchoolName, ClashKind Kind, string Title)
{
    /// <summary>By date, then school. Days are those of each school's own zone.</summary>
    public static IReadOnlyList<Clash> Of(IReadOnlyCollection<SeriesDate> dates, IReadOnlyCollection<SchoolTimesCard> schools) =>
        [.. dates.SelectMany(d => schools.SelectMany(s => Of(d, s))).OrderBy(c => c.Date.At).ThenBy(c => c.SchoolName, StringComparer.CurrentCulture)];

    private static IEnumerable<Clash> Of(SeriesDate date, SchoolTimesCard school)
    {
        var (first, last) = (MeetingTimes.Day(date.At, school.Zone), MeetingTimes.Day(date.At.AddMinutes(date.Minutes - 1), school.Zone));
        foreach (var days in school.Dates.Where(d => d.Kind != SchoolDateKind.Term && d.Touches(first, last)))
        {
            yield return new(date, school.School, school.Name, days.Kind == SchoolDateKind.Holiday ? ClashKind.Holiday : ClashKind.Examination, days.Title);
        }

        if (school.Weekend.Contains(first.DayOfWeek) || school.Weekend.Contains(last.DayOfWeek))
        {
            yield return new(date, school.School, school.Name, ClashKind.Weekend, "");
        }
    }
}

/// <summary>Where a meeting with pupils may lie: within the school day of every school that has told its day. A hard limit.</summary>
internal static class PupilHours
{
    public static readonly Refusal Outside =
        new("series.outside-school-day", "Pupils meet within the school day of every side. On {0} it would be {1} at {2}.", "Time", "", "", "");

    public static Refusal? Check(IEnumerable<SeriesDate> dates, IReadOnlyCollection<SchoolTimesCard> schools)
    {
        foreach (var date in dates)
        {
            foreach (var school in schools.Where(s => s.HasTold && !Covers(s, date)))
            {
                var day = date.Day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture);
                return Outside with { Values = [day, $"{MeetingTimes.Clock(date.At, school.Zone)} ({school.Zone})", school.Name] };
            }
        }

        return null;
    }

    private static bool Covers(SchoolTimesCard school, SeriesDate date)
    {
        var start = MeetingTimes.Local(date.At, school.Zone);
        return school.SchoolDay(start.DayOfWeek.ToDayOfWeek()) is { } day
            && start.TimeOfDay >= day.From.ToLocalTime() && start.Date + start.TimeOfDay + Period.FromMinutes(date.Minutes) <= start.Date + day.To.ToLocalTime();
    }
}

/// <summary>Holds the dates of a series against what the member schools exchange about their days.</summary>
internal sealed class ClashBook(SeriesWork work, ISchoolTimes times)
{
    /// <summary>Days, terms and holidays of the network's member schools.</summary>
    public async Task<IReadOnlyList<SchoolTimesCard>> SchoolsAsync(NetworkId network, CancellationToken ct) =>
        await times.OfAsync([.. (await work.SchoolsAsync(network, ct)).Select(s => s.Id)], ct);

    public async Task<IReadOnlyList<Clash>> OfAsync(NetworkId network, IReadOnlyCollection<SeriesDate> dates, CancellationToken ct) =>
        dates.Count == 0 ? [] : Clash.Of(dates, await SchoolsAsync(network, ct));

    /// <summary>The dates that a series would lay out now.</summary>
    public static IReadOnlyList<SeriesDate> DatesOf(MeetingSeries series) =>
        [.. SeriesDays.Of(series, series.FirstDay.AddDays(-1), series.FirstDay.AddDays(SeriesDays.DaysAhead)).Select(d => new SeriesDate(d, MeetingTimes.At(d, series.Time, series.Zone), series.Minutes))];

    /// <summary>Refuses pupils outside the school day of either side; for staff there is no such limit.</summary>
    public async Task<Refusal?> PupilsAsync(MeetingSeries series, IReadOnlyCollection<SeriesDate> dates, CancellationToken ct) =>
        series.Audience == MeetingAudience.Staff ? null : PupilHours.Check(dates, await SchoolsAsync(series.NetworkId, ct));
}
