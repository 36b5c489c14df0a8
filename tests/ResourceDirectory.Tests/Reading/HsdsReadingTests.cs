using System.IO.Compression;
using System.Text;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Directories of services in the open format HSDS, as JSON and as tables, tidy and untidy. All data is made up.</summary>
public sealed class HsdsReadingTests
{
    private static readonly ListReadingOptions Options = new(new DateOnly(2026, 11, 21));

    private const string Service = """
        {"id":"5b3c1f8e-0000-4000-8000-000000000001","name":"Harbour Listening Room","alternate_name":"The Room","description":"Talks with young people.","url":"https://room.example","email":"room@room.example",
         "status":"active","wait_time":"No wait to 2 weeks","fees":"None.","fees_description":"Free for pupils.","licenses":"HC-SOC-1","minimum_age":12,"maximum_age":19,"eligibility_description":"Lives in the city",
         "application_process":"Ring first","assured_date":"2026-03-01","interpretation_services":"Korean on request",
         "organization":{"id":"o1","name":"Harbour Youth Trust","email":"all@trust.example","legal_status":"charity"},
         "phones":[{"number":"555 0150","extension":12,"type":"voice"},{"number":"555 0151","type":"fax"}],
         "languages":[{"name":"Korean","code":"ko"},{"name":"English"}],
         "schedules":[{"byday":"MO,TH","opens_at":"14:00:00","closes_at":"18:00:00","description":"not in August"}],
         "cost_options":[{"option":"adults","amount":20,"currency":"eur","amount_description":"an hour"}],
         "service_areas":[{"name":"Old Harbour"}],
         "attributes":[{"label":"Topic","value":"x","taxonomy_term":{"id":"t1","name":"Grief"}}],
         "service_at_locations":[{"id":"sal1","contacts":[{"name":"Orla Made","title":"Warden","phones":[{"number":"555 0152"}]}],
           "location":{"id":"l1","name":"Pier House","latitude":10.5,"longitude":20.25,"addresses":[{"address_1":"1 Pier","city":"Harbour City","state_province":"HC","postal_code":"10001","country":"XH"}]}}],
         "x_unknown":{"colour":"blue"}}
        """;

