namespace Causeway.Partnerships.Tests;

public sealed class HealthSignalTests
{
    private static readonly DateOnly Start = new(2026, 9, 1);
    private static readonly SideFact[] Sides = [new(1, true, WorkDays.Usual), new(2, true, new([DayOfWeek.Friday, DayOfWeek.Saturday], [(new(2026, 9, 20), new(2026, 9, 24))]))];
    private static readonly OwnerFact[] Enough = [new(1, Start, null), new(1, Start, null), new(2, Start, null), new(2, Start, null)];
    private static readonly HealthFacts Well = new(true, Start, Sides, [], [], [], Enough);

    [Fact]
    public void A_partnership_about_which_nothing_is_known_shows_no_sign() => HealthSignals.Of(Well, Start.AddDays(400)).ShouldBeEmpty();

    [Fact]
    public void Two_meetings_missed_in_a_row_show_from_the_second_and_end_with_the_next_one_held()
    {
        MeetingFact first = new(Guid.NewGuid(), new(2026, 9, 8), []), second = new(Guid.NewGuid(), new(2026, 10, 6), [1]), third = new(Guid.NewGuid(), new(2026, 11, 3), []), held = new(Guid.NewGuid(), new(2026, 11, 10), [1, 2]);
        var facts = Well with { Meetings = [first, second, third, held] };
        HealthSignals.Of(facts, new(2026, 10, 5)).ShouldBeEmpty();
        var sign = HealthSignals.Of(facts, new(2026, 10, 6)).ShouldHaveSingleItem();
        (sign.Kind, sign.Since, sign.Count).ShouldBe((SignalKind.MissedMeetings, new(2026, 10, 6), 2), "one side that waited alone has met nobody");
        var later = HealthSignals.Of(facts, new(2026, 11, 4)).ShouldHaveSingleItem();
        (later.Key, later.Count).ShouldBe((sign.Key, 3));
        HealthSignals.Of(facts, new(2026, 11, 10)).ShouldBeEmpty();
    }

    [Theory]
    // Asked on Thursday 17 September, five working days. Saturday and Sunday free: Friday, then Monday to Thursday the 24th.
    [InlineData(1, 17, 25)]
    // Friday and Saturday free and holidays from Sunday to Thursday: the first working day is Sunday the 27th, the fifth Thursday 1 October.
    [InlineData(2, 17, 32)]
    public void A_reply_is_late_by_the_working_days_of_whoever_answers(int to, int sent, int lateFrom)
    {
        var late = Start.AddDays(lateFrom - 1);
        var facts = Well with { Messages = [new(Guid.NewGuid(), to, Start.AddDays(sent - 1), 5, null)] };
        HealthSignals.Of(facts, late.AddDays(-1)).ShouldBeEmpty();
        var sign = HealthSignals.Of(facts, late).ShouldHaveSingleItem();
        (sign.Kind, sign.Side, sign.Since).ShouldBe((SignalKind.LateReply, to, late));
        HealthSignals.Of(facts with { Messages = [facts.Messages[0] with { Answered = late.AddDays(3) }] }, late.AddDays(3)).ShouldBeEmpty();
    }

    [Fact]
    public void Holidays_told_afterwards_move_the_day_but_raise_nothing_twice()
    {
        var facts = Well with { Messages = [new(Guid.NewGuid(), 1, new(2026, 9, 17), 2, null)] };
        var told = facts with { Sides = [Sides[0] with { Days = WorkDays.Usual with { Holidays = [(new(2026, 9, 21), new(2026, 9, 22))] } }, Sides[1]] };
        var (before, after) = (HealthSignals.Of(facts, new(2026, 10, 1))[0], HealthSignals.Of(told, new(2026, 10, 1))[0]);
        after.Since.ShouldBe(before.Since.AddDays(2));
        after.Key.ShouldBe(before.Key);
    }

    [Fact]
    public void An_action_is_overdue_from_the_day_after_until_it_is_done()
    {
        var facts = Well with { Actions = [new(Guid.NewGuid(), 2, new(2026, 10, 1), new(2026, 10, 9))] };
        HealthSignals.Of(facts, new(2026, 10, 1)).ShouldBeEmpty();
        HealthSignals.Of(facts, new(2026, 10, 2)).ShouldHaveSingleItem().Side.ShouldBe(2);
        HealthSignals.Of(facts, new(2026, 10, 9)).ShouldBeEmpty();
    }

    [Fact]
    public void A_school_that_stands_on_one_owner_shows_from_the_day_the_other_went_and_anew_when_it_happens_again()
    {
        var facts = Well with { Owners = [.. Enough.Take(3), new(2, Start, new(2026, 10, 5)), new(2, new(2026, 11, 2), new(2026, 12, 1))] };
        var first = HealthSignals.Of(facts, new(2026, 10, 20)).ShouldHaveSingleItem();
        (first.Side, first.Since, first.Count).ShouldBe((2, new(2026, 10, 5), 1));
        HealthSignals.Of(facts, new(2026, 11, 30)).ShouldBeEmpty();
        var again = HealthSignals.Of(facts, new(2026, 12, 1)).ShouldHaveSingleItem();
        again.Key.ShouldNotBe(first.Key);
        HealthSignals.Of(facts with { Sides = [Sides[0], Sides[1] with { IsSchool = false }] }, new(2026, 12, 1)).ShouldBeEmpty("the rule is one for schools");
    }

    [Fact]
    public void Before_and_after_its_work_nothing_shows()
    {
        var facts = Well with { AtWork = false, Owners = [], Actions = [new(Guid.NewGuid(), 1, Start, null)] };
        HealthSignals.Of(facts, Start.AddDays(90)).ShouldBeEmpty();
    }

    [Fact]
    public void One_catch_up_at_a_time_and_none_about_what_was_spoken_of()
    {
        var sign = new HealthSignal(SignalKind.OverdueAction, "x", Start, Start, 1, 1);
        var other = sign with { On = "y" };
        CatchUpRule.Proposal([sign], []).ShouldBe([sign]);
        CatchUpRule.Proposal([sign, other], [new(true, new HashSet<string> { sign.Key })]).ShouldBeEmpty();
        CatchUpRule.Proposal([sign, other], [new(false, new HashSet<string> { sign.Key })]).ShouldBe([other]);
    }

    [Theory]
    [InlineData(true, true, 2, 0, false)]
    [InlineData(true, true, 2, 1, true)]
    [InlineData(true, true, 1, 0, false)]
    [InlineData(true, true, 1, 1, true)]
    [InlineData(true, true, 3, 0, true)]
    [InlineData(true, false, 1, 0, true)]
    [InlineData(false, true, 1, 0, true)]
    public void The_last_but_one_owner_of_a_school_at_work_goes_with_a_successor_only(bool atWork, bool school, int owners, int successors, bool may) =>
        OwnerRule.MayGo(atWork, school, owners, successors).ShouldBe(may);
}
