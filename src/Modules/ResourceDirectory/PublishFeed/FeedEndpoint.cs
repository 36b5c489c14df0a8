using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>The public feed of a network: HSDS 3.2, read only, for anybody (docs/public-feed.md).</summary>
public static class PublicFeedEndpoints
{
    // One endpoint for all methods: what the feed refuses it refuses itself, in its own words.
    public static IEndpointConventionBuilder MapPublicFeed(this IEndpointRouteBuilder endpoints) => endpoints
        .Map("/hsds/{slug}/{**path}", static http => new FeedEndpoint(http).AnswerAsync())
        .WithMetadata(new OpenToAttribute(Audience.Everyone), new ReadByOtherSitesAttribute())
        .WithDisplayName("Public feed");
}

internal sealed class FeedEndpoint(HttpContext http)
{
    private const string Version = "3.2.3";
    private const string Standard = "https://docs.openreferral.org/en/v3.2.3/hsds/";
    private const string Contract = "https://raw.githubusercontent.com/openreferral/specification/3.2/schema/openapi.json";
    private const string NotThere = "Nothing is published under this address.";

    private static readonly Lazy<string> Guide = new(ReadGuide);

    private readonly FeedAnswer _answer = new(http);
    private readonly FeedReader _reader = http.RequestServices.GetRequiredService<FeedReader>();

    private FeedTermItems Terms => new(http.RequestServices.GetRequiredService<IStringLocalizer>());

    private CancellationToken Ct => http.RequestAborted;

    public async Task AnswerAsync()
    {
        _answer.Open();
        try
        {
            await LimitAsync();
        }
        catch (Exception broken) when (broken is DbException or TimeoutException && !http.Response.HasStarted)
        {
            http.Response.Headers.RetryAfter = "60";
            await _answer.RefuseAsync(503, "unavailable", "Not available now", "Please ask again in a minute.");
        }
    }

    private Task LimitAsync()
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        var cost = http.Request.Query["format"] == "ndjson" ? FeedLimits.StreamCosts : 1;
        if (http.RequestServices.GetRequiredService<FeedLimits>().Count(address, cost) is { } wait)
        {
            http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            return _answer.RefuseAsync(429, "too-many-requests", "Too many requests", $"At most {FeedLimits.RequestsAMinute} requests a minute; a stream counts as {FeedLimits.StreamCosts}.");
        }

        var parts = (http.GetRouteValue("path") as string ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var slug = http.GetRouteValue("slug") as string ?? "";
        return slug is "problems" or "guide" && parts.Length == 0 ? SendGuideAsync() : FindAsync(slug, parts);
    }

    private async Task FindAsync(string slug, string[] parts)
    {
        if (await _reader.OpenAsync(slug, Ct) is not { } feed)
        {
            await _answer.RefuseAsync(404, "not-found", "Not found", NotThere);
            return;
        }

        var isList = parts.Length == 1 && FeedQuery.IsList(parts[0]);
        if (parts.Length > 0 && !isList && !(parts.Length == 2 && FeedQuery.IsList(parts[0])))
        {
            await _answer.RefuseAsync(404, "not-found", "Not found", NotThere);
            return;
        }

        if (await AllowsMethodAsync(isList))
        {
            await (parts switch
            {
                [] => SendAboutAsync(feed),
                [var list] => SendListAsync(list),
                [var list, var id] => SendOneAsync(list, id),
                _ => Task.CompletedTask,
            });
        }
    }

