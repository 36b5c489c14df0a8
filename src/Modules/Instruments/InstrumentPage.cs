using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Instruments;

/// <summary>What the pages of this room have in common: a refusal that means "not there" is answered as such.</summary>
internal abstract class InstrumentPage : CausewayPage
{
    /// <summary>Missing and foreign alike; never shown as words.</summary>
    public static readonly Refusal Gone = new("not-there", "This is not there.");

    public DateOnly Today => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today(Actor.Zone);

    public bool MayHere(string permission) => Actor.Network is { } network && May(permission, new AccessObject(Network: network, Person: Actor.Person));

    /// <summary>Done, or the refusal at its field on the page as <paramref name="load"/> fills it.</summary>
    protected async Task<IActionResult> AnswerAsync(Refusal? refusal, Func<Task<bool>> load, string url, string message, params object[] values)
    {
        if (refusal is null)
        {
            return Done(url, message, values);
        }

        return refusal.Code == Gone.Code || !await load() ? NotThere() : Refuse(refusal);
    }
}
