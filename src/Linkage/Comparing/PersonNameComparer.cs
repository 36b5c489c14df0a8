namespace Causeway.Linkage;

/// <summary>
/// Compares persons' names as sets of words: whichever order and script they are in, like words are laid on each other and what
/// is left over speaks against.
/// </summary>
internal sealed class PersonNameComparer(WordBook words, int recordCount)
{
    private const int MaxWords = 8;
    private readonly WordLikeness _likeness = new(words);
    private readonly double _logCount = Math.Log2(Math.Max(2, recordCount));

    public void Compare(NameForm left, NameForm right, Evidence evidence)
    {
        Span<bool> usedLeft = stackalloc bool[MaxWords];
        Span<bool> usedRight = stackalloc bool[MaxWords];
        for (Likeness level = Likeness.Same; level < Likeness.Initial; level++)
        {
            Align(left, right, level, usedLeft, usedRight, evidence);
        }

        AlignJoined(left, right, usedLeft, usedRight, evidence);
        AlignJoined(right, left, usedRight, usedLeft, evidence);
        Align(left, right, Likeness.Initial, usedLeft, usedRight, evidence);
        CountRest(left, right, usedLeft, usedRight, evidence);
    }

    private void Align(NameForm left, NameForm right, Likeness level, Span<bool> usedLeft, Span<bool> usedRight, Evidence evidence)
    {
        for (int i = 0; i < left.Words.Length; i++)
        {
            for (int j = 0; j < right.Words.Length && !usedLeft[i]; j++)
            {
                if (usedRight[j] || _likeness.Of(left.Words[i], right.Words[j]) != level)
                {
                    continue;
                }

                usedLeft[i] = usedRight[j] = true;
                bool crossed = left.Parts[i] != right.Parts[j] && left.Parts[i] != NamePart.Unknown && right.Parts[j] != NamePart.Unknown;
                double rarity = Rarity(left.Words[i], right.Words[j], level) - (crossed ? 2 : 0);
                evidence.Add(
                    Signal.NameWord, (byte)level, level == Likeness.Initial ? -1 : Math.Max(0, rarity), left.Words[i], right.Words[j]);
            }
        }
    }

    /// <summary>Lays "hans peter" on "hanspeter" and "min hua" on "minhua".</summary>
    private void AlignJoined(NameForm two, NameForm one, Span<bool> usedTwo, Span<bool> usedOne, Evidence evidence)
    {
        Span<char> joined = stackalloc char[80];
        for (int i = 0; i + 1 < two.Words.Length; i++)
        {
            string first = words.Text(two.Words[i]);
            string second = words.Text(two.Words[i + 1]);
            if (usedTwo[i] || usedTwo[i + 1] || first.Length + second.Length > joined.Length)
            {
                continue;
            }

            first.CopyTo(joined);
            second.CopyTo(joined[first.Length..]);
            ReadOnlySpan<char> text = joined[..(first.Length + second.Length)];
            for (int j = 0; j < one.Words.Length; j++)
            {
                if (usedOne[j] || !IsLike(text, one.Words[j]))
                {
                    continue;
                }

                usedTwo[i] = usedTwo[i + 1] = usedOne[j] = true;
                double rarity = _logCount - Math.Log2(Math.Max(1, words.SoundRecords(one.Words[j])));
                evidence.Add(Signal.NameWord, WordLevel.Variant, rarity, two.Words[i], one.Words[j]);
                break;
            }
        }
    }

    private bool IsLike(ReadOnlySpan<char> joined, int word)
    {
        string text = words.Text(word);
        return text.Length >= 4 && Math.Abs(text.Length - joined.Length) <= 2
            && (EditDistance.Between(joined, text, 1) <= 1
                || (text[0] == joined[0] && words.SoundLength(word) >= 3
                    && string.Equals(SoundKey.Coarse(joined.ToString()), SoundKey.Coarse(text), StringComparison.Ordinal)));
    }

    /// <summary>Words without a partner on both sides contradict each other; a word too many on one side is only missing on the other.</summary>
    private void CountRest(NameForm left, NameForm right, Span<bool> usedLeft, Span<bool> usedRight, Evidence evidence)
    {
        for (int i = 0; i < left.Words.Length; i++)
        {
            if (usedLeft[i] || IsNothing(left.Words[i]))
            {
                continue;
            }

            int partner = -1;
            for (int j = 0; j < right.Words.Length && partner < 0; j++)
            {
                bool free = !usedRight[j] && !IsNothing(right.Words[j]);
                bool comparable = left.Parts[i] == right.Parts[j] || left.Parts[i] == NamePart.Unknown || right.Parts[j] == NamePart.Unknown;
                partner = free && comparable ? j : -1;
            }

            if (partner >= 0)
            {
                usedRight[partner] = true;
                evidence.Add(Signal.NameWord, WordLevel.Different, -1, left.Words[i], right.Words[partner]);
            }
            else if (right.Has(left.Parts[i]))
            {
                evidence.Add(Signal.NameWord, WordLevel.Extra, -1, left.Words[i], -1);
            }
        }

        for (int j = 0; j < right.Words.Length; j++)
        {
            if (!usedRight[j] && !IsNothing(right.Words[j]) && left.Has(right.Parts[j]))
            {
                evidence.Add(Signal.NameWord, WordLevel.Extra, -1, -1, right.Words[j]);
            }
        }
    }

    private bool IsNothing(int word) => PersonWords.IsParticle(words.Text(word));

    private double Rarity(int left, int right, Likeness level)
    {
        double records = level switch
        {
            Likeness.Same => words.Records(left),
            Likeness.Variant => Math.Max(words.SoundRecords(left), words.Records(left)) + Math.Max(words.SoundRecords(right), words.Records(right)),
            Likeness.Slip => words.Records(left) + words.Records(right) + 0.0003 * recordCount,
            _ => words.SoundRecords(left) + words.SoundRecords(right) + 0.002 * recordCount,
        };
        return _logCount - Math.Log2(Math.Max(1, records));
    }
}
