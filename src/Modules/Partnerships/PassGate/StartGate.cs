using Causeway.Kernel;

namespace Causeway.Partnerships;

internal enum GateDuty
{
    TwoSides,
    Purpose,
    Driver,
    Review,
    Sponsor,
    Owners,
    OutsideCheck,
    Plan,
    Text,
    Signatures,
    Heads,
    FoundingPaper,
}

/// <summary>One thing that is missing.</summary>
/// <param name="Text">English, with the party's name in it where there is one.</param>
internal sealed record GateItem(GateDuty Duty, string Text, int? Party = null);

/// <summary>What the gate knows of one side.</summary>
/// <param name="Verdict">Of a body that is not a school.</param>
/// <param name="HasHead">A signer of this side signs as its head.</param>
internal sealed record GateSide(int Number, string Name, bool IsSchool, bool HasSponsor, int Owners, OutsideVerdict? Verdict, bool PlanConfirmed, bool HasHead);

/// <param name="Text">There is a version of the agreement.</param>
/// <param name="Unsigned">Signers of the present version who have not signed.</param>
/// <param name="FoundingPaper">An annex of the present version founds the common body.</param>
internal sealed record GateFacts(
    Formality Formality, bool Purpose, bool Driver, bool Review, Guid OpenedBy, IReadOnlyList<GateSide> Sides, bool Text, IReadOnlyList<string> Unsigned, bool FoundingPaper);

/// <summary>What stands between a partnership and being active: one pure function, asked by the page and by the verb alike.</summary>
internal static class StartGate
{
    public static readonly Refusal KeepPurpose = new("partnership.keep-purpose", "A partnership at work keeps its purpose, its driver and its review date.", "Purpose");

    /// <summary>What each level asks; a level asks all of the level before it.</summary>
    public static IReadOnlyList<GateDuty> DutiesOf(Formality formality)
    {
        List<GateDuty> duties = [GateDuty.TwoSides, GateDuty.Purpose, GateDuty.Driver, GateDuty.Review, GateDuty.Sponsor, GateDuty.Owners, GateDuty.OutsideCheck];
        if (formality >= Formality.Written)
        {
            duties.AddRange([GateDuty.Plan, GateDuty.Text]);
        }

        if (formality >= Formality.Signed)
        {
            duties.AddRange([GateDuty.Signatures, GateDuty.Heads]);
        }

        if (formality >= Formality.Incorporated)
        {
            duties.Add(GateDuty.FoundingPaper);
        }

        return duties;
    }

    /// <summary>Empty: the gate is open.</summary>
    public static IReadOnlyList<GateItem> Missing(GateFacts facts)
    {
        var missing = new List<GateItem>();
        foreach (var duty in DutiesOf(facts.Formality))
        {
            missing.AddRange(Of(duty, facts));
        }

        return missing;
    }

    /// <summary>What the gate asked for once is not taken away afterwards by editing.</summary>
    public static Refusal? KeepsWhatActiveNeeds(Partnership partnership, PartnershipBasics basics) =>
        StageMap.IsAtWork(partnership.Stage) && (FormText.Tidy(basics.Purpose).Length == 0 || FormText.Tidy(basics.Driver).Length == 0 || basics.ReviewOn is null) ? KeepPurpose : null;

    private static IEnumerable<GateItem> Of(GateDuty duty, GateFacts facts) => duty switch
    {
        GateDuty.TwoSides => Unless(facts.Sides.Count >= Party.Least, duty, "a second partner"),
        GateDuty.Purpose => Unless(facts.Purpose, duty, "the purpose"),
        GateDuty.Driver => Unless(facts.Driver, duty, "what began it"),
        GateDuty.Review => Unless(facts.Review, duty, "a review date that has not passed"),
        GateDuty.Sponsor => facts.Sides.Where(s => !s.HasSponsor).Select(s => new GateItem(duty, $"a sponsor at {s.Name}", s.Number)),
        GateDuty.Owners => facts.Sides.Where(s => s.IsSchool && s.Owners < PartyOwner.Least).Select(s => new GateItem(duty, $"two owners at {s.Name}", s.Number)),
        GateDuty.OutsideCheck => facts.Sides.Where(s => !s.IsSchool && !Holds(s.Verdict, facts.OpenedBy)).Select(s => new GateItem(duty, $"a live due-diligence conclusion on {s.Name} by somebody who did not propose it", s.Number)),
        GateDuty.Plan => facts.Sides.Where(s => !s.PlanConfirmed).Select(s => new GateItem(duty, $"{s.Name} has not confirmed the plan as it stands", s.Number)),
        GateDuty.Text => Unless(facts.Text, duty, "an agreement made from the plan"),
        GateDuty.Signatures => facts.Text && facts.Unsigned.Count > 0 ? [new GateItem(duty, $"signatures of {string.Join(", ", facts.Unsigned)}")] : Unless(facts.Text, duty, "signatures"),
        GateDuty.Heads => facts.Sides.Where(s => !s.HasHead).Select(s => new GateItem(duty, $"the signature of the head of {s.Name}", s.Number)),
        GateDuty.FoundingPaper => Unless(facts.FoundingPaper, duty, "the paper that founds the common body, as an annex"),
        _ => throw new ArgumentOutOfRangeException(nameof(duty)),
    };

    private static bool Holds(OutsideVerdict? verdict, Guid openedBy) =>
        verdict is { Gate: OutsideGate.Ok or OutsideGate.Warning, DecidedBy: { } decided } && decided != verdict.ProposedBy && decided != openedBy;

    private static IEnumerable<GateItem> Unless(bool holds, GateDuty duty, string text) => holds ? [] : [new GateItem(duty, text)];
}
