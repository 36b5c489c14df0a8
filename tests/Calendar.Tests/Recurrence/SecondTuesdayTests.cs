using NodaTime;

namespace Causeway.Calendar.Tests;

/// <summary>Fixture 1: the second Tuesday at 16:00 in London, all through 2027, seen from six places.</summary>
public sealed class SecondTuesdayTests
{
    private const string Table = """
        Tue 12 Jan 16:00|16:00|Tue 12 Jan 11:00|Tue 12 Jan 23:00|Wed 13 Jan 03:00|Tue 12 Jan 19:00
        Tue 9 Feb 16:00|16:00|Tue 9 Feb 11:00|Tue 9 Feb 23:00|Wed 10 Feb 03:00|Tue 9 Feb 19:00
        Tue 9 Mar 16:00|16:00|Tue 9 Mar 11:00|Tue 9 Mar 23:00|Wed 10 Mar 03:00|Tue 9 Mar 19:00
        Tue 13 Apr 16:00|15:00|Tue 13 Apr 11:00|Tue 13 Apr 22:00|Wed 14 Apr 01:00|Tue 13 Apr 18:00
        Tue 11 May 16:00|15:00|Tue 11 May 11:00|Tue 11 May 22:00|Wed 12 May 01:00|Tue 11 May 18:00
        Tue 8 Jun 16:00|15:00|Tue 8 Jun 11:00|Tue 8 Jun 22:00|Wed 9 Jun 01:00|Tue 8 Jun 18:00
        Tue 13 Jul 16:00|15:00|Tue 13 Jul 11:00|Tue 13 Jul 22:00|Wed 14 Jul 01:00|Tue 13 Jul 18:00
        Tue 10 Aug 16:00|15:00|Tue 10 Aug 11:00|Tue 10 Aug 22:00|Wed 11 Aug 01:00|Tue 10 Aug 18:00
        Tue 14 Sep 16:00|15:00|Tue 14 Sep 11:00|Tue 14 Sep 22:00|Wed 15 Sep 01:00|Tue 14 Sep 18:00
        Tue 12 Oct 16:00|15:00|Tue 12 Oct 11:00|Tue 12 Oct 22:00|Wed 13 Oct 02:00|Tue 12 Oct 18:00
        Tue 9 Nov 16:00|16:00|Tue 9 Nov 11:00|Tue 9 Nov 23:00|Wed 10 Nov 03:00|Tue 9 Nov 19:00
        Tue 14 Dec 16:00|16:00|Tue 14 Dec 11:00|Tue 14 Dec 23:00|Wed 15 Dec 03:00|Tue 14 Dec 19:00
        """;

    private static readonly List<Occurrence> Dates = [.. Examples.SecondTuesday.All()];

    [Fact]
    public void The_twelve_dates_are_those_of_the_table_in_every_place()
    {
        string[] zones = ["America/New_York", "Asia/Jakarta", "Australia/Sydney", "Africa/Nairobi"];
        var rows = Dates.Select(o => string.Join('|', new[] { o.LocalStart.Text(), o.Start.Text()[11..16] }
            .Concat(zones.Select(z => o.Start.InZone(Zones.Find(z)!).LocalDateTime.Text()))));
        rows.ShouldBe(Table.Split('\n').Select(l => l.Trim()));
    }

    [Fact]
    public void New_York_never_moves() => Seen("America/New_York").Times.ShouldBe([(new LocalTime(11, 0), 12)]);

    [Fact]
    public void Jakarta_and_Nairobi_have_two_clock_times()
    {
        Seen("Asia/Jakarta").Times.ShouldBe([(new LocalTime(22, 0), 7), (new LocalTime(23, 0), 5)]);
        Seen("Africa/Nairobi").Times.ShouldBe([(new LocalTime(18, 0), 7), (new LocalTime(19, 0), 5)]);
    }

    [Fact]
    public void Sydney_has_three_clock_times_and_always_a_Wednesday()
    {
        Seen("Australia/Sydney").Times.ShouldBe([(new LocalTime(1, 0), 6), (new LocalTime(3, 0), 5), (new LocalTime(2, 0), 1)]);
        Seen("Australia/Sydney").Weekdays.ShouldBe([IsoDayOfWeek.Wednesday]);
    }

    [Fact]
    public void People_in_Sydney_are_told_before_the_three_dates_whose_clock_time_moves() =>
        Seen("Australia/Sydney").Moves.Select(m => m.Local.Text()).ShouldBe(["Wed 14 Apr 01:00", "Wed 13 Oct 02:00", "Wed 10 Nov 03:00"]);

    [Fact]
    public void No_date_falls_into_an_odd_week_between_London_and_New_York() =>
        Dates.Where(d => Odd("Europe/London", "America/New_York").Any(w => w.Contains(d.Start))).ShouldBeEmpty();

    [Fact]
    public void The_twelfth_of_October_falls_into_an_odd_week_between_London_and_Sydney() =>
        Dates.Where(d => Odd("Europe/London", "Australia/Sydney").Any(w => w.Contains(d.Start))).Select(d => d.LocalStart.Text()).ShouldBe(["Tue 12 Oct 16:00"]);

    [Fact]
    public void Its_rule_is_written_with_the_end_in_UTC()
    {
        var time = Examples.SecondTuesday;
        time.Rule!.ToWire(time.Start, time.Zone).ShouldBe("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20271214T160000Z");
        time.Rule.ToString().ShouldBe("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20271214");
    }

    private static ClockTimes Seen(string zone) => ClockTimes.Of(Dates, zone);

    private static IEnumerable<ZoneDifference> Odd(string first, string second) =>
        OddWeeks.Between(first, second, Examples.Utc("2027-01-01T00:00Z"), Examples.Utc("2028-01-01T00:00Z")).Where(d => d.IsOdd);
}
