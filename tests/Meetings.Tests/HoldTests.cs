using System.Net;

namespace Causeway.Meetings.Tests;

public sealed class HoldTests
{
    [Fact]
    public async Task Each_schools_result_is_kept_as_it_was_when_the_meeting_closed()
    {
        await using var world = await MeetingWorld.StartAsync();
        await world.AcceptAsync("lead-a@people.example");
        await world.HoldAsync(world.Next);
        var kept = await world.AllAsync<Representation>();
        kept.Select(r => (r.SchoolName, r.Result)).ShouldBe([("School A", RepresentationResult.Met), ("School B", RepresentationResult.Missed)], ignoreOrder: true);
        using var lead = await world.App.AsAsync("lead-b");
        var record = await lead.OpenAsync($"/meetings/series/{world.Series}/record");
        record.Text.ShouldContain("1 of 1");
        record.Text.ShouldContain("Missed");
    }

    [Fact]
    public async Task An_excused_school_counts_but_has_not_missed()
    {
        await using var world = await MeetingWorld.StartAsync();
        var school = world.App.Organisation("school-b").ToString();
        (await world.PressAsync("coord", $"/meetings/{world.Next}", "Excuse", f => f.Set("School", school).Set("Reason", "Open day"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        await world.HoldAsync(world.Next);
        (await world.AllAsync<Representation>()).Single(r => r.SchoolName == "School B").Result.ShouldBe(RepresentationResult.Excused);
    }

    [Fact]
    public async Task A_correction_after_the_close_needs_a_reason_is_logged_and_changes_the_result()
    {
        await using var world = await MeetingWorld.StartAsync();
        await world.HoldAsync(world.Next);
        var row = (await world.AllAsync<Attendance>()).First(a => a.Organisation == "School B");
        var page = $"/meetings/{world.Next}/attendance";
        (await world.PressAsync("lead-a", page, "", f => f.Set($"Marks[{row.Id}]", "Present"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.AllAsync<Attendance>()).Single(a => a.Id == row.Id).Presence.ShouldBe(Presence.Absent);
        (await world.PressAsync("lead-a", page, "", f => f.Set($"Marks[{row.Id}]", "Present").Set("Reason", "Came in late by video"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<Representation>()).Single(r => r.SchoolName == "School B").Result.ShouldBe(RepresentationResult.Met);
        var log = (await world.AllAsync<Correction>()).ShouldHaveSingleItem();
        (log.Before, log.After, log.Reason).ShouldBe(("Absent", "Present", "Came in late by video"));
    }

    [Fact]
    public async Task A_person_signs_by_typing_the_own_name_and_no_other()
    {
        await using var world = await MeetingWorld.StartAsync();
        await world.AcceptAsync("lead-a@people.example");
        (await world.PressAsync("coord", $"/meetings/{world.Next}", "Start")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.PressAsync("lead-a", $"/meetings/{world.Next}", "Sign", f => f.Set("Signature", "Liv Lead"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.PressAsync("lead-a", $"/meetings/{world.Next}", "Sign", f => f.Set("Signature", "lea lead"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<Attendance>()).Count(a => a.SignedAt is not null).ShouldBe(1);
    }

    [Fact]
    public async Task A_decision_says_how_it_was_made_and_when_it_is_looked_at_again()
    {
        await using var world = await MeetingWorld.StartAsync();
        (await world.PressAsync("coord", $"/meetings/{world.Next}", "Start")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = $"/meetings/{world.Next}/outcomes";
        var review = MeetingWorld.Day(world.Today.AddDays(365));
        var refused = await world.PressAsync("lead-a", page, "Decide", f => f.Set("Decided", "We begin in May").Set("Rule", "Majority").Set("For", "2").Set("Against", "2").Set("ReviewOn", review));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Html.ShouldContain("We begin in May");
        (await world.PressAsync("lead-a", page, "Decide", f => f.Set("Decided", "We begin in May").Set("Rule", "Majority").Set("For", "3").Set("Against", "2"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.PressAsync("lead-a", page, "Decide", f => f.Set("Decided", "We begin in May").Set("Rule", "Majority").Set("For", "3").Set("Against", "2").Set("ReviewOn", review))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var outcome = (await world.AllAsync<Outcome>()).ShouldHaveSingleItem();
        (outcome.Number, outcome.For, outcome.Against).ShouldBe((1, 3, 2));
    }

    [Fact]
    public async Task An_action_follows_its_person_home_and_a_late_one_needs_a_reason()
    {
        await using var world = await MeetingWorld.StartAsync();
        (await world.PressAsync("coord", $"/meetings/{world.Next}", "Start")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var post = world.App.Ids["post:lead-b-1"].ToString();
        var due = (await world.MeetingsAsync(world.Series))[0].Day.AddDays(3);
        (await world.PressAsync("lead-a", $"/meetings/{world.Next}/outcomes", "Agree", f => f.Set("What", "Ring the hospital").Set("Holder", post).Set("DueOn", MeetingWorld.Day(due)))).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var holder = await world.App.AsAsync("lead-b");
        (await holder.OpenAsync("/")).Text.ShouldContain("Ring the hospital");
        using var other = await world.App.AsAsync("lead-a");
        (await other.OpenAsync("/")).Text.ShouldNotContain("Ring the hospital");
        world.App.Clock.Advance(TimeSpan.FromDays(20));
        using var later = await world.App.AsAsync("lead-b");
        (await later.OpenAsync("/")).Text.ShouldContain("7 days late");
        var action = $"/meetings/actions/{(await world.AllAsync<ActionItem>())[0].Id}";
        (await (await later.OpenAsync(action)).Form().Set("Result", "Done by phone").PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await later.OpenAsync(action)).Form().Set("Result", "Done by phone").Set("LateReason", "Ward moved").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await later.OpenAsync("/")).Text.ShouldNotContain("Ring the hospital");
    }

    [Fact]
    public async Task Minutes_are_drafted_from_outcomes_go_round_and_stay_once_somebody_else_approved_them()
    {
        await using var world = await MeetingWorld.StartAsync();
        await world.AcceptAsync("lead-a@people.example");
        await world.PressAsync("coord", $"/meetings/{world.Next}", "Start");
        await world.PressAsync("lead-a", $"/meetings/{world.Next}/outcomes", "Note", f => f.Set("Text", "The list has 46 silent entries."));
        await world.PressAsync("coord", $"/meetings/{world.Next}", "Close");
        var page = $"/meetings/{world.Next}/minutes";
        using var writer = await world.App.AsAsync("lead-a");
        var draft = (await writer.OpenAsync(page)).Form();
        draft.Fields.Single(f => f.Key == "Text").Value.ShouldContain("46 silent entries");
        draft.Fields.Single(f => f.Key == "Text").Value.ShouldContain("Lea Lead (School A)");
        (await draft.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.PressAsync("lead-a", page, "Circulate")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.PressAsync("lead-a", page, "Approve")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var late = (await writer.OpenAsync(page)).Form("main form:has(textarea)");
        (await world.PressAsync("coord", page, "Approve")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await late.Set("Text", "Something else").PostAsync()).Status.ShouldBeOneOf(HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
        var minutes = (await world.AllAsync<Minutes>()).ShouldHaveSingleItem();
        minutes.State.ShouldBe(MinutesState.Approved);
        minutes.Text.ShouldContain("46 silent entries");
        minutes.Sha256!.Length.ShouldBe(64);
        (await world.PressAsync("lead-b", page, "Correct", f => f.Set("Correction", "It was 47").Set("Reason", "Counted again"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await writer.OpenAsync($"/meetings/{world.Next}/print")).Text.ShouldContain("It was 47");
    }

    [Fact]
    public async Task A_meeting_with_pupils_is_not_confirmed_until_each_school_names_an_adult()
    {
        await using var world = await MeetingWorld.StartAsync(change: f => f.Set("Input.Audience", "Mixed"));
        (await world.MeetingsAsync(world.Series)).ShouldAllBe(m => m.State == MeetingState.Draft);
        var refused = await world.PressAsync("coord", $"/meetings/{world.Next}", "Open");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Missing: School A, School B");
        foreach (var (person, post) in new[] { ("lead-a", "post:lead-a-1"), ("lead-b", "post:lead-b-1") })
        {
            (await world.PressAsync(person, $"/meetings/{world.Next}", "Supervise", f => f.Set("Adult", world.App.Ids[post].ToString()))).Status.ShouldBe(HttpStatusCode.SeeOther);
        }

        (await world.PressAsync("coord", $"/meetings/{world.Next}", "Open")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_school_names_no_adult_of_another()
    {
        await using var world = await MeetingWorld.StartAsync(change: f => f.Set("Input.Audience", "Pupils"));
        (await world.PressAsync("lead-a", $"/meetings/{world.Next}", "Supervise", f => f.Force("Adult", world.App.Ids["post:lead-b-1"].ToString()))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.AllAsync<Supervision>()).ShouldBeEmpty();
    }
}
