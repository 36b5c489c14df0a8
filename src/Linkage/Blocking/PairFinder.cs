namespace Causeway.Linkage;

/// <summary>
/// Finds the pairs worth comparing. A block that is too large is split by further facts and not thrown away, so that a pair
/// that agrees in several things is always met.
/// </summary>
internal sealed class PairFinder
{
    private const int SmallBlock = 16;
    private const int LargeBlock = 24;

    private readonly RecordFeatures _features;
    private readonly RecordKeys _keys;
    private readonly PairBag _bag = new();

    private PairFinder(RecordFeatures features)
    {
        _features = features;
        _keys = new RecordKeys(features);
    }

    /// <summary>Pairs as left record above right record in one number, sorted, each once.</summary>
    public static ulong[] Find(RecordFeatures features, CancellationToken cancellation)
    {
        var finder = new PairFinder(features);
        (Action<int, List<ulong>> Keys, int Limit)[] families =
        [
            (finder._keys.AddFacts, features.Count > 20_000 ? SmallBlock : LargeBlock),
            (finder._keys.AddNamePairs, LargeBlock),
            (finder._keys.AddNameWithContext, LargeBlock),
            (finder._keys.AddOrganisationWords, LargeBlock),
        ];
        foreach ((Action<int, List<ulong>> keys, int limit) in families)
        {
            cancellation.ThrowIfCancellationRequested();
            finder.AddFamily(keys, limit);
        }

        return finder._bag.ToSortedArray();
    }

    private void AddFamily(Action<int, List<ulong>> keysOf, int limit)
    {
        var keys = new List<ulong>();
        var owners = new List<int>();
        for (int row = 0; row < _features.Count; row++)
        {
            keysOf(row, keys);
            while (owners.Count < keys.Count)
            {
                owners.Add(row);
            }
        }

        ulong[] sorted = [.. keys];
        int[] rows = [.. owners];
        Array.Sort(sorted, rows);
        for (int start = 0; start < sorted.Length;)
        {
            int end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            AddBlock(rows.AsSpan(start, end - start), limit, 0);
            start = end;
        }
    }

    private void AddBlock(Span<int> rows, int limit, int firstContext)
    {
        if (rows.Length < 2)
        {
            return;
        }

        if (rows.Length <= limit)
        {
            AddPairs(rows);
            return;
        }

        for (int context = firstContext; context < RecordKeys.Contexts; context++)
        {
            Split(rows, limit, context);
        }
    }

    private void Split(Span<int> rows, int limit, int context)
    {
        var keys = new ulong[rows.Length];
        int[] members = rows.ToArray();
        for (int i = 0; i < members.Length; i++)
        {
            keys[i] = _keys.Context(members[i], context);
        }

        Array.Sort(keys, members);
        for (int start = 0; start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (keys[start] != 0 && end - start < rows.Length)
            {
                AddBlock(members.AsSpan(start, end - start), limit, context + 1);
            }

            start = end;
        }
    }

    private void AddPairs(Span<int> rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = i + 1; j < rows.Length; j++)
            {
                if (MayMeet(rows[i], rows[j]))
                {
                    _bag.Add(rows[i], rows[j]);
                }
            }
        }
    }

    private bool MayMeet(int left, int right)
    {
        EntityKind a = _features.Kind[left];
        EntityKind b = _features.Kind[right];
        return left != right && (a == b || a == EntityKind.Unknown || b == EntityKind.Unknown);
    }
}
