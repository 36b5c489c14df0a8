using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Causeway.ResourceDirectory;

/// <summary>Answers of the feed: JSON that may be kept but is asked for anew each time, and errors as RFC 9457 writes them.</summary>
internal sealed class FeedAnswer(HttpContext http)
{
    public const string Json = "application/json";
    public const string Lines = "application/x-ndjson";

    private HttpResponse Response => http.Response;

    /// <summary>Where the site answers, as this request reached it; the host was checked before.</summary>
    public string Site => $"{http.Request.Scheme}://{http.Request.Host}";

    public void Open()
    {
        var headers = Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Retry-After, X-Ignored-Parameters";
        // Whoever was withdrawn must be gone from the next answer: copies may be kept, but not shown without asking.
        headers.CacheControl = "public, no-cache";
        headers.Vary = "Accept-Encoding, Accept-Language";
    }

    public async Task SendAsync(JsonNode body, string? language = null)
    {
        var bytes = Encoding.UTF8.GetBytes(FeedJson.Write(body));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
        if (IsUnchanged(hash))
        {
            return;
        }

        if (language is not null)
        {
            Response.Headers.ContentLanguage = language;
        }

        Response.ContentType = Json;
        Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }

    /// <summary>Sets the mark of what is about to be sent. True: the reader has it, 304 is answered.</summary>
    public bool IsUnchanged(string mark)
    {
        var tag = new EntityTagHeaderValue($"\"{mark}\"", isWeak: true);
        Response.GetTypedHeaders().ETag = tag;
        var known = http.Request.GetTypedHeaders().IfNoneMatch;
        if (HttpMethods.IsPost(http.Request.Method) || !known.Any(k => k.Tag == "*" || k.Compare(tag, useStrongComparison: false)))
        {
            return false;
        }

        Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    public Task RefuseAsync(int status, string type, string title, string detail, IReadOnlyList<FeedFault>? faults = null)
    {
        var problem = new JsonObject
        {
            ["type"] = $"{Site}/hsds/problems#{type}",
            ["title"] = title,
            ["status"] = status,
            ["detail"] = detail,
            ["instance"] = http.Request.Path.Value,
        };
        problem.Put("errors", (faults ?? []).Select(f => new JsonObject { ["parameter"] = f.Parameter, ["detail"] = f.Detail }));
        Response.StatusCode = status;
        Response.Headers.CacheControl = "no-store";
        Response.Headers.Remove(HeaderNames.ETag);
        Response.ContentType = "application/problem+json";
        var bytes = Encoding.UTF8.GetBytes(FeedJson.Write(problem));
        Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    /// <summary>Does the reader take this kind of answer? Nothing said means everything.</summary>
    public bool Accepts(string type) => http.Request.GetTypedHeaders().Accept is not { Count: > 0 } kinds
        || kinds.Any(k => k.Quality is null or > 0 && (k.MatchesAllTypes || new MediaTypeHeaderValue(type).IsSubsetOf(new MediaTypeHeaderValue(k.MediaType))));

    /// <summary>A page with everything that says where it stands.</summary>
    public static JsonObject Page(IReadOnlyCollection<JsonObject> items, int total, int number, int size)
    {
        var pages = (total + size - 1) / size;
        return new JsonObject
        {
            ["total_items"] = total,
            ["total_pages"] = pages,
            ["page_number"] = number,
            ["size"] = items.Count,
            ["first_page"] = number == 1,
            ["last_page"] = number >= pages,
            ["empty"] = items.Count == 0,
            ["contents"] = new JsonArray([.. items]),
        };
    }
}
