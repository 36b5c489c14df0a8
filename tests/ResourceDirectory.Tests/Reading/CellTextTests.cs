namespace Causeway.ResourceDirectory.Tests;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 40 555")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("\0=1")]
    [InlineData("＝1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠x")]
    [InlineData("  =1")]
    [InlineData("\u00A0=1")]
    [InlineData("\uFEFF=1")]
    [InlineData("\"=1")]
    public void A_cell_that_starts_like_a_formula_is_made_text(string text) => CellText.ForExport(text).ShouldBe("'" + text);

    [Theory]
    [InlineData("Anna Berg")]
    [InlineData("5 + 3")]
    [InlineData("a=b")]
    [InlineData("")]
    [InlineData("'quoted")]
    [InlineData("김하은")]
    public void Other_text_is_left_as_it_is(string text) => CellText.ForExport(text).ShouldBe(text);

    [Fact]
    public void Nothing_becomes_an_empty_cell() => CellText.ForExport(null).ShouldBe("");

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1,2", "\"'=1,2\"")]
    [InlineData("plain", "plain")]
    public void A_csv_cell_has_its_quotes(string text, string expected) => CellText.ForCsv(text).ShouldBe(expected);

    [Fact]
    public void What_was_made_safe_reads_back_as_it_was() => TextCleaning.Clean(CellText.ForExport("+49 40 5550188")).ShouldBe("+49 40 5550188");
}
