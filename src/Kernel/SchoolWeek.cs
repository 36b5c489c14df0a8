namespace Causeway.Kernel;

/// <summary>Which days a country's schools are closed every week, after the Unicode CLDR and what the countries' ministries say.</summary>
public static class SchoolWeek
{
    private static readonly HashSet<string> FridayAndSaturday = new(StringComparer.OrdinalIgnoreCase)
    {
        "BD", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "MV", "OM", "PS", "QA", "SA", "SD", "SY", "YE",
    };

    private static readonly HashSet<string> ThursdayAndFriday = new(StringComparer.OrdinalIgnoreCase) { "AF", "IR" };

    /// <param name="country">ISO 3166-1, two letters; null or unknown: Saturday and Sunday.</param>
    public static IReadOnlyCollection<DayOfWeek> FreeDays(string? country) =>
        country is null ? [DayOfWeek.Saturday, DayOfWeek.Sunday]
        : FridayAndSaturday.Contains(country) ? [DayOfWeek.Friday, DayOfWeek.Saturday]
        : ThursdayAndFriday.Contains(country) ? [DayOfWeek.Thursday, DayOfWeek.Friday]
        : [DayOfWeek.Saturday, DayOfWeek.Sunday];
}
