using System.Text.Json;
using System.Text.Json.Serialization;

namespace Causeway.ResourceDirectory.Tests;

public sealed class FactJsonTests
{
    private static readonly JsonSerializerOptions Usual = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static Fact Full => (Fact)Activator.CreateInstance(
        typeof(Fact), [.. typeof(Fact).GetConstructors().Single(c => c.GetParameters().Length > 1).GetParameters().Select((p, i) => Sample(p.ParameterType, i))])!;

    private static object Sample(Type type, int i) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(FactField) => FactField.WaitingTime,
        var t when t == typeof(string) => $"“{i}” <가> \"\\ é",
        var t when t == typeof(decimal) => 12.5m + i,
        var t when t == typeof(DateOnly) => new DateOnly(2026, 3, 1).AddDays(i),
        var t => throw new InvalidOperationException($"A fact has something new in it: {t.Name}. FactJson must write and read it."),
    };

    [Fact]
    public void Everything_a_fact_holds_is_written_and_read_again()
    {
        JsonColumn.Read<Fact>(JsonColumn.Write<Fact>([Full, new Fact(FactField.Name, "")])).ShouldBe([Full, new Fact(FactField.Name, "")]);
    }

    [Fact]
    public void What_is_written_by_hand_is_what_the_serializer_writes()
    {
        JsonColumn.Write<Fact>([Full, new Fact(FactField.Name, "x")]).ShouldBe(JsonSerializer.Serialize(new[] { Full, new Fact(FactField.Name, "x") }, Usual));
    }

    [Fact]
    public void A_column_added_to_older_rows_is_an_empty_list()
    {
        JsonColumn.Read<Fact>("").ShouldBeEmpty();
        JsonColumn.Read<Guid>("").ShouldBeEmpty();
    }
}
