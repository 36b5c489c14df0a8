using Causeway.Kernel;

namespace Causeway.Accounts;

internal static class AccountsPermissions
{
    /// <summary>One's own account pages: every signed-in person, with or without a post.</summary>
    public const string Own = "account.own";
}

public sealed class AccountsModule : IModule
{
    public string Name => "Accounts";

    public IEnumerable<PermissionRule> Permissions => [new(AccountsPermissions.Own, Relation.Self)];
}
