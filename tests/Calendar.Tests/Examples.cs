using NodaTime;
using NodaTime.Text;

namespace Causeway.Calendar.Tests;

/// <summary>The two fixtures of the calendar rules, and short ways to write times.</summary>
internal static class Examples
{
    public static readonly string[] FiveSites = ["Europe/London", "America/New_York", "Asia/Jakarta", "Australia/Sydney", "Africa/Nairobi"];

    /// <summary>Second Tuesday, 16:00, London, 2027.</summary>
    public static SeriesTime SecondTuesday { get; } = SeriesTime.Create(
        Local("2027-01-12T16:00"), 60, "Europe/London",
        SeriesRule.Monthly(1, new RuleDay(IsoDayOfWeek.Tuesday, 2)).EndingOn(new(2027, 12, 14)));

    public static LocalDateTime Local(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static Instant Utc(string text) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'").Parse(text).Value;

    public static string Text(this Instant instant) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'").Format(instant);

    public static string Text(this LocalDateTime time) => LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm").Format(time);

    public static SeriesTime Weekly(string start, string zone, SeriesRule? rule = null, int minutes = 60) =>
        SeriesTime.Create(Local(start), minutes, zone, rule ?? SeriesRule.Weekly());

    public static CalendarEvent Event(SeriesTime time, string title = "Meeting") => new("9f2c@example.org", time, title, Utc("2026-11-22T08:00Z"))
    {
        Organiser = new("Riverside Network", "network@example.org"),
        Attendees = [new(new("Ana Popescu", "ana@example.org")), new(new("김민준", "minjun@example.org"), IsRequired: false)],
        Place = "Library",
    };
}
