using System.Globalization;

namespace Causeway.ResourceDirectory;

/// <summary>Languages as people pick them: by the reader's word and the speakers' own word.</summary>
internal static class LanguageChoices
{
    private static readonly Dictionary<string, CultureInfo> ByCode = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(c => c.ThreeLetterISOLanguageName.Length == 3 && !c.Name.Contains('-', StringComparison.Ordinal))
        .GroupBy(c => c.ThreeLetterISOLanguageName, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>Languages people speak that the cultures of .NET do not know.</summary>
    private static readonly Dictionary<string, (string Native, string English)> Others = new(StringComparer.Ordinal)
    {
        ["cmn"] = ("普通话", "Mandarin"),
    };

    /// <param name="code">ISO 639-3.</param>
    public static string? NativeName(string code) => ByCode.GetValueOrDefault(code)?.NativeName ?? (Others.TryGetValue(code, out var other) ? other.Native : null);

    public static string? EnglishName(string code) => ByCode.GetValueOrDefault(code)?.EnglishName ?? (Others.TryGetValue(code, out var other) ? other.English : null);

    /// <summary>"Korean 한국어".</summary>
    public static string Label(string code, string known)
    {
        var native = NativeName(code);
        return native is null || string.Equals(native, known, StringComparison.OrdinalIgnoreCase) ? known : known + " " + native;
    }
}
