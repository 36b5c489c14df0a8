using System.Text;

namespace Causeway.ResourceDirectory.Tests;

public sealed class CsvReadingTests
{
    private const string Small = "Name{0}Telefon{0}Sprachen\nJürgen Groß{0}040 5550188{0}Deutsch\nZoë Núñez{0}040 5550199{0}Spanisch\n";

    static CsvReadingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_separator_is_found(char separator)
    {
        var file = Open(With(separator));
        file.Separator.ShouldBe(separator);
        file.Sheets[0].Columns.Select(column => column.Heading).ShouldBe(["Name", "Telefon", "Sprachen"]);
        file.Sheets[0].RowCount.ShouldBe(2);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public void The_encoding_is_found(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        foreach (var mark in (byte[][])[encoding.GetPreamble(), []])
        {
            var file = Open([.. mark, .. encoding.GetBytes(With(';'))]);
            file.Encoding.ShouldBe(encoding.WebName);
            file.Sheets[0].Rows().First().Cell(0).ShouldBe("Jürgen Groß");
            file.Sheets[0].Columns[0].Heading.ShouldBe("Name");
        }
    }

    [Theory]
    [InlineData("windows-1250", "Nazwa;Telefon\nMałgorzata Żółć, świetna pomoc;5550188\nŁukasz Wąs;5550199\n")]
    [InlineData("windows-1250", "Név;Telefon\nErdős Győző;5550188\nSzűcs Ernő;5550199\n")]
    [InlineData("windows-1251", "Имя;Телефон\nАнна Петрова;5550188\nИван Соколов;5550199\n")]
    [InlineData("ks_c_5601-1987", "이름;전화\n김하은 선생님;5550188\n이서준 선생님;5550199\n")]
    [InlineData("shift_jis", "氏名;電話\nさとうはなこ;5550188\nすずきたろう;5550199\n")]
    public void The_code_page_of_a_country_is_found(string name, string text)
    {
        var file = Open(Encoding.GetEncoding(name).GetBytes(text));
        file.Encoding.ShouldBe(name);
        file.Sheets[0].Rows().First().Cell(0).ShouldBe(text.Split('\n')[1].Split(';')[0]);
        file.Notes.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_person_may_choose_the_encoding() =>
        ListReader.Open(Encoding.GetEncoding(1254).GetBytes("Ad;Tel\nAyşe Işık;5550188\n"), "list.csv", "windows-1254").File!.Sheets[0].Rows().Single().Cell(0).ShouldBe("Ayşe Işık");

    [Fact]
    public void A_quoted_line_break_stays_inside_its_cell_and_the_row_keeps_its_first_line()
    {
        var rows = Rows("Name,Address,Phone\n\"Anna Berg\",\"Hafenstr. 1\n20457 Hafenstadt\",040 5550188\nMei Lin,Brücke 2,040 5550199\n");
        rows[0].Cell(1).ShouldBe("Hafenstr. 1\n20457 Hafenstadt");
        rows.Select(row => row.Line).ShouldBe([2, 4]);
    }

    [Fact]
    public void Doubled_quotes_are_one() => Rows("Name,Note\n\"Anna \"\"Anni\"\" Berg\",x\n")[0].Cell(0).ShouldBe("Anna \"Anni\" Berg");

    [Fact]
    public void A_stray_quote_inside_a_cell_is_kept() => Rows("Name,Note\nAnna 5\" Berg,x\nMei,y\n").Select(row => row.Cell(0)).ShouldBe(["Anna 5\" Berg", "Mei"]);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_quote_that_is_never_closed_swallows_only_its_own_line(string end)
    {
        var text = string.Join(end, "Name,Phone", "\"Anna Berg,040 5550188", "Mei Lin,040 5550199", "\"Ivo, Horn\",040 5550177", "");
        var file = Open(text);
        var rows = file.Sheets[0].Rows().ToList();
        rows.Select(row => row.Line).ShouldBe([2, 3, 4]);
        rows[1].Cells.ShouldBe(["Mei Lin", "040 5550199"]);
        rows[2].Cell(0).ShouldBe("Ivo, Horn");
        string.Concat(rows[0].Cells).ShouldContain("Anna Berg");
        file.Notes.ShouldHaveSingleItem().ToString().ShouldContain("line 2");
    }

    [Fact]
    public void Many_broken_quotes_end_in_reasonable_time()
    {
        var text = "Name,Phone\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"\"Person {i},555{i}\n"));
        Open(text).Sheets[0].RowCount.ShouldBe(20_000);
    }

