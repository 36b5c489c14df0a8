namespace Causeway.Linkage;

/// <summary>
/// Fits the weights to a set without labels: chance rates from random pairs, rates among true pairs by expectation and
/// maximisation that is held near the priors. Where the outcome is not believable the priors are kept and that is said.
/// </summary>
internal sealed class WeightLearner
{
    private const int RandomPairs = 60_000;
    private const int SampledPairs = 250_000;
    private const int Rounds = 12;
    private const double PriorStrength = 60;

    private readonly RecordFeatures _features;
    private readonly PairComparer _comparer;
    private readonly Evidence _evidence = new();
    private readonly List<EvidenceItem> _items = [];
    private readonly List<int> _ends = [];

    private WeightLearner(RecordFeatures features)
    {
        _features = features;
        _comparer = new PairComparer(features);
    }

    public static (WeightTable Table, string? Note) Learn(RecordFeatures features, ulong[] pairs)
    {
        var learner = new WeightLearner(features);
        WeightTable table = WeightTable.Priors();
        learner.LearnChance(table);
        table.PriorBits = StartBelief(features.Count);
        if (pairs.Length < 50)
        {
            return (table, "Too few pairs to learn from; general weights were used.");
        }

        learner.Sample(pairs);
        double share = (double)pairs.Length / learner._ends.Count;
        WeightTable start = table;
        for (int round = 0; round < Rounds; round++)
        {
            table = learner.Improve(table, start, share);
        }

        double matches = Math.Pow(2, table.PriorBits) * features.Count * (features.Count - 1.0) / 2;
        if (matches > 4.0 * features.Count || matches < 2)
        {
            WeightTable priors = WeightTable.Priors();
            learner.LearnChance(priors);
            priors.PriorBits = StartBelief(features.Count);
            return (priors, "What was learned is not believable; general weights were used.");
        }

        return (table, null);
    }

    /// <summary>To begin with, each record is believed to have about one half of a partner.</summary>
    private static double StartBelief(int records) => Math.Log2(1.0 / Math.Max(2, records));

    private void LearnChance(WeightTable table)
    {
        var counts = new double[WeightTable.Signals * WeightTable.Levels];
        long draws = Math.Min(RandomPairs, _features.Count * (long)_features.Count);
        ulong state = 0x2545F4914F6CDD1DUL;
        for (int i = 0; i < draws && _features.Count > 2; i++)
        {
            int left = Next(ref state);
            int right = Next(ref state);
            if (left == right)
            {
                continue;
            }

            _comparer.Compare(left, right, _evidence);
            foreach (ref readonly EvidenceItem item in _evidence.Items)
            {
                counts[WeightTable.Slot(item.Signal, item.Level)]++;
            }
        }

        for (int signal = 0; signal < WeightTable.Signals; signal++)
        {
            double all = counts.AsSpan(signal * WeightTable.Levels, WeightTable.Levels).ToArray().Sum();
            for (int level = 0; level < WeightTable.Levels; level++)
            {
                int slot = signal * WeightTable.Levels + level;
                if (table.U(slot) > 0 && all > 0)
                {
                    table.SetU(slot, (counts[slot] + PriorStrength * table.U(slot)) / (all + PriorStrength));
                }
            }
        }

        table.Refresh();
    }

    private int Next(ref ulong state)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)(state % (ulong)_features.Count);
    }

    private void Sample(ulong[] pairs)
    {
        int step = Math.Max(1, pairs.Length / SampledPairs);
        for (long i = 0; i < pairs.Length; i += step)
        {
            _comparer.Compare((int)(pairs[i] >> 32), (int)(uint)pairs[i], _evidence);
            if (!_evidence.Impossible)
            {
                _items.AddRange(_evidence.Items);
            }

            _ends.Add(_items.Count);
        }
    }

    private WeightTable Improve(WeightTable table, WeightTable start, double share)
    {
        var counts = new double[WeightTable.Signals * WeightTable.Levels];
        double mass = 0;
        int from = 0;
        ReadOnlySpan<EvidenceItem> items = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_items);
        foreach (int end in _ends)
        {
            double bits = table.PriorBits;
            for (int i = from; i < end; i++)
            {
                bits += table.Bits(items[i]);
            }

            double belief = end == from ? 0 : WeightTable.Probability(bits);
            mass += belief;
            for (int i = from; i < end; i++)
            {
                counts[WeightTable.Slot(items[i].Signal, items[i].Level)] += belief;
            }

            from = end;
        }

        return Next(start, counts, mass * share);
    }

    /// <summary>
    /// How far a rate may rise. Colleagues agree in everything but their names and stand on the same lists: without a limit they
    /// would be learned to be one person, as soon as their names may differ and their lists may agree.
    /// </summary>
    private static double Ceiling(int slot, double prior, double chance)
    {
        double most = slot == WeightTable.Slot(Signal.NameWord, WordLevel.Different) ? prior * 1.2 : Math.Min(0.99, prior * 5);
        return slot == WeightTable.Slot(Signal.Source, Level.Same) ? Math.Max(prior / 5, Math.Min(most, chance)) : most;
    }

    private WeightTable Next(WeightTable start, double[] counts, double matches)
    {
        WeightTable next = WeightTable.Priors();
        for (int signal = 0; signal < WeightTable.Signals; signal++)
        {
            double all = 0;
            double priors = 0;
            for (int level = 0; level < WeightTable.Levels; level++)
            {
                int slot = signal * WeightTable.Levels + level;
                all += counts[slot];
                priors += start.M(slot);
                next.SetU(slot, start.U(slot));
            }

            for (int level = 0; level < WeightTable.Levels && priors > 0; level++)
            {
                int slot = signal * WeightTable.Levels + level;
                double prior = start.M(slot) / priors;
                double rate = (counts[slot] + PriorStrength * prior) / (all + PriorStrength);
                next.SetM(slot, Math.Clamp(rate, prior / 5, Ceiling(slot, prior, next.U(slot))));
            }
        }

        double pairs = _features.Count * (_features.Count - 1.0) / 2;
        double believed = Math.Clamp(matches, 0.02 * _features.Count, 3.0 * _features.Count);
        next.PriorBits = Math.Log2(believed / Math.Max(1, pairs - believed));
        next.Refresh();
        return next;
    }
}
