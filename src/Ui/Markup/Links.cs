using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Causeway.Ui;

internal static class Links
{
    private static readonly string[] Schemes = ["https", "http", "mailto", "tel"];

    /// <summary>
    /// The address if a browser may follow it, else null. Lists bring addresses of strangers, and one that begins with
    /// <c>javascript:</c> would run in our page. Control characters are dropped because browsers drop them too.
    /// </summary>
    public static string? Safe(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var plain = new string([.. address.Where(c => !char.IsControl(c))]).Trim();
        var end = plain.IndexOfAny(['/', '?', '#']);
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || (end >= 0 && end < colon))
        {
            return plain;
        }

        return Schemes.Contains(plain[..colon], StringComparer.OrdinalIgnoreCase) ? plain : null;
    }

    /// <summary>A path of this site: no other host, and nothing a browser would read as one.</summary>
    public static bool IsLocal(string? url) =>
        url is ['/', ..] && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl);

    /// <summary>This page's address with one query value replaced (or removed, when null).</summary>
    public static string With(HttpRequest request, string key, string? value, params string[] dropped) =>
        Build(request, pairs => pairs.Where(p => !Same(p.Key, key) && !dropped.Contains(p.Key)), value is null ? null : new(key, value));

    /// <summary>This page's address without one pair; a key may have several values.</summary>
    public static string Without(HttpRequest request, string key, string? value, params string[] dropped) =>
        Build(request, pairs => pairs.Where(p => !dropped.Contains(p.Key) && (!Same(p.Key, key) || (value is not null && !Same(p.Value, value)))), null);

    /// <summary>The path as a browser sends it, and never one that begins with two slashes and so names another host.</summary>
    public static string Here(HttpRequest request) => "/" + (request.PathBase + request.Path).ToUriComponent().TrimStart('/', '\\');

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private static string Build(
        HttpRequest request,
        Func<IEnumerable<KeyValuePair<string, string>>, IEnumerable<KeyValuePair<string, string>>> keep,
        KeyValuePair<string, string>? added)
    {
        var pairs = request.Query.SelectMany(q => q.Value.Select(v => new KeyValuePair<string, string>(q.Key, v ?? "")));
        var query = new QueryBuilder(keep(pairs));
        if (added is { } pair)
        {
            query.Add(pair.Key, pair.Value);
        }

        return Here(request) + query.ToQueryString();
    }
}
