using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks;

/// <summary>What the pages of this room share: a refusal that means "not there" is answered as such.</summary>
internal abstract class NetworkPage : CausewayPage
{
    /// <summary>Missing and foreign alike; never shown as words.</summary>
    public static readonly Refusal Gone = new("not-there", "This is not there.");

    /// <summary>The reader's day: on it a question closes and a signature lapses for them.</summary>
    public DateOnly Today => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today(Actor.Zone);

    /// <summary>Has the network the actor works in; pages that need one are not there without it.</summary>
    protected bool InNetwork => Actor.Network is not null;

    protected IActionResult Answer(Refusal refusal) => refusal.Code == Gone.Code ? NotThere() : Refuse(refusal);

    /// <summary>Done, or the refusal at its field.</summary>
    protected IActionResult Answer(Refusal? refusal, string url, string message, params object[] values) =>
        refusal is null ? Done(url, message, values) : Answer(refusal);
}
