namespace Causeway.Networks.Tests;

public sealed class DayOverlapTests
{
    private static readonly DayOfWeek[] SchoolWeek = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    [Fact]
    public void London_and_New_York_in_2027_have_the_five_stretches_of_the_fixture()
    {
        var spans = DayOverlap.Year([Place("Europe/London", 8, 16), Place("America/New_York", 8, 16)], new(2027, 1, 1));
        spans.Take(5).Select(s => $"{s.From:MM-dd} {s.To:MM-dd} {s.Behind[1] / 60} {(s.IsOdd ? "odd" : "")}".TrimEnd()).ShouldBe(
            ["01-01 03-13 5", "03-14 03-27 4 odd", "03-28 10-30 5", "10-31 11-06 4 odd", "11-07 01-01 5"]);
        spans.Take(3).Select(s => s.School[DayOfWeek.Monday]).ShouldBe([180, 240, 180]);
        spans[0].School[DayOfWeek.Saturday].ShouldBe(0);
    }

    [Fact]
    public void A_day_over_there_may_be_another_weekday_here()
    {
        // Sunday evening in New York is Monday morning in Sydney; school days meet only where both have school.
        var spans = DayOverlap.Year([Place("America/New_York", 14, 20), Place("Australia/Sydney", 8, 12)], new(2027, 1, 1));
        spans[0].Behind[1].ShouldBe(-16 * 60);
        spans[0].School[DayOfWeek.Monday].ShouldBe(240, "Tuesday morning in Sydney");
        spans[0].School[DayOfWeek.Friday].ShouldBe(0, "Saturday in Sydney");
        spans[0].School[DayOfWeek.Sunday].ShouldBe(0);
    }

    [Fact]
    public void Places_on_one_clock_have_one_stretch()
    {
        var span = DayOverlap.Year([Place("Europe/Lisbon", 8, 15), Place("Europe/London", 9, 16)], new(2026, 11, 17)).ShouldHaveSingleItem();
        span.IsOdd.ShouldBeFalse();
        span.Staff[DayOfWeek.Tuesday].ShouldBe(360);
        DayOverlap.Of([Place("Europe/Lisbon", 8, 15), Place("Europe/London", 9, 16)], span.Behind, DayOfWeek.Tuesday, p => p.SchoolDay).ShouldBe([(540, 900)]);
    }

    private static SchoolTimesCard Place(string zone, int from, int to) => new(
        default, zone, zone, true, [DayOfWeek.Saturday, DayOfWeek.Sunday], [.. SchoolWeek.Select(d => new DayPart(d, DayPartKind.Lesson, new(from, 0), new(to, 0), ""))], []);
}
