using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Cases;

/// <summary>What the pages of one case share. A title never names the child: it stays in the browser's history.</summary>
internal abstract class CasePage : CausewayPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public CaseId Case => new(Id);

    public string Here => $"/cases/{Id}";

    public DateOnly Today => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today(Actor.Zone);

    /// <summary>May somebody of this role do this in the own school? The key decides about the case.</summary>
    public bool MayHere(string permission) => May(permission, new AccessObject(Actor.Organisation, null, Actor.Person));

    /// <summary>Done, or the refusal at its field on the page as <paramref name="load"/> fills it.</summary>
    protected async Task<IActionResult> AnswerAsync(Refusal? refusal, Func<Task<bool>> load, string url, string message, params object[] values)
    {
        if (refusal is null)
        {
            return Done(url, message, values);
        }

        return refusal.Code == CaseBook.Gone.Code || !await load() ? NotThere() : Refuse(refusal);
    }
}
