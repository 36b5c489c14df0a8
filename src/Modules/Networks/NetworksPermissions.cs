using Causeway.Kernel;

namespace Causeway.Networks;

/// <summary>The rows "Users and roles" and "Network" of the permission matrix.</summary>
internal static class NetworksPermissions
{
    public const string SeeNetwork = "network.see";
    public const string FoundNetwork = "network.found";
    public const string EditNetwork = "network.edit";
    public const string InviteMember = "member.invite";
    public const string AnswerInvitation = "member.answer";
    public const string LeaveNetwork = "member.leave";
    public const string SeeOrganisation = "organisation.see";
    public const string EditOrganisation = "organisation.edit";
    public const string FillPost = "post.fill";
    public const string ConfirmPost = "post.confirm";
    public const string ConfirmAsCoordinator = "post.confirm-as-coordinator";
    public const string ChoosePost = "post.choose";

    private static readonly Role[] Leads = [Role.SafeguardingLead, Role.SeniorLeader];

    private static readonly Role[] Members =
        [Role.NetworkCoordinator, Role.SafeguardingLead, Role.Counsellor, Role.Teacher, Role.SeniorLeader, Role.DataProtectionOfficer];

    public static readonly PermissionRule[] All =
    [
        new(SeeNetwork, Relation.None, Members),
        new(FoundNetwork, Relation.None, [.. Leads, Role.Operator]),
        new(EditNetwork, Relation.OwnNetwork, Role.NetworkCoordinator),
        new(InviteMember, Relation.OwnNetwork, Role.NetworkCoordinator),
        new(AnswerInvitation, Relation.OwnOrganisation, Leads),
        new(LeaveNetwork, Relation.OwnOrganisation, Leads),
        new(SeeOrganisation, Relation.None, Members),
        new(EditOrganisation, Relation.OwnOrganisation, Leads),
        new(FillPost, Relation.OwnOrganisation, Leads),
        new(ConfirmPost, Relation.OwnOrganisation, Leads),
        new(ConfirmAsCoordinator, Relation.OwnNetwork, Role.NetworkCoordinator),
        new(ChoosePost, Relation.Self),
    ];
}
