using NodaTime;

namespace Causeway.Calendar;

/// <summary>A date or time as somebody else's calendar object gives it.</summary>
/// <param name="Local">By its own clock; midnight for a date.</param>
/// <param name="IsUtc">It ends in Z.</param>
/// <param name="IsDate">A whole day, without zone, never converted.</param>
/// <param name="TzId">The zone it names, as written there.</param>
public sealed record ReadMoment(LocalDateTime Local, bool IsUtc, bool IsDate, string? TzId)
{
    /// <summary>
    /// The IANA zone meant: by its name, by a name with a maker's prefix, by Windows' name, or UTC. Null for a time without zone
    /// or with one that only the object itself explains.
    /// </summary>
    public DateTimeZone? Zone => IsUtc ? DateTimeZone.Utc : TzId is null || IsDate ? null : Known(TzId);

    internal static ReadMoment? Parse(string value, string? tzId, bool isDate)
    {
        value = value.Trim();
        if (isDate || value.Length == 8)
        {
            return SeriesRuleText.PlainDate(value) is { } date ? new(date.AtMidnight(), IsUtc: false, IsDate: true, null) : null;
        }

        var isUtc = value.EndsWith('Z');
        return SeriesRuleText.LocalTime(isUtc ? value[..^1] : value) is { } local && local.Year is >= 1900 and <= RuleDates.LastYear
            ? new(local, isUtc, IsDate: false, isUtc ? null : tzId)
            : null;
    }

    private static DateTimeZone? Known(string id)
    {
        var mapped = Zones.Find(id) ?? Zones.Find(Zones.FromWindows(id) ?? "");
        for (var at = id.IndexOf('/', StringComparison.Ordinal); mapped is null && at >= 0; at = id.IndexOf('/', at + 1))
        {
            mapped = Zones.Find(id[(at + 1)..]);
        }

        return mapped;
    }
}
