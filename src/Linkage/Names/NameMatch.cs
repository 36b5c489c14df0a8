namespace Causeway.Linkage;

/// <summary>What a name is of, where the caller knows.</summary>
public enum NameSchema
{
    Unknown,
    Person,
    Organisation,
}

/// <summary>
/// Compares two names alone, without a table to count words in. It is stricter than joining, which has other evidence beside the
/// name: a part that differs by more than its spelling means another person.
/// </summary>
public static class NameMatch
{
    /// <summary>Spreads the products of several likenesses, which crowd near zero, so that an even chance is at 0.5.</summary>
    private const double Spread = 0.8;

    /// <summary>Between 0 and 1; from 0.5 on the names may well be of one person or organisation.</summary>
    public static double Score(string? left, string? right, NameSchema schema = NameSchema.Unknown)
    {
        if (string.IsNullOrWhiteSpace(left) || string.IsNullOrWhiteSpace(right))
        {
            return 0;
        }

        bool organisation = schema == NameSchema.Organisation
            || (schema == NameSchema.Unknown && (IsOrganisation(left) || IsOrganisation(right)));
        List<string> a = organisation ? NameReader.OrganisationWordsOf(left) : NameReader.PersonWordsOf(left);
        List<string> b = organisation ? NameReader.OrganisationWordsOf(right) : NameReader.PersonWordsOf(right);
        double whole = WrittenTogether(a, b);
        return Math.Max(whole, Math.Pow(new WordAlignment(a, b, organisation).Score(), Spread));
    }

    private static bool IsOrganisation(string name) =>
        Array.Exists(TextFolding.Fold(name).Split(' '), word => OrganisationWords.IsKind(OrganisationWords.Full(word)) || OrganisationWords.IsLegalForm(word));

    /// <summary>"VladimirPutin" and "van der bilt": the same letters in the same order without the gaps.</summary>
    private static double WrittenTogether(List<string> left, List<string> right)
    {
        string a = string.Concat(left);
        string b = string.Concat(right);
        return Math.Min(a.Length, b.Length) < 3 ? 0 : string.Equals(a, b, StringComparison.Ordinal) ? 1 : 0;
    }
}
