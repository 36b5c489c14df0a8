namespace Causeway.Instruments.Tests;

public sealed class FormatTests
{
    public static TheoryData<string> Shipped => [.. ShippedInstruments.All.Select(i => i.Key)];

    [Fact]
    public void The_whole_set_is_shipped() => ShippedInstruments.All.Select(i => i.Key).ShouldBe(
        ["community-assessment", "due-diligence", "five-lens-full", "five-lens-light", "intent-sheet", "network-annual-review", "organisational-capacity", "pulse", "school-readiness"]);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Each_instrument_comes_back_through_json_and_csv_to_the_byte(string key)
    {
        var text = ShippedInstruments.TextOf(key);
        var instrument = ShippedInstruments.Find(key)!;
        InstrumentJson.Write(instrument).ShouldBe(text);
        var csv = InstrumentCsv.Write(instrument);
        var (read, faults) = InstrumentCsv.Read(csv);
        faults.ShouldBeEmpty();
        InstrumentCsv.Write(read!).ShouldBe(csv);
        InstrumentJson.Write(read!).ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Each_says_who_wrote_it_and_that_it_is_no_copy(string key)
    {
        var instrument = ShippedInstruments.Find(key)!;
        instrument.Author.ShouldNotBeEmpty();
        instrument.Idea.ShouldNotBeEmpty();
        instrument.Licence.ShouldContain("Written for Causeway, not a copy");
    }

    [Fact]
    public void The_set_has_the_parts_it_promises()
    {
        ShippedInstruments.Find("pulse")!.Sections.Select(s => s.Items.Count(i => i.Kind == ItemKind.Rating)).ShouldBe([3, 3, 3, 3, 3, 3, 3, 3]);
        ShippedInstruments.Find("due-diligence")!.Sections.Count.ShouldBe(9);
        ShippedInstruments.Find("due-diligence")!.Sections.ShouldAllBe(s => s.Items.Any(i => i.Polarity == Polarity.RedFlag), "each section has its blocker");
        ShippedInstruments.Find("organisational-capacity")!.Items().Count(i => i.Kind == ItemKind.Levels).ShouldBe(10);
        ShippedInstruments.Find("community-assessment")!.Sections.Count.ShouldBe(6);
    }

    [Fact]
    public void Awkward_texts_and_translations_survive_both_forms()
    {
        var instrument = Awkward();
        InstrumentCheck.Of(instrument).ShouldBeEmpty();
        var json = InstrumentJson.Write(instrument);
        InstrumentJson.Write(InstrumentJson.Read(json).Instrument!).ShouldBe(json);
        InstrumentJson.Write(InstrumentCsv.Read(InstrumentCsv.Write(instrument)).Instrument!).ShouldBe(json);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void A_table_of_another_program_is_read_too(char between)
    {
        var csv = "\uFEFFtext,row,key,kind\nMy form,instrument,mine,\nFirst,section,one,\nAll well?,item,well,yes_no\nHow well?,item,how,rating\n".Replace(',', between);
        var (instrument, faults) = InstrumentCsv.Read(csv);
        faults.ShouldBeEmpty();
        instrument!.Items().Select(i => i.Kind).ShouldBe([ItemKind.YesNo, ItemKind.Rating]);
    }

    [Theory]
    [InlineData("row,key,text,colour\n", 1, "colour")]
    [InlineData("row,key\n", 1, "text")]
    [InlineData("row,key,text,kind\ninstrument,a,A,\nsection,s,S,\nitem,i,I,slider\n", 4, "slider")]
    [InlineData("row,key,text,kind\ninstrument,a,A,\nitem,i,I,text\n", 3, "item")]
    [InlineData("row,key,text,kind\ninstrument,a,A,\nsection,s,S,\nitem,i,\"two\nlines\",text\nitem,i,I,text\n", 6, "i")]
    [InlineData("row,key,text,kind\ninstrument,a,A,\nsection,s,\"S,\n", 3, "")]
    [InlineData("row,key,text,kind,weight\ninstrument,a,A,,\nsection,s,S,,\nitem,i,I,text,heavy\n", 4, "")]
    [InlineData("row,key,text,kind\ninstrument,a,A,\nsection,s,S,\nitem,i,=1+1,text\n", 4, "=")]
    [InlineData("row,key,text,kind,shown_if,shown_if_answers\ninstrument,a,A,,,\nsection,s,S,,,\nitem,i,I,text,later,yes\n", 4, "later")]
    [InlineData("", 1, "")]
    public void A_wrong_table_is_told_by_its_line(string csv, int line, string value)
    {
        var (instrument, faults) = InstrumentCsv.Read(csv);
        instrument.ShouldBeNull();
        faults[0].Line.ShouldBe(line);
        if (value.Length > 0)
        {
            faults[0].Values.ShouldContain(value);
        }
    }

    [Fact]
    public void A_wrong_json_is_told_by_its_line()
    {
        var json = ShippedInstruments.TextOf("pulse");
        var lines = json.Split('\n').ToList();
        var at = lines.FindIndex(l => l.Contains("\"gain-2\"", StringComparison.Ordinal));
        InstrumentJson.Read(json.Replace("\"gain-2\"", "\"gain-1\"", StringComparison.Ordinal)).Faults.Single().Line.ShouldBe(at, "the line on which the object of the item begins");
        InstrumentJson.Read(json.Replace("\"sections\"", "\"sectoins\"", StringComparison.Ordinal)).Faults.Single().Line.ShouldBe(lines.FindIndex(l => l.Contains("\"sections\"", StringComparison.Ordinal)) + 1);
        InstrumentJson.Read(json[..200]).Faults.ShouldHaveSingleItem();
        InstrumentJson.Read("null").Faults.ShouldNotBeEmpty();
        InstrumentJson.Read("{\"key\":\"a\",\"text\":\"A\",\"sections\":[null]}").Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public void Random_texts_never_break_the_reader()
    {
        var random = new Random(11);
        const string Letters = "\"\",;\r\n\tab=|é😀";
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Letters[random.Next(Letters.Length)]));
            InstrumentCsv.Read(text);
            InstrumentCsv.Read("row,key,text,kind\ninstrument,a,A,\nsection,s,S,\nitem,i,I," + text);
            InstrumentJson.Read(text);
            var (rows, broken) = CsvText.Read(CsvText.Line(["a", "b", "c"]) + CsvText.Line(["x", text, "y"]));
            broken.ShouldBeNull();
            rows[1].Cells[1].ShouldBe(text);
        }
    }

    internal static Instrument Awkward() => new()
    {
        Key = "awkward", Text = "A \"form\"; with, signs", Help = "Two\nlines", Language = "en", Translations = [new() { Language = "fr", Text = "Un formulaire" }],
        Sections =
        [
            new()
            {
                Key = "one", Text = "One", Translations = [new() { Language = "ar", Text = "واحد", Help = "شرح" }],
                Items =
                [
                    new() { Key = "a", Kind = ItemKind.ManyChoices, Text = "Which?", Weight = 0.5m, Polarity = Polarity.RedFlag, RaisedBy = ["x", "y"], Choices = [new() { Key = "x", Text = "X", Translations = [new() { Language = "ko", Text = "엑스" }] }, new() { Key = "y", Text = "Y" }] },
                    new() { Key = "b", Kind = ItemKind.Text, Text = "Why?", Verify = "Ask, twice", Evidence = ["A paper", "A talk"], ShownIf = new() { Item = "a", Answers = ["x"] }, Translations = [new() { Language = "fr", Text = "Pourquoi ?" }] },
                ],
            },
        ],
    };
}
