namespace Causeway.Linkage;

/// <summary>
/// Splits likely pairs into groups of records that hang together. A group that is too large is cut at its weakest links by
/// raising the bar until its parts are small enough to be judged as a whole.
/// </summary>
internal sealed class LinkedGroups
{
    /// <summary>The largest group that is judged pair by pair.</summary>
    public const int MaxGroup = 300;

    private const double Step = 1.5;
    private const double HighestBar = 62;

    private readonly int[] _parent;
    private readonly ulong[] _pairs;
    private readonly float[] _bits;
    private readonly List<int[]> _groups = [];

    private LinkedGroups(int records, ulong[] pairs, float[] bits)
    {
        _parent = new int[records];
        for (int i = 0; i < records; i++)
        {
            _parent[i] = i;
        }

        _pairs = pairs;
        _bits = bits;
    }

    /// <summary>The groups of two or more records, each in canonical order.</summary>
    public static List<int[]> Find(int records, ulong[] pairs, float[] bits, double bar)
    {
        var groups = new LinkedGroups(records, pairs, bits);
        var links = new List<int>();
        for (int i = 0; i < pairs.Length; i++)
        {
            if (bits[i] > bar)
            {
                links.Add(i);
            }
        }

        groups.Split([.. links], bar);
        return groups._groups;
    }

    private void Split(int[] links, double bar)
    {
        foreach (int link in links)
        {
            int a = Root(Left(link));
            int b = Root(Right(link));
            _parent[Math.Max(a, b)] = Math.Min(a, b);
        }

        var roots = new int[links.Length];
        for (int i = 0; i < links.Length; i++)
        {
            roots[i] = Root(Left(links[i]));
        }

        foreach (int link in links)
        {
            _parent[Left(link)] = Left(link);
            _parent[Right(link)] = Right(link);
        }

        Array.Sort(roots, links);
        for (int start = 0; start < links.Length;)
        {
            int end = start + 1;
            while (end < links.Length && roots[end] == roots[start])
            {
                end++;
            }

            AddGroup(links[start..end], bar);
            start = end;
        }
    }

    private void AddGroup(int[] links, double bar)
    {
        int[] members = [.. links.SelectMany(link => new[] { Left(link), Right(link) }).Distinct().Order()];
        if (members.Length <= MaxGroup)
        {
            _groups.Add(members);
        }
        else if (bar < HighestBar)
        {
            Split([.. links.Where(link => _bits[link] > bar + Step)], bar + Step);
        }
        else
        {
            _groups.AddRange(members.Chunk(MaxGroup));
        }
    }

    private int Root(int record)
    {
        int root = record;
        while (_parent[root] != root)
        {
            root = _parent[root];
        }

        while (_parent[record] != root)
        {
            (record, _parent[record]) = (_parent[record], root);
        }

        return root;
    }

    private int Left(int link) => (int)(_pairs[link] >> 32);

    private int Right(int link) => (int)(uint)_pairs[link];
}
