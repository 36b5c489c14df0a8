using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Meetings;

/// <summary>Clock times of places. A series keeps its clock time and its zone; an instant is worked out last.</summary>
internal static class MeetingTimes
{
    public const int LongestZone = 60;

    public static bool IsZone(string? zone) => zone is { Length: > 0 and <= LongestZone } && Find(zone) is not null;

    /// <summary>The moment a clock in the zone shows this; in a gap the clock before it counts, in an overlap the first time.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, string zone) =>
        Local(day, time).InZoneLeniently(Find(zone) ?? DateTimeZone.Utc).ToDateTimeOffset().ToUniversalTime();

    /// <summary>False: on that day the clock never shows this time, or shows it twice.</summary>
    public static bool IsOnce(DateOnly day, TimeOnly time, string zone) => (Find(zone) ?? DateTimeZone.Utc).MapLocal(Local(day, time)).Count == 1;

    public static DateOnly Day(DateTimeOffset at, string zone) => In(at, zone).Date.ToDateOnly();

    public static DateOnly Today(this TimeProvider clock, string zone) => Day(clock.GetUtcNow(), zone);

    public static TimeOnly TimeOf(DateTimeOffset at, string zone) => In(at, zone).TimeOfDay.ToTimeOnly();

    public static string Clock(DateTimeOffset at, string zone) => In(at, zone).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Tuesday 17 November 2026, 16:00–17:00 (Europe/Lisbon)": the zone is always named.</summary>
    public static string Words(DateTimeOffset at, int minutes, string zone, IStringLocalizer t) => string.Create(
        CultureInfo.CurrentCulture,
        $"{Day(at, zone).ToString("dddd", CultureInfo.CurrentCulture)} {Day(at, zone).ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture)}, {Clock(at, zone)}–{Clock(at.AddMinutes(minutes), zone)} ({zone})");

    /// <summary>What a clock there shows.</summary>
    public static LocalDateTime Local(DateTimeOffset at, string zone) => In(at, zone).LocalDateTime;

    private static ZonedDateTime In(DateTimeOffset at, string zone) => at.ToInstant().InZone(Find(zone) ?? DateTimeZone.Utc);

    private static LocalDateTime Local(DateOnly day, TimeOnly time) => day.ToLocalDate() + time.ToLocalTime();

    private static DateTimeZone? Find(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);
}
