using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Networks;

/// <summary>English words of the module's enums; the localizer's keys.</summary>
internal static class Words
{
    public static string Of(Role role) => role switch
    {
        Role.NetworkCoordinator => "Network coordinator",
        Role.SafeguardingLead => "Safeguarding lead",
        Role.Counsellor => "Counsellor",
        Role.Teacher => "Teacher",
        Role.SeniorLeader => "Senior leader",
        Role.DataProtectionOfficer => "Data protection officer",
        Role.Outsider => "Outside professional",
        Role.PartnerContact => "Partner contact",
        Role.Operator => "System operator",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static string Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.School => "School",
        OrganisationKind.Authority => "Authority",
        OrganisationKind.Ngo => "Non-governmental organisation",
        OrganisationKind.FaithBody => "Faith body",
        OrganisationKind.CommunityGroup => "Community group",
        OrganisationKind.InformalGroup => "Informal group",
        OrganisationKind.Practice => "Practice",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(MembershipKind kind) => kind switch
    {
        MembershipKind.Core => "Core member",
        MembershipKind.Affiliate => "Affiliate",
        MembershipKind.Observer => "Observer",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(MembershipStatus status) => status switch
    {
        MembershipStatus.Asked => "Asks to join",
        MembershipStatus.Invited => "Invited",
        MembershipStatus.Active => "Member",
        MembershipStatus.Declined => "Declined",
        MembershipStatus.Left => "Left",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What a post may be filled with by hand; the operator's is given at set-up.</summary>
    public static IEnumerable<SelectListItem> Roles(bool inNetwork) => Enum.GetValues<Role>()
        .Where(r => r != Role.Operator && (inNetwork || r != Role.NetworkCoordinator)).Select(r => new SelectListItem(Of(r), r.ToString()));

    public static IEnumerable<SelectListItem> Kinds { get; } =
        [.. Enum.GetValues<OrganisationKind>().Select(k => new SelectListItem(Of(k), k.ToString()))];
}
