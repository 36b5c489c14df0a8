using System.Net;
using System.Text;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Files of the school's listings: safe to open, and the same again when they are taken in.</summary>
public sealed class ExportListingsTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    private const string Messy =
        "Name,Profession,Organisation,Phone,Mobile,Email,Languages,Ages,Help offered,Category,Fee,Waiting time,Mode of delivery,Last confirmed,Area,Address,Notes\n"
        + "\"Weiden, Dr. Jonas\",\"=HYPERLINK(\"\"x\"\")\",Practice Weiden,+49 40 555 0188; 040 555 01 89 ext. 12,+49 170 555 0177,jonas@weiden.example,\"Deutsch (Muttersprache), English (fluent), Farsi via interpreter\",6 to 18,@grief and loss,Therapy,\"80,- € to 110 EUR\",3 weeks,online; visits the school,03/04/2025,North,\"5 Oak Road\nback yard\",-note with a dash\n"
        + ",,Family Advice Centre,\"+1-555-0190\",,post@family-advice.example,Arabic,all ages,Bringing up children,,free,,,June 2025,Middle,,\n"
        + "김민지,심리치료사,,02-555-0191,,minji@kim.example,한국어,from 5,불안,,,,,2025,,,\n"
        + "Tab\tTess,Speech therapist,,,,\"tess@tab.example\",Klingon,whoever comes,\"help; with; commas, too\",,ask,soon,,?,,,\n";

    [Fact]
    public async Task A_file_taken_in_again_says_exactly_the_same()
    {
        await world.TakeInAsync("lead-a", Messy);
        await WriteByHandAsync();
        var before = await FactsAsync();
        before.Keys.Order(StringComparer.Ordinal).ShouldBe(["Dr. Jonas Weiden", "Family Advice Centre", "Hanna Hand", "Tab Tess", "김민지"]);

        foreach (var format in (string[])["csv", "xlsx"])
        {
            var file = await (await world.OpenAsync(format == "csv" ? "lead-a" : "counsellor-a", "/directory/listings/export?place=Outside")).Form().Set("Format", format).PostAsync();
            file.Status.ShouldBe(HttpStatusCode.OK, file.Text);
            var again = Read(file.Bytes, format);
            again.Count.ShouldBe(before.Count, format);
            foreach (var draft in again)
            {
                var known = before[draft.Name];
                draft.Draft.Facts.Select(Said).ShouldBe(known.Facts.Select(Said), $"{format}: {draft.Name}");
                (draft.Draft.Place, draft.Draft.Kind, draft.Draft.Note).ShouldBe((known.Place, known.Kind, known.Note), $"{format}: {draft.Name}");
                draft.Id.ShouldBe(known.Id.ToString());
            }
        }
    }

    [Fact]
    public void No_cell_of_a_CSV_begins_like_a_formula_and_a_phone_number_keeps_its_plus()
    {
        foreach (var text in (string[])["=1+1", "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "+49-40-555", "+49", "+cmd|' /C calc'!A0", "＝1", " =1", "+49 40 555;=1"])
        {
            ListingCsv.Cell(text).Trim('"').ShouldStartWith("'", Case.Sensitive, text);
        }

        ListingCsv.Cell("+49 40 5550188").ShouldBe("+49 40 5550188");
        ListingCsv.Cell("+49 40 5550188\n=1").ShouldNotBe("+49 40 5550188\n=1");
        ListingCsv.Cell("Jonas, Weiden").ShouldBe("\"Jonas, Weiden\"");
    }

    [Fact]
    public async Task A_workbook_holds_nothing_but_text()
    {
        await world.TakeInAsync("lead-b", "Name,Profession,Phone,Help offered\nFay Formula,=1+1,+4940555,@x\n");
        var file = await (await world.OpenAsync("lead-b", "/directory/listings/export?place=Outside")).Form().Set("Format", "xlsx").PostAsync();

        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(file.Bytes), isEditable: false);
        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToList();
        cells.ShouldAllBe(c => c.CellFormula == null && (c.DataType == null || c.DataType.Value == DocumentFormat.OpenXml.Spreadsheet.CellValues.InlineString));
        var texts = cells.Select(c => c.InlineString?.InnerText).ToList();
        texts.ShouldContain("=1+1");
        texts.ShouldContain("+4940555");
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(book).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_what_was_searched_for_and_the_chosen_columns_go_into_a_file()
    {
        await world.TakeInAsync("counsellor-b", "Name,Profession,Phone,Email,Notes\nNarrow One,Coach,555 0301,one@narrow.example,secret one\nOther Two,Coach,555 0302,two@other.example,secret two\n");
        var form = (await world.OpenAsync("counsellor-b", "/directory/listings/export?place=Outside&q=narrow")).Form();

        var file = await form.Set("Format", "csv").Set("Notes", "false").Set("AllColumns", "false").Set("Columns", "Phone").PostAsync();

        file.Bytes.Take(3).ShouldBe([(byte)0xEF, (byte)0xBB, (byte)0xBF]);
        file.Html.ShouldContain("Narrow One");
        file.Html.ShouldContain("555 0301");
        file.Html.ShouldNotContain("Other Two");
        file.Html.ShouldNotContain("one@narrow.example");
        file.Html.ShouldNotContain("secret one");
    }

    [Fact]
    public void No_heading_is_taken_for_another()
    {
        foreach (var (heading, column) in Headings)
        {
            (HeadingWords.Find(heading)?.Column ?? column).ShouldBe(column, heading);
        }
    }

    private static readonly (string Heading, ListColumn Column)[] Headings =
    [
        ("Name of the person", ListColumn.PersonName), ("Name in another script", ListColumn.OtherName), ("Gender", ListColumn.Gender), ("Profession", ListColumn.Profession),
        ("Position", ListColumn.Position), ("Role in school", ListColumn.SchoolRole), ("Institution", ListColumn.Organisation), ("Based at", ListColumn.BasedAt),
        ("Kind of body", ListColumn.BodyKind), ("Contact person", ListColumn.ContactPerson), ("Phone", ListColumn.Phone), ("Direct line", ListColumn.DirectLine),
        ("Mobile phone", ListColumn.Mobile), ("Fax", ListColumn.Fax), ("Email", ListColumn.Email), ("Website", ListColumn.Website), ("Address", ListColumn.Address),
        ("Postcode", ListColumn.Postcode), ("City", ListColumn.City), ("Area", ListColumn.Area), ("Country", ListColumn.Country), ("Help offered", ListColumn.HelpOffered),
        ("Help offered 2", ListColumn.HelpOffered), ("Family of help", ListColumn.Family), ("Needs", ListColumn.Concern), ("Stage of help", ListColumn.Stage),
        ("Methods", ListColumn.Methods), ("Does not take", ListColumn.DoesNotTake), ("Powers", ListColumn.Powers), ("Limits", ListColumn.Limits), ("Thresholds", ListColumn.Thresholds),
        ("Languages", ListColumn.Languages), ("Ages", ListColumn.Ages), ("Mode of delivery", ListColumn.Delivery), ("How to refer", ListColumn.ReferralRoute),
        ("Waiting time", ListColumn.WaitingTime), ("Takes new clients", ListColumn.Availability), ("Fee", ListColumn.Fee), ("Insurance", ListColumn.Insurance),
        ("Hours", ListColumn.Hours), ("Days", ListColumn.Days), ("Deputy", ListColumn.Deputy), ("Cultures", ListColumn.Cultures), ("Licence", ListColumn.Licence),
        ("Licence valid until", ListColumn.LicenceUntil), ("Resident or expatriate", ListColumn.Stability), ("Leaves on", ListColumn.LeavesOn), ("Successor", ListColumn.Successor),
        ("Last confirmed", ListColumn.ConfirmedOn), ("Status", ListColumn.Status), ("Description", ListColumn.Description), ("Latitude", ListColumn.Latitude),
        ("Longitude", ListColumn.Longitude), ("Inside or outside", ListColumn.InsideSchool), ("Record id", ListColumn.RecordId), ("Notes", ListColumn.Notes),
    ];

    /// <summary>Reads a file as an import would, every column under its guessed meaning.</summary>
    private static List<(string Name, string Id, ListingDraft Draft)> Read(byte[] bytes, string format)
    {
        var sheet = ListReader.Open(bytes, "listings." + format, null).File.ShouldNotBeNull().Sheets.Single();
        var columns = ColumnGuess.Guess(sheet, new Dictionary<string, ListColumn>())
            .Select(c => c with { Column = Headings.First(h => h.Heading == (c.Heading ?? "").TrimEnd(' ', '2', '3', '4')).Column }).ToList();
        var id = columns.FindIndex(c => c.Column == ListColumn.RecordId);
        var understanding = new ListUnderstanding(columns, new ListReadingOptions(new DateOnly(2026, 1, 15), "999"));
        return
        [
            .. sheet.Rows().Select(r => (Row: r, Draft: ListingDraft.From(understanding.Understand(r).Values, ListingPlace.Outside).ShouldNotBeNull()))
                .Select(r => (r.Draft.Name, r.Row.Cell(columns[id].Index), r.Draft)),
        ];
    }

    /// <summary>A date may be written otherwise, as long as it is the same day.</summary>
    private static Fact Said(Fact fact) => fact.Field is FactField.ConfirmedOn && fact.Code is not null ? fact with { Text = "" } : fact;

    private async Task WriteByHandAsync()
    {
        var form = (await world.OpenAsync("lead-a", "/directory/listings/edit?place=Outside")).Form();
        await form.Set("Typed[PersonName]", "Hanna Hand").Set("Typed[Profession]", "Psychologist").Set("Typed[Phone]", "555 0303").Set("Families", "HealthCare", "YouthJustice")
            .Set("Concern", "health.anxiety", "family.grief").Set("Stage", "Protection").Set("BodyKind", "Ngo").Set("Stability", "Resident").Set("Typed[OtherName]", "Ханна Ханд")
            .Set("Places[0].WorksAt", "School A").Set("Places[0].PaidBy", "City").Set("Places[0].Days", "Tue; Wed").Set("Places[0].Until", "2026-07-31").Set("Note", "=our note").SubmitAsync("save");
    }

    private Task<Dictionary<string, Listing>> FactsAsync() => world.AskAsync("lead-a", async db =>
        (await db.Set<Listing>().AsNoTracking().Where(l => l.Place == ListingPlace.Outside && l.RemovedAt == null).ToListAsync()).ToDictionary(l => l.Name));
}
