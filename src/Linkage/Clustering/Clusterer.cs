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

    private const int MaxGroup = 400;

    private readonly WeightTable _weights;
    private readonly PinnedPairs _pinned;
    private readonly int _maxSize;
    private readonly PairComparer _comparer;
    private readonly Evidence _evidence = new();
    private readonly int[] _cluster;

    private Clusterer(RecordFeatures features, WeightTable weights, PinnedPairs pinned, LinkageOptions options)
    {
        _weights = weights;
        _pinned = pinned;
        _maxSize = options.MaxClusterSize;
        _comparer = new PairComparer(features);
        _cluster = [.. Enumerable.Range(0, features.Count)];
    }

    /// <summary>For each record the first record of its cluster.</summary>
    public static int[] Cluster(
        RecordFeatures features, WeightTable weights, ulong[] pairs, float[] bits, PinnedPairs pinned, LinkageOptions options)
    {
        var clusterer = new Clusterer(features, weights, pinned, options);
        clusterer.ClusterGroup([.. Enumerable.Range(0, pairs.Length).Where(i => bits[i] > LinkBits)], pairs, bits, LinkBits);
        return clusterer._cluster;
    }

    /// <summary>Splits the pairs into connected groups; a group that is too large is split again at a higher bar.</summary>
    private void ClusterGroup(int[] chosen, ulong[] pairs, float[] bits, double bar)
    {
        foreach (IGrouping<int, int> group in Groups(chosen, pairs))
        {
            int[] inside = [.. group];
            int[] members = [.. inside.SelectMany(i => new[] { Left(pairs[i]), Right(pairs[i]) }).Distinct().Order()];
            if (members.Length > MaxGroup && bar < 60)
            {
                double higher = bar + 2;
                ClusterGroup([.. inside.Where(i => bits[i] > higher || _pinned.IsMust(pairs[i]))], pairs, bits, higher);
            }
            else
            {
                Agglomerate(members.Length > MaxGroup ? members[..MaxGroup] : members);
            }
        }
    }

    private static List<IGrouping<int, int>> Groups(int[] chosen, ulong[] pairs)
    {
        var parent = new Dictionary<int, int>();
        int Root(int x)
        {
            int root = x;
            while (parent.TryGetValue(root, out int up) && up != root)
            {
                root = up;
            }

            while (parent.TryGetValue(x, out int next) && next != root)
            {
                parent[x] = root;
                x = next;
            }

            return root;
        }

        foreach (int i in chosen)
        {
            int a = Root(Left(pairs[i]));
            int b = Root(Right(pairs[i]));
            parent[Math.Max(a, b)] = Math.Min(a, b);
            parent.TryAdd(Math.Min(a, b), Math.Min(a, b));
        }

        return chosen.GroupBy(i => Root(Left(pairs[i]))).ToList();
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
        return double.IsNegativeInfinity(bits) ? PinnedPairs.Never : Math.Clamp(bits, MinBits, MaxBits);
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

    private static int Left(ulong pair) => (int)(pair >> 32);

    private static int Right(ulong pair) => (int)(uint)pair;
}
