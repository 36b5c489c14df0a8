using System.Text;

namespace Causeway.ResourceDirectory.Tests;

public sealed class ListUnderstandingTests
{
    private static readonly ListReadingOptions Options = new(new DateOnly(2026, 11, 21), CallingCode: "49", Currency: "EUR");

    [Fact]
    public void A_full_row_is_taken_with_typed_values()
    {
        var row = Read("Name;Einrichtung;Telefon;E-Mail;Website;Sprachen;Alter;Kosten;Wartezeit;Stand;Online;Anmerkung\n"
            + "Dr. Weidemann, Jonas;Hafen-Praxis;0172-555 01 88;jw@hafen.example;www.hafen.example;Deutsch, Englisch;6-18;80-110;2-3 Wochen;03.05.2026;ja;sehr nett!\n").Single();
        row.Outcome.ShouldBe(RowOutcome.Taken);
        row.Warnings.ShouldBeEmpty();
        var values = row.Values;
        values.People.Single().Full.ShouldBe("Dr. Jonas Weidemann");
        values.Organisations.ShouldBe(["Hafen-Praxis"]);
        values.Phones.Single().Number.ShouldBe("+491725550188");
        values.Emails.Single().Value.ShouldBe("jw@hafen.example");
        values.Websites.Single().Value.ShouldBe("https://www.hafen.example/");
        values.Languages.Select(language => language.Code).ShouldBe(["deu", "eng"]);
        (values.Ages!.From, values.Ages.To).ShouldBe((6, 18));
        (values.Fee!.From, values.Fee.To, values.Fee.Currency).ShouldBe((80m, 110m, "EUR"));
        (values.WaitingTime!.FromDays, values.WaitingTime.ToDays).ShouldBe((14, 21));
        values.ConfirmedOn!.Day.ShouldBe(new DateOnly(2026, 5, 3));
        values.Delivery.ShouldBe([Delivery.Remote]);
        values.Text(ListColumn.Notes).ShouldBe("sehr nett!");
    }

    [Theory]
    [InlineData("Name;Telefon\nAnna Berg;555 01\n", "phone.too-short")]
    [InlineData("Name;Telefon\nAnna Berg;703-555-ABCD\n", "phone.letters")]
    [InlineData("Name;E-Mail\nAnna Berg;anna.hafen.example\nMei Lin;mei@hafen.example\n", "email.not-readable")]
    [InlineData("Name;Sprachen\nAnna Berg;Quenya\n", "language.unknown")]
    [InlineData("Name;Kosten\nAnna Berg;ask Maria\n", "fee.not-understood")]
    [InlineData("Name;Wartezeit\nAnna Berg;Varies.\n", "wait.not-understood")]
    [InlineData("Name;Alter\nAnna Berg;depends\n", "ages.not-understood")]
    [InlineData("Name;Stand\nAnna Berg;soon\nMei Lin;2025\nIvo Horn;2024\n", "date.not-understood")]
    [InlineData("Name;Stand\nAnna Berg;01.01.2027\n", "date.in-future")]
    [InlineData("Name;zieht weg\nAnna Berg;01.07.2026\n", "date.has-left")]
    [InlineData("Name;Latitude\nAnna Berg;0\n", "position.not-usable")]
    [InlineData("Name;Latitude\nAnna Berg;91.5\n", "position.not-usable")]
    [InlineData("Name;Modus Online\nAnna Berg;sometimes\n", "delivery.not-understood")]
    [InlineData("Name;Telefon\nDr. Weidemann, J. / Fr. Sommer;040 5550188\n", "row.two-people")]
    [InlineData("Name;Telefon\n;040 5550188\nMei Lin;040 5550199\n", "row.no-name")]
    [InlineData("Name;Anmerkung\nAnna Berg;fragen wegen Schüler aus 5b\n", "note.child")]
    [InlineData("Name;Kosten\nAnna Berg;#REF!\n", "cell.formula-error")]
    [InlineData("Name;Telefon\nJ\uFFFDrgen;040 5550188\n", "cell.lost-letters")]
    [InlineData("Full name;Telefon\n2223;040 5550188\nMei Lin;040 5550199\n", "name.not-readable")]
    public void What_is_not_understood_is_warned_of_and_taken(string csv, string code)
    {
        var row = Read(csv)[0];
        row.Outcome.ShouldBe(RowOutcome.TakenWithWarning);
        row.Held.ShouldBeNull();
        row.Warnings.ShouldContain(warning => warning.Code == code);
        row.Warnings.ShouldAllBe(warning => warning.Text.ToString().Length > 10 && !warning.Text.ToString().Contains('{'));
    }