    [Fact]
    public void A_full_service_becomes_one_row_with_all_that_hangs_on_it()
    {
        var row = Understand(Service, "service.json").ShouldHaveSingleItem();
        var values = row.Values;

        row.Outcome.ShouldNotBe(RowOutcome.Held);
        values.Organisations.ShouldBe(["Harbour Listening Room", "Harbour Youth Trust"]);
        values.Phones.Select(phone => (phone.Original, phone.Kind)).ShouldContain(("555 0151", PhoneKind.Fax));
        values.Phones.ShouldContain(phone => phone.Extension == "12");
        values.Phones.Count.ShouldBe(3);
        values.Emails.ShouldContain(mail => mail.Value == "room@room.example");
        values.Languages.Select(language => language.Code).ShouldBe(["kor", "eng"]);
        (values.Ages!.From, values.Ages.To).ShouldBe((12, 19));
        (values.WaitingTime!.FromDays, values.WaitingTime.ToDays).ShouldBe((0, 14));
        (values.Fee!.From, values.Fee.Currency).ShouldBe((20, "EUR"));
        values.ConfirmedOn!.Day.ShouldBe(new DateOnly(2026, 3, 1));
        (values.Latitude, values.Longitude).ShouldBe((10.5, 20.25));
        values.Text(ListColumn.Hours)!.ShouldBe("MO,TH 14:00–18:00 (not in August)");
        values.Text(ListColumn.Address)!.ShouldBe("1 Pier, Harbour City HC 10001");
        values.Text(ListColumn.ContactPerson)!.ShouldBe("Orla Made (Warden)");
        values.Text(ListColumn.Category)!.ShouldBe("Grief");
        values.Text(ListColumn.Licence)!.ShouldBe("HC-SOC-1");
        values.Text(ListColumn.OtherName)!.ShouldBe("The Room");
        values.Text(ListColumn.BasedAt)!.ShouldBe("Pier House");
        values.Text(ListColumn.Area)!.ShouldBe("Old Harbour");
        row.Raw.Cells.ShouldContain(cell => cell.Contains("xunknown.colour: blue", StringComparison.Ordinal));
        row.Raw.Cells.ShouldContain(cell => cell.Contains("organization.legalstatus: charity", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_not_understood_is_on_the_listing_as_it_was_written()
    {
        var draft = ListingDraft.From(Understand(Service, "service.json")[0].Values, ListingPlace.Outside)!;

        draft.Name.ShouldBe("Harbour Listening Room");
        draft.Kind.ShouldBe(EntryKind.Service);
        draft.Facts.Of(FactField.Organisation).Select(fact => fact.Text).ShouldBe(["Harbour Youth Trust"]);
        draft.Facts.ShouldContain(fact => fact.Field == FactField.Fee && fact.Text.StartsWith("adults, 20 EUR", StringComparison.Ordinal));
        draft.Facts.ShouldContain(fact => fact.Field == FactField.WaitingTime && fact.Text == "No wait to 2 weeks");
        draft.Facts.ShouldContain(fact => fact.Field == FactField.MapPoint);
    }

    [Fact]
    public void The_format_says_what_each_column_is_and_nothing_is_guessed()
    {
        var columns = ColumnGuess.Guess(Sheet(Service, "service.json"), new Dictionary<string, ListColumn>(StringComparer.Ordinal) { ["name"] = ListColumn.Notes });

        columns.ShouldAllBe(column => column.Confidence == GuessConfidence.Sure);
        columns.Single(column => column.Heading == "name").Column.ShouldBe(ListColumn.Organisation);
        columns.Single(column => column.Heading == "id").Column.ShouldBe(ListColumn.RecordId);
    }

    [Theory]
    [InlineData("page.json", """{"total_items":99,"page_number":1,"size":1,"contents":[{"id":"a","name":"One","organization":{"name":"Trust"}},{"id":"b","name":"Two","organization":{"name":"Trust"}}]}""")]
    [InlineData("list.json", """[{"id":"a","name":"One","organization":{"name":"Trust"}},{"id":"b","name":"Two","organization":{"name":"Trust"}}]""")]
    [InlineData("lines.jsonl", "{\"id\":\"a\",\"name\":\"One\",\"organization\":{\"name\":\"Trust\"}}\n\n{\"id\":\"b\",\"name\":\"Two\",\"organization\":{\"name\":\"Trust\"}}\n")]
    [InlineData("lines.json", "{\"id\":\"a\",\"name\":\"One\",\"organization\":{\"name\":\"Trust\"}}\n{\"id\":\"b\",\"name\":\"Two\",\"organization\":{\"name\":\"Trust\"}}")]
    [InlineData("organisation.json", """{"id":"o","name":"Trust","services":[{"id":"a","name":"One"},{"id":"b","name":"Two"}]}""")]
    [InlineData("bundle.json", """{"organizations":[{"id":"o","name":"Trust"},{"id":"p","name":"Other","services":[]}],"services":[{"id":"a","name":"One","organization_id":"o"},{"id":"b","name":"Two","organization_id":"o"}]}""")]
    [InlineData("place.json", """{"id":"l","name":"House","location_type":"physical","services":[{"id":"a","name":"One","organization":{"name":"Trust"}},{"id":"b","name":"Two","organization":{"name":"Trust"}}]}""")]
    public void Services_are_found_in_every_envelope(string file, string json)
    {
        var rows = Understand(json, file);

        rows.Take(2).Select(row => row.Values.Organisations[0]).ShouldBe(["One", "Two"]);
        if (file != "place.json")
        {
            rows.Take(2).ShouldAllBe(row => row.Values.Organisations.Contains("Trust"));
        }
    }

    [Fact]
    public void An_organisation_and_a_place_without_service_keep_rows_of_their_own()
    {
        var rows = Understand("""{"organizations":[{"id":"o","name":"Trust"},{"id":"p","name":"Lonely"}],"locations":[{"id":"l","name":"Empty House","organization_id":"p"}],"services":[{"id":"a","name":"One","organization_id":"o"},{"id":"b","name":"Two","organization_id":"o"}]}""", "all.json");

        rows.Select(row => row.Values.Organisations[0]).ShouldBe(["One", "Two", "Lonely", "Empty House"]);
    }

    [Fact]
    public void Ids_of_different_records_do_not_mix()
    {
        var line = """{"source_file":"store/aa11.json","hsds":{"organization":{"id":"org_1","name":"First"},"services":[{"id":"svc_1","name":"Meals","organization_id":"org_1"}]}}""" + "\n"
            + """{"source_file":"store/bb22.json","hsds":[{"organization":{"id":"org_1","name":"Second"},"services":[{"id":"svc_1","name":"Meals","organization_id":"org_1"}]}]}""";
        var rows = Understand(line, "feed.jsonl");

        rows.Select(row => row.Values.Organisations[1]).ShouldBe(["First", "Second"]);
        rows.Select(row => row.Values.Text(ListColumn.RecordId)).ShouldBe(["aa11#svc_1", "bb22#svc_1"]);
    }

    [Fact]
    public void Untidy_records_come_in_as_typed()
    {
        var rows = Understand(
            """
            [{"id":1,"url":"no url","email":false,"minimum_age":"12","organization":{"name":"Trust"},"status":"active","fees":["free",{"amount":"5"}],"phones":"555 0160","languages":["Korean","English"],"addresses":{"street":"2 Pier","zip_code":"10002"}},
             {"id":"x","name":"","description":null,"organization":"Named Only By Word","phones":[null,{"number":null}]},
             "stray text", 7, null, [], {}]
            """, "untidy.json");

        rows.Count.ShouldBe(7);
        rows[0].Values.Organisations.ShouldBe(["Trust"]);
        rows[0].Values.Phones.ShouldHaveSingleItem().Original.ShouldBe("555 0160");
        rows[0].Values.Languages.Count.ShouldBe(2);
        rows[0].Values.Text(ListColumn.Address)!.ShouldContain("2 Pier");
        rows[0].Warnings.ShouldNotBeEmpty();
        rows[1].Values.Organisations.ShouldBe(["Named Only By Word"]);
        rows.Skip(2).ShouldAllBe(row => row.Outcome == RowOutcome.Held && row.Raw.Cells.Any(cell => cell.Length > 0));
    }

    [Fact]
    public void A_broken_line_among_lines_is_held_with_its_words()
    {
        var rows = Understand("{\"id\":\"a\",\"name\":\"One\",\"organization\":{\"name\":\"Trust\"}}\n{\"id\":\"b\",\"name\":\"Tw\n{\"id\":\"c\",\"name\":\"Three\",\"organization\":{\"name\":\"Trust\"}}\n", "feed.jsonl");

        rows.Select(row => row.Outcome == RowOutcome.Held).ShouldBe([false, true, false]);
        rows[1].Held!.Text.Message.ShouldBe(HsdsRemarks.Broken);
        rows[1].Raw.Cells.ShouldContain("{\"id\":\"b\",\"name\":\"Tw");
    }

    [Fact]
    public void A_word_of_a_taxonomy_names_nobody_and_is_held()
    {
        Understand("""{"id":"t","name":"Grief","taxonomy":"topics","term_uri":"https://t.example"}""", "term.json").ShouldAllBe(row => row.Outcome == RowOutcome.Held);
        var tree = Understand("""{"taxonomy":{"top":[{"@id":"1","@title":"Health","second":[{"@id":"1-1","@title":"Body"},{"@id":"1-2","@title":"Mind"}]}]}}""", "tree.json");

        tree.Count.ShouldBe(3);
        tree.ShouldAllBe(row => row.Outcome == RowOutcome.Held);
    }

    [Fact]
    public void A_placeholder_from_the_worked_examples_is_no_fact()
    {
        var values = Understand("""{"id":"s","name":"One","wait_time":"wait_time","fees":"fees_description","licenses":"licences","organization":{"name":"Trust"}}""", "s.json")[0].Values;

        (values.WaitingTime, values.Fee, values.Text(ListColumn.WaitingTime), values.Text(ListColumn.Licence)).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void Objects_of_any_other_program_are_a_table_whose_columns_are_guessed()
    {
        var sheet = Sheet("""[{"Name":"Vera Preview","Telefon":"555 0101","Sprachen":["Deutsch","Englisch"]},{"Name":"Mei Lin","E-Mail":"mei@one.example","Ort":{"Stadt":"Harbour"}}]""", "export.json");
        var columns = ColumnGuess.Guess(sheet);
        var rows = new ListUnderstanding(columns, Options).Understand(sheet.Rows()).ToList();

        columns.Select(column => column.Heading).ShouldBe(["Name", "Telefon", "Sprachen", "E-Mail", "Ort"]);
        rows[0].Values.People[0].Full.ShouldBe("Vera Preview");
        rows[0].Values.Languages.Count.ShouldBe(2);
        rows[1].Values.Emails.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("[{\"name\":\"a\"},{\"name\":", "list.not-json")]
    [InlineData("hello", "list.not-json")]
    [InlineData("[]", "list.no-rows")]
    [InlineData("<html><body>", "list.web-page")]
    public void What_is_no_json_is_refused_in_words(string text, string code) => Open(text, "x.json").Refusal!.Code.ShouldBe(code);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void Json_in_another_encoding_is_read(string name)
    {
        var encoding = TextEncoding.Named(name)!;
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("""{"id":"s","name":"Crèche de la Forêt","organization":{"name":"Trust"}}""")];

        ListReader.Open(bytes, "s.json").File!.Sheets[0].Rows().Single().Cells.ShouldContain("Crèche de la Forêt");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_package_of_tables_is_joined_with_or_without_its_descriptor(bool described)
    {
        (string, string)[] tables =
        [
            (described ? "data/bodies.csv" : "organizations.csv", "id,name,email\no1,Harbour Youth Trust,all@trust.example\no2,Lonely Trust,\n"),
            ("services.csv", "id,organization_id,name,minimum_age\ns1,o1,Listening Room,12\ns2,gone,Lost Service,\n"),
            ("locations.csv", "id,name\nl1,Pier House\n"),
            ("service_at_location.csv", "id,service_id,location_id\nx1,s1,l1\nx2,s1,nowhere\n"),
            ("addresses.csv", "id,location_id,address_1,city\na1,l1,1 Pier,Harbour City\n"),
            ("phones.csv", "id,service_id,location_id,number\np1,s1,,555 0150\np2,,,555 0199\np3,never,,555 0198\n"),
            ("languages.csv", "id,service_id,name\nn1,s1,Korean\n"),
            ("__MACOSX/._services.csv", "junk"),
            ("README.txt", "hello"),
        ];
        var descriptor = described ? ("datapackage.json", """{"resources":[{"name":"organization","path":"data/bodies.csv"},{"name":"service","path":"services.csv"}]}""") : default;
        var sheet = ListReader.Open(Zip(described ? [.. tables, descriptor] : tables), "city.zip").File!.Sheets.ShouldHaveSingleItem();
        var rows = new ListUnderstanding(ColumnGuess.Guess(sheet), Options).Understand(sheet.Rows()).ToList();

        var room = rows.Single(row => row.Values.Text(ListColumn.RecordId) == "s1");
        room.Values.Organisations.ShouldBe(["Listening Room", "Harbour Youth Trust"]);
        room.Values.Phones.ShouldHaveSingleItem().Original.ShouldBe("555 0150");
        room.Values.Text(ListColumn.City).ShouldBe("Harbour City");
        room.Values.Languages.ShouldHaveSingleItem();
        rows.ShouldContain(row => row.Values.Organisations.Count > 0 && row.Values.Organisations[0] == "Lonely Trust" && row.Held == null);
        rows.Where(row => row.Held?.Code == "row.by-reader").Select(row => (row.Values.Text(ListColumn.RecordId), row.Held!.Text.Message)).ShouldBe(
            [("s2", HsdsRemarks.NoOrganization), ("x2", HsdsRemarks.NoLocation), ("p2", HsdsRemarks.Nobody), ("p3", HsdsRemarks.NoService)], ignoreOrder: true);
    }

    [Fact]
    public void Other_tables_in_a_zip_are_a_sheet_each()
    {
        var file = ListReader.Open(Zip(("doctors.csv", "Name,Phone\nVera Preview,555 0101\n"), ("coaches.csv", "Name;Phone\nMei Lin;555 0102\n")), "lists.zip").File!;

        file.Sheets.Select(sheet => (sheet.Name, sheet.RowCount)).ShouldBe([("doctors", 1), ("coaches", 1)]);
    }

    [Fact]
    public void Reading_twice_gives_the_same_rows()
    {
        var sheet = Sheet(Service, "service.json");
        sheet.Rows().Select(row => string.Join('|', row.Cells)).ShouldBe(sheet.Rows().Select(row => string.Join('|', row.Cells)));
    }

    internal static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    private static ListOpening Open(string text, string file) => ListReader.Open(Encoding.UTF8.GetBytes(text), file);

    private static ListSheet Sheet(string text, string file)
    {
        var opening = Open(text, file);
        opening.Refusal.ShouldBeNull();
        return opening.File!.Sheets.ShouldHaveSingleItem();
    }

    private static List<UnderstoodRow> Understand(string text, string file)
    {
        var sheet = Sheet(text, file);
        var rows = new ListUnderstanding(ColumnGuess.Guess(sheet), Options).Understand(sheet.Rows()).ToList();
        rows.Count.ShouldBe(sheet.RowCount);
        return rows;
    }
}
