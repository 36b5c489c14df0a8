using System.Text;

namespace Causeway.Linkage;

/// <summary>
/// Folds text of any script to plain lower-case Latin letters, digits and single spaces, so that "Łukasz", "lukasz" and
/// "LUKASZ" or "Иванов" and "ivanov" become the same string. The same fold must be used on stored text and on what a person
/// types; it is culture-independent and never throws on malformed text. Han characters are kept as they are.
/// </summary>
public static class TextFolding
{
    /// <summary>
    /// The one folded form of a text: compatibility forms and accents removed, lower case, Cyrillic, Greek, Arabic, Hebrew,
    /// Hangul, kana, Georgian and Armenian written in Latin letters, apostrophes dropped, other punctuation turned into spaces.
    /// Use it on a query.
    /// </summary>
    public static string Fold(string? text) => Fold(text, FoldScripts.ToLatin);

    /// <summary>
    /// All forms under which a text should be found, separated by spaces: the folded original script, the Latin
    /// transliteration, the usual spelling of common Arabic names, pinyin of common Han characters, and "mueller" beside
    /// "muller". Store this, and search in it for <see cref="Fold(string?)"/> of the query.
    /// </summary>
    public static string SearchForms(string? text)
    {
        string folded = Fold(text);
        if (string.IsNullOrEmpty(text) || Ascii.IsValid(text))
        {
            return folded;
        }

        var forms = new List<string> { folded };
        AddForm(forms, Fold(text, FoldScripts.Keep));
        AddForm(forms, Fold(UmlautSpelling.Expand(text)));
        AddForm(forms, ArabicNames.Respell(text));
        AddForm(forms, HanReading.Spaced(text));
        AddForm(forms, HanReading.Joined(text));
        return string.Join(' ', forms);
    }

    internal static string Fold(string? text, FoldScripts scripts)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        string source = NeedsComposing(text) ? Compose(text) : text;
        var result = new StringBuilder(source.Length + 8);
        for (int i = 0; i < source.Length; i++)
        {
            i += AppendFolded(result, source, i, scripts);
        }

        TrimEnd(result);
        return result.ToString();
    }

    /// <summary>Appends the fold of the character at a place and says how many characters after it were used up too.</summary>
    private static int AppendFolded(StringBuilder result, string source, int at, FoldScripts scripts)
    {
        char c = source[at];
        if (scripts == FoldScripts.ToLatin)
        {
            if (Hangul.IsSyllable(c))
            {
                result.Append(Hangul.Romanise(c));
                return 0;
            }

            if (Kana.IsKana(c))
            {
                return Kana.Append(result, source, at);
            }
        }

        string piece = scripts == FoldScripts.ToLatin ? FoldTable.Latin(c) : FoldTable.OwnScript(c);
        if (piece is " ")
        {
            if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }
        else
        {
            result.Append(piece);
        }

        return 0;
    }

    private static bool NeedsComposing(string text)
    {
        foreach (char c in text)
        {
            if (c is >= '\u0300' and <= '\u036f' or >= '\u0653' and <= '\u0655' or >= '\u1100' and <= '\u11ff'
                or >= '\u3099' and <= '\u309a' or >= '\uff61' and <= '\uffdc' || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Puts decomposed letters together, so that й is one letter and not и with a mark; lone surrogates become spaces.</summary>
    private static string Compose(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                clean.Append(FoldTable.IsNoCharacter(text[i]) ? ' ' : text[i]);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                clean.Append(text, i++, 2);
            }
            else
            {
                clean.Append(' ');
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static void AddForm(List<string> forms, string form)
    {
        if (form.Length > 0 && !forms.Contains(form, StringComparer.Ordinal))
        {
            forms.Add(form);
        }
    }

    private static void TrimEnd(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] == ' ')
        {
            result.Length--;
        }
    }
}

/// <summary>Whether a fold writes other scripts in Latin letters or only removes case and marks.</summary>
internal enum FoldScripts
{
    ToLatin,
    Keep,
}
