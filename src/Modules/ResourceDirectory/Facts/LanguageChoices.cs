using System.Globalization;

namespace Causeway.ResourceDirectory;

/// <summary>Languages as people pick them: by the reader's word and the speakers' own word.</summary>
internal static class LanguageChoices
{
    private static readonly Dictionary<string, CultureInfo> ByCode = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(c => c.ThreeLetterISOLanguageName.Length == 3 && !c.Name.Contains('-', StringComparison.Ordinal))
        .GroupBy(c => c.ThreeLetterISOLanguageName, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <param name="code">ISO 639-3.</param>
    public static string? NativeName(string code) => ByCode.GetValueOrDefault(code)?.NativeName;

    public static string? EnglishName(string code) => ByCode.GetValueOrDefault(code)?.EnglishName;

    /// <summary>"Korean 한국어".</summary>
    public static string Label(string code, string known)
    {
        var native = NativeName(code);
        return native is null || string.Equals(native, known, StringComparison.OrdinalIgnoreCase) ? known : known + " " + native;
    }
}
