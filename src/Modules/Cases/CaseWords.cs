using Causeway.Persistence;
using Causeway.Ui;

namespace Causeway.Cases;

/// <summary>English words of states and kinds; the localizer's keys.</summary>
internal static class CaseWords
{
    public static (string Text, StateKind Kind) Of(CaseState state) => state switch
    {
        CaseState.Concern => ("Concern", StateKind.New),
        CaseState.Assessment => ("Being assessed", StateKind.Wait),
        CaseState.Active => ("Active", StateKind.Ok),
        CaseState.Monitoring => ("Watched", StateKind.Plain),
        CaseState.Closed => ("Closed", StateKind.Plain),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Opening => "Case opened",
        EntryKind.Observation => "Observation",
        EntryKind.Interpretation => "Interpretation",
        EntryKind.Perspective => "View of a professional",
        EntryKind.Decision => "Decision",
        EntryKind.Risk => "Risk",
        EntryKind.Review => "Review",
        EntryKind.Closing => "Case closed",
        EntryKind.Reopening => "Case opened again",
        EntryKind.Child => "The child",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static (string Text, StateKind Kind) Of(RiskLevel level) => level switch
    {
        RiskLevel.Low => ("Low", StateKind.Plain),
        RiskLevel.Medium => ("Medium", StateKind.Wait),
        RiskLevel.High => ("High", StateKind.Stop),
        RiskLevel.Immediate => ("Danger now", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    public static string Of(Source source) => source switch
    {
        Source.FirstHand => "Seen or heard oneself",
        Source.Told => "Told by somebody",
        Source.Document => "From a document",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    public static (string Text, StateKind Kind) Of(PlanRow row, DateOnly today) => row.State switch
    {
        StepState.Open when row.IsLate(today) => ("Overdue", StateKind.Stop),
        StepState.Open => ("Open", StateKind.Wait),
        _ => (Of(row.State, row.IsTarget), row.State is StepState.Done ? StateKind.Ok : StateKind.Plain),
    };

    public static string Of(StepState state, bool isTarget) => state switch
    {
        StepState.Open => "Open",
        StepState.Done => isTarget ? "Reached" : "Done",
        StepState.Partly => isTarget ? "Partly reached" : "Partly done",
        StepState.NotDone => isTarget ? "Not reached" : "Not done",
        StepState.Dropped => "Dropped",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(StepKind kind) => kind switch
    {
        StepKind.Teaching => "Teaching",
        StepKind.Health => "Health",
        StepKind.Social => "Social help",
        StepKind.Leisure => "Leisure",
        StepKind.Family => "Family",
        StepKind.Legal => "Legal",
        StepKind.Other => "Something else",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(Conflict conflict) => conflict switch
    {
        Conflict.Subject => "It is about this person",
        Conflict.Carer => "Cares for the child",
        Conflict.Alleged => "Is suspected",
        Conflict.Kin => "Is kin of somebody involved",
        Conflict.Other => "Another conflict of interest",
        _ => throw new ArgumentOutOfRangeException(nameof(conflict)),
    };

    /// <summary>Acts of the trail.</summary>
    public static string OfAct(string act) => act switch
    {
        "part.opened" => "Read",
        "part.refused" => "Tried to read",
        "part.founded" => "Part made",
        "part.begun" => "Medical part opened",
        "part.rolled" => "New key",
        "grant.made" => "Let in",
        "grant.ended" => "Access ended",
        "grant.recovered" => "Access recovered",
        "conflict.blocked" => "Kept out",
        "conflict.lifted" => "No longer kept out",
        "case.opened" => "Case opened",
        "case.printed" => "Printed",
        "case.reviewed" => "Review written",
        "case.closed" => "Case closed",
        "case.reopened" => "Case opened again",
        "case.log-read" => "Looked at this list",
        "entry.written" => "Entry written",
        "entry.corrected" => "Entry corrected",
        "child.changed" => "Facts about the child changed",
        "target.set" => "Target set",
        "target.settled" => "Target settled",
        "step.agreed" => "Step agreed",
        "step.settled" => "Step settled",
        "step.moved" => "Day moved",
        _ => "Something else",
    };
}
