using Causeway.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Instruments;

public sealed class InstrumentsModule : IModule
{
    public string Name => "Instruments";

    public IEnumerable<PermissionRule> Permissions => InstrumentsPermissions.All;
}

public static class InstrumentsRegistration
{
    public static IServiceCollection AddInstruments(this IServiceCollection services) => services
        .AddSingleton<IModule, InstrumentsModule>();
}
