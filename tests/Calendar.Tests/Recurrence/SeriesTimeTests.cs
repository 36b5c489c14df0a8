using NodaTime;
using static Causeway.Calendar.Tests.Examples;

namespace Causeway.Calendar.Tests;

public sealed class SeriesTimeTests
{
    private static readonly LocalDate May = Date("2027-05-11");

    [Fact]
    public void A_dropped_date_does_not_take_place_and_the_others_do()
    {
        var time = SecondTuesday.Drop(May);
        time.All().Count().ShouldBe(11);
        time.Find(May).ShouldBeNull();
        time.HasDate(May).ShouldBeTrue();
    }

    [Fact]
    public void A_moved_date_keeps_its_original_date_as_its_name()
    {
        var moved = SecondTuesday.Move(May, new(Local("2027-05-13T09:30"), 90)).Find(May)!.Value;
        moved.ShouldBe(new(May, Local("2027-05-13T09:30"), Utc("2027-05-13T08:30Z"), 90, IsMoved: true));
    }

    [Fact]
    public void A_date_moved_past_the_next_one_comes_in_order_of_time()
    {
        var time = SecondTuesday.Move(May, new(Local("2027-06-20T09:30")));
        time.All().Select(o => o.Start).ShouldBeInOrder();
        time.All().Count().ShouldBe(12);
        time.Expand(Utc("2027-05-01T00:00Z"), Utc("2027-06-01T00:00Z")).ShouldBeEmpty();
        time.Expand(Utc("2027-06-20T00:00Z"), Utc("2027-06-21T00:00Z")).ShouldHaveSingleItem().Original.ShouldBe(May);
    }

    [Fact]
    public void Moving_a_date_to_where_it_is_changes_nothing() =>
        SecondTuesday.Move(May, new(Local("2027-05-11T16:00"), 60)).ShouldBe(SecondTuesday);

    [Fact]
    public void A_date_brought_back_is_as_if_nothing_had_been() =>
        SecondTuesday.Drop(May).Restore(May).Move(May, new(Local("2027-05-12T10:00"))).Restore(May).ShouldBe(SecondTuesday);

    [Fact]
    public void Dropping_a_moved_date_drops_all_of_it() =>
        SecondTuesday.Move(May, new(Local("2027-05-12T10:00"))).Drop(May).ShouldBe(SecondTuesday.Drop(May));

    [Fact]
    public void A_date_the_series_does_not_have_cannot_be_dropped_or_moved()
    {
        Should.Throw<ArgumentException>(() => SecondTuesday.Drop(Date("2027-05-12")));
        Should.Throw<ArgumentException>(() => SecondTuesday.Move(Date("2028-01-11"), new(Local("2028-01-11T10:00"))));
    }

    [Fact]
    public void The_next_date_is_the_first_from_a_moment_on()
    {
        SecondTuesday.Next(Utc("2027-04-13T15:00Z"))!.Value.Original.ShouldBe(Date("2027-04-13"));
        SecondTuesday.Next(Utc("2027-04-13T15:01Z"))!.Value.Original.ShouldBe(May);
        SecondTuesday.Next(Utc("2028-01-01T00:00Z")).ShouldBeNull();
    }

    [Fact]
    public void On_the_day_the_clocks_change_the_clock_time_stays_as_agreed()
    {
        var sundays = Weekly("2027-03-21T16:00", "Europe/London", SeriesRule.Weekly().EndingAfter(3));
        sundays.All().Select(o => o.Start.Text()).ShouldBe(["2027-03-21T16:00Z", "2027-03-28T15:00Z", "2027-04-04T15:00Z"]);
        var autumn = Weekly("2027-10-24T16:00", "Europe/London", SeriesRule.Weekly().EndingAfter(3));
        autumn.All().Select(o => o.Start.Text()).ShouldBe(["2027-10-24T15:00Z", "2027-10-31T16:00Z", "2027-11-07T16:00Z"]);
    }

    [Theory]
    [InlineData("2027-03-28T01:30", "2027-03-28T01:30Z")]
    [InlineData("2027-10-31T01:30", "2027-10-31T00:30Z")]
    public void Data_that_arrive_at_a_skipped_or_doubled_time_are_read_one_way_only(string start, string moment) =>
        Weekly(start, "Europe/London").All().First().Start.Text().ShouldBe(moment);

