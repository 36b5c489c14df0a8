using Microsoft.AspNetCore.Http;

namespace Causeway.Accounts;

/// <summary>The one login cookie: nothing in it but the random secret of a <see cref="LoginSession"/>.</summary>
internal static class SessionCookie
{
    public static string NameFor(AccountsOptions options) => options.IsHttps ? "__Host-causeway" : "causeway";

    public static string? Read(HttpContext http, AccountsOptions options) => http.Request.Cookies[NameFor(options)];

    // No expiry: the browser forgets it when it closes, and the row ends it sooner.
    public static void Write(HttpContext http, AccountsOptions options, string secret) =>
        http.Response.Cookies.Append(NameFor(options), secret, Flags(options));

    public static void Delete(HttpContext http, AccountsOptions options) =>
        http.Response.Cookies.Delete(NameFor(options), Flags(options));

    private static CookieOptions Flags(AccountsOptions options) => new()
    {
        HttpOnly = true,
        Secure = options.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };
}
