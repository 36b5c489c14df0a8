namespace Causeway.Linkage;

/// <summary>
/// How often each level of each signal occurs among true pairs (m) and among chance pairs (u). The start values are priors
/// from general knowledge of messy lists; they are the same for every set.
/// </summary>
internal sealed class WeightTable
{
    public const int Levels = 8;
    public const int Signals = (int)Signal.Source + 1;

    private readonly double[] _m = new double[Signals * Levels];
    private readonly double[] _u = new double[Signals * Levels];
    private readonly float[] _bits = new float[Signals * Levels];

    private WeightTable()
    {
    }

    /// <summary>Bits for the belief that a pair drawn by chance is a true one; far below 0.</summary>
    public double PriorBits { get; set; }

    public static WeightTable Priors()
    {
        var table = new WeightTable();
        table.Set(Signal.NameWord, (.74, 0), (.08, 0), (.07, 0), (.03, 0), (.04, .012), (.04, .9), (.10, .14));
        table.Set(Signal.Organisation, (.35, 0), (.30, 0), (.18, 0), (.08, .05), (.09, .95));
        table.Set(Signal.Place, (.45, 0), (.30, 0), (.18, .5), (.07, .5));
        table.Set(Signal.City, (.88, 0), (.05, .01), (.01, .01), (.10, .95));
        table.Set(Signal.Postcode, (.75, 0), (.10, .01), (.03, .05), (.15, .95));
        table.Set(Signal.Region, (.85, 0), (.02, .01), (.01, .01), (.15, .9));
        table.Set(Signal.Mail, (.55, 0), (.10, .0004), (.10, 0), (.22, 1), (.03, .0008));
        table.Set(Signal.Phone, (.70, 0), (.05, .0005), (.01, .001), (.25, 1));
        table.Set(Signal.Address, (.75, 0), (.05, .01), (.08, .01), (.12, .98));
        table.Set(Signal.Website, (.7, 0), (.01, .01), (.01, .01), (.3, 1));
        table.Set(Signal.Birth, (.82, 0), (.10, .003), (.03, .002), (.05, .99));
        table.Set(Signal.Identifier, (.85, 0), (.09, .0002), (.01, .001), (.05, 1));
        table.Set(Signal.Category, (.55, 0), (.05, .05), (.05, .05), (.45, .9));
        table.Set(Signal.Source, (.35, .35), (.01, .01), (.01, .01), (.65, .65));
        table.Refresh();
        return table;
    }

    public double M(int slot) => _m[slot];

    public double U(int slot) => _u[slot];

    public void SetM(int slot, double value) => _m[slot] = value;

    public void SetU(int slot, double value) => _u[slot] = value;

    public static int Slot(Signal signal, byte level) => (int)signal * Levels + level;

    /// <summary>The weight of one piece of evidence in bits: positive speaks for one entity, negative against it.</summary>
    public double Bits(in EvidenceItem item)
    {
        int slot = Slot(item.Signal, item.Level);
        return item.Rarity >= 0 ? _bits[slot] + item.Rarity : _bits[slot];
    }

    /// <summary>The sum over all evidence, with the prior.</summary>
    public double Bits(Evidence evidence)
    {
        double sum = PriorBits;
        foreach (ref readonly EvidenceItem item in evidence.Items)
        {
            sum += Bits(item);
        }

        return evidence.Impossible ? double.NegativeInfinity : sum;
    }

    /// <summary>The sum over the evidence that speaks against.</summary>
    public double Against(Evidence evidence)
    {
        double sum = 0;
        foreach (ref readonly EvidenceItem item in evidence.Items)
        {
            sum += Math.Min(0, Bits(item));
        }

        return sum;
    }

    public static double Probability(double bits) => 1 / (1 + Math.Pow(2, -bits));

    public IReadOnlyList<LearnedWeight> Learned() =>
    [
        new LearnedWeight("Prior", 0, Math.Pow(2, PriorBits), 1),
        .. Enumerable.Range(0, _m.Length).Where(slot => _m[slot] > 0)
            .Select(slot => new LearnedWeight(((Signal)(slot / Levels)).ToString(), slot % Levels, _m[slot], _u[slot])),
    ];

    /// <summary>Levels with a rate of their own weigh m against u; levels with a rarity bring their u with them.</summary>
    public void Refresh()
    {
        for (int i = 0; i < _bits.Length; i++)
        {
            _bits[i] = _m[i] <= 0 ? 0 : (float)(_u[i] > 0 ? Math.Log2(_m[i] / _u[i]) : Math.Log2(_m[i]));
        }
    }

    private void Set(Signal signal, params (double M, double U)[] rates)
    {
        for (byte level = 0; level < rates.Length; level++)
        {
            _m[Slot(signal, level)] = rates[level].M;
            _u[Slot(signal, level)] = rates[level].U;
        }
    }
}
