using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Causeway.Partnerships;

/// <summary>How much fits into one field.</summary>
internal static class Typed
{
    public const int Line = 200;
    public const int Paragraph = 2000;
}

/// <summary>Lists kept in one column: read whole, written whole, compared by their text.</summary>
internal static class ListColumn
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 8,
    };

    public static ValueConverter<IReadOnlyList<T>, string> Converter<T>() => new(list => Write(list), text => Read<T>(text));

    public static ValueComparer<IReadOnlyList<T>> Comparer<T>() => new((a, b) => Write(a!) == Write(b!), list => StringComparer.Ordinal.GetHashCode(Write(list)), list => list);

    /// <summary>One spelling for one content: what is hashed is what is stored.</summary>
    public static string Write<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list, Options);

    public static IReadOnlyList<T> Read<T>(string text) => text.Length == 0 ? [] : JsonSerializer.Deserialize<List<T>>(text, Options) ?? [];
}
