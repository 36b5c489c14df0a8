using System.Globalization;
using System.Text;

namespace Causeway.Linkage;

/// <summary>One folded piece for every 16-bit character, worked out once: folding must be a table walk to be fast.</summary>
internal static class FoldTable
{
    private const string Specials =
        "ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ı=i ŋ=n ħ=h ŧ=t ĸ=k ſ=s ə=a ɛ=e ɔ=o ɓ=b ɗ=d ƙ=k ƴ=y ĳ=ij ŀ=l ʼ= ʻ= ’= ‘= '= `= ´= ʹ= ʺ= ״= ׳= ";

    private static readonly string[] LatinPieces = Build(toLatin: true);
    private static readonly string[] OwnPieces = Build(toLatin: false);

    public static string Latin(char c) => LatinPieces[c];

    public static string OwnScript(char c) => OwnPieces[c];

    /// <summary>Code points that Unicode keeps out of text; normalising them is an error.</summary>
    public static bool IsNoCharacter(char c) => c is >= '\ufdd0' and <= '\ufdef' or >= '\ufffe';

    private static string[] Build(bool toLatin)
    {
        Dictionary<char, string> letters = Alphabet.Parse(Specials);
        if (toLatin)
        {
            foreach (string alphabet in Alphabet.All)
            {
                foreach ((char letter, string latin) in Alphabet.Parse(alphabet))
                {
                    letters[letter] = latin;
                }
            }
        }

        var pieces = new string[char.MaxValue + 1];
        for (int i = 0; i < pieces.Length; i++)
        {
            pieces[i] = Piece((char)i, letters);
        }

        return pieces;
    }

    private static string Piece(char c, Dictionary<char, string> letters)
    {
        char lower = char.ToLowerInvariant(c);
        if (letters.TryGetValue(lower, out string? known))
        {
            return known;
        }

        if (char.IsSurrogate(c))
        {
            return c.ToString();
        }

        if (IsNoCharacter(c))
        {
            return " ";
        }

        if (char.IsAsciiLetterOrDigit(lower) || c is >= '\u4e00' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3')
        {
            return lower.ToString();
        }

        string apart = c.ToString().Normalize(NormalizationForm.FormKD);
        var piece = new StringBuilder();
        foreach (char part in apart)
        {
            piece.Append(Part(char.ToLowerInvariant(part), letters));
        }

        return piece.Length > 1 ? piece.ToString().Trim() is { Length: > 0 } text ? text : " " : piece.ToString();
    }

    private static string Part(char part, Dictionary<char, string> letters)
    {
        if (letters.TryGetValue(part, out string? known))
        {
            return known;
        }

        int digit = CharUnicodeInfo.GetDecimalDigitValue(part);
        if (digit >= 0)
        {
            return digit.ToString(CultureInfo.InvariantCulture);
        }

        return CharUnicodeInfo.GetUnicodeCategory(part) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => "",
            UnicodeCategory.SpacingCombiningMark => part.ToString(),
            _ => char.IsLetterOrDigit(part) ? part.ToString() : " ",
        };
    }
}
