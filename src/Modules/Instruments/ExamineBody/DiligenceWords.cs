using Causeway.Networks;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Instruments;

/// <summary>English words of a file; the localizer's keys.</summary>
internal static class DiligenceWords
{
    public static string Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.School => "School",
        OrganisationKind.Authority => "Authority",
        OrganisationKind.Ngo => "NGO",
        OrganisationKind.FaithBody => "Faith body",
        OrganisationKind.CommunityGroup => "Community group",
        OrganisationKind.InformalGroup => "Informal group",
        OrganisationKind.Practice => "Practice",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static (string Text, StateKind Kind) Of(DiligenceState state) => state switch
    {
        DiligenceState.Gathering => ("Being gathered", StateKind.Wait),
        DiligenceState.Submitted => ("Submitted, waits for a decision", StateKind.New),
        DiligenceState.ChangeRequested => ("Change requested", StateKind.Wait),
        DiligenceState.Accepted => ("Accepted", StateKind.Ok),
        DiligenceState.Rejected => ("Rejected", StateKind.Stop),
        DiligenceState.Revoked => ("Revoked", StateKind.Stop),
        DiligenceState.Dropped => ("Dropped", StateKind.Plain),
        DiligenceState.Expired => ("Run out", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static (string Text, StateKind Kind) Of(Conclusion conclusion) => conclusion switch
    {
        Conclusion.Ready => ("Ready", StateKind.Ok),
        Conclusion.ReadyWithConditions => ("Ready with conditions", StateKind.Wait),
        Conclusion.NotNow => ("Not now", StateKind.Stop),
        Conclusion.No => ("No", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(conclusion)),
    };

    public static (string Text, StateKind Kind) Of(DiligenceGate gate) => gate switch
    {
        DiligenceGate.None => ("Not decided", StateKind.Unknown),
        DiligenceGate.Ok => ("Open", StateKind.Ok),
        DiligenceGate.Warning => ("Open with care", StateKind.Wait),
        DiligenceGate.Blocker => ("Closed", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(gate)),
    };
}

/// <summary>What the forms offer.</summary>
internal static class DiligenceChoices
{
    public static IEnumerable<SelectListItem> Kinds { get; } = [.. Enum.GetValues<OrganisationKind>().Select(k => new SelectListItem(DiligenceWords.Of(k), k.ToString()))];

    public static IEnumerable<SelectListItem> Conclusions { get; } = [.. Enum.GetValues<Conclusion>().Select(c => new SelectListItem(DiligenceWords.Of(c).Text, c.ToString()))];
}
