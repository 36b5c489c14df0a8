using NodaTime;
using NodaTime.TimeZones;

namespace Causeway.Calendar;

/// <summary>The IANA time zones, from NodaTime's own tables and not the machine's, so that every copy of the program agrees.</summary>
public static class Zones
{
    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;

    /// <summary>The version of the tables, such as <c>2026a</c>. Keep it beside stored moments: when it changes, look again
    /// (<see cref="SeriesTime.ChangedSince"/>).</summary>
    public static string TablesVersion => Source.TzdbVersion;

    /// <summary>All zone names, links included, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Source.GetIds().Order(StringComparer.Ordinal)];

    /// <summary>Zones to offer in a list: one for each place the tables give a country for.</summary>
    public static IReadOnlyList<(string Id, string Country)> Places { get; } =
        [.. (Source.ZoneLocations ?? []).Select(l => (l.ZoneId, l.CountryName)).OrderBy(l => l.ZoneId, StringComparer.Ordinal)];

    /// <summary>The zone of this IANA name, exactly spelled; null if there is none.</summary>
    public static DateTimeZone? Find(string id) =>
        string.IsNullOrEmpty(id) || id.Length > 64 ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    /// <summary>The IANA name for the name a Windows program writes in its calendar objects; null if there is none.</summary>
    public static string? FromWindows(string name) => Source.WindowsMapping.PrimaryMapping.TryGetValue(name, out var id) ? id : null;
}
