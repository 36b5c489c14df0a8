using Causeway.Kernel;

namespace Causeway.Host;

internal sealed class HostModule : IModule
{
    public const string SeeHome = "home.see";

    public string Name => "Host";

    public IEnumerable<PermissionRule> Permissions => [new(SeeHome, Relation.None)];

    public IEnumerable<NavigationEntry> Navigation => [new(0, "Home", "/", "home", SeeHome)];
}
