using Causeway.Kernel;

namespace Causeway.Partnerships;

/// <summary>The row "Partnerships" of the permission matrix. Which partnership it is decides <see cref="PartnershipDoor"/>.</summary>
internal static class PartnershipsPermissions
{
    /// <summary>Open the register; a coordinator sees all of the network's, others their own.</summary>
    public const string See = "partnership.see";

    /// <summary>Begin a partnership for the own organisation.</summary>
    public const string Begin = "partnership.begin";

    /// <summary>Sheets, plan, agreement of a partnership of the own organisation.</summary>
    public const string Work = "partnership.work";

    /// <summary>Open the report of a review that its sides let this person read; without their yes there is nothing to open.</summary>
    public const string ReadReport = "partnership.read-report";

    private static readonly Role[] Leads = [Role.SafeguardingLead, Role.Counsellor, Role.SeniorLeader];

    public static readonly Role[] Readers = [Role.NetworkCoordinator, Role.Teacher, Role.DataProtectionOfficer, .. Leads];

    public static readonly PermissionRule[] All =
    [
        new(See, Relation.OwnNetwork, [Role.NetworkCoordinator, Role.Teacher, .. Leads]),
        new(Begin, Relation.OwnNetwork, Leads),
        new(Work, Relation.OwnNetwork, [Role.Teacher, .. Leads]),
        new(ReadReport, Relation.OwnNetwork, Readers),
    ];
}
