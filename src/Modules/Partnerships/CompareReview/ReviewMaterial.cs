namespace Causeway.Partnerships;

/// <summary>Another partnership.</summary>
internal sealed record Neighbour(string Title, Stage Stage);

/// <param name="Partnerships">How many partnerships this owner answers for, this one among them.</param>
internal sealed record OwnerLoad(string Name, int Partnerships);

/// <summary>What is in the records, before <see cref="ReviewFacts"/> puts it under the lenses.</summary>
/// <param name="Since">The conclusion of the review before, or the day it was begun.</param>
/// <param name="Wishes">Null: not every side has handed in its sheet.</param>
/// <param name="Plan">The latest year's; null: there is none.</param>
/// <param name="Before">The year's before it.</param>
internal sealed record ReviewMaterial(
    PartnershipView View, DateOnly Since, DateOnly Today, IReadOnlyList<IntentSheet>? Wishes, PlanView? Plan, PlanView? Before, AgreementView? Agreement)
{
    public IReadOnlyList<ContactEntry> Contacts { get; init; } = [];

    public IReadOnlyList<LedgerTotal> Given { get; init; } = [];

    public IReadOnlyList<PartnershipChange> OwnerChanges { get; init; } = [];

    public IReadOnlyList<HandOver> HandOvers { get; init; } = [];

    /// <summary>Other partnerships in which every side of this one takes part, so that each may see them.</summary>
    public IReadOnlyList<Neighbour> Joint { get; init; } = [];

    public IReadOnlyList<OwnerLoad> JointLoad { get; init; } = [];

    /// <summary>Others that the reader sees, but not every side; null: the reader has no account.</summary>
    public IReadOnlyList<Neighbour>? Own { get; init; }

    public IReadOnlyList<OwnerLoad> OwnLoad { get; init; } = [];
}
