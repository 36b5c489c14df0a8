namespace Causeway.Linkage;

/// <summary>What a run found: a cluster for every record, the scored pairs, and an explanation for any pair.</summary>
public sealed class LinkageResult
{
    private readonly LinkageOptions _options;
    private readonly PairReader _reader;
    private readonly ulong[] _pairs;
    private readonly float[] _bits;
    private readonly string[] _clusterIds;
    private readonly Lazy<Dictionary<string, int>> _rows;

    internal LinkageResult(
        RecordTable table, FieldKind[] kinds, LinkageOptions options, PairReader reader, ulong[] pairs, float[] bits, string[] clusterIds,
        IReadOnlyList<string> notes)
    {
        RecordIds = table.Ids;
        ColumnKinds = table.Columns.Zip(kinds).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
        Notes = notes;
        _options = options;
        _reader = reader;
        _pairs = pairs;
        _bits = bits;
        _clusterIds = clusterIds;
        _rows = new Lazy<Dictionary<string, int>>(() =>
            Enumerable.Range(0, RecordIds.Count).ToDictionary(i => RecordIds[i], i => i, StringComparer.Ordinal));
    }

    /// <summary>All record ids, in ordinal order.</summary>
    public IReadOnlyList<string> RecordIds { get; }

    /// <summary>The cluster of each record of <see cref="RecordIds"/>: the id of its first record, or an id of an earlier run.</summary>
    public IReadOnlyList<string> ClusterIds => _clusterIds;

    /// <summary>What each column was taken for.</summary>
    public IReadOnlyDictionary<string, FieldKind> ColumnKinds { get; }

    /// <summary>How many pairs were compared.</summary>
    public int ComparedPairs { get; internal init; }

    /// <summary>How often each level of agreement occurs among true and among chance pairs, as fitted to this set.</summary>
    public IReadOnlyList<LearnedWeight> Weights => _reader.Weights;

    /// <summary>What the caller should know about the run, such as that general weights were used.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The cluster of one record.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public string ClusterOf(string recordId) => _clusterIds[_rows.Value[recordId]];

    /// <summary>The record ids of each cluster, in ordinal order.</summary>
    public IEnumerable<IReadOnlyList<string>> Clusters() =>
        Enumerable.Range(0, RecordIds.Count).GroupBy(row => _clusterIds[row], StringComparer.Ordinal)
            .Select(IReadOnlyList<string> (group) => [.. group.Select(row => RecordIds[row])]);

    /// <summary>The compared pairs of at least this probability, in order of their ids.</summary>
    public IEnumerable<ScoredPair> Pairs(double fromProbability = 0.01)
    {
        for (int i = 0; i < _pairs.Length; i++)
        {
            double probability = WeightTable.Probability(_bits[i]);
            if (probability >= fromProbability)
            {
                yield return new ScoredPair(RecordIds[(int)(_pairs[i] >> 32)], RecordIds[(int)(uint)_pairs[i]], probability);
            }
        }
    }

    /// <summary>How sure a probability is by the bands of the options.</summary>
    public Certainty CertaintyOf(double probability) =>
        probability >= _options.SureFrom ? Certainty.Sure : probability >= _options.ReviewFrom ? Certainty.Review : Certainty.Apart;

    /// <summary>Why two records are, or are not, one: in words and numbers that add up.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public PairExplanation Explain(string leftId, string rightId)
    {
        int left = _rows.Value[leftId];
        int right = _rows.Value[rightId];
        (double bits, IReadOnlyList<PairReason> reasons) = _reader.Read(Math.Min(left, right), Math.Max(left, right));
        double probability = WeightTable.Probability(bits);
        return new PairExplanation(leftId, rightId, probability, CertaintyOf(probability), bits, reasons);
    }
}
