using NodaTime;
using static Causeway.Calendar.Tests.Examples;

namespace Causeway.Calendar.Tests;

/// <summary>What two independent programs read in our calendar objects is what we meant.</summary>
public sealed class OutsideJudgeTests
{
    private const int Rules = 60;
    private static readonly Instant From = Utc("2020-01-01T00:00Z");
    private static readonly Instant To = Utc("2041-01-01T00:00Z");
    private static readonly Instant[] TwelveDates = [.. SecondTuesday.All().Select(o => o.Start)];

    [Theory]
    [InlineData(nameof(ZoneForm.RuleIfExact))]
    [InlineData(nameof(ZoneForm.OneByOne))]
    public void Ical_js_reads_the_second_Tuesday_as_the_twelve_moments(string form)
    {
        using var judge = Present(Judge.IcalJs(out var why), why);
        Starts(judge, Written(SecondTuesday, Enum.Parse<ZoneForm>(form))).ShouldBe(TwelveDates);
    }

    [Theory]
    [InlineData(nameof(ZoneForm.RuleIfExact), false)]
    [InlineData(nameof(ZoneForm.OneByOne), false)]
    [InlineData(nameof(ZoneForm.RuleIfExact), true)]
    public void Python_reads_the_second_Tuesday_as_the_twelve_moments(string form, bool tables)
    {
        using var judge = Present(Judge.Python(out var why), why);
        Starts(judge, Written(SecondTuesday, Enum.Parse<ZoneForm>(form)), tables).ShouldBe(TwelveDates);
    }

    [Theory]
    [InlineData("20270328T010000", 7)]
    [InlineData("20271031T020000", 2)]
    public void Without_one_change_of_the_clocks_the_moments_after_it_are_wrong(string onset, int wrong)
    {
        using var judge = Present(Judge.IcalJs(out var why), why);
        var text = Written(SecondTuesday, ZoneForm.OneByOne);
        var at = text.IndexOf($"DTSTART:{onset}", StringComparison.Ordinal);
        var begin = text.LastIndexOf("BEGIN:", at, StringComparison.Ordinal);
        var end = text.IndexOf("END:", at, StringComparison.Ordinal);
        text = text.Remove(begin, text.IndexOf("\r\n", end, StringComparison.Ordinal) + 2 - begin);
        Starts(judge, text).Zip(TwelveDates).Count(p => p.First != p.Second).ShouldBe(wrong);
    }

    [Fact]
    public void At_a_skipped_time_the_two_programs_disagree_by_an_hour_and_so_we_refuse_it()
    {
        var gap = Weekly("2027-01-28T01:30", "Europe/London", SeriesRule.Monthly().EndingOn(Date("2027-12-28")));
        gap.FindWallTimeProblem().ShouldNotBeNull();
        using (var judge = Present(Judge.IcalJs(out var why), why))
        {
            Starts(judge, Written(gap)).ShouldContain(Utc("2027-03-28T00:30Z"));
        }

        using var second = Present(Judge.Python(out var reason), reason);
        Starts(second, Written(gap)).ShouldContain(Utc("2027-03-28T01:30Z"));
    }

