using System.Text.Json;

namespace Causeway.Networks;

/// <summary>Reads the few shapes that city.json uses.</summary>
internal static class DemoJson
{
    public static string Text(this JsonElement from, string name) =>
        from.TextOr(name) ?? throw new InvalidOperationException($"The city's description lacks '{name}'.");

    public static string? TextOr(this JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static int Number(this JsonElement from, string name) => from.GetProperty(name).GetInt32();

    public static int? NumberOr(this JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    public static bool Flag(this JsonElement from, string name, bool otherwise) =>
        from.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : otherwise;

    public static string Words(this JsonElement from, string name) =>
        string.Join(' ', from.Many(name).Select(v => v.GetString()));

    public static IEnumerable<JsonElement> Many(this JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    public static IEnumerable<JsonElement> OneOrMany(JsonElement from, string one, string many) =>
        from.TryGetProperty(one, out var single) && single.ValueKind == JsonValueKind.Object ? [single, .. from.Many(many)] : from.Many(many);

    /// <summary>One line a number, as the page for editing shows them.</summary>
    public static string Emergency(JsonElement network) => string.Join('\n', network.Many("emergency").Select(e =>
        $"{Translated(e, "label")}: {e.Text("number")}" + (e.TextOr("hours") is { } hours ? ", " + hours : "")));

    /// <summary>The name of a district: of one described with a key, or the text itself.</summary>
    public static string? District(JsonElement city, string? key) => key is null ? null : city.Many("districts")
        .Where(d => d.ValueKind == JsonValueKind.Object && d.TextOr("key") == key).Select(d => Translated(d, "names")).FirstOrDefault(key);

    public static string Duty(JsonElement network) =>
        network.TryGetProperty("duty", out var duty) && duty.ValueKind == JsonValueKind.Object
            ? Translated(duty, "sentence") + (duty.TextOr("law") is { } law ? $" ({law})" : "") : "";

    private static string Translated(JsonElement from, string name) =>
        from.GetProperty(name) is { ValueKind: JsonValueKind.Object } languages ? languages.Text("en") : from.Text(name);
}
