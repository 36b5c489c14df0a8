using System.Text.RegularExpressions;

namespace Causeway.Instruments.Tests;

/// <summary>
/// Files as other tools write them: the same content in another shape is taken and comes back to the byte; what is wrong is told with
/// its line, each time.
/// </summary>
public sealed partial class FileFuzzTests
{
    public static TheoryData<string> Shipped => [.. ShippedInstruments.All.Select(i => i.Key), "awkward"];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_table_in_another_shape_is_the_same_instrument_to_the_byte(string key)
    {
        var instrument = Of(key);
        var (json, random) = (InstrumentJson.Write(instrument), new Random(key.Length));
        for (var round = 0; round < 40; round++)
        {
            var shape = Shape.Any(random);
            var (read, faults) = InstrumentCsv.Read(shape.Write(Rows(instrument)));
            faults.ShouldBeEmpty($"{key}, round {round}: {shape}");
            InstrumentJson.Write(read!).ShouldBe(json, $"{key}, round {round}: {shape}");
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_json_in_another_shape_is_the_same_instrument_to_the_byte(string key)
    {
        var json = InstrumentJson.Write(Of(key));
        string[] shapes = ["\uFEFF" + json, json.Replace("\n", "\r\n", StringComparison.Ordinal), Tight().Replace(json, "$1"), json.Replace("  ", "\t", StringComparison.Ordinal), "\n\n" + json];
        foreach (var shape in shapes)
        {
            var (read, faults) = InstrumentJson.Read(shape.TrimStart('\uFEFF'));
            faults.ShouldBeEmpty();
            InstrumentJson.Write(read!).ShouldBe(json);
        }
    }

    [Fact]
    public void Properties_of_a_json_may_stand_in_any_order()
    {
        var (read, faults) = InstrumentJson.Read("""{"sections":[{"items":[{"text":"Well?","kind":"yesNo","key":"well"}],"text":"One","key":"one"}],"text":"Mine","version":3,"key":"mine"}""");
        faults.ShouldBeEmpty();
        InstrumentJson.Write(InstrumentJson.Read(InstrumentJson.Write(read!)).Instrument!).ShouldBe(InstrumentJson.Write(read!));
        (read!.Key, read.Version).ShouldBe(("mine", 3));
    }

    /// <summary>What is done to one row, and what the fault then quotes; null: nothing to quote.</summary>
    public static TheoryData<string, string, string, string?> Spoilt => new()
    {
        { "item", "kind", "slider", "slider" }, { "item", "kind", "7", "7" }, { "item", "weight", "heavy", null }, { "item", "weight", "-1", null }, { "item", "weight", "0", null },
        { "item", "polarity", "upside-down", "upside-down" }, { "item", "key", "Not A Key", "Not A Key" }, { "item", "key", "", "" }, { "item", "text", "", null }, { "item", "text", "=1+1", "=" },
        { "item", "shown_if", "nowhere", "nowhere" }, { "item", "raised_by", "perhaps", null }, { "section", "key", "ä", "ä" }, { "section", "text", "", null },
        { "choice", "key", "UPPER", "UPPER" }, { "choice", "text", "@sum", "@" }, { "instrument", "version", "first", null }, { "instrument", "version", "0", null }, { "instrument", "version", "1.5", null },
        { "instrument", "language", "?", "?" }, { "instrument", "origin", "No Key", "No Key" }, { "instrument", "key", "", "" },
        { "item", "row", "question", "question" }, { "section", "row", "", "" }, { "choice", "row", "instrument", null },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void One_wrong_cell_in_any_shape_is_told_with_its_line(string row, string column, string value, string? quoted)
    {
        var random = new Random(row.Length + column.Length + value.Length);
        foreach (var key in new[] { "pulse", "due-diligence", "organisational-capacity" })
        {
            var rows = Rows(Of(key));
            var which = rows.Select((r, n) => (Row: r, Number: n)).Where(r => r.Row["row"] == row && !(column == "raised_by" && r.Row["polarity"] == "redFlag" && value.Length == 0)).ToList();
            if (which.Count == 0)
            {
                continue;
            }

            var hit = which[random.Next(which.Count)].Number;
            rows[hit] = new(rows[hit], StringComparer.Ordinal) { [column] = value };
            var shape = Shape.Any(random);
            var (read, faults) = InstrumentCsv.Read(shape.Write(rows));
            read.ShouldBeNull($"{key}: {row}.{column} = {value}");
            var line = shape.LineOf(rows, hit);
            faults.ShouldContain(f => f.Line == line, $"{key}: {row}.{column} = {value}: line {line}, told {string.Join(", ", faults.Select(f => f.Line + " " + f.Text))}");
            if (quoted is not null)
            {
                faults.Where(f => f.Line == line).SelectMany(f => f.Values).ShouldContain(quoted);
            }
        }
    }

    [Theory]
    [InlineData("section")]
    [InlineData("item")]
    [InlineData("choice")]
    public void A_key_that_stands_twice_is_told_on_the_line_of_the_second(string row)
    {
        foreach (var key in new[] { "due-diligence", "organisational-capacity" })
        {
            var rows = Rows(Of(key));
            var first = rows.FindIndex(r => r["row"] == row);
            var second = row == "choice" ? rows.FindIndex(first + 1, r => r["row"] == row) : rows.FindLastIndex(r => r["row"] == row);
            rows[second] = new(rows[second], StringComparer.Ordinal) { ["key"] = rows[first]["key"] };
            var shape = Shape.Any(new Random(4));
            var (read, faults) = InstrumentCsv.Read(shape.Write(rows));
            read.ShouldBeNull();
            faults.ShouldContain(f => f.Line == shape.LineOf(rows, second) && f.Values.Contains(rows[first]["key"]));
        }
    }

    [Theory]
    [InlineData("row")]
    [InlineData("key")]
    [InlineData("text")]
    public void A_missing_column_is_named_on_the_first_line(string column)
    {
        var (read, faults) = InstrumentCsv.Read(new Shape(Columns.Where(c => c != column).ToList(), ';', "\n", true).Write(Rows(Of("pulse"))));
        read.ShouldBeNull();
        (faults.Single().Line, faults.Single().Values.Single()).ShouldBe((1, (object)column));
    }

    [Fact]
    public void A_column_that_stands_twice_is_told()
    {
        var (read, faults) = InstrumentCsv.Read("row,key,text,key\ninstrument,a,A,b\nsection,s,S,t\nitem,i,I,j\n");
        read.ShouldBeNull();
        (faults.Single().Line, faults.Single().Values.Single()).ShouldBe((1, (object)"key"));
    }

    [Theory]
    [InlineData("\"weight\": \"heavy\"", "\"kind\": \"rating\"")]
    [InlineData("\"kind\": \"slider\"", "\"kind\": \"rating\"")]
    [InlineData("\"kind\": 6", "\"kind\": \"rating\"")]
    [InlineData("\"kind\": null", "\"kind\": \"rating\"")]
    [InlineData("\"kind\": [\"rating\"]", "\"kind\": \"rating\"")]
    [InlineData("\"kind\": \"rating\", \"colour\": \"red\"", "\"kind\": \"rating\"")]
    [InlineData("\"kind\": \"oneChoice\"", "\"kind\": \"rating\"")]
    [InlineData("\"kind\": \"rating\", \"weight\": -2", "\"kind\": \"rating\"")]
    [InlineData("\"kind\": \"rating\", \"polarity\": \"redFlag\"", "\"kind\": \"rating\"")]
    public void One_wrong_value_in_a_json_is_told_with_its_line(string instead, string of)
    {
        var lines = ShippedInstruments.TextOf("pulse").Split('\n').ToList();
        var random = new Random(instead.Length);
        var places = lines.Select((l, n) => (l, n)).Where(l => l.l.Contains(of, StringComparison.Ordinal)).ToList();
        var at = places[random.Next(places.Count)].n;
        lines[at] = lines[at].Replace(of, instead, StringComparison.Ordinal);
        var (read, faults) = InstrumentJson.Read(string.Join('\n', lines));
        read.ShouldBeNull();

        // The line itself, or that on which the object of the item begins.
        var begins = lines.FindLastIndex(at, l => l.TrimEnd().EndsWith('{')) + 1;
        faults[0].Line.ShouldBeOneOf(at + 1, begins);
    }

    [Fact]
    public void Cut_and_scrambled_files_are_refused_with_a_line_that_is_there_or_come_back_to_the_byte()
    {
        var random = new Random(20);
        foreach (var (text, isJson) in new[] { (ShippedInstruments.TextOf("pulse"), true), (InstrumentCsv.Write(Of("pulse")), false), (InstrumentCsv.Write(FormatTests.Awkward()), false) })
        {
            for (var round = 0; round < 400; round++)
            {
                var spoilt = Spoil(text, random);
                var (read, faults) = isJson ? InstrumentJson.Read(spoilt) : InstrumentCsv.Read(spoilt);
                if (read is null)
                {
                    faults.ShouldNotBeEmpty();
                    faults.ShouldAllBe(f => f.Line >= 1 && f.Line <= spoilt.Split('\n').Length + 1 && f.Text.Length > 0);
                    continue;
                }

                var json = InstrumentJson.Write(read);
                InstrumentJson.Write(InstrumentJson.Read(json).Instrument!).ShouldBe(json);
                InstrumentJson.Write(InstrumentCsv.Read(InstrumentCsv.Write(read)).Instrument!).ShouldBe(json);
            }
        }
    }

    private static string Spoil(string text, Random random)
    {
        var (at, length) = (random.Next(text.Length), random.Next(1, 30));
        return random.Next(4) switch
        {
            0 => text[..at],
            1 => text.Remove(at, Math.Min(length, text.Length - at)),
            2 => text.Insert(at, "\",;|\r\n{}[]é".Substring(random.Next(8), 2)),
            _ => text.Insert(at, text.Substring(at, Math.Min(length, text.Length - at))),
        };
    }

    private static readonly IReadOnlyList<string> Columns = CsvText.Read(InstrumentCsv.Write(Of("pulse"))).Rows[0].Cells;

    private static Instrument Of(string key) => key == "awkward" ? FormatTests.Awkward() : ShippedInstruments.Find(key)!;

    private static List<Dictionary<string, string>> Rows(Instrument instrument)
    {
        var (rows, _) = CsvText.Read(InstrumentCsv.Write(instrument));
        return [.. rows.Skip(1).Select(r => Columns.Zip(r.Cells).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))];
    }

    [GeneratedRegex("\\n *(\")", RegexOptions.CultureInvariant)]
    private static partial Regex Tight();

    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create("\",;\t\r\n");

    private sealed record Shape(IReadOnlyList<string> Order, char Between, string End, bool Bom, bool QuoteAll = false)
    {
        public static Shape Any(Random random) => new(
            [.. Columns.OrderBy(_ => random.Next())], ",;\t"[random.Next(3)], random.Next(2) == 0 ? "\n" : "\r\n", random.Next(2) == 0, random.Next(3) == 0);

        public string Write(IReadOnlyList<Dictionary<string, string>> rows) => (Bom ? "\uFEFF" : "") + Head + string.Concat(rows.Select(Line));

        public int LineOf(IReadOnlyList<Dictionary<string, string>> rows, int number) => 1 + (Head + string.Concat(rows.Take(number).Select(Line))).Count(c => c == '\n');

        private string Head => Line(Order.ToDictionary(c => c, c => c, StringComparer.Ordinal));

        private string Line(Dictionary<string, string> row) => string.Join(Between, Order.Select(c => Cell(row[c]))) + End;

        private string Cell(string text) => QuoteAll || text.AsSpan().IndexOfAny(Quoted) >= 0 ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }
}
