using Causeway.Instruments;

namespace Causeway.Partnerships;

/// <param name="Answers">In the order of the sides.</param>
internal sealed record LensResult(Lens Lens, IReadOnlyList<LensAnswer> Answers, RatedTheme Score);

/// <param name="States">In the order of the sides.</param>
internal sealed record AimResult(string Aim, IReadOnlyList<AimState?> States)
{
    public bool Differs => States.Distinct().Count() > 1;
}

internal enum OneSidedReason
{
    /// <summary>This side says that it gives far more than comes back.</summary>
    GivesFarMore,

    /// <summary>This side says that it receives far more than it gives.</summary>
    ReceivesFarMore,

    /// <summary>This side names nothing that it gained, while another one does.</summary>
    NamesNothing,
}

/// <param name="Expected">From the plan as it stood when the side answered, or empty.</param>
internal sealed record BenefitResult(Party Side, string Expected, string Received, int Felt);

/// <summary>The sides' answers beside each other: what is far apart stands before what is low, and both before what holds.</summary>
internal sealed record ReviewResult(
    IReadOnlyList<Party> Sides, IReadOnlyList<LensResult> Lenses, IReadOnlyList<AimResult> Aims, IReadOnlyList<BenefitResult> Benefits, IReadOnlyList<(Party Side, OneSidedReason Reason)> OneSided)
{
    /// <summary>Lenses in which the distance is the headline.</summary>
    public IReadOnlyList<LensResult> FarApart => [.. Ordered.Where(l => l.Score.Distance == ScoreDistance.FarApart)];

    public IReadOnlyList<LensResult> Ordered =>
        [.. Lenses.OrderBy(l => l.Score.Distance == ScoreDistance.FarApart ? 0 : 1).ThenByDescending(l => l.Score.Distance == ScoreDistance.FarApart ? l.Score.Spread : 0).ThenBy(l => l.Score.Value ?? decimal.MaxValue).ThenBy(l => l.Lens)];

    public LensResult Of(Lens lens) => Lenses.First(l => l.Lens == lens);

    /// <param name="sheets">Of every side, in the order of the sides.</param>
    public static ReviewResult Of(IReadOnlyList<Party> sides, IReadOnlyList<ReviewSheet> sheets)
    {
        var lenses = Enum.GetValues<Lens>().Select(l => (Lens: l, Answers: sheets.Select(s => s.Of(l)).ToList())).Select(l => new LensResult(l.Lens, l.Answers, RatedTheme.Of(l.Answers.ConvertAll(a => a.Rating)))).ToList();
        var aims = sheets.SelectMany(s => s.Aims).DistinctBy(a => a.Row).Select(a => new AimResult(a.Aim, [.. sheets.Select(s => s.Aims.FirstOrDefault(x => x.Row == a.Row)?.State)])).ToList();
        var benefits = sides.Select((p, i) => new BenefitResult(p, sheets[i].Expected, sheets[i].Received, sheets[i].Felt ?? 3)).ToList();
        return new(sides, lenses, aims, benefits, [.. Raise(benefits)]);
    }

    /// <summary>One-sidedness is raised by what a side says of itself; no ledger is reckoned up with it.</summary>
    private static IEnumerable<(Party Side, OneSidedReason Reason)> Raise(List<BenefitResult> benefits)
    {
        foreach (var side in benefits)
        {
            if (side.Felt == 1)
            {
                yield return (side.Side, OneSidedReason.GivesFarMore);
            }

            if (side.Felt == FeltBalance.Highest)
            {
                yield return (side.Side, OneSidedReason.ReceivesFarMore);
            }

            if (side.Received.Length == 0 && benefits.Exists(b => b.Received.Length > 0))
            {
                yield return (side.Side, OneSidedReason.NamesNothing);
            }
        }
    }
}
