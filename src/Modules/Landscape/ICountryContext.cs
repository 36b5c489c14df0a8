using Causeway.Kernel;

namespace Causeway.Landscape;

/// <param name="ConfirmedOn">Null: nobody has confirmed this version. Say so wherever it is used.</param>
/// <param name="RetentionYears">Years after which a child's record is erased; null: not known.</param>
public sealed record CountryContextCard(
    string CountryCode, int Version, string Roles, string Ages, string Bodies, string DutyToReport, string Retention, int? RetentionYears, string Source, DateOnly? ConfirmedOn, string ConfirmedBy)
{
    public bool IsConfirmed => ConfirmedOn is not null;
}

/// <summary>What a network has written down of a country's roles, ages, bodies, duty to report and retention.</summary>
public interface ICountryContext
{
    /// <summary>The newest version; null: nothing is written down.</summary>
    Task<CountryContextCard?> FindAsync(NetworkId network, string countryCode, CancellationToken ct);
}
