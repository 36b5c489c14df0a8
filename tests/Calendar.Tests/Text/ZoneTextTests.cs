using NodaTime;
using static Causeway.Calendar.Tests.Examples;

namespace Causeway.Calendar.Tests;

/// <summary>VTIMEZONE: every change from the one in force before the first begin to the last end.</summary>
public sealed class ZoneTextTests
{
    [Fact]
    public void A_zone_without_changes_has_one_standard_part() =>
        Parts("Asia/Jakarta").ShouldBe(["STANDARD 19700101T000000 +0700 +0700"]);

    [Fact]
    public void The_change_before_the_first_begin_is_there() =>
        Parts("Europe/London", ZoneForm.OneByOne).ShouldBe(
            ["STANDARD 20261025T020000 +0100 +0000", "DAYLIGHT 20270328T010000 +0000 +0100", "STANDARD 20271031T020000 +0100 +0000"]);

    [Fact]
    public void Sydney_follows_rules_on_the_first_Sunday() =>
        Parts("Australia/Sydney").ShouldBe(
            ["DAYLIGHT 20261004T020000 +1000 +1100 FREQ=YEARLY;BYMONTH=10;BYDAY=1SU", "STANDARD 20270404T030000 +1100 +1000 FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"]);

    [Fact]
    public void Gaza_follows_the_moon_and_is_written_change_by_change()
    {
        var parts = Parts("Asia/Gaza");
        parts.Count.ShouldBeGreaterThan(2);
        parts.ShouldAllBe(p => !p.Contains("FREQ"));
    }

    [Theory]
    [InlineData(nameof(ZoneForm.RuleIfExact))]
    [InlineData(nameof(ZoneForm.OneByOne))]
    public void Every_zone_read_back_from_its_text_gives_every_moment_of_three_years(string form)
    {
        var wrong = new List<string>();
        foreach (var id in Zones.All)
        {
            var time = Weekly("2026-12-01T12:00", id, SeriesRule.Weekly(1, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Sunday).EndingOn(Date("2029-12-31")));
            var text = CalendarWriter.Write(CalendarMethod.Publish, [Event(time)], (e, to) => CalendarWriter.Series(e, to, CalendarMethod.Publish), form: Enum.Parse<ZoneForm>(form));
            var zone = CalendarReader.Read(text.ToOctets(), out _)!.ZonesInside[id];
            if (time.All().Any(o => zone.ToInstant(o.LocalStart) != o.Start))
            {
                wrong.Add(id);
            }
        }

        wrong.ShouldBeEmpty();
        Zones.All.Count.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void An_endless_series_begun_years_ago_is_covered_for_three_years_from_its_stamp()
    {
        var endless = Event(Weekly("2015-01-06T16:00", "Asia/Gaza"));
        Onsets(endless).Min().ShouldStartWith("2014");
        Onsets(endless).Max().ShouldStartWith("2029");
    }

    [Fact]
    public void A_date_moved_beyond_the_end_is_covered_too()
    {
        var time = SecondTuesday.Move(Date("2027-12-14"), new(Local("2029-06-12T16:00")));
        CalendarWriter.Span(Event(time)).To.ShouldBeGreaterThan(Utc("2029-06-12T16:00Z"));
        var early = SecondTuesday.Move(Date("2027-02-09"), new(Local("2026-06-09T16:00")));
        CalendarWriter.Span(Event(early)).From.ShouldBe(Utc("2026-06-09T15:00Z"));
    }

    private static IEnumerable<string> Onsets(CalendarEvent meeting) =>
        CalendarWriter.File(meeting).Text.Split("\r\n").Where(l => l.StartsWith("DTSTART:", StringComparison.Ordinal)).Select(l => l[8..]);

    private static List<string> Parts(string zone, ZoneForm form = ZoneForm.RuleIfExact)
    {
        var time = Weekly("2027-01-12T16:00", zone, SeriesRule.Monthly(1, new RuleDay(IsoDayOfWeek.Tuesday, 2)).EndingOn(Date("2027-12-14")));
        var lines = CalendarWriter.Write(CalendarMethod.Publish, [Event(time)], (e, to) => CalendarWriter.Series(e, to, CalendarMethod.Publish), form: form).Text.Split("\r\n");
        var parts = new List<string>();
        foreach (var line in lines.SkipWhile(l => !l.StartsWith("TZID:", StringComparison.Ordinal)).TakeWhile(l => l != "END:VTIMEZONE"))
        {
            var (name, value) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..]);
            if (name == "BEGIN")
            {
                parts.Add(value);
            }
            else if (name is "DTSTART" or "TZOFFSETFROM" or "TZOFFSETTO" or "RRULE")
            {
                parts[^1] += " " + value;
            }
        }

        return parts;
    }
}
