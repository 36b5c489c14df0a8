using Causeway.Kernel;

namespace Causeway.Partnerships;

internal static class PartnershipsPermissions
{
    public static readonly PermissionRule[] All = [];
}
