using Causeway.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory;

public sealed class ResourceDirectoryModule : IModule
{
    public string Name => "ResourceDirectory";

    public IEnumerable<PermissionRule> Permissions => [];
}

public static class ResourceDirectoryRegistration
{
    public static IServiceCollection AddResourceDirectory(this IServiceCollection services) => services.AddSingleton<IModule, ResourceDirectoryModule>();
}
