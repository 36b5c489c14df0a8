using System.Globalization;
using Causeway.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Causeway.Ui;

/// <summary>What the layouts ask: who reads, which menu entries they may use, language, theme.</summary>
public sealed class PageFrame(IHttpContextAccessor http, ICurrentActor current, Access access, IEnumerable<IModule> modules, IOptions<UiOptions> options)
{
    internal const string ThemeCookie = "cw-theme";

    public Actor Actor => current.Actor;

    public UiOptions Options => options.Value;

    public string Language { get; } = CultureInfo.CurrentUICulture.Name is { Length: > 0 } name ? name : "en";

    public string Direction => DirectionAsked ?? Languages.DirectionOf(Language);

    /// <summary>light or dark; null follows the device.</summary>
    public string? Theme => (ThemeAsked ?? Request.Cookies[ThemeCookie]) is "light" or "dark" ? ThemeAsked ?? Request.Cookies[ThemeCookie] : null;

    /// <summary>The nonce the host put into the reply's content security policy.</summary>
    public string? Nonce => http.HttpContext!.Items["csp-nonce"] as string;

    /// <summary>Path of this page, for the way back from a settings page.</summary>
    public string Here => Request.Path.StartsWithSegments("/error", StringComparison.Ordinal) ? "/" : Links.Here(Request) + Request.QueryString;

    /// <summary>The menu of this actor: what a role cannot use, it does not see.</summary>
    public IReadOnlyList<NavigationEntry> Menu =>
        [.. modules.SelectMany(m => m.Navigation).Where(n => access.Allows(Actor, n.Permission)).OrderBy(n => n.Order)];

    /// <summary>The entry this page belongs to: the longest address that this one begins with.</summary>
    public NavigationEntry? Place => Menu
        .Where(n => n.Url is "/" ? Request.Path == "/" : Begins(n.Url) || (n.AlsoUnder is { } other && Begins(other)))
        .MaxBy(n => n.Url.Length);

    private HttpRequest Request => http.HttpContext!.Request;

    private string? ThemeAsked => Asked(http.HttpContext!.Request, "theme");

    private string? DirectionAsked => Asked(http.HttpContext!.Request, "dir") is "rtl" or "ltr" ? Asked(Request, "dir") : null;

    private bool Begins(string url) => Request.Path.StartsWithSegments(url, StringComparison.OrdinalIgnoreCase);

    /// <summary>Only the page of widgets may be turned by its address.</summary>
    internal static string? Asked(HttpRequest request, string key) =>
        request.Path == "/design" && request.Query[key] is [{ Length: > 0 and <= 35 } value] ? value : null;
}
