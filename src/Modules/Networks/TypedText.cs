using Causeway.Kernel;

namespace Causeway.Networks;

/// <summary>What somebody typed into one field, tidied and measured.</summary>
internal static class TypedText
{
    public const int Line = 120;
    public const int Paragraph = 1000;
    public const int Page = 4000;

    public static readonly Refusal TooLong = new("text.too-long", "Write no more than {0} characters.");

    /// <summary>Ends of lines as one kind, nothing around it; never null.</summary>
    public static string Tidy(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    /// <param name="missing">The refusal when nothing was written; null: the field may stay empty.</param>
    public static Refusal? Check(string? text, int longest, string field, Refusal? missing = null) => Tidy(text) switch
    {
        { Length: 0 } => missing is null ? null : missing with { Field = field },
        var t when t.Length > longest => TooLong with { Field = field, Values = [longest] },
        _ => null,
    };

    /// <summary>How search compares: small letters without accents, so that "Gericht" is found by "gericht".</summary>
    public static string Key(params IEnumerable<string> texts) => new(
        [.. string.Join(' ', texts).Normalize(System.Text.NormalizationForm.FormKD)
            .Where(c => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
            .Select(char.ToLowerInvariant)]);
}
