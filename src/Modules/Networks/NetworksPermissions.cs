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
    public const string SeeCharter = "charter.see";
    public const string KeepCharter = "charter.keep";
    public const string SignCharter = "charter.sign";
    public const string SeeLiaisons = "liaison.see";
    public const string KeepLiaisons = "liaison.keep";
    public const string StartContact = "liaison.contact";
    public const string SeeQuestions = "question.see";
    public const string AskNetwork = "question.ask";
    public const string SeeOffers = "offer.see";
    public const string OfferHelp = "offer.make";
    public const string SeeReadiness = "readiness.see";
    public const string RateReadiness = "readiness.rate";
    public const string ShareReadiness = "readiness.share";

    public const string KeepKeys = "keys.keep";

    private static readonly Role[] Leads = [Role.SafeguardingLead, Role.SeniorLeader];

    private static readonly Role[] Members =
        [Role.NetworkCoordinator, Role.SafeguardingLead, Role.Counsellor, Role.Teacher, Role.SeniorLeader, Role.DataProtectionOfficer];

    /// <summary>Who speaks for an organisation towards its peers.</summary>
    private static readonly Role[] Voices = [Role.NetworkCoordinator, Role.SafeguardingLead, Role.Counsellor, Role.SeniorLeader];

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
        new(SeeCharter, Relation.None, Members),
        new(KeepCharter, Relation.OwnNetwork, Role.NetworkCoordinator),
        new(SignCharter, Relation.OwnOrganisation, Role.SeniorLeader),
        new(SeeLiaisons, Relation.None, Members),
        new(KeepLiaisons, Relation.OwnNetwork, [Role.NetworkCoordinator, .. Leads]),
        new(StartContact, Relation.OwnNetwork, Voices),
        new(SeeQuestions, Relation.None, Members),
        new(AskNetwork, Relation.OwnNetwork, Voices),
        new(SeeOffers, Relation.None, Members),
        new(OfferHelp, Relation.OwnNetwork, Voices),
        new(SeeReadiness, Relation.None, Members),
        new(RateReadiness, Relation.OwnOrganisation, Leads),
        new(ShareReadiness, Relation.OwnOrganisation, Leads),
        new(KeepKeys, Relation.OwnOrganisation, Leads),
    ];
}
