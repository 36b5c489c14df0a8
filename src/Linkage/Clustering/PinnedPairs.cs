namespace Causeway.Linkage;

/// <summary>What people have decided about pairs; it beats every score.</summary>
internal sealed class PinnedPairs
{
    /// <summary>So large that no sum of scores reaches it; "never" is larger still, so that a refusal wins over everything.</summary>
    public const double Must = 1e9;
    public const double Never = -1e14;

    private readonly Dictionary<ulong, bool> _verdicts = [];

    public PinnedPairs(RecordTable table, LinkageOptions options)
    {
        if (options.MustLink.Count == 0 && options.NeverLink.Count == 0)
        {
            return;
        }

        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < table.Count; i++)
        {
            rows[table.Ids[i]] = i;
        }

        Add(options.MustLink, rows, true);
        Add(options.NeverLink, rows, false);
    }

    /// <summary>The pinned pairs that must be met even when nothing else brings them together.</summary>
    public IEnumerable<ulong> MustPairs => _verdicts.Where(verdict => verdict.Value).Select(verdict => verdict.Key);

    public bool? Verdict(int left, int right) => _verdicts.TryGetValue(Key(left, right), out bool verdict) ? verdict : null;

    public bool? Verdict(ulong pair) => _verdicts.TryGetValue(pair, out bool verdict) ? verdict : null;

    private void Add(IReadOnlyCollection<(string Left, string Right)> pairs, Dictionary<string, int> rows, bool verdict)
    {
        foreach ((string left, string right) in pairs)
        {
            if (rows.TryGetValue(left, out int a) && rows.TryGetValue(right, out int b) && a != b)
            {
                _verdicts[Key(a, b)] = verdict;
            }
        }
    }

    private static ulong Key(int left, int right) => (ulong)Math.Min(left, right) << 32 | (uint)Math.Max(left, right);
}
