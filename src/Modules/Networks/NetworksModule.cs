using Causeway.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks;

public sealed class NetworksModule : IModule
{
    public string Name => "Networks";

    public IEnumerable<PermissionRule> Permissions => [];
}

public static class NetworksRegistration
{
    public static IServiceCollection AddNetworks(this IServiceCollection services) => services.AddSingleton<IModule, NetworksModule>();
}
