using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Landscape;

/// <summary>English words of assessments; the localizer's keys.</summary>
internal static class AssessmentWords
{
    public static readonly IReadOnlyList<string> Bands = ["0 to 5 years", "6 to 11 years", "12 to 15 years", "16 and 17 years"];

    public static readonly IReadOnlyList<LineKind> AssetKinds = [LineKind.Place, LineKind.PeopleWhoHelp, LineKind.Group, LineKind.InformalMechanism];

    public static string Of(AssessmentStep step) => step switch
    {
        AssessmentStep.Scope => "Scope",
        AssessmentStep.Together => "Alone or with others",
        AssessmentStep.Collect => "Collect",
        AssessmentStep.Findings => "Findings",
        AssessmentStep.Plan => "Priorities and plan",
        AssessmentStep.GiveBack => "Give back",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static string Of(LineKind kind) => kind switch
    {
        LineKind.Place => "A place",
        LineKind.PeopleWhoHelp => "People who help",
        LineKind.Group => "A group",
        LineKind.InformalMechanism => "A community way",
        LineKind.Need => "A need",
        LineKind.Voice => "A voice",
        LineKind.Action => "An action",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(AssessmentLack lack) => lack switch
    {
        AssessmentLack.Asset => "No asset is named: what is strong here, on which a plan can build?",
        AssessmentLack.Need => "No need is named.",
        AssessmentLack.Voice => "Nobody of the community was heard.",
        AssessmentLack.Findings => "Nothing was found yet.",
        AssessmentLack.Action => "No action is planned.",
        AssessmentLack.GivingBack => "No day is set for giving back what was found.",
        _ => throw new ArgumentOutOfRangeException(nameof(lack)),
    };

    public static IReadOnlyList<SelectListItem> Assets => [.. AssetKinds.Select(k => new SelectListItem(Of(k), k.ToString()))];

    /// <summary>How well a need is founded; "unknown" is no ground to plan on.</summary>
    public static IReadOnlyList<SelectListItem> Grades => [.. Enum.GetValues<Confidence>().Where(c => c != Confidence.Unknown).Select(c => new SelectListItem(LandscapeWords.Of(c), c.ToString()))];
}
