using Causeway.Kernel;

namespace Causeway.Cases;

/// <summary>What waits in this room. The words stand in mails: they count and say where, and quote nothing (R41).</summary>
internal static class CasesWork
{
    public static readonly WorkKind Review = new("case-review", "Reviews that are due", "{0} review is due", "{0} reviews are due", "/cases") { Protects = true };
    public static readonly WorkKind Action = new("case-action", "Agreed steps that are due", "{0} agreed step is due", "{0} agreed steps are due", "/cases") { Protects = true };

    public static readonly WorkKind[] All = [Review, Action];
}
