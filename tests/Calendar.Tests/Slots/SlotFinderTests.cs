using NodaTime;
using static Causeway.Calendar.Tests.Examples;

namespace Causeway.Calendar.Tests;

/// <summary>The worked example of the calendar rules, and the limits no slot may break.</summary>
public sealed class SlotFinderTests
{
    private static readonly SeriesRule SecondTuesdays = SeriesRule.Monthly(1, new RuleDay(IsoDayOfWeek.Tuesday, 2));
    private static readonly SlotSite[] Sites = [.. FiveSites.Select(z => new SlotSite(z, z, [new SlotPerson("head")]))];
    private static readonly IsoDayOfWeek[] AllDays = [.. Enumerable.Range(1, 7).Select(d => (IsoDayOfWeek)d)];

    [Fact]
    public void The_worked_example_comes_out_to_the_minute()
    {
        var answer = SlotFinder.Find(Question(16, 8, 12));
        answer.Slots.Select(s => $"{s.Time.Start.Hour}: {s.Cost.Outside} {s.Cost.Moved} {s.Cost.Uneven} {s.Cost.Represented} = {s.Cost.Total}").ShouldBe(
        [
            "12: 2880 16 1440 2 = 4680",
            "8: 2520 16 2160 3 = 4980",
            "16: 5040 16 2160 2 = 7560",
        ]);
        answer.Refused.ShouldBeEmpty();
    }

    [Fact]
    public void Noon_wins_because_at_eight_one_site_alone_meets_at_three_in_the_morning()
    {
        var eight = SlotFinder.Find(Question(8)).Slots[0];
        eight.Sites.Where(s => s.Outside > 400).Select(s => (s.Site.Key, s.Clock.Usual)).ShouldBe([("America/New_York", new LocalTime(3, 0))]);
    }

    [Fact]
    public void Every_site_is_told_what_the_slot_means_for_it()
    {
        var slot = SlotFinder.Find(Question(16)).Slots.ShouldHaveSingleItem();
        var sydney = slot.Sites.Single(s => s.Site.Key == "Australia/Sydney");
        sydney.Outside.ShouldBe(2160);
        sydney.IsRepresented.ShouldBeFalse();
        sydney.Missing.Count.ShouldBe(12);
        sydney.Inside["head"].ShouldBe(0);
        sydney.Clock.Times.Select(t => t.Times).ShouldBe([6, 5, 1]);
        sydney.Clock.Weekdays.ShouldBe([IsoDayOfWeek.Wednesday]);
        slot.Sites.Single(s => s.Site.Key == "America/New_York").Clock.Unusual.ShouldBeEmpty();
        slot.Sites.Single(s => s.Site.Key == "Asia/Jakarta").Clock.Unusual.Select(d => d.Local.Month).ShouldBe([1, 2, 3, 11, 12]);
        slot.OddDates.Where(d => d.FirstSite == "Europe/London").Select(d => (d.Original, d.SecondSite, d.Difference))
            .ShouldBe([(Date("2027-10-12"), "Australia/Sydney", Duration.FromHours(-10))]);
    }

    [Fact]
    public void Who_took_the_odd_hours_so_far_is_spared_now()
    {
        var fresh = SlotFinder.Find(Question(8, 12)).Slots[0];
        fresh.Time.Start.Hour.ShouldBe(12);
        var tired = Sites.Select(s => s.Key == "Australia/Sydney" ? s with { OutsideSoFar = 4000 } : s).ToList();
        SlotFinder.Find(Question(8, 12) with { Sites = tired }).Slots[0].Time.Start.Hour.ShouldBe(8);
    }

    [Fact]
    public void A_site_is_represented_when_on_every_date_somebody_is_within_their_hours()
    {
        var early = DayProfile.Of(new(22, 30), LocalTime.Midnight, AllDays);
        var late = DayProfile.Of(new(21, 30), new(23, 0), AllDays);
        var two = new SlotSite("two", "Asia/Jakarta", [new("a", early), new("b", late)]);
        var slot = SlotFinder.Find(Question(16) with { Sites = [two] }).Slots[0];
        slot.Sites[0].IsRepresented.ShouldBeTrue();
        slot.Sites[0].Inside.ShouldBe(new Dictionary<string, int> { ["a"] = 5, ["b"] = 7 });
        slot.Cost.Represented.ShouldBe(1);
    }

