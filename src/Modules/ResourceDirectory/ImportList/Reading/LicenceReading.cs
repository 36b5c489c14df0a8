using System.Text.RegularExpressions;

namespace Causeway.ResourceDirectory;

/// <summary>Finds until when a licence runs where that stands in the same cell: "HC-PSY-33902 (exp. 30 Sept 2029)".</summary>
internal static class LicenceReading
{
    private const int Longest = 300;

    // The backtracking engine on short text only, like everywhere else here.
    private static readonly Regex End = new(
        @"(?:\bexp(?:ires?|iry|iration)?\b|\bvalid (?:until|to|till|thru)\b|\buntil\b|\bgültig bis\b|\bbis\b|\babl(?:auf|äuft)?\b|\bvalable (?:jusqu(?:'|’)(?:au|en|à)|au)\b|\bjusqu(?:'|’)(?:au|en|à)\b|\bexpire(?: le)?\b|\bválid[oa] hasta\b|\bvence\b|\bhasta\b|\bvalid[oa] fino al?\b|\bscade\b|\bgeldig tot\b|\bważn[ae] do\b|\bдо\b|\bgeçerlilik\b|صالح حتى|تنتهي في|ينتهي في|حتى|만료|유효기간|有效期至|有効期限|érvényes)\s*[.:]?\s*(?<date>[^)\]）;|\n]{4,30})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(1));

    /// <summary>Null when the cell names no such date, or one we cannot read.</summary>
    public static UnderstoodDate? Until(string text, ListReadingOptions options)
    {
        if (text.Length > Longest || End.Match(text) is not { Success: true } match)
        {
            return null;
        }

        return DateReading.Read(match.Groups["date"].Value.Trim(' ', '.', ','), options);
    }
}
