using Causeway.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Partnerships;

public sealed class PartnershipsModule : IModule
{
    public string Name => "Partnerships";

    public IEnumerable<PermissionRule> Permissions => PartnershipsPermissions.All;
}

public static class PartnershipsRegistration
{
    public static IServiceCollection AddPartnerships(this IServiceCollection services) => services
        .AddSingleton<IModule, PartnershipsModule>();
}
