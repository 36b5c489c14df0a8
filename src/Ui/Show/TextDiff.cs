using System.Globalization;

namespace Causeway.Ui;

/// <summary>Which parts of one text another has not. Words first, then letters inside a word that is nearly the same.</summary>
internal static class TextDiff
{
    /// <summary>Above this many words the whole text counts as different: marks in every second word help nobody.</summary>
    private const int MostWords = 400;

    public static IReadOnlyList<(string Piece, bool Differs)> Pieces(string text, string other)
    {
        if (string.Equals(text, other, StringComparison.Ordinal))
        {
            return [(text, false)];
        }

        var (mine, theirs) = (Words(text), Words(other));
        if (mine.Count > MostWords || theirs.Count > MostWords)
        {
            return [(text, true)];
        }

        // Spaces are no difference of their own: they go with the words around them.
        var (inMine, inTheirs) = Common([.. mine.Where(IsSolid)], [.. theirs.Where(IsSolid)]);
        var left = theirs.Where(IsSolid).Where((_, i) => !inTheirs[i]).ToList();
        var result = new List<(string Piece, bool Differs)>();
        var solid = 0;
        foreach (var word in mine)
        {
            // A word that only moved is the same; one that is nearly the same differs by letters ("Chandler", "Chandlers").
            result.AddRange(!IsSolid(word) ? [(word, false)]
                : inMine[solid++] || left.Remove(word) ? [(word, false)]
                : Nearest(word, left));
        }

        return Join(WithSpaces(result));
    }

    private static bool IsSolid(string word) => !string.IsNullOrWhiteSpace(word);

    private static IEnumerable<(string Piece, bool Differs)> WithSpaces(List<(string Piece, bool Differs)> pieces) =>
        pieces.Select((piece, i) => IsSolid(piece.Piece)
            ? piece
            : (piece.Piece, i > 0 && i < pieces.Count - 1 && pieces[i - 1].Differs && pieces[i + 1].Differs));

    private static IEnumerable<(string Piece, bool Differs)> Nearest(string word, List<string> others)
    {
        var letters = Letters(word);
        var best = others
            .Where(o => word.Length <= 60 && o.Length <= 60)
            .Select(o => (Word: o, Kept: Common(letters, Letters(o)).A, Longer: Math.Max(letters.Count, Letters(o).Count)))
            .OrderByDescending(o => o.Kept.Count(k => k) / (double)o.Longer)
            .FirstOrDefault();
        if (best.Word is null || best.Kept.Count(k => k) < 0.6 * best.Longer)
        {
            return [(word, true)];
        }

        others.Remove(best.Word);
        return letters.Zip(best.Kept, (letter, same) => (letter, !same));
    }

    /// <summary>True where the piece is part of the longest common subsequence, for both sides of one and the same.</summary>
    private static (bool[] A, bool[] B) Common(List<string> a, List<string> b)
    {
        var length = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
            {
                length[i, j] = Same(a[i], b[j]) ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var (keptA, keptB) = (new bool[a.Count], new bool[b.Count]);
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (Same(a[i], b[j]))
            {
                keptA[i++] = true;
                keptB[j++] = true;
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (keptA, keptB);
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private static List<(string, bool)> Join(IEnumerable<(string Piece, bool Differs)> pieces)
    {
        var result = new List<(string Piece, bool Differs)>();
        foreach (var (piece, differs) in pieces)
        {
            if (result.Count > 0 && result[^1].Differs == differs)
            {
                result[^1] = (result[^1].Piece + piece, differs);
            }
            else
            {
                result.Add((piece, differs));
            }
        }

        return result;
    }

    /// <summary>Words, and what stands between them, each a piece of its own.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || !(IsWord(text[i]) && IsWord(text[i - 1])))
            {
                words.Add(text[start..i]);
                start = i;
            }
        }

        return words;
    }

    /// <summary>Marks and surrogates belong to the letter before them; a cut there would draw a broken sign.</summary>
    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static List<string> Letters(string word)
    {
        var letters = new List<string>();
        var walk = StringInfo.GetTextElementEnumerator(word);
        while (walk.MoveNext())
        {
            letters.Add(walk.GetTextElement());
        }

        return letters;
    }
}
