using Causeway.Networks;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

/// <summary>English words of this room's states; the localizer's keys.</summary>
internal static class PartnershipWords
{
    public static IReadOnlyList<SelectListItem> Types { get; } = [.. Enum.GetValues<PartnershipType>().Select(t => new SelectListItem(Of(t), t.ToString()))];

    public static IReadOnlyList<SelectListItem> Formalities { get; } = [.. Enum.GetValues<Formality>().Select(f => new SelectListItem(Of(f).Text, f.ToString()))];

    public static IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<OrganisationKind>().Select(k => new SelectListItem(Of(k), k.ToString()))];

    public static IReadOnlyList<SelectListItem> Zones { get; } = [.. Calendar.Zones.All.Select(z => new SelectListItem(z, z))];

    public static string Of(PartnershipType type) => type switch
    {
        PartnershipType.CurriculumLink => "Learning together across schools",
        PartnershipType.Protection => "Protecting children together",
        PartnershipType.SharedTraining => "Training staff together",
        PartnershipType.Authority => "Tie with an authority",
        PartnershipType.Ngo => "With a voluntary body",
        PartnershipType.CrossSector => "Several kinds of bodies",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static (string Text, string Duties) Of(Formality formality) => formality switch
    {
        Formality.Informal => ("Informal", "Purpose, driver, a sponsor on each side, two owners in each school, a review date; a look into bodies that are not schools."),
        Formality.Written => ("Written", "Also a plan that every side has confirmed, and a text made from it."),
        Formality.Signed => ("Signed", "Also every signature on the text in force, with the head of each side among them."),
        Formality.Incorporated => ("Incorporated", "Also the paper that founds the common body."),
        _ => throw new ArgumentOutOfRangeException(nameof(formality)),
    };

    public static (string Text, StateKind Kind) Of(Stage stage) => stage switch
    {
        Stage.Exploring => ("Exploring", StateKind.New),
        Stage.Preparing => ("Preparing", StateKind.Wait),
        Stage.Active => ("Active", StateKind.Ok),
        Stage.Slipping => ("Slipping", StateKind.Wait),
        Stage.Dormant => ("Dormant", StateKind.Plain),
        Stage.Ending => ("Ending", StateKind.Wait),
        Stage.Ended => ("Ended", StateKind.Plain),
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    public static string Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.School => "School",
        OrganisationKind.Authority => "Authority",
        OrganisationKind.Ngo => "Voluntary body",
        OrganisationKind.FaithBody => "Faith body",
        OrganisationKind.CommunityGroup => "Community group",
        OrganisationKind.InformalGroup => "Informal group",
        OrganisationKind.Practice => "Practice",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(ChangeOf what) => what switch
    {
        ChangeOf.Stage => "Stage",
        ChangeOf.Formality => "Level of formality",
        ChangeOf.Sponsor => "Sponsor",
        ChangeOf.Owner => "Owner",
        ChangeOf.Horizon => "Horizon",
        ChangeOf.Review => "Review",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    /// <summary>The page on which what is missing is put right.</summary>
    public static string WhereTo(GateDuty duty, string here) => duty switch
    {
        GateDuty.Purpose or GateDuty.Driver or GateDuty.Review => $"{here}/basics",
        GateDuty.TwoSides or GateDuty.Sponsor or GateDuty.Owners or GateDuty.OutsideCheck => $"{here}/parties",
        GateDuty.Plan => $"{here}/plan",
        _ => $"{here}/agreement",
    };
}
