using NodaTime;
using static Causeway.Calendar.Tests.Examples;

namespace Causeway.Calendar.Tests;

public sealed class SeriesRuleTests
{
    [Theory]
    [InlineData("FREQ=WEEKLY")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=10")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO,3MO;UNTIL=20291231")]
    [InlineData("FREQ=MONTHLY;COUNT=4")]
    public void A_stored_rule_reads_as_it_was_written(string text)
    {
        var rule = SeriesRule.Parse(text);
        rule.ToString().ShouldBe(text);
        SeriesRule.Parse(rule.ToString()).ShouldBe(rule);
        SeriesRule.Parse(rule.ToString()).GetHashCode().ShouldBe(rule.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("FREQ=YEARLY")]
    [InlineData("FREQ=DAILY;COUNT=3")]
    [InlineData("FREQ=WEEKLY;BYDAY=2TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=6TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=0TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=5TU,-1SU")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=3")]
    [InlineData("FREQ=WEEKLY;COUNT=3;UNTIL=20280101")]
    [InlineData("FREQ=WEEKLY;COUNT=0")]
    [InlineData("FREQ=WEEKLY;COUNT=999999999999")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0")]
    [InlineData("FREQ=WEEKLY;INTERVAL=-1")]
    [InlineData("FREQ=WEEKLY;FREQ=WEEKLY")]
    [InlineData("FREQ=WEEKLY;UNTIL=20270230")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;WKST=SU")]
    [InlineData("FREQ=WEEKLY;")]
    public void What_we_would_not_repeat_exactly_is_refused_with_a_reason(string text)
    {
        SeriesRule.FromWire(text, Local("2027-01-12T16:00"), DateTimeZone.Utc, out var fault).ShouldBeNull();
        fault.ShouldNotBeNullOrEmpty();
        Should.Throw<FormatException>(() => SeriesRule.Parse(text));
    }

    [Theory]
    [InlineData("20270209T160000Z", "2027-02-09")]
    [InlineData("20270209T155959Z", "2027-02-08")]
    [InlineData("20270713T150000Z", "2027-07-13")]
    [InlineData("20270713T145959Z", "2027-07-12")]
    [InlineData("20270713T160000", "2027-07-13")]
    [InlineData("20270713", "2027-07-13")]
    public void The_end_of_a_rule_from_outside_becomes_the_last_possible_date(string until, string last) =>
        SeriesRule.FromWire($"FREQ=MONTHLY;BYDAY=2TU;UNTIL={until}", Local("2027-01-12T16:00"), Zones.Find("Europe/London")!, out _)!
            .Until.ShouldBe(Date(last));

    [Fact]
    public void Every_other_week_counts_weeks_from_Monday() =>
        Dates("2027-01-07T10:00", SeriesRule.Weekly(2, IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday), 5)
            .ShouldBe(["2027-01-07", "2027-01-18", "2027-01-21", "2027-02-01", "2027-02-04"]);

    [Fact]
    public void The_last_Friday_is_the_fifth_where_there_are_five() =>
        Dates("2027-01-29T10:00", SeriesRule.Monthly(1, new RuleDay(IsoDayOfWeek.Friday, -1)), 4)
            .ShouldBe(["2027-01-29", "2027-02-26", "2027-03-26", "2027-04-30"]);

    [Fact]
    public void A_fifth_weekday_stands_alone_because_a_widely_used_program_loses_a_date_otherwise()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => SeriesRule.Monthly(1, new RuleDay(IsoDayOfWeek.Tuesday, 5), new RuleDay(IsoDayOfWeek.Sunday, -1)));
        SeriesRule.Monthly(1, new RuleDay(IsoDayOfWeek.Tuesday, 5), new RuleDay(IsoDayOfWeek.Tuesday, 5)).Days.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_month_without_a_fifth_Friday_is_left_out() =>
        Dates("2027-01-29T10:00", SeriesRule.Monthly(1, new RuleDay(IsoDayOfWeek.Friday, 5)), 3).ShouldBe(["2027-01-29", "2027-04-30", "2027-07-30"]);

    [Fact]
    public void A_month_without_a_thirty_first_is_left_out() =>
        Dates("2027-01-31T10:00", SeriesRule.Monthly(), 4).ShouldBe(["2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31"]);

    [Fact]
    public void The_leap_day_comes_every_fourth_year() =>
        Dates("2028-02-29T10:00", SeriesRule.Monthly(12), 3).ShouldBe(["2028-02-29", "2032-02-29", "2036-02-29"]);

    [Fact]
    public void A_weekday_that_is_both_the_fourth_and_the_last_counts_once() =>
        Dates("2027-02-23T10:00", SeriesRule.Monthly(1, new RuleDay(IsoDayOfWeek.Tuesday, 4), new RuleDay(IsoDayOfWeek.Tuesday, -1)), 3)
            .ShouldBe(["2027-02-23", "2027-03-23", "2027-03-30"]);

    [Fact]
    public void A_count_counts_from_the_start_wherever_one_looks()
    {
        var time = Weekly("2027-01-04T10:00", "Europe/London", SeriesRule.Weekly().EndingAfter(10));
        time.Expand(Utc("2027-03-01T00:00Z"), Utc("2028-01-01T00:00Z")).Select(o => o.Original).ShouldBe([Date("2027-03-01"), Date("2027-03-08")]);
    }

    [Fact]
    public void A_series_begun_years_ago_is_looked_up_without_counting_up_to_today()
    {
        var time = Weekly("1999-01-04T10:00", "Europe/London", SeriesRule.Weekly(3));
        time.Expand(Utc("2027-01-01T00:00Z"), Utc("2027-03-01T00:00Z")).Select(o => o.Start.Text())
            .ShouldBe(["2027-01-04T10:00Z", "2027-01-25T10:00Z", "2027-02-15T10:00Z"]);
    }

    [Fact]
    public void A_start_outside_the_rule_is_refused_and_the_first_right_date_is_known()
    {
        var rule = SeriesRule.Monthly(2, new RuleDay(IsoDayOfWeek.Tuesday, 2));
        Should.Throw<ArgumentException>(() => SeriesTime.Create(Local("2027-01-13T16:00"), 60, "Europe/London", rule));
        rule.FirstOnOrAfter(Date("2027-01-13")).ShouldBe(Date("2027-02-09"));
        rule.EndingOn(Date("2027-02-01")).FirstOnOrAfter(Date("2027-01-13")).ShouldBeNull();
    }

    [Fact]
    public void An_endless_rule_stops_at_the_end_of_our_calendar() =>
        Weekly("2027-01-04T10:00", "Europe/London").All().Last().Original.Year.ShouldBe(2199);

    private static IEnumerable<string> Dates(string start, SeriesRule rule, int count) =>
        Weekly(start, "Asia/Tokyo", rule).All().Take(count).Select(o => o.Original.ToString("uuuu-MM-dd", null));
}
