using System.Net;

namespace Causeway.Meetings.Tests;

public sealed class AgendaTests
{
    [Fact]
    public async Task An_unfinished_item_that_is_moved_is_gone_from_there_and_knows_where_it_came_from()
    {
        await using var world = await MeetingWorld.StartAsync();
        var next = await HoldFirstAsync(world);
        var old = (await world.AllAsync<AgendaItem>()).First(i => i.MeetingId == new MeetingId(world.Next) && i.Title == "Decisions");
        (await CarryAsync(world, next, old, "Moved")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var items = await world.AllAsync<AgendaItem>();
        var made = items.Single(i => i.FromId == old.Id);
        made.MeetingId.ShouldBe(new MeetingId(next));
        made.CameBy.ShouldBe(Carrying.Moved);
        items.Single(i => i.Id == old.Id).ToId.ShouldBe(made.Id);
        using var browser = await world.App.AsAsync("lead-a");
        (await browser.OpenAsync($"/meetings/{world.Next}")).Text.ShouldContain("moved to the next meeting");
        (await browser.OpenAsync($"/meetings/{next}")).Text.ShouldContain("moved from the meeting before");
    }

    [Fact]
    public async Task An_item_is_carried_over_once_only()
    {
        await using var world = await MeetingWorld.StartAsync();
        var next = await HoldFirstAsync(world);
        using var browser = await world.App.AsAsync("coord");
        var page = await browser.OpenAsync($"/meetings/{next}/agenda");
        var (first, second) = (page.Form("main form[action*=Carry]"), page.Form("main form[action*=Carry]"));
        (await first.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await second.Force("_key", new string('a', 32)).PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.AllAsync<AgendaItem>()).Count(i => i.FromId is not null).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_carried_over_by_itself()
    {
        await using var world = await MeetingWorld.StartAsync();
        var next = await HoldFirstAsync(world);
        (await world.AllAsync<AgendaItem>()).Count(i => i.MeetingId == new MeetingId(next)).ShouldBe(3);
    }

    [Fact]
    public async Task A_parked_item_waits_in_the_backlog_until_it_is_taken()
    {
        await using var world = await MeetingWorld.StartAsync();
        using var browser = await world.App.AsAsync("lead-a");
        var page = $"/meetings/{world.Next}/agenda";
        (await (await browser.OpenAsync(page)).Form("main form:has(input[name=Title])").Set("Title", "Joint training day").PostAsync("park")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<AgendaItem>()).Single(i => i.Title == "Joint training day").MeetingId.ShouldBeNull();
        (await (await browser.OpenAsync(page)).Form("main form[action*=Park]:has(input[name=park][value=false])").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<AgendaItem>()).Single(i => i.Title == "Joint training day").MeetingId.ShouldBe(new MeetingId(world.Next));
    }

    [Fact]
    public async Task Order_changes_by_one_place_and_times_follow()
    {
        await using var world = await MeetingWorld.StartAsync();
        using var browser = await world.App.AsAsync("lead-a");
        var page = await browser.OpenAsync($"/meetings/{world.Next}/agenda");
        page.Text.ShouldContain("16:15");
        (await page.Form("main form[action*=Place]:has(input[name=up][value=false])").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<AgendaItem>()).Where(i => i.MeetingId == new MeetingId(world.Next)).OrderBy(i => i.Position).Select(i => i.Title)
            .ShouldBe(["Actions from last time", "Welcome", "Decisions"]);
    }

    [Fact]
    public async Task The_agenda_of_a_closed_meeting_stays_as_it_is()
    {
        await using var world = await MeetingWorld.StartAsync();
        using var browser = await world.App.AsAsync("lead-a");
        var form = (await browser.OpenAsync($"/meetings/{world.Next}/agenda")).Form("main form:has(input[name=Title])").Set("Title", "Too late");
        await world.HoldAsync(world.Next);
        var answer = await form.PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("This meeting is closed");
    }

    private static async Task<Guid> HoldFirstAsync(MeetingWorld world)
    {
        await world.HoldAsync(world.Next);
        return (await world.MeetingsAsync(world.Series))[1].Id.Value;
    }

    private static async Task<TestKit.TestPage> CarryAsync(MeetingWorld world, Guid next, AgendaItem item, string way)
    {
        using var browser = await world.App.AsAsync("coord");
        return await (await browser.OpenAsync($"/meetings/{next}/agenda")).Form($"main form[action*=Carry]:has(input[value='{item.Id}']):has(input[value={way}])").PostAsync();
    }
}
