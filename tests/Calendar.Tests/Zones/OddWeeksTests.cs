using NodaTime;

namespace Causeway.Calendar.Tests;

/// <summary>Fixture 2: how far apart London is from New York and Sydney through 2027.</summary>
public sealed class OddWeeksTests
{
    private static readonly Instant From = Examples.Utc("2027-01-01T00:00Z");
    private static readonly Instant To = Examples.Utc("2028-01-01T00:00Z");

    [Fact]
    public void London_and_New_York_are_four_hours_apart_in_two_odd_stretches() =>
        Rows("Europe/London", "America/New_York").ShouldBe(
        [
            "2027-01-01T00:00Z +00 -05 5 h",
            "2027-03-14T07:00Z +00 -04 4 h odd",
            "2027-03-28T01:00Z +01 -04 5 h",
            "2027-10-31T01:00Z +00 -04 4 h odd",
            "2027-11-07T06:00Z +00 -05 5 h",
        ]);

    [Fact]
    public void Sydney_and_London_are_ten_hours_apart_in_two_odd_stretches() =>
        Rows("Australia/Sydney", "Europe/London").ShouldBe(
        [
            "2027-01-01T00:00Z +11 +00 11 h",
            "2027-03-28T01:00Z +11 +01 10 h odd",
            "2027-04-03T16:00Z +10 +01 9 h",
            "2027-10-02T16:00Z +11 +01 10 h odd",
            "2027-10-31T01:00Z +11 +00 11 h",
        ]);

    [Fact]
    public void Two_places_that_change_together_stay_one_stretch() =>
        Rows("Europe/Paris", "Europe/London").ShouldBe(["2027-01-01T00:00Z +01 +00 1 h"]);

    [Fact]
    public void Two_places_that_never_change_stay_one_stretch() => Rows("Asia/Tokyo", "Asia/Jakarta").Count.ShouldBe(1);

    [Fact]
    public void A_span_that_begins_in_an_odd_week_knows_that_it_is_odd()
    {
        var first = OddWeeks.Between("Europe/London", "America/New_York", Examples.Utc("2027-03-20T00:00Z"), To)[0];
        first.IsOdd.ShouldBeTrue();
        first.From.ShouldBe(Examples.Utc("2027-03-20T00:00Z"));
        first.To.ShouldBe(Examples.Utc("2027-03-28T01:00Z"));
    }

    [Fact]
    public void A_long_stretch_is_not_odd_because_the_span_is_short() =>
        OddWeeks.Between("Europe/London", "America/New_York", Examples.Utc("2027-06-01T00:00Z"), Examples.Utc("2027-06-02T00:00Z"))
            .ShouldHaveSingleItem().IsOdd.ShouldBeFalse();

    private static List<string> Rows(string first, string second)
    {
        var stretches = OddWeeks.Between(first, second, From, To);
        stretches[^1].To.ShouldBe(To);
        stretches.Zip(stretches.Skip(1)).ShouldAllBe(p => p.First.To == p.Second.From);
        return [.. stretches.Select(d => $"{d.From.Text()} {d.First} {d.Second} {d.Difference.TotalHours} h{(d.IsOdd ? " odd" : "")}")];
    }
}