    [Fact]
    public void A_series_that_meets_a_skipped_hour_is_refused_with_the_nearest_safe_time() =>
        Weekly("2027-01-28T01:30", "Europe/London", SeriesRule.Monthly().EndingOn(Date("2027-12-28"))).FindWallTimeProblem()
            .ShouldBe(new(WallTimeFault.Gap, Local("2027-03-28T01:30"), new LocalTime(2, 0)));

    [Fact]
    public void A_series_that_meets_a_doubled_hour_is_refused_with_the_nearest_safe_time() =>
        Weekly("2027-01-31T01:10", "Europe/London", SeriesRule.Monthly(3)).FindWallTimeProblem()
            .ShouldBe(new(WallTimeFault.Overlap, Local("2027-10-31T01:10"), new LocalTime(0, 55)));

    [Fact]
    public void An_endless_series_is_looked_at_far_enough_to_meet_the_hour()
    {
        Weekly("2028-03-28T01:30", "Europe/London", SeriesRule.Monthly(12)).FindWallTimeProblem()!.At.ShouldBe(Local("2032-03-28T01:30"));
        Weekly("2028-02-28T01:30", "Europe/London", SeriesRule.Monthly(12)).FindWallTimeProblem().ShouldBeNull();
    }

    [Fact]
    public void A_dropped_date_at_a_skipped_hour_is_no_problem() =>
        Weekly("2027-01-28T01:30", "Europe/London", SeriesRule.Monthly().EndingOn(Date("2027-12-28"))).Drop(Date("2027-03-28"))
            .FindWallTimeProblem().ShouldBeNull();

    [Fact]
    public void A_date_moved_to_a_skipped_hour_is_refused() =>
        SecondTuesday.Move(Date("2027-03-09"), new(Local("2027-03-28T01:30"))).FindWallTimeProblem()!.NearestSafe.ShouldBe(new LocalTime(2, 0));

    [Fact]
    public void A_day_that_a_zone_skipped_as_a_whole_has_no_safe_time() =>
        Weekly("2011-12-30T10:00", "Pacific/Apia", SeriesRule.Weekly().EndingAfter(1)).FindWallTimeProblem()!.NearestSafe.ShouldBeNull();

    [Fact]
    public void Another_zone_keeps_the_clock_time_if_asked() =>
        SecondTuesday.Drop(May).InZoneKeepingClock("America/New_York").All().First().Start.Text().ShouldBe("2027-01-12T21:00Z");

    [Fact]
    public void Another_zone_keeps_the_moment_if_asked_and_exceptions_go_along()
    {
        var weekly = Weekly("2027-01-12T16:00", "Europe/London", SeriesRule.Weekly(1, IsoDayOfWeek.Tuesday).EndingAfter(3))
            .Drop(Date("2027-01-19")).Move(Date("2027-01-26"), new(Local("2027-01-27T17:00")));
        var sydney = weekly.InZoneKeepingInstant("Australia/Sydney")!;
        sydney.All().Select(o => o.Start).ShouldBe(weekly.All().Select(o => o.Start));
        sydney.Rule!.Days.ShouldHaveSingleItem().Weekday.ShouldBe(IsoDayOfWeek.Wednesday);
    }

    [Fact]
    public void The_day_after_the_second_Tuesday_is_no_rule()
    {
        SecondTuesday.InZoneKeepingInstant("Australia/Sydney").ShouldBeNull();
        SecondTuesday.InZoneKeepingInstant("America/New_York")!.Start.ShouldBe(Local("2027-01-12T11:00"));
    }

    [Fact]
    public void New_zone_tables_show_which_moments_people_were_told_wrongly()
    {
        var told = SecondTuesday.All().ToDictionary(o => o.Original, o => o.Start);
        SecondTuesday.ChangedSince(told).ShouldBeEmpty();
        told[May] += Duration.FromHours(1);
        var changed = SecondTuesday.ChangedSince(told).ShouldHaveSingleItem();
        changed.Now.Original.ShouldBe(May);
        changed.Before.ShouldBe(Utc("2027-05-11T16:00Z"));
    }

    [Fact]
    public void Names_of_zones_are_taken_only_as_they_are()
    {
        Zones.Find("europe/london").ShouldBeNull();
        Zones.Find("Atlantis/Capital").ShouldBeNull();
        Zones.Find("").ShouldBeNull();
        Zones.FromWindows("GMT Standard Time").ShouldBe("Europe/London");
        Zones.Places.ShouldContain(p => p.Id == "Asia/Seoul");
        Should.Throw<ArgumentException>(() => Weekly("2027-01-04T10:00", "Atlantis/Capital"));
    }
}