    [Fact]
    public void A_time_the_anchor_zone_skips_or_doubles_is_not_offered()
    {
        var question = Question(1) with { Rhythms = [SeriesRule.Monthly(1, new RuleDay(IsoDayOfWeek.Sunday, -1))] };
        var no = SlotFinder.Find(question).Refused.ShouldHaveSingleItem();
        (no.Limit, no.Site, no.On).ShouldBe((SlotLimit.ClockChange, null, Date("2027-03-28")));
    }

    [Fact]
    public void A_site_with_its_weekend_on_Friday_is_not_asked_to_meet_on_Thursday_night()
    {
        var cairo = new SlotSite("cairo", "Africa/Cairo", [new("head")]) { Weekend = new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday } };
        var question = Question(20, 21, 22) with { Rhythms = [SeriesRule.Weekly(1, IsoDayOfWeek.Thursday)], Sites = [Sites[0], cairo] };
        var answer = SlotFinder.Find(question);
        answer.Slots.Select(s => s.Time.Start.Hour).ShouldBe([20, 21], ignoreOrder: true);
        answer.Refused.Select(r => (r.Limit, r.Site!.Key)).ShouldBe([(SlotLimit.Weekend, "cairo")]);
    }

    [Fact]
    public void Pupils_do_not_meet_outside_the_school_day_of_either_side()
    {
        var school = DayProfile.Of(new(8, 30), new(15, 30), AllDays);
        var two = new List<SlotSite> { Sites[0] with { Day = school }, Sites[4] with { Day = school } };
        var question = Question(8, 9, 10, 11, 12, 13, 14) with { Sites = two, WithPupils = true };
        var answer = SlotFinder.Find(question);
        // 12:00 in London is 15:00 in Nairobi in winter, and the hour ends at 16:00.
        answer.Slots.Select(s => s.Time.Start.Hour).ShouldBe([9, 10, 11], ignoreOrder: true);
        answer.Refused.ShouldAllBe(r => r.Limit == SlotLimit.OutsideSchoolDay);
    }

    [Fact]
    public void Holidays_of_any_site_are_left_out_and_later_dates_taken()
    {
        var summer = Sites[0] with { Holidays = [new DateInterval(Date("2027-07-01"), Date("2027-08-31"))] };
        var slot = SlotFinder.Find(Question(12) with { Sites = [summer, Sites[4]] }).Slots[0];
        slot.Dates.Count.ShouldBe(12);
        slot.Dates[^1].Original.ShouldBe(Date("2028-02-08"));
        slot.Sites[0].LeftOut.ShouldBe([Date("2027-07-13"), Date("2027-08-10")]);
        slot.Sites[1].LeftOut.ShouldBeEmpty();
        slot.Time.Dropped.ShouldBe([Date("2027-07-13"), Date("2027-08-10")]);
    }

    [Fact]
    public void A_meeting_past_midnight_does_not_run_into_a_holiday()
    {
        var holiday = Sites[0] with { Holidays = [new DateInterval(Date("2027-01-13"), Date("2027-01-13"))] };
        var question = Question() with { Times = [new(23, 30)], Sites = [holiday] };
        SlotFinder.Find(question).Slots[0].Sites[0].LeftOut.ShouldBe([Date("2027-01-12")]);
    }

    [Fact]
    public void A_rhythm_that_only_meets_holidays_is_refused_and_says_whose()
    {
        var away = Sites[0] with { Holidays = [new DateInterval(Date("2027-01-01"), Date("2030-01-01"))] };
        var no = SlotFinder.Find(Question(12) with { Sites = [Sites[1], away] }).Refused.ShouldHaveSingleItem();
        (no.Limit, no.Site!.Key).ShouldBe((SlotLimit.Holidays, "Europe/London"));
    }

    [Fact]
    public void Night_minutes_count_three_times_and_across_midnight_too()
    {
        DayProfile.Usual.Outside(Local("2027-01-12T17:30"), 60).ShouldBe(30);
        DayProfile.Usual.Outside(Local("2027-01-12T21:30"), 60).ShouldBe(30 + 90);
        DayProfile.Usual.Outside(Local("2027-01-17T23:30"), 60).ShouldBe(180);
        DayProfile.Usual.Outside(Local("2027-01-12T06:30"), 60).ShouldBe(90 + 30);
        DayProfile.Usual.Outside(Local("2027-01-12T09:00"), 60).ShouldBe(0);
    }

    private static SlotQuestion Question(params int[] hours) =>
        new("Europe/London", Date("2027-01-01"), [SecondTuesdays], [.. hours.Select(h => new LocalTime(h, 0))], 60, Sites);
}
