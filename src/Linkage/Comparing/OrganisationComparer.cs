namespace Causeway.Linkage;

/// <summary>Compares organisations' names by the weight of the words they share.</summary>
internal sealed class OrganisationComparer(RecordFeatures features)
{
    private readonly WordLikeness _likeness = new(features.OrganisationWords);
    private readonly double _logCount = Math.Log2(Math.Max(2, features.Count));
    private readonly float[] _weights = Weights(features);

    private const int CacheBits = 14;
    private readonly ulong[] _agreeKeys = new ulong[1 << CacheBits];
    private readonly (bool Agree, double Rarity)[] _agreeValues = new (bool, double)[1 << CacheBits];

    public void Compare(int left, int right, Evidence evidence)
    {
        int a = features.Organisation[left];
        int b = features.Organisation[right];
        if (a == 0 || b == 0)
        {
            return;
        }

        (double shared, double smaller, double larger) = Overlap(a, b);
        double limit = a == b ? RarityOf(a) : _logCount;
        double both = smaller + larger <= 0 ? 0 : 2 * shared / (smaller + larger);
        double within = smaller <= 0 ? 0 : shared / smaller;
        if (both > 0.93)
        {
            evidence.Add(Signal.Organisation, OrganisationLevel.Same, Math.Min(limit, shared), a, b);
        }
        else if (both > 0.7 || within > 0.93)
        {
            evidence.Add(Signal.Organisation, OrganisationLevel.High, Math.Min(limit, shared * 0.9), a, b);
        }
        else if (both > 0.45 || IsAcronym(a, b))
        {
            evidence.Add(Signal.Organisation, OrganisationLevel.Medium, Math.Min(limit, Math.Max(3, shared * 0.7)), a, b);
        }
        else
        {
            evidence.Add(Signal.Organisation, both > 0.2 ? OrganisationLevel.Low : OrganisationLevel.Different, -1, a, b);
        }
    }

    /// <summary>Whether two names can be of one organisation, and how rare that agreement is; kept, because clinics meet often.</summary>
    public bool Agree(int a, int b, out double rarity)
    {
        if (a == b)
        {
            rarity = RarityOf(a);
            return true;
        }

        ulong key = (ulong)Math.Min(a, b) << 32 | (uint)Math.Max(a, b);
        int slot = (int)(key * 0x9E3779B97F4A7C15UL >> (64 - CacheBits));
        if (_agreeKeys[slot] != key)
        {
            _agreeKeys[slot] = key;
            (double shared, double smaller, double larger) = Overlap(Math.Min(a, b), Math.Max(a, b));
            _agreeValues[slot] = (2 * shared > 0.66 * (smaller + larger) || IsAcronym(a, b), Math.Min(shared, Math.Min(RarityOf(a), RarityOf(b))));
        }

        rarity = _agreeValues[slot].Rarity;
        return _agreeValues[slot].Agree;
    }

    private double RarityOf(int form) => _logCount - Math.Log2(Math.Max(1, features.OrganisationRecords[form]));

    private (double Shared, double Smaller, double Larger) Overlap(int a, int b)
    {
        int[] x = features.Organisations[a].Words;
        int[] y = features.Organisations[b].Words;
        Span<bool> used = stackalloc bool[16];
        double shared = 0;
        double left = 0;
        double right = 0;
        foreach (int word in y)
        {
            right += Weight(word);
        }

        foreach (int word in x)
        {
            double weight = Weight(word);
            left += weight;
            int best = -1;
            Likeness level = Likeness.Weak;
            for (int j = 0; j < y.Length; j++)
            {
                Likeness likeness = used[j] ? Likeness.Different : _likeness.Of(word, y[j]);
                if (likeness < level)
                {
                    best = j;
                    level = likeness;
                }
            }

            if (best >= 0)
            {
                used[best] = true;
                shared += level == Likeness.Same ? weight : 0.85 * Math.Min(weight, Weight(y[best]));
            }
        }

        return (shared, Math.Min(left, right), Math.Max(left, right));
    }

    private float Weight(int word) => _weights[word];

    private static float[] Weights(RecordFeatures features)
    {
        double all = Math.Log2(Math.Max(2, features.Count));
        var weights = new float[features.OrganisationWords.Count];
        for (int word = 0; word < weights.Length; word++)
        {
            weights[word] = (float)Math.Max(0.5, all - Math.Log2(1 + features.OrganisationWords.Records(word)));
        }

        return weights;
    }

    private bool IsAcronym(int a, int b) => IsAcronymOf(a, b) || IsAcronymOf(b, a);

    private bool IsAcronymOf(int acronym, int full)
    {
        int[] words = features.Organisations[acronym].Words;
        if (words.Length != 1)
        {
            return false;
        }

        string text = features.OrganisationWords.Text(words[0]);
        string initials = features.Organisations[full].Initials;
        return text.Length is >= 2 and <= 7 && initials.Length >= 2 && text.StartsWith(initials, StringComparison.Ordinal)
            && text.Length <= initials.Length + 1;
    }
}
