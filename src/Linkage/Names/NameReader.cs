using System.Text;

namespace Causeway.Linkage;

/// <summary>Takes a written name apart: titles and degrees off, other scripts into Latin words, initials single.</summary>
internal static class NameReader
{
    private static readonly char[] Separators = [' ', ',', ';', '/', '\t', '(', ')', '"', '\u00a0', '\u3000', '\u060c', '·', '・'];

    /// <summary>The words of a person's name.</summary>
    public static List<string> PersonWordsOf(string name)
    {
        var words = new List<string>(4);
        var titles = new List<string>(2);
        string[] chunks = name.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < chunks.Length; i++)
        {
            ReadChunk(chunks[i], i == chunks.Length - 1, words, titles);
        }

        return words.Count > 0 ? words : titles;
    }

    /// <summary>The words of an organisation's name without legal forms and with abbreviations written out.</summary>
    public static List<string> OrganisationWordsOf(string name)
    {
        string folded = TextFolding.Fold(WithoutDots(name));
        var words = new List<string>(6);
        foreach (string word in folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!OrganisationWords.IsLegalForm(word))
            {
                words.Add(OrganisationWords.Full(word));
            }
        }

        return words.Count > 0 ? words : [.. folded.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static void ReadChunk(string chunk, bool last, List<string> words, List<string> titles)
    {
        if (ReadNativeChunk(chunk, words))
        {
            return;
        }

        bool dotted = chunk.AsSpan().TrimEnd('.').Contains('.');
        if (dotted && PersonWords.IsTitle(TextFolding.Fold(chunk.Replace(".", "", StringComparison.Ordinal))))
        {
            return;
        }

        foreach (string word in TextFolding.Fold(chunk).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            bool title = PersonWords.IsTitle(word) && (word is not "ma" || (last && words.Count >= 2));
            (title ? titles : words).Add(word);
        }
    }

    /// <summary>Han and Hangul names are written without spaces, family name first; Arabic words have a usual spelling.</summary>
    private static bool ReadNativeChunk(string chunk, List<string> words)
    {
        bool hangul = chunk.All(Hangul.IsSyllable);
        if (hangul || chunk.All(HanReading.IsHan))
        {
            Func<char, string> read = hangul ? Hangul.Romanise : c => HanReading.Of(c) ?? c.ToString();
            words.Add(read(chunk[0]));
            if (chunk.Length > 1)
            {
                words.Add(string.Concat(chunk.Skip(1).Select(read)));
            }

            return true;
        }

        if (ArabicNames.ContainsArabic(chunk) && ArabicNames.Spelling(chunk) is { } spelling)
        {
            words.Add(spelling);
            return true;
        }

        return false;
    }

    /// <summary>"A.B.C. Ltd." is "ABC Ltd", while "St. Mary" keeps its two words.</summary>
    private static string WithoutDots(string name)
    {
        if (!name.Contains('.', StringComparison.Ordinal))
        {
            return name;
        }

        var result = new StringBuilder(name.Length);
        for (int i = 0; i < name.Length; i++)
        {
            bool between = name[i] == '.' && i > 0 && char.IsLetter(name[i - 1]) && (i < 2 || !char.IsLetter(name[i - 2]));
            if (!between)
            {
                result.Append(name[i]);
            }
        }

        return result.ToString();
    }
}
