using Causeway.Kernel;

namespace Causeway.Landscape;

/// <summary>The rows "Setting of the network" and "Participation" of the permission matrix.</summary>
internal static class LandscapePermissions
{
    public const string See = "landscape.see";

    /// <summary>Laws, duties, forums, the country pack, and whatever others wrote.</summary>
    public const string Keep = "landscape.keep";

    /// <summary>Practice notes, work with officials, community ways.</summary>
    public const string Note = "landscape.note";

    public const string SeeParticipation = "participation.see";
    public const string KeepParticipation = "participation.keep";

    public static readonly PermissionRule[] All =
    [
        new(See, Relation.OwnNetwork, Role.NetworkCoordinator, Role.SafeguardingLead, Role.Counsellor, Role.SeniorLeader, Role.DataProtectionOfficer),
        new(Keep, Relation.OwnNetwork, Role.NetworkCoordinator),
        new(Note, Relation.OwnNetwork, Role.NetworkCoordinator, Role.SafeguardingLead),
        new(SeeParticipation, Relation.OwnOrganisation, Role.SafeguardingLead, Role.Counsellor, Role.SeniorLeader, Role.DataProtectionOfficer),
        new(KeepParticipation, Relation.OwnOrganisation, Role.SafeguardingLead, Role.Counsellor),
    ];
}
