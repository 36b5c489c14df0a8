using System.Globalization;
using System.Text;

namespace Causeway.ResourceDirectory;

/// <summary>The same text without what a spreadsheet or a paste left on it.</summary>
internal static class TextCleaning
{
    /// <summary>Composed, without invisible signs and outer blanks; line breaks stay.</summary>
    public static string Clean(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        // Most cells of most lists: printable ASCII with nothing around it.
        if (text[0] is > ' ' and not '\'' && text[^1] > ' ' && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var sign in Compose(text))
        {
            _ = sign switch
            {
                '\u00A0' or '\u2007' or '\u202F' or '\t' => kept.Append(' '),
                '\r' or '\n' => kept.Append(sign),
                '\u200B' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F' or '\u202A' or '\u202C' => kept,
                _ when char.IsControl(sign) => kept,
                _ => kept.Append(sign),
            };
        }

        var clean = kept.ToString().Trim();

        // An apostrophe in front of a formula sign is what a careful export puts there; it was never part of the value.
        return clean.Length > 1 && clean[0] == '\'' && CellText.StartsLikeFormula(clean[1..]) ? clean[1..] : clean;
    }

    public static string OneLine(string text)
    {
        var clean = Clean(text);
        return clean.AsSpan().ContainsAny('\r', '\n') || clean.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', clean.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : clean;
    }

    /// <summary>Lower case, without accents and signs: for comparing words, never for showing.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return FoldAscii(text);
        }

        var folded = new StringBuilder(text.Length);
        foreach (var sign in Decompose(text))
        {
            // Vowel signs of Arabic and marks of Latin go; Hangul and kana stay whole because they are composed again below.
            if (CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            folded.Append(sign switch
            {
                'ß' => "ss",
                'ł' or 'Ł' => "l",
                'đ' or 'Đ' => "d",
                'ø' or 'Ø' => "o",
                'æ' or 'Æ' => "ae",
                'ı' or 'İ' => "i",
                _ when char.IsLetterOrDigit(sign) => char.ToLowerInvariant(sign).ToString(),
                _ => " ",
            });
        }

        return string.Join(' ', Compose(folded.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string FoldAscii(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (char.IsAsciiLetterOrDigit(sign))
            {
                folded.Append(char.ToLowerInvariant(sign));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.Length > 0 && folded[^1] == ' ' ? folded.ToString(0, folded.Length - 1) : folded.ToString();
    }

    // Half of a surrogate pair, as broken programs write, cannot be normalised; the text then stays as it is.
    private static string Compose(string text) => IsWellFormed(text) ? text.Normalize() : text;

    private static string Decompose(string text) => IsWellFormed(text) ? text.Normalize(NormalizationForm.FormKD) : text;

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
