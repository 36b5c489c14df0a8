using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Causeway.ResourceDirectory;

/// <summary>One thing said of somebody. What nobody said is not there: unknown, never "no".</summary>
/// <param name="Text">As shown. For ages, waits and fees the wording; <see cref="FactWords"/> says it in the reader's language.</param>
/// <param name="Code">What machines compare: E.164 number, ISO 639-3 language, ISO date, currency, family or delivery word.</param>
/// <param name="Detail">Level of a language, precision of a date, "Free" of a fee.</param>
/// <param name="From">Lowest age, days of waiting, fee.</param>
/// <param name="Original">As typed, where that differs from <paramref name="Text"/>.</param>
/// <param name="Since">First day on which this holds, where the list says so.</param>
/// <param name="Until">Last day.</param>
/// <param name="PaidBy">Of a place of work: the body that pays, where that is another.</param>
internal sealed record Fact(
    FactField Field,
    string Text,
    string? Code = null,
    string? Detail = null,
    decimal? From = null,
    decimal? To = null,
    string? Original = null,
    DateOnly? Since = null,
    DateOnly? Until = null,
    string? PaidBy = null);

internal static class FactList
{
    public static string? First(this IReadOnlyList<Fact> facts, FactField field) => facts.FirstOrDefault(f => f.Field == field)?.Text;

    public static IEnumerable<Fact> Of(this IReadOnlyList<Fact> facts, params FactField[] fields) => facts.Where(f => fields.Contains(f.Field));

    public static bool Has(this IReadOnlyList<Fact> facts, params FactField[] fields) => facts.Any(f => fields.Contains(f.Field));
}

/// <summary>Lists kept in one column: read whole, written whole, compared by their text.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 8,
    };

    public static ValueConverter<IReadOnlyList<T>, string> Converter<T>() => new(list => Write(list), text => Read<T>(text));

    public static ValueComparer<IReadOnlyList<T>> Comparer<T>() => new(
        (a, b) => Write(a!) == Write(b!),
        list => StringComparer.Ordinal.GetHashCode(Write(list)),
        list => list);

    public static string Write<T>(IReadOnlyList<T> list) => list switch
    {
        [] => "[]",
        IReadOnlyList<Fact> facts => FactJson.Write(facts),
        _ => JsonSerializer.Serialize(list, Options),
    };

    // A column added to rows that were there before holds an empty text in them.
    public static IReadOnlyList<T> Read<T>(string text) => text switch
    {
        "" or "[]" => [],
        _ when typeof(T) == typeof(Fact) => (IReadOnlyList<T>)FactJson.Read(text),
        _ when typeof(T) == typeof(Claim) => (IReadOnlyList<T>)ClaimJson.Read(text),
        _ => JsonSerializer.Deserialize<List<T>>(text, Options) ?? [],
    };
}
