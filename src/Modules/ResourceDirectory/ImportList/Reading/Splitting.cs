using System.Text.RegularExpressions;

namespace Causeway.ResourceDirectory;

/// <summary>Several values in one cell.</summary>
internal static class Splitting
{
    // "e" and "y" join words only in the languages that use them; a lower-case "en" between words is Dutch, "EN" is English.
    // The backtracking engine on short text only: the other one of .NET 10 misses matches when a pattern may start with a blank.
    private static readonly Regex AndWords = new(
        @"(?:\s+(?:and|und|et|y|oraz|sowie|és|ve|и|và|en|i|e|plus)\s+)|\s+و\s*",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    // Longer than any list of languages or names: prose, where "and" joins sentences.
    private const int LongestPart = 300;

    /// <summary>Splits where a list is meant, never inside brackets.</summary>
    public static List<string> OfList(string text, string signs = ";,/|\n\r•·&+、،؛，；・", bool atAndWords = true)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length)
            {
                depth += text[i] is '(' or '（' or '[' ? 1 : text[i] is ')' or '）' or ']' ? -1 : 0;
                depth = Math.Max(depth, 0);
            }

            // A bracket that is never closed ends with the text, so nothing is swallowed.
            if (i == text.Length || (depth == 0 && signs.Contains(text[i], StringComparison.Ordinal)))
            {
                parts.AddRange(atAndWords && i - start <= LongestPart && MayJoin(text.AsSpan(start, i - start)) ? AndWords.Split(text[start..i]) : [text[start..i]]);
                start = i + 1;
            }
        }

        return [.. parts.Select(part => part.Trim()).Where(part => part.Length > 0)];
    }

    // One word alone joins nothing; most parts are one word, and a pattern takes longer than a look.
    private static bool MayJoin(ReadOnlySpan<char> part)
    {
        foreach (var sign in part.Trim())
        {
            if (sign == 'و' || char.IsWhiteSpace(sign))
            {
                return true;
            }
        }

        return false;
    }
}
