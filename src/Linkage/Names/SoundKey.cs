namespace Causeway.Linkage;

/// <summary>
/// Two sound keys for a folded Latin word, made for names of many languages rather than for English. The coarse key is its
/// consonant skeleton ("Mohammed", "Muhamad", "mhmd" are one) and finds pairs; the fine key keeps rough vowels ("Meyer",
/// "Maier") and says that two spellings may be one name.
/// </summary>
internal static class SoundKey
{
    private const int MaxLength = 8;

    public static string Coarse(string word)
    {
        ReadOnlySpan<char> text = WithoutArticle(word);
        Span<char> key = stackalloc char[MaxLength];
        int length = 0;
        for (int i = 0; i < text.Length && length < MaxLength;)
        {
            (char code, int used) = Consonant(text, i);
            i += used;
            bool vowel = code == 'A';
            if (code == '\0' || (vowel && length > 0) || (code == 'H' && length > 0) || (length > 0 && key[length - 1] == code))
            {
                continue;
            }

            key[length++] = code;
        }

        return new string(key[..length]);
    }

    public static string Fine(string word)
    {
        Span<char> key = stackalloc char[12];
        int length = 0;
        for (int i = 0; i < word.Length && length < key.Length;)
        {
            (char code, int used) = Consonant(word, i);
            if (code == 'A')
            {
                (code, used) = Vowel(word, i);
            }

            i += used;
            bool silent = code == 'H' && length > 0;
            bool end = code == 'e' && i >= word.Length && length > 2;
            if (code != '\0' && !silent && !end && (length == 0 || key[length - 1] != code))
            {
                key[length++] = code;
            }
        }

        return new string(key[..length]);
    }

    /// <summary>"alahmad" and "elsayed" carry the Arabic article that other spellings write apart or leave out.</summary>
    private static ReadOnlySpan<char> WithoutArticle(string word) =>
        word.Length >= 6 && (word.StartsWith("al", StringComparison.Ordinal) || word.StartsWith("el", StringComparison.Ordinal))
            ? word.AsSpan(2)
            : word;

    private static (char Code, int Used) Consonant(ReadOnlySpan<char> text, int i)
    {
        foreach ((string letters, char code) in Groups)
        {
            if (text[i] == letters[0] && text[i..].StartsWith(letters, StringComparison.Ordinal))
            {
                return (code, letters.Length);
            }
        }

        char next = i + 1 < text.Length ? text[i + 1] : '\0';
        return text[i] switch
        {
            'y' when i == 0 && next is 'u' or 'a' or 'o' && i == 0 => ('C', 1),
            'i' when i == 0 && next is 'u' or 'a' && i == 0 => ('C', 1),
            'o' when i == 0 && next == 'u' && text.Length > 2 && IsVowel(text[2]) => ('F', 2),
            'a' or 'e' or 'i' or 'o' or 'u' or 'y' => ('A', 1),
            'c' when next is 'e' or 'i' or 'y' => ('S', 1),
            'x' when i == 0 => ('S', 1),
            'c' or 'k' or 'q' or 'g' or 'x' => ('K', 1),
            'f' or 'v' or 'w' => ('F', 1),
            't' or 'd' => ('T', 1),
            'b' or 'p' => ('P', 1),
            's' or 'z' => ('S', 1),
            'j' => ('C', 1),
            'l' => ('L', 1),
            'r' => ('R', 1),
            'm' => ('M', 1),
            'n' => ('N', 1),
            'h' => ('H', 1),
            char other => (char.IsLetterOrDigit(other) ? other : '\0', 1),
        };
    }

    private static (char Code, int Used) Vowel(ReadOnlySpan<char> text, int i)
    {
        char next = i + 1 < text.Length ? text[i + 1] : '\0';
        return (text[i], next) switch
        {
            ('a' or 'o' or 'u', 'e') => (text[i] == 'a' ? 'e' : text[i], 2),
            ('e', 'e' or 'a') or ('i', 'e' or 'i' or 'y' or 'j') or ('y', 'i') => ('i', 2),
            ('o', 'o' or 'u') => ('u', 2),
            ('e' or 'a', 'i' or 'y') => ('y', 2),
            ('i' or 'y', _) => ('i', 1),
            (var vowel, _) => (vowel, vowel == next ? 2 : 1),
        };
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static readonly (string Letters, char Code)[] Groups =
    [
        ("tsch", 'C'), ("dsch", 'C'), ("shch", 'S'), ("tch", 'C'), ("sch", 'S'), ("zh", 'C'), ("sh", 'S'), ("sz", 'S'), ("ch", 'C'),
        ("cz", 'C'), ("cs", 'C'), ("dz", 'C'), ("dj", 'C'), ("ts", 'S'), ("tz", 'S'), ("hs", 'S'), ("ph", 'F'), ("th", 'T'), ("dt", 'T'),
        ("ck", 'K'), ("kh", 'K'), ("gh", 'K'), ("ng", 'N'), ("rh", 'R'), ("ss", 'S'),
    ];
}
