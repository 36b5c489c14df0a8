namespace Causeway.Linkage;

/// <summary>
/// Puts records together by average linkage inside each connected group of likely pairs: two clusters join while the pairs
/// between them, taken together, speak for it. One strong pair cannot chain two clusters that otherwise disagree.
/// </summary>
internal sealed class Clusterer
{
    /// <summary>Bits above which a pair connects a group; joins below half a chance may still be lifted by the rest of a cluster.</summary>
    private const double LinkBits = -1.5;

    /// <summary>No single pair may outweigh all others, for or against.</summary>
    private const double MaxBits = 9;
    private const double MinBits = -9;

    /// <summary>What two records that say nothing about each other count against joining their clusters.</summary>
    private const double Ignorance = 0.3;

    private readonly WeightTable _weights;
    private readonly PinnedPairs _pinned;
    private readonly int _maxSize;
    private readonly PairComparer _comparer;
    private readonly Evidence _evidence = new();
    private readonly int[] _cluster;

    private Clusterer(RecordFeatures features, WeightTable weights, PinnedPairs pinned, int maxSize, int[] cluster)
    {
        _weights = weights;
        _pinned = pinned;
        _maxSize = maxSize;
        _comparer = new PairComparer(features);
        _cluster = cluster;
    }

    /// <summary>For each record the first record of its cluster. Groups are judged side by side; each touches its own records only.</summary>
    public static int[] Cluster(
        RecordFeatures features, WeightTable weights, ulong[] pairs, float[] bits, PinnedPairs pinned, LinkageOptions options)
    {
        int[] cluster = [.. Enumerable.Range(0, features.Count)];
        List<int[]> groups = LinkedGroups.Find(features.Count, pairs, bits, LinkBits);
        Parallel.ForEach(
            groups,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads) },
            () => new Clusterer(features, weights, pinned, options.MaxClusterSize, cluster),
            (group, _, clusterer) =>
            {
                clusterer.Agglomerate(group);
                return clusterer;
            },
            _ => { });
        return cluster;
    }

    private void Agglomerate(int[] members)
    {
        int count = members.Length;
        var sums = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = i + 1; j < count; j++)
            {
                sums[i, j] = sums[j, i] = PairBits(members[i], members[j]);
            }
        }

        var sizes = new int[count];
        Array.Fill(sizes, 1);
        var owner = new int[count];
        for (int i = 0; i < count; i++)
        {
            owner[i] = i;
        }

        while (BestJoin(sums, sizes, out int a, out int b))
        {
            Join(sums, sizes, a, b);
            for (int i = 0; i < count; i++)
            {
                owner[i] = owner[i] == b ? a : owner[i];
            }
        }

        for (int i = 0; i < count; i++)
        {
            _cluster[members[i]] = members[owner[i]];
        }
    }

    private double PairBits(int left, int right)
    {
        if (_pinned.Verdict(left, right) is { } verdict)
        {
            return verdict ? PinnedPairs.Must : PinnedPairs.Never;
        }

        _comparer.Compare(left, right, _evidence);
        double bits = _weights.Bits(_evidence);
        if (double.IsNegativeInfinity(bits))
        {
            return PinnedPairs.Never;
        }

        // Two members that merely have too little in common to be compared do not speak against the cluster; those that differ do.
        double doubt = _weights.Against(_evidence) - Ignorance;
        return Math.Clamp(bits < 0 ? Math.Max(bits, doubt) : bits, MinBits, MaxBits);
    }

    private bool BestJoin(double[,] sums, int[] sizes, out int a, out int b)
    {
        double best = 0;
        a = b = -1;
        for (int i = 0; i < sizes.Length; i++)
        {
            for (int j = i + 1; j < sizes.Length && sizes[i] > 0; j++)
            {
                if (sizes[j] == 0)
                {
                    continue;
                }

                double sum = sums[i, j];
                double mean = sum / ((double)sizes[i] * sizes[j]);
                bool fits = sizes[i] + sizes[j] <= _maxSize || sum >= PinnedPairs.Must / 2;
                if (mean > best && fits)
                {
                    (best, a, b) = (mean, i, j);
                }
            }
        }

        return a >= 0;
    }

    private static void Join(double[,] sums, int[] sizes, int a, int b)
    {
        for (int k = 0; k < sizes.Length; k++)
        {
            sums[a, k] += sums[b, k];
            sums[k, a] = sums[a, k];
        }

        sizes[a] += sizes[b];
        sizes[b] = 0;
    }
}
