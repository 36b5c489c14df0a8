using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Causeway.Instruments;

/// <summary>What is wrong, and on which line of the file. English; the localizer's key.</summary>
internal sealed record Fault(int Line, string Text, params object[] Values);

/// <summary>Instruments as JSON: one spelling for one content, so that what is exported, read and exported again is the same to the byte.</summary>
internal static class InstrumentJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatSaysNothing } },
    };

    public static string Write(Instrument instrument) => JsonSerializer.Serialize(instrument, Options) + "\n";

    /// <summary>What the program itself stored: unfinished ones are opened as well.</summary>
    public static Instrument Open(string stored) => JsonSerializer.Deserialize<Instrument>(stored, Options)!;

    /// <summary>What the meaning of an item hangs on; translations, ways to check and proofs may change without a new meaning.</summary>
    public static string Meaning(Item item) =>
        JsonSerializer.Serialize(item with { Verify = "", Evidence = [], Translations = [], Choices = [.. item.Choices.Select(c => c with { Translations = [] })] }, Options);

    public static (Instrument? Instrument, IReadOnlyList<Fault> Faults) Read(string json)
    {
        try
        {
            var instrument = InstrumentTidying.Tidy(JsonSerializer.Deserialize<Instrument>(Encoding.UTF8.GetBytes(json), Options) ?? new());
            var lines = Lines(json);
            var faults = InstrumentCheck.Of(instrument).Select(f => new Fault(LineOf(lines, f.At), f.Text, f.Values)).ToList();
            return faults.Count == 0 ? (instrument, []) : (null, faults);
        }
        catch (JsonException e)
        {
            return (null, [new Fault((int)(e.LineNumber ?? 0) + 1, "This cannot be read as an instrument (at {0}).", e.Path ?? "$")]);
        }
    }

    private static void LeaveOutWhatSaysNothing(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.ShouldSerialize = (_, value) => value switch
            {
                null or "" or 1m or Polarity.Normal => false,
                ICollection { Count: 0 } => false,
                _ => true,
            };
        }
    }

    private static int LineOf(Dictionary<string, int> lines, string at)
    {
        while (at.Length > 0 && !lines.ContainsKey(at))
        {
            at = at.LastIndexOf('.') is var dot and > 0 ? at[..dot] : "";
        }

        return lines.GetValueOrDefault(at, 1);
    }

    /// <summary>On which line each object of a list begins, by its path such as <c>sections[0].items[2]</c>.</summary>
    private static Dictionary<string, int> Lines(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 1 };
        var open = new Stack<(string Path, int Next, bool IsList)>();
        var property = "";
        var (counted, line) = (0, 1);
        while (reader.Read())
        {
            line += bytes.AsSpan(counted, (int)reader.TokenStartIndex - counted).Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    property = reader.GetString()!;
                    break;
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    var path = PathOf(open, property);
                    lines.TryAdd(path, line);
                    open.Push((path, 0, reader.TokenType == JsonTokenType.StartArray));
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    open.Pop();
                    break;
            }
        }

        return lines;
    }

    private static string PathOf(Stack<(string Path, int Next, bool IsList)> open, string property)
    {
        if (open.Count == 0)
        {
            return "";
        }

        var top = open.Pop();
        open.Push(top with { Next = top.Next + 1 });
        return top.IsList ? $"{top.Path}[{top.Next}]" : top.Path.Length == 0 ? property : $"{top.Path}.{property}";
    }
}
