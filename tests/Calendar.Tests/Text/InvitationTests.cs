using System.Collections.Immutable;
using NodaTime;
using static Causeway.Calendar.Tests.Examples;

namespace Causeway.Calendar.Tests;

/// <summary>Which message follows which edit.</summary>
public sealed class InvitationTests
{
    private static readonly CalendarEvent Before = Event(SecondTuesday);
    private static readonly LocalDate May = Date("2027-05-11");

    [Fact]
    public void The_first_invitation_is_to_the_series()
    {
        var first = Invitations.First(Before);
        first.Content.Text.ShouldContain("RRULE:");
        first.Content.Text.ShouldNotContain("RECURRENCE-ID");
        first.To.Count.ShouldBe(2);
    }

    [Fact]
    public void A_moved_date_goes_alone()
    {
        var message = Only(Before with { Time = SecondTuesday.Move(May, new(Local("2027-05-12T09:30"))) });
        (message.Content.Method, message.About).ShouldBe((CalendarMethod.Request, May));
        message.Content.Text.ShouldNotContain("RRULE:FREQ=MONTHLY");
        message.Content.Text.ShouldContain("SEQUENCE:1");
    }

    [Fact]
    public void A_moved_date_goes_with_its_series_to_those_whose_programs_drop_the_rest()
    {
        var after = Before.Revise(Before with { Time = SecondTuesday.Move(May, new(Local("2027-05-12T09:30"))) });
        var message = Invitations.Between(Before, after, wholeSeries: true).ShouldHaveSingleItem();
        message.About.ShouldBeNull();
        message.Content.Text.ShouldContain("RRULE:FREQ=MONTHLY");
        message.Content.Text.ShouldContain("RECURRENCE-ID");
    }

    [Fact]
    public void A_dropped_date_is_cancelled_alone()
    {
        var message = Only(Before with { Time = SecondTuesday.Drop(May) });
        (message.Content.Method, message.About).ShouldBe((CalendarMethod.Cancel, May));
        message.Content.Text.ShouldContain("STATUS:CANCELLED\r\nSEQUENCE:1\r\n");
    }

    [Fact]
    public void A_date_that_comes_back_needs_the_whole_series()
    {
        var dropped = Before.Revise(Before with { Time = SecondTuesday.Drop(May) });
        var back = dropped.Revise(dropped with { Time = SecondTuesday });
        Invitations.Between(dropped, back).ShouldHaveSingleItem().About.ShouldBeNull();
        back.Sequence.ShouldBe(2);
    }

    [Fact]
    public void A_corrected_word_is_sent_and_raises_nothing()
    {
        var message = Only(Before with { Title = "Network meeting" });
        message.Content.Text.ShouldContain("SEQUENCE:0");
        var forOne = Only(Before with { Changes = ImmutableSortedDictionary<LocalDate, OccurrenceChange>.Empty.Add(May, new(Title: "Guest: the police")) });
        (forOne.About, forOne.Content.Text.Contains("SEQUENCE:0")).ShouldBe((May, true));
    }

    [Fact]
    public void Another_place_raises_the_sequence()
    {
        Only(Before with { Place = "Sports hall" }).Content.Text.ShouldContain("SEQUENCE:1");
        Only(Before with { Changes = ImmutableSortedDictionary<LocalDate, OccurrenceChange>.Empty.Add(May, new(Place: "Sports hall")) })
            .Content.Text.ShouldContain("SEQUENCE:1");
    }

    [Fact]
    public void Nothing_changed_nothing_sent()
    {
        Invitations.Between(Before, Before.Revise(Before with { Stamp = Utc("2027-01-01T00:00Z") })).ShouldBeEmpty();
        Invitations.Between(Before with { IsCancelled = true }, Before with { IsCancelled = true }).ShouldBeEmpty();
    }

    [Fact]
    public void Who_is_taken_off_is_told_and_the_others_are_left_in_peace()
    {
        var message = Only(Before with { Attendees = [Before.Attendees[0]] });
        (message.Content.Method, message.To.ShouldHaveSingleItem().Address.Mail).ShouldBe((CalendarMethod.Cancel, "minjun@example.org"));
        message.Content.Text.ShouldNotContain("ana@example.org");
    }

    [Fact]
    public void Who_comes_later_is_invited_alone()
    {
        var message = Only(Before with { Attendees = [.. Before.Attendees, new(new("Late", "late@example.org"))] });
        (message.Content.Method, message.To.ShouldHaveSingleItem().Address.Mail).ShouldBe((CalendarMethod.Request, "late@example.org"));
    }

    [Fact]
    public void A_cancellation_reaches_everybody_who_was_invited()
    {
        var message = Only(Before with { IsCancelled = true, Attendees = [] });
        (message.Content.Method, message.To.Count).ShouldBe((CalendarMethod.Cancel, 2));
    }

    [Fact]
    public void Another_event_is_no_next_version() => Should.Throw<ArgumentException>(() => Before.Revise(Before with { Uid = "other" }));

    private static InvitationMessage Only(CalendarEvent after) => Invitations.Between(Before, Before.Revise(after)).ShouldHaveSingleItem();
}