    [Fact]
    public void Ical_js_agrees_on_rules_made_by_chance_in_forty_zones()
    {
        using var judge = Present(Judge.IcalJs(out var why), why);
        var chance = new RandomSeries(2027);
        for (var i = 0; i < Rules; i++)
        {
            var rule = chance.Rule();
            foreach (var zone in RandomSeries.Zones)
            {
                if (chance.In(zone, rule) is { } time)
                {
                    var calendarEvent = Event(time);
                    var to = rule.Rule.IsEndless ? CalendarWriter.Span(calendarEvent).To : To;
                    judge.Ask(CalendarWriter.File(calendarEvent).Text, From, to, brief: true).GetProperty("digests").GetProperty(calendarEvent.Uid).GetString()
                        .ShouldBe(Judge.Digest(time.Expand(From, to)), $"{time.ZoneId} {time.Start} {time.Rule}");
                }
            }
        }

        chance.Refused.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Python_agrees_on_rules_made_by_chance()
    {
        using var judge = Present(Judge.Python(out var why), why);
        var chance = new RandomSeries(2028);
        for (var i = 0; i < Rules * 2; i++)
        {
            if (chance.In(RandomSeries.Zones[i % 40], chance.Rule()) is { } time)
            {
                // Its zones end with 2037, as those of the tables it is used to.
                var to = Instant.Min(Utc("2038-01-01T00:00Z"), time.Rule!.IsEndless ? CalendarWriter.Span(Event(time)).To : To);
                judge.Read(Written(time), From, to)[Event(time).Uid]
                    .ShouldBe(time.Expand(From, to).Select(o => (o.Start, o.Minutes * 60L)), $"{time.ZoneId} {time.Start} {time.Rule}");
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_kind_of_object_we_write_is_read_with_the_same_moments(bool icalJs)
    {
        using var judge = icalJs ? Present(Judge.IcalJs(out var why), why) : Present(Judge.Python(out var reason), reason);
        var may = Date("2027-05-11");
        var meeting = Event(SecondTuesday.Drop(Date("2027-08-10")).Move(may, new(Local("2027-05-12T09:30"), 90))) with { Conference = new("https://meet.example.org/1") };
        var all = meeting.Time.All().Select(o => (o.Start, o.Minutes * 60L)).ToList();
        var single = Event(SeriesTime.Create(Local("2027-06-01T10:00"), 45, "Asia/Kathmandu")) with { Uid = "single" };
        Ask(CalendarWriter.File(meeting), "PUBLISH").ShouldBe(Rows(meeting.Uid, all));
        Ask(CalendarWriter.Request(meeting), "REQUEST").ShouldBe(Rows(meeting.Uid, all));
        Ask(CalendarWriter.Request(meeting, may), "REQUEST").ShouldBe([(meeting.Uid, Utc("2027-05-12T08:30Z"), 5400L)]);
        CalendarWriter.Cancel(meeting, may).Text.ShouldContain("STATUS:CANCELLED");
        judge.Ask(CalendarWriter.Cancel(meeting).Text, From, To).GetProperty("method").GetString().ShouldBe("CANCEL");
        judge.Ask(CalendarWriter.Cancel(meeting, may).Text, From, To).GetProperty("method").GetString().ShouldBe("CANCEL");
        var days = new CalendarDays("days", new DateInterval(Date("2027-12-24"), Date("2027-12-26")), "Break", Utc("2026-11-22T08:00Z"));
        Ask(CalendarWriter.Feed(new("All", Duration.FromHours(1), [meeting, single]) { Days = [days] }), "PUBLISH").ShouldBe(
        [
            .. Rows(meeting.Uid, all),
            ("single", Utc("2027-06-01T04:15Z"), 2700L),
            ("days", Utc("2027-12-24T00:00Z"), 3 * 86400L),
        ]);

        static IEnumerable<(string, Instant, long)> Rows(string uid, IEnumerable<(Instant, long)> dates) => dates.Select(d => (uid, d.Item1, d.Item2));
        List<(string, Instant, long)> Ask(CalendarObject one, string method)
        {
            judge.Ask(one.Text, From, To).GetProperty("method").GetString().ShouldBe(method);
            return [.. judge.Read(one.Text, From, To).SelectMany(e => Rows(e.Key, e.Value))];
        }
    }

    [Fact]
    public void Names_with_commas_quotes_and_other_scripts_arrive_whole()
    {
        const string Title = "Встреча; \"all\" schools, 学校会议 and \\ more\nsecond line 🙂 مرحبا and a long tail that must be folded somewhere";
        var people = Event(SecondTuesday, Title) with
        {
            Attendees = [new(new("O'Neill, \"Sue\" ^; 김민준", "sue+network@example.org"))],
            Place = "Room 3, first floor",
        };
        using var judge = Present(Judge.IcalJs(out var why), why);
        var text = judge.Ask(CalendarWriter.Request(people).Text, From, To).GetProperty("texts")[0];
        text.GetProperty("summary").GetString().ShouldBe(Title);
        text.GetProperty("location").GetString().ShouldBe("Room 3, first floor");
        text.GetProperty("names")[0].GetString().ShouldBe("O'Neill, \"Sue\" ^; 김민준");
        text.GetProperty("mails")[0].GetString().ShouldBe("mailto:sue+network@example.org");
        using var second = Present(Judge.Python(out var reason), reason);
        second.Ask(CalendarWriter.Request(people).Text, From, To).GetProperty("texts")[0].GetProperty("summary").GetString().ShouldBe(Title);
    }

    private static string Written(SeriesTime time, ZoneForm form = ZoneForm.RuleIfExact) =>
        CalendarWriter.Write(CalendarMethod.Publish, [Event(time)], (e, to) => CalendarWriter.Series(e, to, CalendarMethod.Publish), form: form).Text;

    private static IEnumerable<Instant> Starts(Judge judge, string text, bool tables = false) =>
        judge.Read(text, From, To, tables).ShouldHaveSingleItem().Value.Select(o => o.Start);

    private static Judge Present(Judge? judge, string why)
    {
        Assert.SkipWhen(judge is null, why);
        return judge!;
    }
}
