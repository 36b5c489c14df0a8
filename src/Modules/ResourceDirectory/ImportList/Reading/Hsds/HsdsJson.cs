using System.Text.Json;

namespace Causeway.ResourceDirectory;

/// <summary>Turns one JSON value into a node. Whatever the shape, nothing of it is dropped and nothing is believed.</summary>
internal static class HsdsJson
{
    private static readonly HashSet<string> Wrappers = new(["data", "payload", "hsds", "result", "results", "record", "item", "contents"], StringComparer.Ordinal);

    /// <summary>A scalar or a list of scalars under one of these names is an object of that kind in short.</summary>
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        [HsdsKind.Phone] = "number", [HsdsKind.Address] = "address1", [HsdsKind.Language] = "name", [HsdsKind.Schedule] = "description",
        [HsdsKind.Area] = "name", [HsdsKind.Document] = "document", [HsdsKind.Attribute] = "name",
    };

    private static readonly Dictionary<string, string> IdOf = new(StringComparer.Ordinal)
    {
        [HsdsKind.Location] = "locationid", [HsdsKind.Service] = "serviceid", [HsdsKind.Organization] = "organizationname",
    };

    /// <param name="kind">Null: to be told from its properties.</param>
    public static HsdsNode Node(JsonElement value, string? kind = null)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var many = new HsdsNode(HsdsRoot.Bundle);
            foreach (var item in value.EnumerateArray())
            {
                many.Hold(Node(item));
            }

            return many;
        }

        var node = new HsdsNode(kind ?? (value.ValueKind == JsonValueKind.Object ? HsdsRoot.KindOf(value) : HsdsRoot.Bundle));
        if (value.ValueKind != JsonValueKind.Object)
        {
            node.Say("value", Scalar(value));
            return node;
        }

        foreach (var property in value.EnumerateObject())
        {
            Add(node, HsdsNode.KeyOf(property.Name), property.Value);
        }

        return node;
    }

    private static void Add(HsdsNode node, string key, JsonElement value)
    {
        var kind = HsdsKind.Of(key);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                node.Hold(Node(value, Wrappers.Contains(key) ? null : HsdsKind.OfObject(key)));
                break;
            case JsonValueKind.Array:
                AddMany(node, key, kind, value);
                break;
            default:
                AddScalar(node, key, kind, value);
                break;
        }
    }

    private static void AddMany(HsdsNode node, string key, string kind, JsonElement value)
    {
        var scalars = new List<string>();
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                node.Hold(Node(item, Wrappers.Contains(key) || item.ValueKind == JsonValueKind.Array ? null : kind));
            }
            else if (Short.ContainsKey(kind) || IdOf.ContainsKey(kind))
            {
                AddScalar(node, key, kind, item);
            }
            else if (Scalar(item) is { Length: > 0 } text)
            {
                scalars.Add(text);
            }
        }

        node.Say(key, string.Join(", ", scalars));
    }

    private static void AddScalar(HsdsNode node, string key, string kind, JsonElement value)
    {
        var text = Scalar(value);
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (IdOf.TryGetValue(kind, out var id))
        {
            node.Say(id, text);
        }
        else if (Short.TryGetValue(kind, out var property))
        {
            var part = new HsdsNode(kind);
            part.Say(property, text);
            node.Hold(part);
        }
        else
        {
            node.Say(key, text);
        }
    }

    /// <summary>The properties under their own names, what is nested in words.</summary>
    public static IEnumerable<(string Key, string Text)> Plain(JsonElement record)
    {
        foreach (var property in record.EnumerateObject())
        {
            if (Words(property.Value) is { Length: > 0 } text)
            {
                yield return (property.Name, text);
            }
        }
    }

    private static string? Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Words).Where(text => !string.IsNullOrEmpty(text))),
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(property => Words(property.Value) is { Length: > 0 } text ? $"{property.Name}: {text}" : null).OfType<string>()),
        _ => Scalar(value),
    };

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    // Half a surrogate pair, written as \ud800, is no text; it stays to be seen as it was written.
    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText().Trim('"');
        }
    }
}
