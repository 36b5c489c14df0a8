using Causeway.Kernel;

namespace Causeway.Instruments;

internal static class InstrumentsPermissions
{
    public static readonly PermissionRule[] All = [];
}
