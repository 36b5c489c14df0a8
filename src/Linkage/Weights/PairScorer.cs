namespace Causeway.Linkage;

/// <summary>Scores all pairs on several threads; each pair's score depends on that pair alone.</summary>
internal static class PairScorer
{
    private const int Slice = 16_384;

    /// <summary>The pairs above a bar with their bits, in the order they came in.</summary>
    public static (ulong[] Pairs, float[] Bits) Score(
        RecordFeatures features, WeightTable weights, ulong[] pairs, PinnedPairs pinned, float above, int threads, CancellationToken cancellation)
    {
        var bits = new float[pairs.Length];
        int slices = (pairs.Length + Slice - 1) / Slice;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };
        Parallel.For(0, slices, parallel, () => (new PairComparer(features), new Evidence()), (slice, _, local) =>
        {
            (PairComparer comparer, Evidence evidence) = local;
            int end = Math.Min(pairs.Length, (slice + 1) * Slice);
            for (int i = slice * Slice; i < end; i++)
            {
                comparer.Compare((int)(pairs[i] >> 32), (int)(uint)pairs[i], evidence);
                bits[i] = pinned.Verdict(pairs[i]) switch
                {
                    true => 64,
                    false => -64,
                    null => (float)Math.Max(-64, weights.Bits(evidence)),
                };
            }

            return local;
        }, _ => { });
        return Keep(pairs, bits, above);
    }

    private static (ulong[] Pairs, float[] Bits) Keep(ulong[] pairs, float[] bits, float above)
    {
        int kept = 0;
        for (int i = 0; i < pairs.Length; i++)
        {
            if (bits[i] > above)
            {
                pairs[kept] = pairs[i];
                bits[kept++] = bits[i];
            }
        }

        Array.Resize(ref pairs, kept);
        Array.Resize(ref bits, kept);
        return (pairs, bits);
    }
}
