using Causeway.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts;

public sealed class AccountsModule : IModule
{
    public string Name => "Accounts";

    public IEnumerable<PermissionRule> Permissions => [];
}

public static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services.AddSingleton<IModule, AccountsModule>();
}
