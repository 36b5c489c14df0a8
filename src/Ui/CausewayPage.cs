using Causeway.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Causeway.Ui;

/// <summary>The base of every page model: who acts, and the four ways a post can end.</summary>
public abstract class CausewayPage : PageModel
{
    /// <summary>TempData key of the message shown after a redirect.</summary>
    internal const string Note = "cw-note";

    public Actor Actor => HttpContext.RequestServices.GetRequiredService<ICurrentActor>().Actor;

    public Access Access => HttpContext.RequestServices.GetRequiredService<Access>();

    /// <summary>Words in the reader's language; the English text is the key.</summary>
    public IStringLocalizer T => HttpContext.RequestServices.GetRequiredService<IStringLocalizer>();

    /// <summary>May this role do this at all? For showing or leaving out a button; the handler asks again with the object.</summary>
    public bool May(string permission) => Access.Allows(Actor, permission);

    /// <summary>May this actor do this to this object?</summary>
    public bool May(string permission, AccessObject target) => Access.Allows(Actor, permission, target);

    /// <summary>Shows the form again with the refusal at its field and everything typed still there.</summary>
    /// <remarks>Answers 409 when someone else saved first, else 422: nothing was saved.</remarks>
    protected IActionResult Refuse(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ModelState.AddModelError(KeyOf(refusal.Field), refusal.Values.Length == 0 ? T[refusal.Message] : T[refusal.Message, refusal.Values]);
        return Page(string.Equals(refusal.Code, Refusal.ChangedMeanwhile.Code, StringComparison.Ordinal) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Shows the form again because <see cref="ModelStateDictionary.IsValid"/> is false.</summary>
    protected IActionResult Again() => Page(StatusCodes.Status422UnprocessableEntity);

    /// <summary>The page as it stands under another answer code, such as 404 for a link that leads nowhere.</summary>
    protected PageResult Page(int status)
    {
        var result = Page();
        result.StatusCode = status;
        return result;
    }

    /// <summary>Saved: goes on to another page of this site, which says so at its top.</summary>
    /// <param name="message">English text with {0}… for <paramref name="values"/>; looked up in the reader's language.</param>
    protected IActionResult Done(string url, string message, params object[] values)
    {
        TempData[Note] = values is { Length: > 0 } ? T[message, values].Value : T[message].Value;
        return new SeeOther(url);
    }

    /// <summary>Saved, and the next page says so by being there: the next of several screens.</summary>
    protected static IActionResult GoOn(string url) => new SeeOther(url);

    /// <summary>The same answer for what does not exist and what is not yours, so that nothing can be learnt from it.</summary>
    protected static IActionResult NotThere() => new NotFoundResult();

    /// <summary>Handlers name a field without the prefix the form gave it: "Name" is "Input.Name" on the page.</summary>
    private string KeyOf(string? field)
    {
        if (string.IsNullOrEmpty(field) || ModelState.ContainsKey(field))
        {
            return field ?? "";
        }

        return ModelState.Keys.FirstOrDefault(k => k.EndsWith("." + field, StringComparison.OrdinalIgnoreCase)) ?? BoundKeyOf(field);
    }

    /// <summary>A group of choices of which none was taken posts nothing, so only the model knows where it belongs.</summary>
    private string BoundKeyOf(string field) => GetType().GetProperties()
        .Where(p => p.IsDefined(typeof(BindPropertyAttribute), inherit: true) && p.PropertyType.GetProperty(field.Split('.', '[')[0]) is not null)
        .Select(p => $"{p.Name}.{field}")
        .FirstOrDefault() ?? field;
}

/// <summary>303: the browser fetches the next page with GET, and a reload does not post again.</summary>
internal sealed class SeeOther(string url) : ActionResult, IKeepTempDataResult
{
    public string Url { get; } = url;

    /// <exception cref="InvalidOperationException">The address leads off this site.</exception>
    public override void ExecuteResult(ActionContext context)
    {
        if (!Links.IsLocal(Url))
        {
            throw new InvalidOperationException("A redirect stays on this site.");
        }

        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = Url;
    }
}
