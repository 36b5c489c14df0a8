using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Causeway.ResourceDirectory;

/// <summary>Small steps of writing HSDS: nothing empty, nothing null, ids that are the same every time.</summary>
internal static class FeedJson
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The id of a part of something: its own, and the same as long as the part says the same (UUID version 8).</summary>
    public static Guid Part(Guid of, string name)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData([.. of.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    public static JsonObject New(Guid id) => new() { ["id"] = id.ToString("D") };

    public static JsonObject Put(this JsonObject node, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            node[name] = text.Trim();
        }

        return node;
    }

    public static JsonObject Put(this JsonObject node, string name, decimal? number)
    {
        if (number is { } known)
        {
            node[name] = known;
        }

        return node;
    }

    public static JsonObject Put(this JsonObject node, string name, IEnumerable<JsonNode> parts)
    {
        var list = new JsonArray([.. parts]);
        if (list.Count > 0)
        {
            node[name] = list;
        }

        return node;
    }

    public static JsonObject With(this JsonObject node, string name, JsonNode part)
    {
        node[name] = part;
        return node;
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    /// <summary>Moments are kept as finely as they are told, so that asking with one that was told finds the same again.</summary>
    public static DateTimeOffset ToMillisecond(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    public static string Write(JsonNode node) => node.ToJsonString(Options);

    public static JsonObject Read(string body) => JsonNode.Parse(body)!.AsObject();

    /// <summary>One-to-one fields only: as an item of a list.</summary>
    public static JsonObject Flat(JsonObject full)
    {
        var flat = new JsonObject();
        foreach (var (name, value) in full)
        {
            if (value is JsonObject inner)
            {
                flat[name] = Flat(inner);
            }
            else if (value is not JsonArray)
            {
                flat[name] = value?.DeepClone();
            }
        }

        return flat;
    }

    /// <summary>An address a program can follow; null for anything else.</summary>
    public static string? Web(string text)
    {
        var typed = text.Trim();
        var whole = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        return !whole.Any(char.IsWhiteSpace) && Uri.TryCreate(whole, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Contains('.', StringComparison.Ordinal)
            && Uri.IsWellFormedUriString(whole, UriKind.Absolute) ? whole : null;
    }
}
