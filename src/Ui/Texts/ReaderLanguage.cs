using Causeway.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Ui;

/// <summary>Which language this page is read in: chosen on this device, else the person's own, else the browser's.</summary>
internal sealed class ReaderLanguage : RequestCultureProvider
{
    public const string Cookie = "cw-lang";

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var actor = httpContext.RequestServices.GetService<ICurrentActor>()?.Actor;
        var chosen = PageFrame.Asked(httpContext.Request, "lang") ?? httpContext.Request.Cookies[Cookie];
        var language = !string.IsNullOrEmpty(chosen) ? chosen : actor is { IsSignedIn: true } ? actor.Language : null;
        return Task.FromResult(language is { Length: <= 35 } ? new ProviderCultureResult(language) : null);
    }
}

/// <summary>Facts about languages that HTML needs.</summary>
public static class Languages
{
    private static readonly string[] RightToLeft = ["ar", "he", "fa", "ur", "ps", "ckb", "yi", "dv", "sd", "ug"];

    /// <summary><c>rtl</c> or <c>ltr</c> for a BCP 47 tag.</summary>
    public static string DirectionOf(string? tag) =>
        RightToLeft.Contains(tag?.Split('-')[0], StringComparer.OrdinalIgnoreCase) ? "rtl" : "ltr";
}
