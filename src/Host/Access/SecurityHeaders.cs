using System.Security.Cryptography;

namespace Causeway.Host;

/// <summary>The same headers on every answer, errors and files included (R29, R30b).</summary>
internal sealed class SecurityHeaders(RequestDelegate next, HostSettings settings)
{
    /// <summary>Where layouts find the nonce of this answer.</summary>
    public const string NonceItem = "csp-nonce";

    public Task InvokeAsync(HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        http.Items[NonceItem] = nonce;
        http.Response.OnStarting(
            static state =>
            {
                var (context, nonce, https) = ((HttpContext, string, bool))state;
                Write(context, nonce, https);
                return Task.CompletedTask;
            },
            (http, nonce, settings.IsHttps));
        return next(http);
    }

    private static void Write(HttpContext http, string nonce, bool https)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types causeway; "
            + "report-uri /csp-report";
        headers.XContentTypeOptions = "nosniff";
        // The form tokens set it on a reader's first form only; then a first "not there" would differ from a second.
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (https)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        // Pages are never kept by browser or proxy; assets carry their content in their name and say so themselves.
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }
}
