namespace Causeway.Linkage;

/// <summary>
/// Lays the words of two names on each other, best fits first, and judges the whole: how alike the fitting words are, what is
/// left over on one side, and what is left over on both.
/// </summary>
internal sealed class WordAlignment
{
    /// <summary>Below this two words are two names.</summary>
    private const double Contradiction = 0.6;

    /// <summary>From here on two neighbours written together are taken for one word of the other name.</summary>
    private const double Joined = 0.8;

    private readonly List<string> _left;
    private readonly List<string> _right;
    private readonly bool _organisation;
    private readonly bool[] _usedLeft;
    private readonly bool[] _usedRight;

    public WordAlignment(List<string> left, List<string> right, bool organisation)
    {
        _organisation = organisation;
        _left = Join(left, right);
        _right = Join(right, _left);
        _usedLeft = new bool[_left.Count];
        _usedRight = new bool[_right.Count];
    }

    public double Score()
    {
        double product = 1;
        double weight = 0;
        foreach ((double likeness, int i, int j) in Fits())
        {
            if (_usedLeft[i] || _usedRight[j])
            {
                continue;
            }

            _usedLeft[i] = _usedRight[j] = true;
            product *= likeness;
            weight += Math.Min(_left[i].Length, _right[j].Length) > 1 ? 1 : 0.3;
        }

        if (weight < 0.9)
        {
            return 0.1 * weight;
        }

        double extra = Rest(_left, _usedLeft) + Rest(_right, _usedRight);
        bool both = Rest(_left, _usedLeft) > 0.4 && Rest(_right, _usedRight) > 0.4;
        double missing = _organisation ? 0.68 : 0.85;
        double score = product * Math.Pow(missing, extra) * (both ? 0.45 : 1);
        return weight < 2 && extra >= 1 && !_organisation ? score * 0.75 : score;
    }

    private IEnumerable<(double Likeness, int Left, int Right)> Fits()
    {
        var fits = new List<(double Likeness, int Left, int Right)>();
        for (int i = 0; i < _left.Count; i++)
        {
            for (int j = 0; j < _right.Count; j++)
            {
                double likeness = Likeness(_left[i], _right[j]);
                if (likeness >= Contradiction)
                {
                    fits.Add((likeness, i, j));
                }
            }
        }

        return fits.OrderByDescending(fit => fit.Likeness).ThenBy(fit => Math.Abs(fit.Left - fit.Right)).ThenBy(fit => fit.Left);
    }

    /// <summary>"ji min" becomes "jimin" where the other name has "jimin" and neither part of its own.</summary>
    private List<string> Join(List<string> words, List<string> others)
    {
        var result = new List<string>(words.Count);
        for (int i = 0; i < words.Count; i++)
        {
            bool next = i + 1 < words.Count && words[i].Length > 1 && words[i + 1].Length > 1 && !others.Contains(words[i], StringComparer.Ordinal)
                && !others.Contains(words[i + 1], StringComparer.Ordinal);
            string both = next ? words[i] + words[i + 1] : "";
            bool joined = next && others.Exists(other => other.Length >= 4 && Likeness(both, other) >= Joined);
            result.Add(joined ? both : words[i]);
            i += joined ? 1 : 0;
        }

        return result;
    }

    private static double Rest(List<string> words, bool[] used)
    {
        double rest = 0;
        for (int i = 0; i < words.Count; i++)
        {
            rest += used[i] ? 0 : PersonWords.IsParticle(words[i]) ? 0.1 : words[i].Length == 1 ? 0.3 : 1;
        }

        return rest;
    }

    private double Likeness(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal))
        {
            return 1;
        }

        if (a.Length == 1 || b.Length == 1)
        {
            return !_organisation && a[0] == b[0] ? 0.85 : 0;
        }

        bool number = char.IsAsciiDigit(a[0]) || char.IsAsciiDigit(b[0]);
        if (number)
        {
            return 0;
        }

        if (NameVariants.Share(NameVariants.Of(a), NameVariants.Of(b)))
        {
            return 0.95;
        }

        return Math.Max(BySpelling(a, b), BySound(a, b));
    }

    /// <summary>One slip weighs more in a short word: it is a tenth of a long one and a third of "Kim".</summary>
    private static double BySpelling(string a, string b)
    {
        int longer = Math.Max(a.Length, b.Length);
        int limit = longer >= 8 ? 3 : longer >= 5 ? 2 : 1;
        int distance = EditDistance.Between(a, b, limit);
        if (distance > limit)
        {
            return 0;
        }

        double first = a[0] == b[0] ? 0 : 0.35;
        return 1 - (distance + first) * 1.15 / longer;
    }

    private static double BySound(string a, string b)
    {
        bool fine = string.Equals(SoundKey.Fine(a), SoundKey.Fine(b), StringComparison.Ordinal);
        string coarse = SoundKey.Coarse(a);
        bool same = coarse.Length >= 3 && string.Equals(coarse, SoundKey.Coarse(b), StringComparison.Ordinal);
        return fine ? 0.92 : same ? 0.8 : 0;
    }
}
