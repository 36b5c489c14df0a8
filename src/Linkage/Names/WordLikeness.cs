namespace Causeway.Linkage;

/// <summary>How like each other two words of names are, from best to worst.</summary>
internal enum Likeness : byte
{
    Same,

    /// <summary>A short form, a cognate or another spelling of the same sound.</summary>
    Variant,

    /// <summary>One slip of the pen apart.</summary>
    Slip,

    /// <summary>Alike in sound or beginning, or two slips apart in a long word.</summary>
    Weak,
    Initial,
    Different,
}

/// <summary>Compares words of a <see cref="WordBook"/>; results are kept, because the same words meet again and again.</summary>
internal sealed class WordLikeness(WordBook book)
{
    private const int CacheBits = 16;
    private readonly ulong[] _keys = new ulong[1 << CacheBits];
    private readonly Likeness[] _values = new Likeness[1 << CacheBits];

    public Likeness Of(int left, int right)
    {
        if (left == right)
        {
            return Likeness.Same;
        }

        (uint low, uint high) = left < right ? ((uint)left, (uint)right) : ((uint)right, (uint)left);
        ulong key = ((ulong)low << 32 | high) + 1;
        int slot = (int)(key * 0x9E3779B97F4A7C15UL >> (64 - CacheBits));
        if (_keys[slot] != key)
        {
            _keys[slot] = key;
            _values[slot] = Compare((int)low, (int)high);
        }

        return _values[slot];
    }

    private Likeness Compare(int left, int right)
    {
        string a = book.Text(left);
        string b = book.Text(right);
        if (a.Length == 1 || b.Length == 1)
        {
            return a[0] == b[0] && !char.IsAsciiDigit(a[0]) ? Likeness.Initial : Likeness.Different;
        }

        if (char.IsAsciiDigit(a[0]) || char.IsAsciiDigit(b[0]))
        {
            return Likeness.Different;
        }

        if (NameVariants.Share(book.Groups(left), book.Groups(right)) || IsMarriedForm(a, b) || IsMarriedForm(b, a)
            || (book.SameFineSound(left, right) && Math.Min(a.Length, b.Length) >= 3))
        {
            return Likeness.Variant;
        }

        return ByDistance(a, b, left, right);
    }

    private Likeness ByDistance(string a, string b, int left, int right)
    {
        int longer = Math.Max(a.Length, b.Length);
        int shorter = Math.Min(a.Length, b.Length);
        int limit = longer >= 7 ? 2 : 1;
        int distance = longer - shorter <= limit ? EditDistance.Between(a, b, limit) : limit + 1;
        if (distance == 1 && longer >= 4)
        {
            return Likeness.Slip;
        }

        bool sound = book.Sound(left) == book.Sound(right) && book.SoundLength(left) >= 2 && shorter >= 3;
        bool beginning = shorter >= 3 && longer >= 5
            && (a.Length > b.Length ? a.StartsWith(b, StringComparison.Ordinal) : b.StartsWith(a, StringComparison.Ordinal));
        return distance <= limit && longer >= 7 || sound || beginning ? Likeness.Weak : Likeness.Different;
    }

    /// <summary>"kovacsne" is the wife of a Kovács; "alahmad" is "ahmad" with its article.</summary>
    private static bool IsMarriedForm(string longer, string shorter) =>
        shorter.Length >= 3 && longer.Length == shorter.Length + 2
        && ((longer.EndsWith("ne", StringComparison.Ordinal) && longer.StartsWith(shorter, StringComparison.Ordinal))
            || ((longer.StartsWith("al", StringComparison.Ordinal) || longer.StartsWith("el", StringComparison.Ordinal))
                && longer.EndsWith(shorter, StringComparison.Ordinal)));
}
