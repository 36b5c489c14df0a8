using System.Globalization;
using Causeway.Linkage;

namespace Causeway.ResourceDirectory;

/// <summary>What of a listing leaves its school: the facts, without those the school keeps to itself; never the note.</summary>
internal static class LentFacts
{
    /// <summary><see cref="Fact.Code"/> of an address that is not told; the text names the area instead.</summary>
    public const string Secret = "Secret";

    /// <summary>Name and family say what it is all about; without them nothing would be lent.</summary>
    public static readonly IReadOnlyList<FactField> MayBeKept = [.. Enum.GetValues<FactField>().Where(f => f is not (FactField.Name or FactField.Family))];

    private static readonly FactField[] Place = [FactField.Address, FactField.Postcode, FactField.MapPoint];

    private static readonly HashSet<string> SecretWords = new(StringComparer.Ordinal)
    {
        "confidential", "address confidential", "confidential address", "secret", "vertraulich", "geheim", "adresse geheim", "adresse vertraulich",
        "confidentiel", "adresse confidentielle", "confidencial", "riservato", "비공개", "保密",
    };

    /// <param name="keptByDefault">What the school keeps of every listing that has no choice of its own.</param>
    public static IReadOnlyList<Fact> Of(Listing listing, IReadOnlyCollection<FactField> keptByDefault)
    {
        var kept = listing.KeptFields ?? keptByDefault;
        var lent = listing.Facts.Where(f => !kept.Contains(f.Field) || !MayBeKept.Contains(f.Field));
        if (!listing.AddressIsSecret)
        {
            return [.. lent];
        }

        var area = listing.Facts.First(FactField.Area) ?? listing.Facts.First(FactField.City) ?? "";
        return [.. lent.Where(f => !Place.Contains(f.Field)).Append(new Fact(FactField.Address, area, Secret)).OrderBy(f => f.Field)];
    }

    /// <summary>One school's secret binds the joint entry: what another school wrote of the place is left out there, too.</summary>
    public static IReadOnlyCollection<Fact> WithoutSecretPlace(IReadOnlyList<Fact> facts, bool secret) =>
        secret ? [.. facts.Where(f => !Place.Contains(f.Field) || f.Code == Secret)] : facts;

    public static bool SaysSecret(Fact address) => SecretWords.Contains(TextFolding.Fold(address.Text).Trim());

    /// <summary>Day the facts were last said to be so: the list's own date where it has one, else the day they were written.</summary>
    public static DateOnly SaidOn(Listing listing) =>
        DateOnly.TryParse(listing.Facts.FirstOrDefault(f => f.Field == FactField.ConfirmedOn)?.Code, CultureInfo.InvariantCulture, out var said)
            ? said
            : DateOnly.FromDateTime(listing.ChangedAt.UtcDateTime);
}
