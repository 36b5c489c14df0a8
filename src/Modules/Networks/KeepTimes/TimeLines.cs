using System.Globalization;
using Causeway.Kernel;

namespace Causeway.Networks;

/// <summary>A line of the table of the week, as typed.</summary>
internal sealed class WeekLine
{
    public static readonly Refusal NoKind = new("times.no-kind", "Line {0}: choose what it is.", "Kind", 0);
    public static readonly Refusal NoTime = new("times.no-time", "Line {0}: write the time as 08:30.", "From", 0);
    public static readonly Refusal Backwards = new("times.backwards", "Line {0}: it ends before it begins.", "To", 0);
    public static readonly Refusal LongTitle = new("times.long-title", "Line {0}: write {1} characters at most.", "Title", 0, SchoolTimes.LongestTitle);

    /// <summary>An English weekday; empty: every school day.</summary>
    public string? Day { get; set; }

    public string? Kind { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Title { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(To) && string.IsNullOrWhiteSpace(Title);

    public static WeekLine Of(SchoolDayPart part) => new()
    {
        Day = part.Day?.ToString(),
        Kind = part.Kind.ToString(),
        From = part.From.ToString("HH:mm", CultureInfo.InvariantCulture),
        To = part.To.ToString("HH:mm", CultureInfo.InvariantCulture),
        Title = part.Title,
    };

    public (SchoolDayPart? Part, Refusal? Refusal) Read(OrganisationId organisation, int line, TimeProvider clock)
    {
        if (!Enum.TryParse<DayPartKind>(Kind, out var kind) || !Enum.IsDefined(kind))
        {
            return (null, At(NoKind, line, nameof(Kind)));
        }

        var (from, to) = (Clock(From), Clock(To));
        if (from is null || to is null)
        {
            return (null, At(NoTime, line, from is null ? nameof(From) : nameof(To)));
        }

        if (to <= from)
        {
            return (null, At(Backwards, line, nameof(To)));
        }

        if (Title?.Trim().Length > SchoolTimes.LongestTitle)
        {
            return (null, LongTitle with { Field = Key(line, nameof(Title)), Values = [line + 1, SchoolTimes.LongestTitle] });
        }

        DayOfWeek? day = Enum.TryParse<DayOfWeek>(Day, out var weekday) && Enum.IsDefined(weekday) ? weekday : null;
        return (SchoolDayPart.Of(organisation, day, kind, from.Value, to.Value, Title?.Trim() ?? "", clock), null);
    }

    internal static string Key(int line, string field) => string.Create(CultureInfo.InvariantCulture, $"Lines[{line}].{field}");

    private static Refusal At(Refusal refusal, int line, string field) => refusal with { Field = Key(line, field), Values = [line + 1] };

    private static TimeOnly? Clock(string? typed) =>
        TimeOnly.TryParseExact(typed?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss", "H.mm", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

/// <summary>A line of the table of a school year, as typed or read in.</summary>
internal sealed class DateLine
{
    public static readonly Refusal NoTitle = new("times.no-title", "Line {0}: write what it is called.", "Title", 0);
    public static readonly Refusal NoDate = new("times.no-date", "Line {0}: choose a day.", "From", 0);
    public static readonly Refusal Backwards = new("times.dates-backwards", "Line {0}: the last day lies before the first.", "To", 0);
    public static readonly Refusal OtherYear = new("times.other-year", "Line {0}: it does not begin in this school year, {1} to {2}.", "From", 0, "", "");

    public string? Kind { get; set; }

    public string? Title { get; set; }

    public string? From { get; set; }

    /// <summary>Empty: one day.</summary>
    public string? To { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(To);

    public static DateLine Of(SchoolDates dates) => new() { Kind = dates.Kind.ToString(), Title = dates.Title, From = Text(dates.From), To = Text(dates.To) };

    public (SchoolDates? Dates, Refusal? Refusal) Read((DateOnly First, DateOnly Last) year, int line)
    {
        Refusal At(Refusal refusal, string field, params object[] values) => refusal with { Field = WeekLine.Key(line, field), Values = [line + 1, .. values] };
        var title = Title?.Trim() ?? "";
        if (title.Length == 0)
        {
            return (null, At(NoTitle, nameof(Title)));
        }

        if (title.Length > SchoolTimes.LongestTitle)
        {
            return (null, At(WeekLine.LongTitle, nameof(Title), SchoolTimes.LongestTitle));
        }

        if (Day(From) is not { } from)
        {
            return (null, At(NoDate, nameof(From)));
        }

        var to = string.IsNullOrWhiteSpace(To) ? from : Day(To);
        return to is null ? (null, At(NoDate, nameof(To)))
            : to < from ? (null, At(Backwards, nameof(To)))
            : from < year.First || from > year.Last || to > year.Last.AddYears(1) ? (null, At(OtherYear, nameof(From), Text(year.First), Text(year.Last)))
            : (new(Enum.TryParse<SchoolDateKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : SchoolDateKind.Holiday, title, from, to.Value), null);
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