    [Theory]
    [InlineData("id;Stand\n1;2024\n2;2025\n", "row.nothing-to-show")]
    [InlineData("Name;Telefon;Stand\n?;n/a;2024\nAnna;040 5550188;2025\n", "row.nothing-to-show")]
    [InlineData("Name;Telefon;Anmerkung\n;;Schülerin Mia braucht Hilfe (fragen!)\nAnna;040 5550188;\n", "row.child")]
    [InlineData("Name;Telefon\nName;Telefon\nAnna;040 5550188\n", "row.header-again")]
    [InlineData("weekday,opens_at,closes_at\nMonday,08:00,17:00\nTuesday,09:00,18:00\n", "row.nothing-to-show")]
    public void A_row_with_nothing_to_show_is_held_with_its_reason(string csv, string code)
    {
        var row = Read(csv)[0];
        row.Outcome.ShouldBe(RowOutcome.Held);
        row.Held!.Code.ShouldBe(code);
    }

    [Fact]
    public void A_row_that_repeats_an_earlier_one_says_which()
    {
        var rows = Read("Name,Phone\nAnna Berg,5550188\nMei Lin,5550199\nAnna Berg,5550188\nAnna Berg,5550188\n");
        rows[0].Warnings.ShouldBeEmpty();
        rows[2].Warnings.Single().Text.ToString().ShouldBe("This row says exactly the same as line 2.");
        rows[3].Warnings.Single().Text.Values.ShouldBe([2]);
    }

