namespace Causeway.Networks;

/// <summary>The zones of the time zone database that people look for: named by a region and a city.</summary>
internal static class Zones
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];
}