    private async Task<bool> AllowsMethodAsync(bool isList)
    {
        var method = http.Request.Method;
        var allowed = isList ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
        if (HttpMethods.IsOptions(method))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            (http.Response.Headers.Allow, http.Response.Headers.AccessControlAllowMethods) = (allowed, allowed);
            http.Response.Headers.AccessControlAllowHeaders = "If-None-Match, Accept, Accept-Language";
            http.Response.Headers.AccessControlMaxAge = "86400";
            return false;
        }

        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || (isList && HttpMethods.IsPost(method)))
        {
            return true;
        }

        http.Response.Headers.Allow = allowed;
        await _answer.RefuseAsync(405, "method-not-allowed", "Method not allowed", "The feed is read only.");
        return false;
    }

    private async Task SendAboutAsync(PublicFeed feed)
    {
        if (!await AcceptsAsync(FeedAnswer.Json))
        {
            return;
        }

        var home = $"{_answer.Site}/hsds/{feed.Slug}";
        var name = (await http.RequestServices.GetRequiredService<INetworkDirectory>().FindNetworkAsync(feed.NetworkId, Ct))?.Name ?? feed.Name;
        var publisher = new JsonObject().Put("name", name).Put("email", feed.Contact).Put("website", home);
        var about = new JsonObject().Put("version", Version).Put("profile", Standard).Put("openapi_url", Contract).Put("description", feed.About)
            .Put("data_guide", $"{_answer.Site}/hsds/guide").With("publisher", publisher);
        await _answer.SendAsync(about);
    }

    private async Task SendListAsync(string list)
    {
        var query = FeedQuery.Read(list, http.Request.Query);
        if (query.Postcode is { } postcode && query.Errors.Count == 0 && !(query.Metres is null ? await _reader.KnowsPostcodeAsync(postcode, Ct) : await _reader.CentreAsync(postcode, Ct) is not null))
        {
            query.Errors.Add(new("postcode", "no place of this feed is known to stand there"));
        }

        if (await RefusesAsync(query) || !await AcceptsAsync(query.IsStream ? FeedAnswer.Lines : FeedAnswer.Json))
        {
            return;
        }

        if (KindOf(list) is { } kind)
        {
            await (query.IsStream ? StreamAsync(kind, query) : SendPageAsync(kind, query));
            return;
        }

        var items = Terms.List(list, query);
        var language = CultureInfo.CurrentUICulture.Name;
        if (query.IsStream)
        {
            await StreamAsync(FeedJson.Part(Guid.Empty, string.Concat(items.Select(FeedJson.Write))).ToString("N"), OnceAsync(items));
            return;
        }

        var page = items.Skip((int)Math.Min((long)(query.Page - 1) * query.Size, int.MaxValue)).Take(query.Size).ToList();
        await _answer.SendAsync(FeedAnswer.Page(page, items.Count, query.Page, query.Size), language);
    }

    private async Task SendPageAsync(RecordKind kind, FeedQuery query)
    {
        var (total, records) = await _reader.PageAsync(kind, query, Ct);
        var items = await new FeedItems(_reader).ListAsync(kind, records, query, Ct);
        await _answer.SendAsync(FeedAnswer.Page(items, total, query.Page, query.Size));
    }

    private async Task StreamAsync(RecordKind kind, FeedQuery query)
    {
        var (count, last) = await _reader.StateAsync(kind, query, Ct);
        await StreamAsync(FeedJson.Part(Guid.Empty, FormattableString.Invariant($"{count} {last:O} {http.Request.QueryString.Value}")).ToString("N"), Some());

        async IAsyncEnumerable<IReadOnlyList<JsonObject>> Some()
        {
            var items = new FeedItems(_reader);
            await foreach (var records in _reader.StreamAsync(kind, query, Ct))
            {
                yield return await items.ListAsync(kind, records, query, Ct);
            }
        }
    }

    private async Task StreamAsync(string mark, IAsyncEnumerable<IReadOnlyList<JsonObject>> parts)
    {
        if (_answer.IsUnchanged(mark))
        {
            return;
        }

        http.Response.ContentType = FeedAnswer.Lines;
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        await foreach (var part in parts.WithCancellation(Ct))
        {
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(part.Select(p => FeedJson.Write(p) + "\n"))), Ct);
        }
    }

    private async Task SendOneAsync(string list, string text)
    {
        var query = FeedQuery.ReadOne(list, http.Request.Query);
        if (!Guid.TryParseExact(text, "D", out var id))
        {
            query.Errors.Add(new("id", "a UUID"));
        }

        if (await RefusesAsync(query) || !await AcceptsAsync(FeedAnswer.Json))
        {
            return;
        }

        if (KindOf(list) is not { } kind)
        {
            await (Terms.Find(list, id) is { } term ? _answer.SendAsync(term, CultureInfo.CurrentUICulture.Name) : _answer.RefuseAsync(404, "not-found", "Not found", NotThere));
            return;
        }

        var record = await _reader.FindAsync(kind, id, Ct);
        if (record is not null && (_reader.IsShown(record) || (kind == RecordKind.Service && _reader.IsTold(record))))
        {
            await _answer.SendAsync(await new FeedItems(_reader).OneAsync(record, query.FullService, Ct));
        }
        else
        {
            await (record is null
                ? _answer.RefuseAsync(404, "not-found", "Not found", NotThere)
                : _answer.RefuseAsync(410, "gone", "Gone", "This was published and has been withdrawn. Please delete your copy."));
        }
    }

    private async Task<bool> RefusesAsync(FeedQuery query)
    {
        if (query.Ignored.Count > 0)
        {
            http.Response.Headers["X-Ignored-Parameters"] = string.Join(", ", query.Ignored);
        }

        if (query.Errors.Count == 0)
        {
            return false;
        }

        await _answer.RefuseAsync(400, "bad-parameter", "A parameter cannot be read", "See errors for each parameter and what it may be.", query.Errors);
        return true;
    }

    private async Task<bool> AcceptsAsync(string type)
    {
        if (_answer.Accepts(type))
        {
            return true;
        }

        await _answer.RefuseAsync(406, "not-acceptable", "Not acceptable", $"This answer comes as {type} only.");
        return false;
    }

    private static RecordKind? KindOf(string list) => list switch
    {
        "services" => RecordKind.Service,
        "organizations" => RecordKind.Organization,
        "service_at_locations" => RecordKind.ServiceAtLocation,
        _ => null,
    };

    private static async IAsyncEnumerable<IReadOnlyList<JsonObject>> OnceAsync(List<JsonObject> items)
    {
        await Task.CompletedTask;
        yield return items;
    }

    private async Task SendGuideAsync()
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(Guide.Value, Ct);
    }

    private static string ReadGuide()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("public-feed.md")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
