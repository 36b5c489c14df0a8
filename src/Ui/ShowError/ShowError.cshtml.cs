using System.Diagnostics;
using Causeway.Kernel;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Causeway.Ui;

/// <summary>One page for everything that went wrong. It shows an id and nothing of the cause (R40).</summary>
[OpenTo(Audience.Everyone)]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowErrorModel : PageModel
{
    public ErrorWords Words { get; private set; } = ErrorWords.NotThere;

    public string Id => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        // Who types this address by hand gets the page of an address that does not exist.
        var isOurs = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var shown = isOurs ? code : 404;
        Words = ErrorWords.Of(shown);
        HttpContext.Response.StatusCode = shown;
    }
}

internal sealed record ErrorWords(string Title, string Lead, string Next)
{
    /// <summary>The same for what never was, is gone, or belongs to somebody else.</summary>
    public static readonly ErrorWords NotThere = new(
        "This page is not there",
        "The address may be mistyped, or what was here is not for this post.",
        "If somebody sent you the link, ask them to check that it is meant for you.");

    private static readonly ErrorWords Stale = new(
        "This form is out of date",
        "It was open for too long, or you signed in again meanwhile. Nothing was saved.",
        "Go back, reload the page, and send it once more. Copy long texts first.");

    private static readonly ErrorWords Refused = new(
        "This cannot be done from here",
        "The request did not come from a page of Causeway. Nothing was saved.",
        "Open the page from the menu and try again.");

    private static readonly ErrorWords TooMany = new(
        "Too many tries in a short time",
        "Nothing was saved. Please wait a minute.",
        "If a child is in danger, do not wait: call the emergency number of your country.");

    private static readonly ErrorWords Resting = new(
        "Causeway is resting for a moment",
        "It is being looked after and comes back by itself. Nothing you saved is lost.",
        "If a child is in danger, do not wait: call the emergency number of your country.");

    private static readonly ErrorWords Broken = new(
        "Something broke on our side",
        "What you sent last may not be saved; everything saved before is safe.",
        "Try again in a moment. If a child is in danger, do not wait: call the emergency number of your country.");

    public static ErrorWords Of(int code) => code switch
    {
        400 => Stale,
        403 => Refused,
        429 => TooMany,
        503 => Resting,
        >= 500 => Broken,
        _ => NotThere,
    };
}
