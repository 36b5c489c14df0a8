namespace Causeway.Linkage;

/// <summary>
/// How many records share two words of a name, and how many of them are in the same town. Words of a name are not independent
/// ("Thị Hương", "María José" come together, and in some countries more than in others): the number of people who bear both is
/// counted and not multiplied.
/// </summary>
internal sealed class NamesakeCounts
{
    /// <summary>Up to here the records may all be one person's own; nothing is learned from them.</summary>
    private const int OwnRecords = 4;

    private const int OwnRecordsInTown = 8;

    private readonly Dictionary<ulong, int> _counts = [];
    private readonly double _logCount;

    public NamesakeCounts(RecordFeatures features)
    {
        _logCount = Math.Log2(Math.Max(2, features.Count));
        CountPairs(features, (row, i) => features.Names[features.Name[row]].Words[i] + WordsFrom);
        CountPairs(features, (row, i) => features.NameWords.Sound(features.Names[features.Name[row]].Words[i]));
    }

    /// <summary>Words and sounds are numbered apart, so that their pairs never meet.</summary>
    private const int WordsFrom = 1 << 30;

    /// <summary>The key of two shared words: by the words where both agree to the letter, else by their sounds.</summary>
    public static ulong Key(WordBook book, in EvidenceItem first, in EvidenceItem second) =>
        first.Level == WordLevel.Same && second.Level == WordLevel.Same
            ? Key(first.Left + WordsFrom, second.Left + WordsFrom)
            : Key(book.Sound(first.Left), book.Sound(second.Left));

    private static ulong Key(int one, int other) => RecordKeys.Mix((ulong)Math.Min(one, other) + 1, (ulong)Math.Max(one, other) + 1);

    private void CountPairs(RecordFeatures features, Func<int, int, int> numberOf)
    {
        var keys = new List<ulong>(features.Count * 2);
        var townKeys = new List<ulong>(features.Count);
        for (int row = 0; row < features.Count; row++)
        {
            int words = features.Names[features.Name[row]].Words.Length;
            for (int i = 0; i < words; i++)
            {
                for (int j = i + 1; j < words; j++)
                {
                    ulong key = Key(numberOf(row, i), numberOf(row, j));
                    keys.Add(key);
                    if (features.City[row] != 0)
                    {
                        townKeys.Add(InTown(key, features.City[row]));
                    }
                }
            }
        }

        Count(keys);
        Count(townKeys);
    }

    /// <summary>The most bits that agreement in both words can be worth; one more than the table can show where nothing was counted.</summary>
    public double Limit(ulong key) => Math.Min(_logCount + 1, Limit(key, OwnRecords));

    /// <summary>The most bits that agreement in both words and the town can be worth.</summary>
    public double LimitInTown(ulong key, int town) => Limit(InTown(key, town), OwnRecordsInTown);

    private double Limit(ulong key, int own)
    {
        int others = _counts.GetValueOrDefault(key) - own;
        return others <= 0 ? double.PositiveInfinity : _logCount - Math.Log2(others);
    }

    private static ulong InTown(ulong key, int town) => RecordKeys.Mix(key, (ulong)town + 77);

    private void Count(List<ulong> keys)
    {
        keys.Sort();
        for (int start = 0; start < keys.Count;)
        {
            int end = start + 1;
            while (end < keys.Count && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > OwnRecords)
            {
                _counts[keys[start]] = end - start;
            }

            start = end;
        }
    }
}
