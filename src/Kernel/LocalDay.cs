namespace Causeway.Kernel;

/// <summary>
/// Dates of posts and memberships are days of the organisation, not of the reader: a post that ends on the 30th ends for
/// everybody when the 30th ends at the school, however far away its holder travels.
/// </summary>
public static class LocalDay
{
    public static bool IsZone(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) && zone.Length <= 60;

    /// <summary>Today in the zone; an unreadable zone counts as UTC, so that a bad row locks nobody out.</summary>
    public static DateOnly Of(DateTimeOffset now, string zone) =>
        DateOnly.FromDateTime((TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? TimeZoneInfo.ConvertTime(now, found) : now.ToUniversalTime()).DateTime);

    public static DateOnly Today(this TimeProvider clock, string zone) => Of(clock.GetUtcNow(), zone);

    /// <summary>
    /// The moment at which the zone's clock shows this time on this day. A time that the clock jumps over is the moment of the
    /// jump; of a time that it shows twice, the first.
    /// </summary>
    public static DateTimeOffset Moment(DateOnly day, TimeOnly time, string zone)
    {
        var found = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;
        var local = day.ToDateTime(time);
        while (found.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = found.IsAmbiguousTime(local) ? found.GetAmbiguousTimeOffsets(local).Max() : found.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
