using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Landscape;

/// <summary>English words of the room's enums; the localizer's keys.</summary>
internal static class LandscapeWords
{
    private static readonly Dictionary<Enum, string> Known = new()
    {
        [InstrumentKind.Law] = "Law",
        [InstrumentKind.Policy] = "Policy",
        [InstrumentKind.Standard] = "Standard",
        [InstrumentKind.Treaty] = "Treaty",
        [LandscapeTopic.RiskProfile] = "Words and risks",
        [LandscapeTopic.LawAndPolicy] = "Law and policy",
        [LandscapeTopic.Structures] = "Offices, ministries, courts",
        [LandscapeTopic.Community] = "Community and civil society",
        [LandscapeTopic.ContinuumOfCare] = "From first help to lasting care",
        [LandscapeTopic.Resources] = "Money and people",
        [PracticeState.AsWritten] = "As written",
        [PracticeState.InPart] = "In part",
        [PracticeState.Otherwise] = "Otherwise than written",
        [PracticeState.Unknown] = "Unknown",
        [WitnessKind.OurStaff] = "Staff of ours",
        [WitnessKind.OtherSchool] = "Staff of another school",
        [WitnessKind.Official] = "An official",
        [WitnessKind.Professional] = "A professional outside",
        [WitnessKind.Families] = "Families, told in general",
        [WitnessKind.Report] = "A written report",
        [WitnessKind.Nobody] = "Nobody yet",
        [Confidence.SeenByUs] = "Seen by us",
        [Confidence.TwoTellers] = "Two independent tellers",
        [Confidence.OneTeller] = "One teller",
        [Confidence.ReportOnly] = "Written report only",
        [Confidence.Unknown] = "Unknown",
        [CoverKind.NotAsked] = "Not asked yet",
        [CoverKind.Nobody] = "Nobody",
        [CoverKind.Somebody] = "Somebody covers it",
        [Answer.Unknown] = "Not known",
        [Answer.Yes] = "Yes",
        [Answer.No] = "No",
        [EngagementKind.Training] = "Training",
        [EngagementKind.Decision] = "Decision",
        [EngagementKind.Awareness] = "Awareness",
        [EngagementKind.Information] = "Information",
        [MechanismKind.Ngo] = "Non-governmental organisation",
        [MechanismKind.FaithBody] = "Faith body",
        [MechanismKind.CommunityGroup] = "Community group",
        [MechanismKind.Informal] = "Informal way",
        [TrustLevel.Unknown] = "Not known yet",
        [TrustLevel.Trusted] = "Trusted for what stands here",
        [TrustLevel.WithCare] = "With care",
        [TrustLevel.NotToUse] = "Not to be used",
        [PlanState.Running] = "Running",
        [PlanState.WaitsForConsent] = "Waits for consent",
        [PlanState.Stopped] = "Stopped",
        [PlanState.Done] = "Ended with feedback",
    };

    public static string Of(Enum value) => Known[value];

    public static IReadOnlyList<SelectListItem> Items<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new SelectListItem(Of(v), v.ToString()))];
}
