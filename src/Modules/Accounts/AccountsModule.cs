using Causeway.Kernel;

namespace Causeway.Accounts;

internal static class AccountsPermissions
{
    /// <summary>One's own account pages: every signed-in person, with or without a post.</summary>
    public const string Own = "account.own";

    /// <summary>Failed mails on account of the organisation, beside one's own.</summary>
    public const string SeeOrganisationMail = "mail.of-organisation";
    public const string SeeNetworkMail = "mail.of-network";
}

public sealed class AccountsModule : IModule
{
    public string Name => "Accounts";

    public IEnumerable<PermissionRule> Permissions =>
    [
        new(AccountsPermissions.Own, Relation.Self),
        new(AccountsPermissions.SeeOrganisationMail, Relation.OwnOrganisation, Role.SafeguardingLead, Role.SeniorLeader),
        new(AccountsPermissions.SeeNetworkMail, Relation.OwnNetwork, Role.NetworkCoordinator),
    ];

    public IEnumerable<WorkKind> Work => AccountsWork.All;
}