    [Theory]
    [InlineData("Doctors and health;;;", "row.heading")]
    [InlineData("End of list. Please do not sort, the merged cells break.;;;", "row.heading")]
    [InlineData("Dr. Sommer;;;", null)]
    [InlineData("Helpline 0800 1110188;;;", null)]
    [InlineData("help@harbour.example;;;", null)]
    [InlineData("Harbour Clinic;040 5550188;;", null)]
    public void A_lone_text_in_a_wide_table_is_held_as_heading_or_remark(string line, string? code)
    {
        var row = Read($"Name;Telefon;Sprachen;Kosten\nAnna Berg;040 5550188;Deutsch;80\n{line}\nMei Lin;040 5550199;Deutsch;90\nIvo Horn;040 5550177;Polnisch;\n")[1];
        row.Held?.Code.ShouldBe(code);
        (row.Outcome == RowOutcome.Held).ShouldBe(code is not null);
        (row.Values.People.Count + row.Values.Organisations.Count + row.Values.Phones.Count).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_held_heading_says_what_it_looks_like() =>
        Read("Name;Telefon;Sprachen;Kosten\nDoctors and health;;;\nMei Lin;040 5550199;Deutsch;90\nIvo Horn;040 5550177;Polnisch;\n")[0]
            .Held!.Text.ToString().ShouldBe("This looks like a heading or a remark, not a person or service: Doctors and health");

    [Theory]
    [InlineData("Name\nHarbour Clinic\nQuay Practice\nMei Lin\n")]
    [InlineData("Name;Telefon\nHarbour Clinic;\nMei Lin;040 5550199\nIvo Horn;040 5550177\n")]
    [InlineData("Name;Telefon;Sprachen;Kosten\nHarbour Clinic;;;\nQuay Practice;;;\nMei Lin;040 5550199;Deutsch;90\n")]
    public void A_list_of_names_alone_has_no_headings_in_it(string csv) => Read(csv).ShouldAllBe(row => row.Held == null);

    [Fact]
    public void A_row_nobody_counted_is_never_a_heading()
    {
        ListColumn[] kinds = [ListColumn.PersonOrBody, ListColumn.Phone, ListColumn.Email, ListColumn.Fee];
        var columns = kinds.Select((kind, i) => new ColumnReading(new SheetColumn(i, kind.ToString()), kind, GuessConfidence.Remembered, new Wording(""), [])).ToList();
        new ListUnderstanding(columns, Options).Understand(new RawRow(2, ["Childline", "", "", ""])).Held.ShouldBeNull();
    }

    [Fact]
    public void Given_and_family_name_make_one_person_with_the_title()
    {
        var name = Read("title,given_name,surname\nDr.,Anna,Berg\nProf.,Mei,Lin\n")[0].Values.People.Single();
        (name.Full, name.Title, name.Given, name.Family).ShouldBe(("Dr. Anna Berg", "Dr.", "Anna", "Berg"));
    }

    [Theory]
    [InlineData("Abdallah;Khalid;Psychologue", "Khalid Abdallah", null)]
    [InlineData("ALHADDAD;Dr Layla;Pédopsychiatre", "Dr Layla ALHADDAD", "Dr")]
    [InlineData("García López;;Psychologue", "García López", null)]
    [InlineData("van der Berg;;Psychologue", "van der Berg", null)]
    public void A_family_name_is_a_person_with_or_without_given_name(string row, string full, string? title)
    {
        var values = Read($"Nom;Prénom;Profession\n{row}\nAbreu;Tomás;Avocat\n")[0].Values;
        values.Organisations.ShouldBeEmpty();
        (values.People.Single().Full, values.People[0].Title).ShouldBe((full, title));
    }

    [Theory]
    [InlineData("ACT;;Service hospitalier", "ACT")]
    [InlineData("Cercle Yasmin;;Association", "Cercle Yasmin")]
    [InlineData("Child Protection Duty Desk;;Autorité", "Child Protection Duty Desk")]
    [InlineData("Clinique des Salines;;", "Clinique des Salines")]
    public void A_body_in_the_column_of_family_names_stays_a_body(string row, string body)
    {
        var values = Read($"Nom;Prénom;Profession\n{row}\nAbreu;Tomás;Avocat\n")[0].Values;
        values.People.ShouldBeEmpty();
        values.Organisations.ShouldBe([body]);
    }

    [Fact]
    public void A_title_column_goes_before_the_name() =>
        Read("title,name,phone\nDr.,Anna Berg,5550188\nProf.,Mei Lin,5550199\n")[0].Values.People.Single().Full.ShouldBe("Dr. Anna Berg");

    [Fact]
    public void A_column_nobody_understood_keeps_its_words()
    {
        var row = Read("Name;Zzz\nAnna Berg;blue door\n").Single();
        row.Values.Texts.ShouldContain(new KeptText(ListColumn.Unknown, "Zzz", "blue door"));
        row.Outcome.ShouldBe(RowOutcome.Taken);
    }

    [Fact]
    public void A_cell_beyond_the_columns_is_kept() =>
        Read("Name;Telefon\nAnna Berg;5550188;and more\n").Single().Values.Texts.ShouldContain(text => text.Text == "and more");

    [Fact]
    public void A_date_of_birth_is_not_read_and_not_lost()
    {
        var row = Read("Name;Geburtsdatum\nAnna Berg;03.05.1980\n").Single();
        row.Values.Text(ListColumn.BirthDate).ShouldBe("03.05.1980");
        row.Values.ConfirmedOn.ShouldBeNull();
    }

    [Fact]
    public void Nothing_known_is_unknown_not_no()
    {
        var row = Read("Name;nimmt neue Klienten;Sprachen\nAnna Berg;?;k. A.\nMei Lin;ja;Deutsch\nIvo Horn;ausgebucht;Deutsch\n");
        row.Select(found => found.Values.TakesNewClients).ShouldBe([null, true, false]);
        row[0].Values.Languages.ShouldBeEmpty();
        row[0].Values.Texts.ShouldContain(text => text.Text == "k. A.");
    }

    [Theory]
    [InlineData("✓", true)]
    [InlineData("(x)", true)]
    [InlineData("✗", false)]
    [InlineData("-", null)]
    [InlineData("waiting list only", false)]
    public void A_tick_is_an_answer_and_a_dash_is_none(string text, bool? expected) =>
        Read($"Name;Takes new clients\nAnna Berg;{text}\n").Single().Values.TakesNewClients.ShouldBe(expected);

    [Fact]
    public void An_extension_column_belongs_to_the_phone_of_its_row() =>
        Read("name,number,extension\nAnna Berg,650 403-4300,012\nMei Lin,650 403-4301,\n")[0].Values.Phones.Single().Extension.ShouldBe("012");

    [Theory]
    [InlineData("intern", true)]
    [InlineData("extern", false)]
    [InlineData("ja", true)]
    [InlineData("vielleicht", null)]
    public void Inside_or_outside_is_understood(string text, bool? expected) =>
        Read($"Name;intern oder extern\nAnna Berg;{text}\n").Single().Values.InsideSchool.ShouldBe(expected);

    [Fact]
    public void Whatever_stands_in_the_cells_every_row_ends_somewhere_and_nothing_is_thrown()
    {
        string[] evil = ["", "=1+1", "\uD800", "\u0000x", new string('9', 5_000), new string(' ', 3_000) + "x", "😀", "((((((", "))))", "@@@", "+", "-", "00", "1E+99", "﷽", "a\u0301\u0301\u0301", "0-0-0", "99/99/9999", "(((", "x@y", "http://", "://", "12:61", "{0} {1}", string.Concat(Enumerable.Repeat("a and ", 2_000)), string.Concat(Enumerable.Repeat("1 / ", 2_000))];
        var headings = Enum.GetValues<ListColumn>();
        var columns = headings.Select((column, i) => new ColumnReading(new SheetColumn(i, column.ToString()), column, GuessConfidence.Remembered, new Wording(""), [])).ToList();
        var understanding = new ListUnderstanding(columns, Options);
        for (var i = 0; i < evil.Length; i++)
        {
            var row = understanding.Understand(new RawRow(i + 1, [.. headings.Select((_, column) => evil[(i + column) % evil.Length])]));
            (row.Held is not null).ShouldBe(row.Outcome == RowOutcome.Held);
            row.Warnings.ShouldAllBe(warning => warning.Text.ToString() != null);
        }
    }

    [Fact]
    public void A_long_list_is_understood_row_by_row()
    {
        var text = new StringBuilder("Name,Phone,Languages,Notes\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append("Person ").Append(i).Append(",040 555").Append(i).Append(",\"German, English\",\"line one\nline two\"\n");
        }

        var rows = Read(text.ToString());
        rows.Count.ShouldBe(20_000);
        rows[^1].Line.ShouldBe((19_999 * 2) + 2);
        rows.ShouldAllBe(row => row.Outcome == RowOutcome.Taken);
    }

    private static List<UnderstoodRow> Read(string csv)
    {
        var sheet = ListReader.Open(Encoding.UTF8.GetBytes(csv), "list.csv").File.ShouldNotBeNull().Sheets[0];
        var rows = new ListUnderstanding(ColumnGuess.Guess(sheet), Options).Understand(sheet.Rows()).ToList();
        rows.Count.ShouldBe(sheet.RowCount);
        return rows;
    }
}
