namespace Causeway.Networks;

/// <summary>How much fits into one field, and how it is found again.</summary>
internal static class TypedText
{
    public const int Line = 120;
    public const int Paragraph = 1000;
    public const int Page = 4000;

    /// <summary>How search compares: small letters without accents, so that "Gericht" is found by "gericht".</summary>
    public static string Key(params IEnumerable<string> texts) => new(
        [.. string.Join(' ', texts).Normalize(System.Text.NormalizationForm.FormKD)
            .Where(c => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
            .Select(char.ToLowerInvariant)]);
}
