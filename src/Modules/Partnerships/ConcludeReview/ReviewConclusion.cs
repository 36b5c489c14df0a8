using Causeway.Kernel;

namespace Causeway.Partnerships;

/// <summary>What stands between a review and its conclusion.</summary>
internal enum ReviewDuty
{
    Sheet,
    Peer,
    Mark,
    Finding,
    OpenFinding,
    Sponsor,
}

/// <param name="Text">English with {0} for the value; the localizer's key.</param>
internal sealed record ReviewMissing(ReviewDuty Duty, string Text, string Value = "");

/// <param name="Named">The side has named a sponsor.</param>
/// <param name="Signed">That sponsor has signed since the review was opened.</param>
internal sealed record ReviewSide(string Name, bool IsIn, bool IsMarked, bool Named, bool Signed);

/// <param name="PeersIn">Peers from outside whose notes are in.</param>
internal sealed record ReviewGateFacts(ReviewKind Kind, IReadOnlyList<ReviewSide> Sides, int PeersIn, int Findings, int OpenFindings);

/// <summary>The conclusion of a review: one pure list of what is missing, asked by the page and by the verb alike.</summary>
internal static class ReviewConclusion
{
    public static readonly Refusal NoOutcome = new("review.no-outcome", "Choose how it goes on.", "Outcome");
    public static readonly Refusal NoWords = new("review.no-words", "Say in a sentence what you decided, and why.", "Words");
    public static readonly Refusal NoNext = new("review.no-next", "Choose a day after today to look at it again.", "NextOn");
    public static readonly Refusal NextPastHorizon = new("review.next-past-horizon", "The next review comes before the end of the horizon.", "NextOn");
    public static readonly Refusal NoRenewTo = new("review.no-renew-to", "Choose a day after today, not before the horizon you have now.", "RenewTo");
    public static readonly Refusal NoProposal = new("review.no-proposal", "There is no conclusion to agree to: it was changed, or a finding changed.");
    public static readonly Refusal Said = new("review.said", "Your side has agreed already.");
    public static readonly Refusal NotReady = new("review.not-ready", "It cannot be concluded yet. Still missing: {0}", null, "");

    /// <param name="outcome">Null: not chosen yet. An ending asks no sponsor to stand behind it.</param>
    public static IReadOnlyList<ReviewMissing> Missing(ReviewGateFacts facts, ReviewOutcome? outcome) =>
    [
        .. facts.Sides.Where(s => !s.IsIn).Select(s => new ReviewMissing(ReviewDuty.Sheet, "the answers of {0}", s.Name)),
        .. facts.Kind == ReviewKind.Full && facts.PeersIn == 0 ? [new ReviewMissing(ReviewDuty.Peer, "the notes of a peer from outside")] : Array.Empty<ReviewMissing>(),
        .. facts.Sides.Where(s => s.IsIn && !s.IsMarked).Select(s => new ReviewMissing(ReviewDuty.Mark, "how alike {0} finds the statements of purpose", s.Name)),
        .. facts.Findings == 0 ? [new ReviewMissing(ReviewDuty.Finding, "at least one finding")] : Array.Empty<ReviewMissing>(),
        .. facts.OpenFindings > 0 ? [new ReviewMissing(ReviewDuty.OpenFinding, "an end of each finding ({0} open)", facts.OpenFindings.ToString(System.Globalization.CultureInfo.InvariantCulture))] : Array.Empty<ReviewMissing>(),
        .. outcome == ReviewOutcome.End ? [] : facts.Sides.Where(s => !s.Signed).Select(s => new ReviewMissing(ReviewDuty.Sponsor, s.Named ? "the signature of the sponsor of {0}" : "a sponsor at {0} who signs", s.Name)),
    ];

    public static Refusal? Check(ReviewProposal proposal, Partnership partnership, DateOnly today)
    {
        var horizon = proposal.Outcome == ReviewOutcome.Renew && proposal.RenewTo is not null ? proposal.RenewTo : partnership.HorizonOn;
        return proposal.Outcome is not { } outcome ? NoOutcome
            : FormText.Check(proposal.Words, Typed.Paragraph, "Words", NoWords) is { } words ? words
            : outcome == ReviewOutcome.End ? null
            : outcome == ReviewOutcome.Renew && (proposal.RenewTo is null ? partnership.HorizonOn <= today : proposal.RenewTo <= today || proposal.RenewTo < partnership.HorizonOn) ? NoRenewTo
            : proposal.NextOn is not { } next || next <= today ? NoNext
            : next > horizon ? NextPastHorizon
            : null;
    }
}