    [Fact]
    public void A_row_that_is_too_long_keeps_its_extra_cells_in_columns_without_heading()
    {
        var sheet = Open("Name,Phone\nAnna Berg,040 5550188,extra,more\nMei Lin\n").Sheets[0];
        sheet.Columns.Select(column => (column.Letter, column.Heading)).ShouldBe([("A", "Name"), ("B", "Phone"), ("C", null), ("D", null)]);
        sheet.Rows().Select(row => row.Cells.Count).ShouldBe([4, 1]);
    }

    [Fact]
    public void Titles_above_the_header_are_kept_apart()
    {
        var sheet = Open("Contacts of our school,,\nas of May 2026,,\n,,\nName,Phone,Languages\nAnna Berg,040 5550188,German\nMei Lin,040 5550199,Chinese\n").Sheets[0];
        sheet.TitleRows.Select(row => row.Cell(0)).ShouldBe(["Contacts of our school", "as of May 2026"]);
        sheet.Header!.Line.ShouldBe(4);
        sheet.Rows().Select(row => row.Line).ShouldBe([5, 6]);
        sheet.BlankRows.ShouldBe(1);
    }

    [Fact]
    public void A_list_without_header_loses_no_row()
    {
        var sheet = Open("Anna Berg;040 5550188;anna@harbour.example\nMei Lin;040 5550199;mei@harbour.example\n").Sheets[0];
        sheet.Header.ShouldBeNull();
        sheet.RowCount.ShouldBe(2);
        sheet.Columns.ShouldAllBe(column => column.Heading == null);
    }

    [Fact]
    public void Blank_rows_are_counted_apart()
    {
        var sheet = Open("Name,Phone\n\nAnna Berg,1\n,\n   ,\nMei Lin,2\n").Sheets[0];
        (sheet.RowCount, sheet.BlankRows).ShouldBe((2, 3));
    }

    [Fact]
    public void Excels_separator_line_is_not_a_row()
    {
        var file = Open("sep=;\r\nName;Phone\r\nAnna, Berg;1\r\n");
        file.Separator.ShouldBe(';');
        file.Sheets[0].Rows().Single().Line.ShouldBe(3);
        file.Sheets[0].Header!.Line.ShouldBe(2);
    }

    [Fact]
    public void A_list_of_one_column_is_a_list() => Open("Name\nAnna Berg\nMei Lin\n").Sheets[0].RowCount.ShouldBe(2);

    [Fact]
    public void Commas_inside_cells_do_not_beat_the_semicolon() =>
        Open("Name;Languages\nBerg, Anna;English, German\nLin, Mei;Chinese, English\n").Separator.ShouldBe(';');

    [Theory]
    [InlineData("", "list.empty")]
    [InlineData("\n\n  \n", "list.no-rows")]
    [InlineData("%PDF-1.7 …", "list.not-text")]
    [InlineData("<!DOCTYPE html><table></table>", "list.web-page")]
    [InlineData("<?xml version=\"1.0\"?><a/>", "list.web-page")]
    [InlineData("{\\rtf1 hello}", "list.not-text")]
    [InlineData("a\0b\0\0\0c,d\0", "list.not-text")]
    public void What_is_no_list_is_refused(string text, string code)
    {
        var refusal = ListReader.Open(Encoding.UTF8.GetBytes(text), "list.csv").Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        refusal.Field.ShouldBe("File");
        refusal.Message.ShouldEndWith(".");
    }

    [Fact]
    public void A_row_of_a_million_commas_is_refused() =>
        ListReader.Open(Encoding.UTF8.GetBytes("Name;Phone\nAnna;1\n" + new string(';', 1_000_000)), "list.csv").Refusal.ShouldBe(ListReader.TooManyColumns);

    [Fact]
    public void More_rows_than_a_directory_has_are_refused() =>
        ListReader.Open(Encoding.UTF8.GetBytes("Name\n" + string.Concat(Enumerable.Repeat("a\n", ListReader.MaxRows + 1))), "list.csv").Refusal.ShouldBe(ListReader.TooManyRows);

    [Fact]
    public void Rows_can_be_read_twice()
    {
        var sheet = Open(With(',')).Sheets[0];
        sheet.Rows().Select(row => row.Cell(0)).ShouldBe(sheet.Rows().Select(row => row.Cell(0)));
    }

    private static string With(char separator) => Small.Replace("{0}", separator.ToString(), StringComparison.Ordinal);

    private static List<RawRow> Rows(string text) => [.. Open(text).Sheets[0].Rows()];

    private static ListFile Open(string text) => Open(Encoding.UTF8.GetBytes(text));

    private static ListFile Open(byte[] bytes) => ListReader.Open(bytes, "list.csv").File.ShouldNotBeNull();
}
