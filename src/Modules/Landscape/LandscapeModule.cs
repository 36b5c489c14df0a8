using Causeway.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Landscape;

public sealed class LandscapeModule : IModule
{
    public string Name => "Landscape";

    public IEnumerable<PermissionRule> Permissions => LandscapePermissions.All;
}

public static class LandscapeRegistration
{
    public static IServiceCollection AddLandscape(this IServiceCollection services) => services
        .AddSingleton<IModule, LandscapeModule>();
}
