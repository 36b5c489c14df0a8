using System.Collections.Immutable;
using System.Text;
using NodaTime;
using static Causeway.Calendar.Tests.Examples;

namespace Causeway.Calendar.Tests;

public sealed class CalendarWriterTests
{
    [Fact]
    public void An_invitation_to_the_second_Tuesday_reads_like_this()
    {
        var expected = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Causeway contributors//Causeway//EN
            CALSCALE:GREGORIAN
            METHOD:REQUEST
            BEGIN:VTIMEZONE
            TZID:Europe/London
            BEGIN:STANDARD
            DTSTART:20261025T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0000
            TZNAME:GMT
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:20270328T010000
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0100
            TZNAME:BST
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:9f2c@example.org
            DTSTAMP:20261122T080000Z
            DTSTART;TZID=Europe/London:20270112T160000
            DURATION:PT60M
            RRULE:FREQ=MONTHLY;BYDAY=2TU;UNTIL=20271214T160000Z
            EXDATE;TZID=Europe/London:20270810T160000
            SUMMARY:Meeting
            LOCATION:Library
            ORGANIZER;CN="Riverside Network":mailto:network@example.org
            ATTENDEE;CN="Ana Popescu";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=T
             RUE:mailto:ana@example.org
            ATTENDEE;CN="김민준";ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRU
             E:mailto:minjun@example.org
            STATUS:CONFIRMED
            SEQUENCE:0
            END:VEVENT
            BEGIN:VEVENT
            UID:9f2c@example.org
            DTSTAMP:20261122T080000Z
            RECURRENCE-ID;TZID=Europe/London:20270511T160000
            DTSTART;TZID=Europe/London:20270512T093000
            DURATION:PT90M
            SUMMARY:Meeting
            LOCATION:Library
            ORGANIZER;CN="Riverside Network":mailto:network@example.org
            ATTENDEE;CN="Ana Popescu";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=T
             RUE:mailto:ana@example.org
            ATTENDEE;CN="김민준";ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRU
             E:mailto:minjun@example.org
            STATUS:CONFIRMED
            SEQUENCE:0
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n");
        var time = SecondTuesday.Drop(Date("2027-08-10")).Move(Date("2027-05-11"), new(Local("2027-05-12T09:30"), 90));
        CalendarWriter.Request(Event(time)).Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("학교 회의 ")]
    [InlineData("🙂👩‍🏫 ")]
    [InlineData("word  word   ")]
    [InlineData("\\;,\n")]
    public void No_line_is_longer_than_75_octets_or_begins_with_a_stray_blank(string piece)
    {
        var title = string.Concat(Enumerable.Repeat(piece, 60));
        var octets = CalendarWriter.File(Event(SecondTuesday, title)).ToOctets();
        var lines = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets).Split("\r\n");
        lines.ShouldAllBe(l => Encoding.UTF8.GetByteCount(l) <= 75);
        lines.ShouldAllBe(l => !l.StartsWith("  ", StringComparison.Ordinal) && !l.StartsWith('\t') && !l.StartsWith(" \t", StringComparison.Ordinal) && !l.Contains('\n') && !l.Contains('\r'));
        lines.ShouldAllBe(l => l.All(c => c != '\uFFFD'));
        CalendarReader.Read(octets, out _)!.Events[0].Title.ShouldBe(title);
    }

    [Fact]
    public void Nothing_typed_can_begin_a_line_of_its_own()
    {
        const string Hostile = "x\r\nATTENDEE:mailto:a@b\nEND:VEVENT\rBEGIN:VEVENT\u2028DTSTART:1\u0000\u0007\u0085";
        var meeting = Event(SecondTuesday, Hostile) with
        {
            Uid = Hostile,
            Place = Hostile,
            Note = Hostile,
            Attendees = [new(new(Hostile + "\":mailto:x@y;CN=\"", "a@example.org"))],
        };
        var text = CalendarWriter.Request(meeting).Text;
        text.Split("\r\n").Count(l => l is "END:VEVENT").ShouldBe(1);
        text.Where(c => char.IsControl(c) && c is not '\r' and not '\n').ShouldBeEmpty();
        var read = CalendarReader.Read(Encoding.UTF8.GetBytes(text), out _)!.Events.ShouldHaveSingleItem();
        read.Attendees.ShouldHaveSingleItem().Mail.ShouldBe("a@example.org");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-at")]
    [InlineData("a@b@c")]
    [InlineData("a b@example.org")]
    [InlineData("a@example.org\r\nBCC:x@y")]
    public void What_is_no_mail_address_is_nobody(string mail) => Should.Throw<ArgumentException>(() => new CalendarAddress("Ana", mail));

    [Fact]
    public void A_link_that_is_not_of_the_web_is_not_written() =>
        Should.Throw<ArgumentException>(() => CalendarWriter.File(Event(SecondTuesday) with { Link = new("javascript:alert(1)") }));

    [Fact]
    public void The_method_in_the_text_is_the_method_of_the_media_type()
    {
        CalendarObject[] all =
        [
            CalendarWriter.File(Event(SecondTuesday)), CalendarWriter.Request(Event(SecondTuesday)), CalendarWriter.Cancel(Event(SecondTuesday)),
            CalendarWriter.Request(Event(SecondTuesday), Date("2027-05-11")), CalendarWriter.Cancel(Event(SecondTuesday), Date("2027-05-11")),
        ];
        all.Select(o => o.Method).ShouldBe([CalendarMethod.Publish, CalendarMethod.Request, CalendarMethod.Cancel, CalendarMethod.Request, CalendarMethod.Cancel]);
        foreach (var one in all)
        {
            var method = one.Text.Split("\r\n").Single(l => l.StartsWith("METHOD:", StringComparison.Ordinal))[7..];
            one.ContentType.ShouldBe($"text/calendar; charset=utf-8; method={method}");
            method.ShouldBe(one.Method.ToString().ToUpperInvariant());
        }
    }

    [Fact]
    public void A_cancellation_keeps_the_name_and_says_so_twice()
    {
        var text = CalendarWriter.Cancel(Event(SecondTuesday) with { Sequence = 4 }).Text;
        text.ShouldContain("METHOD:CANCEL\r\n");
        text.ShouldContain("STATUS:CANCELLED\r\nSEQUENCE:4\r\n");
        text.ShouldContain("UID:9f2c@example.org\r\n");
    }

    [Fact]
    public void A_date_that_does_not_differ_is_not_written_again()
    {
        var same = Event(SecondTuesday) with { Changes = ImmutableSortedDictionary<LocalDate, OccurrenceChange>.Empty.Add(Date("2027-05-11"), new(Place: "Library")) };
        CalendarWriter.File(same).Text.ShouldNotContain("RECURRENCE-ID");
        var other = same with { Changes = same.Changes.SetItem(Date("2027-05-11"), new(Place: "Sports hall")) };
        CalendarWriter.File(other).Text.ShouldContain("RECURRENCE-ID;TZID=Europe/London:20270511T160000\r\n");
    }

    [Fact]
    public void A_single_meeting_that_was_moved_is_where_it_was_moved_to()
    {
        var single = SeriesTime.Create(Local("2027-05-11T16:00"), 45, "Asia/Tokyo");
        var text = CalendarWriter.File(Event(single.Move(Date("2027-05-11"), new(Local("2027-05-12T10:00"))))).Text;
        text.ShouldContain("DTSTART;TZID=Asia/Tokyo:20270512T100000\r\nDURATION:PT45M\r\n");
        text.ShouldNotContain("RECURRENCE-ID");
        CalendarWriter.File(Event(single.Drop(Date("2027-05-11")))).Text.ShouldContain("STATUS:CANCELLED");
    }

    [Fact]
    public void A_feed_has_its_name_its_rhythm_whole_days_and_nobody_invited()
    {
        var feed = new CalendarFeed("Riverside; all", Duration.FromHours(6), [Event(SecondTuesday), Event(SecondTuesday) with { Uid = "second" }])
        {
            Days = [new("h1", new DateInterval(Date("2027-12-24"), Date("2027-12-26")), "Winter break", Utc("2026-11-22T08:00Z"))],
        };
        var text = CalendarWriter.Feed(feed).Text;
        text.ShouldContain("METHOD:PUBLISH\r\nNAME:Riverside\\; all\r\nX-WR-CALNAME:Riverside\\; all\r\nREFRESH-INTERVAL;VALUE=DURATION:PT360M\r\n");
        text.ShouldContain("DTSTART;VALUE=DATE:20271224\r\nDTEND;VALUE=DATE:20271227\r\n");
        text.ShouldNotContain("ATTENDEE");
        text.Split("\r\n").Count(l => l == "BEGIN:VTIMEZONE").ShouldBe(1);
    }

    [Fact]
    public void A_conference_and_a_link_are_addresses_of_their_own()
    {
        var text = CalendarWriter.File(Event(SecondTuesday) with { Link = new("https://example.org/m/1"), Conference = new("https://meet.example.org/ä b") })
            .Text.Replace("\r\n ", "");
        text.ShouldContain("URL:https://example.org/m/1\r\n");
        text.ShouldContain("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://meet.example.org/%C3%A4%20b\r\n", customMessage: text);
    }

    [Fact]
    public void An_invitation_without_organiser_or_guests_is_a_mistake()
    {
        Should.Throw<ArgumentException>(() => CalendarWriter.Request(Event(SecondTuesday) with { Attendees = [] }));
        Should.Throw<ArgumentException>(() => CalendarWriter.Cancel(Event(SecondTuesday) with { Organiser = null }));
        Should.Throw<ArgumentException>(() => CalendarWriter.Request(Event(SecondTuesday), Date("2027-05-12")));
    }
}
