using Causeway.Kernel;

namespace Causeway.Cases;

/// <summary>Where a case stands. Nobody picks it: it follows from what was done (<see cref="CaseFlow"/>).</summary>
internal enum CaseState
{
    Concern,
    Assessment,
    Active,
    Monitoring,
    Closed,
}

/// <summary>What was done, as far as it moves a case.</summary>
internal enum CaseFact
{
    /// <summary>Something was written that moves nothing.</summary>
    Written,

    /// <summary>What was seen was weighed: an interpretation, or a risk with its reason.</summary>
    Assessed,

    /// <summary>A target or an action was agreed.</summary>
    Planned,

    /// <summary>The last open action has its result.</summary>
    PlanDone,

    /// <summary>A review set the next one.</summary>
    Reviewed,

    Closed,
    Reopened,
}

/// <summary>The one transition function: every change of state goes through it.</summary>
internal static class CaseFlow
{
    public static readonly Refusal IsClosed = new("case.closed", "This case is closed. Open it again first; what you wrote is still here.");
    public static readonly Refusal IsOpen = new("case.open", "This case is open already.");

    /// <summary>Null: not in this state.</summary>
    public static CaseState? After(CaseState state, CaseFact fact) => (state, fact) switch
    {
        (CaseState.Closed, CaseFact.Reopened) => CaseState.Assessment,
        (CaseState.Closed, _) or (_, CaseFact.Reopened) => null,
        (_, CaseFact.Closed) => CaseState.Closed,
        (CaseState.Concern, CaseFact.Assessed) => CaseState.Assessment,
        (_, CaseFact.Planned) => CaseState.Active,
        (CaseState.Active, CaseFact.PlanDone) => CaseState.Monitoring,
        _ => state,
    };
}
