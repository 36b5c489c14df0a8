using System.Text;

namespace Causeway.ResourceDirectory.Tests;

public sealed class XlsxReadingTests
{
    private static readonly string People = Xlsx.TextRow(1, "Name", "Tel.", "Sprachen") + Xlsx.TextRow(2, "Anna Berg", "040 5550188", "Deutsch");

    [Fact]
    public void Every_sheet_is_read_with_its_name()
    {
        var file = Open(new Xlsx().Sheet("Innen", People).Sheet("Außen", People + Xlsx.TextRow(3, "Mei Lin", "040 5550199", "Englisch")));
        file.Format.ShouldBe(ListFormat.Xlsx);
        file.Sheets.Select(sheet => (sheet.Name, sheet.RowCount)).ShouldBe([("Innen", 1), ("Außen", 2)]);
        file.Sheets[1].Rows().Last().Cells.ShouldBe(["Mei Lin", "040 5550199", "Englisch"]);
    }

    [Fact]
    public void A_hidden_sheet_is_reported_not_dropped()
    {
        var file = Open(new Xlsx().Sheet("Offen", People).Sheet("Alt", People, state: "hidden"));
        file.Sheets.Select(sheet => sheet.Hidden).ShouldBe([false, true]);
        file.Notes.ShouldHaveSingleItem().ToString().ShouldContain("Alt");
    }

    [Theory]
    [InlineData("491725550188", 0, "491725550188")]
    [InlineData("41234567890123", 0, "41234567890123")]
    [InlineData("405550188", 2, "0405550188")]
    [InlineData("45415", 1, "2024-05-03")]
    [InlineData("95.5", 0, "95.5")]
    [InlineData("95", 3, "95 €")]
    [InlineData("0.5", 4, "50%")]
    [InlineData("4.1E+10", 0, "41000000000")]
    [InlineData("-3", 0, "-3")]
    public void A_number_is_read_as_its_owner_sees_it(string stored, int style, string expected)
    {
        var file = Open(new Xlsx().Sheet("S", Xlsx.TextRow(1, "Name", "Tel.") + Xlsx.Row(2, Xlsx.T("A2", "Anna Berg"), Xlsx.N("B2", stored, style))));
        file.Sheets[0].Rows().Single().Cell(1).ShouldBe(expected);
    }

    [Fact]
    public void A_name_merged_over_rows_holds_for_each_of_them()
    {
        var rows = Xlsx.TextRow(1, "Institution", "Name", "Tel.") + Xlsx.TextRow(2, "Hafen-Praxis", "Anna Berg", "1") + Xlsx.TextRow(3, "", "Mei Lin", "2") + Xlsx.TextRow(4, "Brücke", "Ivo Horn", "3");
        Open(new Xlsx().Sheet("S", rows, merged: "A2:A3")).Sheets[0].Rows().Select(row => row.Cell(0)).ShouldBe(["Hafen-Praxis", "Hafen-Praxis", "Brücke"]);
    }

    [Fact]
    public void A_title_merged_to_the_right_stays_one_cell()
    {
        var sheet = Open(new Xlsx().Sheet("S", Xlsx.TextRow(1, "Contacts 2026") + Xlsx.TextRow(2, "Name", "Phone") + Xlsx.TextRow(3, "Anna Berg", "040 5550188"), merged: "A1:B1")).Sheets[0];
        sheet.TitleRows.Single().Cells.ShouldBe(["Contacts 2026"]);
        sheet.Rows().Single().Line.ShouldBe(3);
    }

    [Fact]
    public void Rows_keep_their_number_over_gaps()
    {
        var sheet = Open(new Xlsx().Sheet("S", People + Xlsx.TextRow(6, "Mei Lin", "040 5550199", "Englisch"))).Sheets[0];
        sheet.Rows().Select(row => row.Line).ShouldBe([2, 6]);
        sheet.BlankRows.ShouldBe(3);
    }

    [Fact]
    public void A_formula_is_not_worked_out_its_saved_value_is_read()
    {
        var cell = "<c r=\"B2\"><f>HYPERLINK(\"http://evil.example\",1)</f><v>7</v></c>";
        var sheet = Open(new Xlsx().Sheet("S", Xlsx.TextRow(1, "Name", "Note") + Xlsx.Row(2, Xlsx.T("A2", "Anna Berg"), cell))).Sheets[0];
        sheet.Rows().Single().Cell(1).ShouldBe("7");
    }

    [Theory]
    [InlineData("list.csv", "list.not-text")]
    [InlineData("list.xls", "list.old-excel")]
    [InlineData("list.xlsm", "list.macros")]
    [InlineData("list.ods", "list.open-document")]
    [InlineData("list.exe", "list.kind-not-allowed")]
    [InlineData("list", "list.kind-not-allowed")]
    public void A_spreadsheet_under_another_name_is_refused(string name, string code) =>
        ListReader.Open(new Xlsx().Sheet("S", People).Bytes(), name).Refusal!.Code.ShouldBe(code);

    [Theory]
    [InlineData("Name;Tel\nAnna;1", "list.not-xlsx")]
    [InlineData("PK\u0003\u0004 and then nothing of a zip", "list.not-xlsx")]
    public void Something_else_named_xlsx_is_refused(string content, string code) =>
        ListReader.Open(Encoding.Latin1.GetBytes(content), "list.xlsx").Refusal!.Code.ShouldBe(code);

    [Fact]
    public void A_locked_spreadsheet_is_refused_with_the_way_out() =>
        ListReader.Open([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "list.xlsx").Refusal!.Code.ShouldBe("list.protected");

    [Fact]
    public void A_zip_that_is_no_spreadsheet_is_refused() =>
        ListReader.Open(Zips.Of(("readme.txt", "hello"u8.ToArray())), "list.xlsx").Refusal!.Code.ShouldBe("list.not-xlsx");

    [Fact]
    public void A_damaged_spreadsheet_is_refused_not_thrown()
    {
        var bytes = Zips.Of(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.xml", "<workbook><sheets><sheet"u8.ToArray()));
        ListReader.Open(bytes, "list.xlsx").Refusal!.Code.ShouldBeOneOf("list.unreadable", "list.no-rows");
    }

    [Fact]
    public void Every_cut_of_a_spreadsheet_is_refused_or_read()
    {
        var whole = new Xlsx().Sheet("S", People).Bytes();
        for (var length = 0; length < whole.Length; length += 37)
        {
            var opening = ListReader.Open(whole[..length], "list.xlsx");
            (opening.File is null).ShouldBe(opening.Refusal is not null);
        }
    }

    private static ListFile Open(Xlsx xlsx) => ListReader.Open(xlsx.Bytes(), "list.xlsx").File.ShouldNotBeNull();
}
