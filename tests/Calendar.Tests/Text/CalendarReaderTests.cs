using System.Diagnostics;
using System.Text;
using NodaTime;
using static Causeway.Calendar.Tests.Examples;

namespace Causeway.Calendar.Tests;

public sealed class CalendarReaderTests
{
    [Fact]
    public void What_we_write_we_read_back_as_the_same_series()
    {
        var chance = new RandomSeries(7);
        for (var i = 0; i < 400; i++)
        {
            if (chance.In(RandomSeries.Zones[i % 40], chance.Rule()) is { } time)
            {
                var read = CalendarReader.Read(CalendarWriter.Request(Event(time)).ToOctets(), out var fault);
                fault.ShouldBeNull();
                var series = read!.SeriesOf("9f2c@example.org", out var why);
                why.ShouldBeNull();
                series.ShouldBe(time, $"{time.ZoneId} {time.Start} {time.Rule}");
            }
        }
    }

    [Fact]
    public void An_answer_says_who_what_and_to_which_version()
    {
        var reply = Reply("ATTENDEE;PARTSTAT=ACCEPTED;CN=\"Ana ^'A^' P\":MAILTO:ana%2Bx@example.org\r\nSEQUENCE:3\r\nCOMMENT:Five minutes\\, late\r\n");
        (reply!.Uid, reply.Mail, reply.Answer, reply.Sequence, reply.Comment).ShouldBe(
            ("9f2c@example.org", "ana+x@example.org", CalendarAnswer.Accepted, 3, "Five minutes, late"));
        reply.IsForOneDate.ShouldBeFalse();
        reply.Stamp.ShouldBe(Utc("2027-01-02T10:00Z"));
    }

    [Theory]
    [InlineData("RECURRENCE-ID:20270511T150000Z")]
    [InlineData("RECURRENCE-ID;TZID=Europe/London:20270511T160000")]
    [InlineData("RECURRENCE-ID;TZID=GMT Standard Time:20270511T160000")]
    [InlineData("RECURRENCE-ID;TZID=/maker.example/Europe/London:20270511T160000")]
    [InlineData("RECURRENCE-ID;TZID=Asia/Seoul:20270512T000000")]
    [InlineData("RECURRENCE-ID;TZID=My own zone:20270511T180000")]
    [InlineData("RECURRENCE-ID;VALUE=DATE:20270511")]
    [InlineData("RECURRENCE-ID:20270511T160000")]
    public void The_date_answered_is_found_however_the_program_writes_it(string line)
    {
        const string Zone = "BEGIN:VTIMEZONE\r\nTZID:My own zone\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200\r\n"
            + "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0200\r\n"
            + "TZOFFSETTO:+0300\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
        var reply = Reply($"ATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.org\r\n{line}\r\n", Zone)!;
        reply.IsForOneDate.ShouldBeTrue();
        reply.DateIn(SecondTuesday).ShouldBe(Date("2027-05-11"));
    }

    [Fact]
    public void A_date_the_series_does_not_have_is_no_date() =>
        Reply("ATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.org\r\nRECURRENCE-ID:20270512T150000Z\r\n")!.DateIn(SecondTuesday).ShouldBeNull();

