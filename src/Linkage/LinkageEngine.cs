namespace Causeway.Linkage;

/// <summary>
/// Finds which records are the same person or service, without labels and with one configuration for every set. Same input,
/// same result, whatever the order of the records and the number of threads.
/// </summary>
public static class LinkageEngine
{
    /// <summary>Pairs below this are not kept in the result.</summary>
    private const float KeptBits = -8;

    /// <exception cref="InvalidDataException">Two records have the same id.</exception>
    public static LinkageResult Link(
        RecordTable table, LinkageOptions? options = null, IProgress<LinkageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= LinkageOptions.Default;
        progress?.Report(new LinkageProgress("Reading the records", 0));
        RecordTable ordered = table.InCanonicalOrder();
        FieldKind[] kinds = ColumnGuesser.Guess(ordered);
        RecordFeatures features = FeatureReader.Read(ordered, kinds);
        var pinned = new PinnedPairs(ordered, options);

        progress?.Report(new LinkageProgress("Finding pairs to compare", 0.2));
        ulong[] pairs = WithPinned(PairFinder.Find(features, cancellation), pinned);

        progress?.Report(new LinkageProgress("Learning how telling each agreement is", 0.4));
        (WeightTable weights, string? note) = WeightLearner.Learn(features, pairs);

        int compared = pairs.Length;
        progress?.Report(new LinkageProgress("Comparing pairs", 0.5));
        (pairs, float[] bits) = PairScorer.Score(features, weights, pairs, pinned, KeptBits, options.Threads, cancellation);

        progress?.Report(new LinkageProgress("Forming clusters", 0.8));
        int[] clusters = Clusterer.Cluster(features, weights, pairs, bits, pinned, options);
        progress?.Report(new LinkageProgress("Done", 1));
        return new LinkageResult(ordered, kinds, options, new PairReader(features, weights, pinned), pairs, bits,
            ClusterNaming.Name(ordered.Ids, clusters, options.EarlierClusters), note is null ? [] : [note])
        {
            ComparedPairs = compared,
        };
    }

    private static ulong[] WithPinned(ulong[] pairs, PinnedPairs pinned)
    {
        ulong[] missing = [.. pinned.MustPairs.Where(pair => Array.BinarySearch(pairs, pair) < 0)];
        if (missing.Length == 0)
        {
            return pairs;
        }

        ulong[] all = [.. pairs, .. missing];
        Array.Sort(all);
        return all;
    }
}
