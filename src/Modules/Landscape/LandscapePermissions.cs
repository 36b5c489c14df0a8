using Causeway.Kernel;

namespace Causeway.Landscape;

internal static class LandscapePermissions
{
    public static readonly PermissionRule[] All = [];
}