    [Theory]
    [InlineData("REQUEST", "not-an-answer")]
    [InlineData("COUNTER", "not-an-answer")]
    [InlineData("CANCEL", "not-an-answer")]
    [InlineData("REFRESH", "not-an-answer")]
    [InlineData("", "not-an-answer")]
    public void Other_methods_are_answered_in_words(string method, string code)
    {
        CalendarReader.ReadReply(Octets(method, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.org\r\n"), out var fault).ShouldBeNull();
        fault!.Code.ShouldBe(code);
        fault.Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("", "not-one-person")]
    [InlineData("ATTENDEE;PARTSTAT=X-MAYBE:mailto:a@b.org\r\n", "not-one-person")]
    [InlineData("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.org\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:c@b.org\r\n", "not-one-person")]
    [InlineData("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.org\r\nRECURRENCE-ID:yesterday\r\n", "bad-time")]
    [InlineData("no line at all\r\n", "bad-line")]
    [InlineData("ATTENDEE;PARTSTAT:mailto:a@b.org\r\n", "bad-line")]
    [InlineData("END:VALARM\r\n", "not-nested")]
    [InlineData("BEGIN:A\r\nBEGIN:B\r\nBEGIN:C\r\nEND:C\r\nEND:B\r\nEND:A\r\n", "too-many-parts")]
    [InlineData("DURATION:PT99999999H\r\n", "bad-length")]
    [InlineData("DTSTART;TZID=Europe/London:20271332T990000\r\n", "bad-time")]
    public void A_damaged_answer_is_refused_with_a_reason(string lines, string code)
    {
        CalendarReader.ReadReply(Octets("REPLY", lines), out var fault).ShouldBeNull();
        fault!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("BEGIN:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR")]
    [InlineData("BEGIN:VEVENT\nEND:VEVENT")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("END:VCALENDAR")]
    [InlineData(" \n\t\n :::")]
    public void What_is_no_calendar_is_refused(string text)
    {
        CalendarReader.Read(Encoding.UTF8.GetBytes(text), out var fault).ShouldBeNull();
        fault.ShouldNotBeNull();
    }

    [Fact]
    public void A_file_beyond_any_limit_is_refused_quickly()
    {
        var many = string.Concat(Enumerable.Repeat("BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n", 3000));
        var list = "EXDATE:" + string.Join(',', Enumerable.Repeat("20270511T150000Z", 1900)) + ",20270511T150000Z\r\n";
        (string Text, string Code)[] hostile =
        [
            (Wrapped("X:" + new string('x', 600_000) + "\r\n"), "too-large"),
            (Wrapped("X:" + new string('x', 40_000) + "\r\n"), "line-too-long"),
            (Wrapped("X:y\r\n" + string.Concat(Enumerable.Repeat(" z\r\n", 100_000))), "line-too-long"),
            (Wrapped(string.Concat(Enumerable.Repeat("X:\r\n", 25_000))), "too-many-lines"),
            (Wrapped(many), "too-many-parts"),
            (string.Concat(Enumerable.Repeat("BEGIN:VCALENDAR\r\n", 5000)), "too-many-parts"),
            (Wrapped("BEGIN:VEVENT\r\nUID:1\r\n" + list + list + "END:VEVENT\r\n"), "bad-time"),
        ];
        var watch = Stopwatch.StartNew();
        foreach (var (text, code) in hostile)
        {
            CalendarReader.Read(Encoding.UTF8.GetBytes(text), out var fault).ShouldBeNull();
            fault!.Code.ShouldBe(code);
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_rule_for_ever_and_a_zone_for_ever_end_with_our_calendar()
    {
        var text = Wrapped("BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Pacific/Kiritimati:20270101T100000\r\nDURATION:PT1H\r\n"
            + "RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z\r\nEND:VEVENT\r\n");
        var series = CalendarReader.Read(Encoding.UTF8.GetBytes(text), out _)!.SeriesOf("1", out var fault);
        fault.ShouldBeNull();
        series!.All().Last().Original.Year.ShouldBe(2199);
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY", "Only weekly and monthly rules are supported.")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=2TU", "It has no length, or does not start on a date of its rule.")]
    public void An_event_we_cannot_repeat_exactly_says_why(string rule, string why)
    {
        var text = Wrapped($"BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Asia/Seoul:20270101T100000\r\nDTEND:20270101T020000Z\r\n{rule}\r\nEND:VEVENT\r\n");
        CalendarReader.Read(Encoding.UTF8.GetBytes(text), out _)!.SeriesOf("1", out var fault).ShouldBeNull();
        fault.ShouldBe(why);
    }

    private static string Wrapped(string lines) => $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{lines}END:VCALENDAR\r\n";

    private static byte[] Octets(string method, string lines, string zone = "") => Encoding.UTF8.GetBytes(
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{(method.Length > 0 ? $"METHOD:{method}\r\n" : "")}{zone}BEGIN:VEVENT\r\nUID:9f2c@example.org\r\n"
        + $"DTSTAMP:20270102T100000Z\r\n{lines}END:VEVENT\r\nEND:VCALENDAR\r\n");

    private static InvitationReply? Reply(string lines, string zone = "")
    {
        var reply = CalendarReader.ReadReply(Octets("REPLY", lines, zone), out var fault);
        fault.ShouldBeNull();
        return reply;
    }
}
