using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Networks;

/// <summary>What the pages of this room share: a refusal that means "not there" is answered as such.</summary>
internal abstract class NetworkPage : CausewayPage
{
    /// <summary>Missing and foreign alike; never shown as words.</summary>
    public static readonly Refusal Gone = new("not-there", "This is not there.");

    protected IActionResult Answer(Refusal refusal) => refusal.Code == Gone.Code ? NotThere() : Refuse(refusal);

    /// <summary>Done, or the refusal at its field.</summary>
    protected IActionResult Answer(Refusal? refusal, string url, string message, params object[] values) =>
        refusal is null ? Done(url, message, values) : Answer(refusal);
}
