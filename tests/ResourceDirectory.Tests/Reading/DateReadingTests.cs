namespace Causeway.ResourceDirectory.Tests;

public sealed class DateReadingTests
{
    private static readonly ListReadingOptions Options = new(new DateOnly(2026, 11, 21));

    [Fact]
    public void A_month_and_two_digits_are_no_date_where_they_may_be_a_day()
    {
        DateReading.Read("9/26", Options with { MonthFirst = true }).ShouldBeNull();
        DateReading.Read("9/12", Options).ShouldBeNull();
        DateReading.Read("24/7", Options).ShouldBeNull();
    }

    [Theory]
    [InlineData("2024-05-03", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("2024-05-03 12:00", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("2024/5/3", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("3.5.2024", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("03.05.24", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("3/5/2024", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("12/24/2015", "2015-12-24", nameof(DatePrecision.Day))]
    [InlineData("12/24/15", "2015-12-24", nameof(DatePrecision.Day))]
    [InlineData("20240503", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("45415", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("3 May 2024", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("May 3rd, 2024", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("3. Mai 2024", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("le 3 août 2024", "2024-08-03", nameof(DatePrecision.Day))]
    [InlineData("3 de marzo de 2024", "2024-03-03", nameof(DatePrecision.Day))]
    [InlineData("3 мая 2024", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("3 Ağustos 2024", "2024-08-03", nameof(DatePrecision.Day))]
    [InlineData("2024年5月3日", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("2024년 5월 3일", "2024-05-03", nameof(DatePrecision.Day))]
    [InlineData("Mai 24", "2024-05-01", nameof(DatePrecision.Month))]
    [InlineData("May 2024", "2024-05-01", nameof(DatePrecision.Month))]
    [InlineData("05/2024", "2024-05-01", nameof(DatePrecision.Month))]
    [InlineData("9/26", "2026-09-01", nameof(DatePrecision.Month))]
    [InlineData("2024-05", "2024-05-01", nameof(DatePrecision.Month))]
    [InlineData("2024년 5월", "2024-05-01", nameof(DatePrecision.Month))]
    [InlineData("contract ends 02/2027", "2027-02-01", nameof(DatePrecision.Month))]
    [InlineData("2024", "2024-01-01", nameof(DatePrecision.Year))]
    [InlineData("summer 2025", "2025-01-01", nameof(DatePrecision.Year))]
    [InlineData("updated 2024", "2024-01-01", nameof(DatePrecision.Year))]
    public void A_date_is_read_with_its_precision(string text, string day, string precision)
    {
        var date = DateReading.Read(text, Options).ShouldNotBeNull();
        (date.Day, date.Precision.ToString()).ShouldBe((DateOnly.Parse(day), precision));
        date.Original.ShouldBe(text);
    }

    [Theory]
    [InlineData("??")]
    [InlineData("January 01, 0001")]
    [InlineData("31.02.2024")]
    [InlineData("soon")]
    [InlineData("5550188")]
    [InlineData("24 May")]
    [InlineData("")]
    public void What_is_no_date_is_not_made_one(string text) => DateReading.Read(text, Options).ShouldBeNull();

    [Fact]
    public void A_school_that_writes_the_month_first_is_believed() =>
        DateReading.Read("03/04/2025", Options with { MonthFirst = true })!.Day.ShouldBe(new DateOnly(2025, 3, 4));
}
