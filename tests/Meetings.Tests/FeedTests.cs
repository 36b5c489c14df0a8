using System.Net;
using Causeway.TestKit;

namespace Causeway.Meetings.Tests;

public sealed class FeedTests
{
    [Fact]
    public async Task A_calendar_file_has_the_rule_the_moved_date_and_the_cancelled_one_under_a_rising_sequence()
    {
        await using var world = await MeetingWorld.StartAsync();
        using var lead = await world.App.AsAsync("lead-a");
        var url = $"/meetings/series/{world.Series}/calendar.ics";
        var before = (await lead.GetAsync(url)).Html;
        before.ShouldContain("RRULE:FREQ=WEEKLY;INTERVAL=4");
        before.ShouldContain("SEQUENCE:0");
        var meetings = await world.MeetingsAsync(world.Series);
        await world.PressAsync("coord", $"/meetings/{meetings[0].Id}/move", "", f => f.Set("Time", "17:30").Set("Reason", "The hall is taken"));
        using var coord = await world.App.AsAsync("coord");
        await (await coord.OpenAsync($"/meetings/{meetings[1].Id}/move")).Form().Set("Reason", "Holidays").PostAsync("Cancel this meeting");
        var after = await lead.GetAsync(url);
        after.Headers["Content-Type"].ShouldStartWith("text/calendar");
        after.Html.ShouldContain("SEQUENCE:2");
        after.Html.ShouldContain("RECURRENCE-ID;TZID=Europe/Lisbon:" + Stamp(meetings[0].Slot, "160000"));
        after.Html.ShouldContain("DTSTART;TZID=Europe/Lisbon:" + Stamp(meetings[0].Slot, "173000"));
        after.Html.ShouldContain("EXDATE;TZID=Europe/Lisbon:" + Stamp(meetings[1].Slot, "160000"));
        Uid(after.Html).ShouldBe(Uid(before));
    }

    [Fact]
    public async Task A_single_meeting_that_was_cancelled_is_shown_cancelled_in_feeds()
    {
        await using var world = await MeetingWorld.StartAsync(change: f => f.Set("Input.Rhythm", "Once"));
        using var anybody = world.App.Anonymous();
        var path = await MakeAsync(world, "lead-a", "Mine");
        (await anybody.GetAsync(path)).Html.ShouldContain("STATUS:CONFIRMED");
        using var coord = await world.App.AsAsync("coord");
        await (await coord.OpenAsync($"/meetings/{world.Next}/move")).Form().Set("Reason", "Snow").PostAsync("Cancel this meeting");
        var feed = (await anybody.GetAsync(path)).Html;
        feed.ShouldContain("STATUS:CANCELLED");
        feed.ShouldContain("SEQUENCE:1");
        await world.PressAsync("coord", $"/meetings/{world.Next}/move", "Restore");
        (await anybody.GetAsync(path)).Html.ShouldContain("STATUS:CONFIRMED");
    }

    [Fact]
    public async Task A_feed_names_no_person_and_nothing_of_the_agenda()
    {
        await using var world = await MeetingWorld.StartAsync();
        using var anybody = world.App.Anonymous();
        var feed = await anybody.GetAsync(await MakeAsync(world, "lead-a", "Network"));
        feed.Status.ShouldBe(HttpStatusCode.OK);
        feed.Html.ShouldContain("SUMMARY:Monthly network meeting");
        string[] never = ["ATTENDEE", "ORGANIZER", "DESCRIPTION", "Lea Lead", "people.example", "Welcome", "/answer/"];
        never.Where(w => feed.Html.Contains(w, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_feed_that_was_taken_back_and_one_that_never_was_are_answered_alike()
    {
        await using var world = await MeetingWorld.StartAsync();
        var path = await MakeAsync(world, "lead-a", "Mine");
        using var anybody = world.App.Anonymous();
        (await anybody.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await anybody.GetAsync(path[..^5] + (path[^5] == 'x' ? 'y' : 'x') + ".ics")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.PressAsync("lead-a", "/meetings/feeds", "TakeBack")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await anybody.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_feed_shows_what_its_holder_is_invited_to_and_a_teacher_can_make_no_wider_one()
    {
        await using var world = await MeetingWorld.StartAsync();
        await world.PlanAsync("coord", 12, f => f.Set("Input.Title", "Another series").Set("Input.Invited", "Nobody"));
        using var anybody = world.App.Anonymous();
        var mine = await anybody.GetAsync(await MakeAsync(world, "lead-a", "Mine"));
        mine.Html.ShouldContain("Monthly network meeting");
        mine.Html.ShouldNotContain("Another series");
        (await anybody.GetAsync(await MakeAsync(world, "lead-a", "Network"))).Html.ShouldContain("Another series");
        using var teacher = await world.App.AsAsync("teacher-a");
        (await (await teacher.OpenAsync("/meetings/feeds")).Form("main form:has(input[name=Reach])").Force("Reach", "Network").PostAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_takes_anothers_feed_back()
    {
        await using var world = await MeetingWorld.StartAsync();
        await MakeAsync(world, "lead-a", "Mine");
        await MakeAsync(world, "lead-b", "Mine");
        var other = (await world.AllAsync<CalendarFeedLink>()).Single(f => f.Holder == world.App.Person("lead-b"));
        (await world.PressAsync("lead-a", "/meetings/feeds", "TakeBack", f => f.Force("feed", other.Id.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.AllAsync<CalendarFeedLink>()).ShouldAllBe(f => f.RevokedAt == null);
    }

    private static async Task<string> MakeAsync(MeetingWorld world, string person, string reach)
    {
        using var browser = await world.App.AsAsync(person);
        var page = await (await browser.OpenAsync("/meetings/feeds")).Form("main form:has(input[name=Reach])").Set("Reach", reach).PostAsync();
        return new Uri(page.Find("code")!.TextContent).AbsolutePath;
    }

    private static string Stamp(DateOnly day, string time) => day.ToString("yyyyMMdd", null) + "T" + time;

    private static string Uid(string text) => text.Split('\n').First(l => l.StartsWith("UID:", StringComparison.Ordinal));
}
