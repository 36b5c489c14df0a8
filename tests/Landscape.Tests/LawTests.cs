using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Landscape.Tests;

public sealed class LawTests
{
    [Fact]
    public async Task The_register_is_shown_as_it_was_known_on_a_past_day()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var first = world.Today;
        world.App.Clock.Advance(TimeSpan.FromDays(40));
        var edit = world.Law.Replace("/laws/", "/laws/edit/", StringComparison.Ordinal);
        (await world.PostAsync("coord", edit, f => f.Set("Input.Title", "Care Act, new text").Set("Input.InForceTo", LandscapeWorld.Day(world.Today.AddDays(-1))))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var now = await world.OpenAsync("counsellor-a", "/landscape");
        now.Text.ShouldContain("Care Act, new text");
        now.Text.ShouldContain("Lapsed");
        var then = await world.OpenAsync("counsellor-a", "/landscape?on=" + LandscapeWorld.Day(first));
        then.Text.ShouldNotContain("new text");
        then.Text.ShouldContain("In force");
        then.Text.ShouldContain("as it was known on");
        (await world.OpenAsync("counsellor-a", world.Law + "?on=" + LandscapeWorld.Day(first))).Text.ShouldContain("REP-1");
        (await world.OpenAsync("counsellor-a", "/landscape?on=" + LandscapeWorld.Day(first.AddDays(-1)))).Text.ShouldContain("Nothing written down for that day");
        (await world.AllAsync<InstrumentStatement>()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_check_that_is_overdue_waits_on_the_coordinators_home_until_somebody_checked()
    {
        await using var world = await LandscapeWorld.StartAsync();
        (await world.OpenAsync("coord", "/")).Text.ShouldNotContain("Check again: Care Act");
        world.App.Clock.Advance(TimeSpan.FromDays(200));
        (await world.OpenAsync("coord", "/")).Text.ShouldContain("Check again: Care Act");
        (await world.OpenAsync("lead-a", "/")).Text.ShouldNotContain("Check again: Care Act");
        (await world.OpenAsync("coord", "/landscape")).Text.ShouldContain("Overdue");
        (await world.PostAsync("coord", world.Law)).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("coord", "/")).Text.ShouldNotContain("Check again: Care Act");
        (await world.OpenAsync("coord", world.Law)).Text.ShouldContain("checked by Cora Coordinator");
    }

    [Fact]
    public async Task What_is_wrong_is_refused_at_its_field_and_nothing_typed_is_lost()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var page = await world.PostAsync("coord", "/landscape/laws/edit", f => f.Set("Input.Title", "Half").Set("Input.Body", "Board").Set("Input.Link", "http://old.example/text"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("begins with https://");
        page.Find("input[name='Input.Title']")!.GetAttribute("value").ShouldBe("Half");
        page = await world.PostAsync("coord", "/landscape/laws/edit", f => f.Set("Input.Title", "Half").Set("Input.Body", "Board").Set("Input.InForceFrom", "2026-02-01").Set("Input.InForceTo", "2026-01-01"));
        page.Text.ShouldContain("before the first day in force");
        page = await world.PostAsync("coord", "/landscape/laws/edit", f => f.Set("Input.Title", "Half").Set("Input.Body", "Board").Set("Input.KnownOn", LandscapeWorld.Day(world.Today.AddDays(2))));
        page.Text.ShouldContain("has not come yet");
        page = await world.PostAsync("coord", world.Law + "/duties", f => f.Set("Input.Code", "rep-1").Set("Input.What", "Again").Set("Input.Who", "Head"));
        page.Text.ShouldContain("Another duty of your network has this code");
        page = await world.PostAsync("coord", world.Law + "/duties", f => f.Set("Input.Code", "no code").Set("Input.What", "Again").Set("Input.Who", "Head"));
        page.Text.ShouldContain("A code has 2 to 20");
    }

    [Fact]
    public async Task Two_who_write_at_once_meet()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var edit = world.Law.Replace("/laws/", "/laws/edit/", StringComparison.Ordinal);
        using var one = await world.App.AsAsync("coord");
        using var other = await world.App.AsAsync("coord");
        var (first, second) = ((await one.OpenAsync(edit)).Form(), (await other.OpenAsync(edit)).Form());
        (await first.Set("Input.Title", "One").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await second.Set("Input.Title", "Other").PostAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await world.OpenAsync("coord", "/landscape")).Text.ShouldNotContain("Other");
    }

    [Fact]
    public async Task Other_rooms_ask_for_duties_of_a_day_and_whether_one_lapsed()
    {
        await using var world = await LandscapeWorld.StartAsync();
        await world.DutyAsync(world.Law, "OLD-2", "Tell both guardians", f => f.Set("Input.Until", LandscapeWorld.Day(world.Today.AddDays(-10))));
        var network = world.App.Network("net-1");
        var (duties, lapsed, unknown) = await world.App.InScopeAsync("lead-b", async s =>
        {
            var register = s.GetRequiredService<IDutyRegister>();
            return (await register.OnAsync(network, world.Today, default), await register.HasLapsedAsync(network, "old-2", world.Today, default), await register.HasLapsedAsync(network, "NO-1", world.Today, default));
        });
        duties.Single(d => d.Code == "REP-1").IsInForce.ShouldBeTrue();
        duties.Single(d => d.Code == "OLD-2").IsInForce.ShouldBeFalse();
        lapsed.ShouldBeTrue();
        unknown.ShouldBeFalse();
        (await world.OpenAsync("lead-b", world.Law)).Text.ShouldContain("Lapsed");
    }

    [Fact]
    public async Task Leads_read_the_register_and_only_the_coordinator_writes_it()
    {
        await using var world = await LandscapeWorld.StartAsync();
        foreach (var person in new[] { "lead-a", "counsellor-a", "head-a", "dpo-a" })
        {
            (await world.StatusAsync(person, "/landscape")).ShouldBe(HttpStatusCode.OK);
            (await world.StatusAsync(person, "/landscape/laws/edit")).ShouldBe(HttpStatusCode.NotFound);
            (await world.StatusAsync(person, world.Law + "/duties")).ShouldBe(HttpStatusCode.NotFound);
        }

        foreach (var person in new[] { "teacher-a", "partner-a", "guest-a", "operator" })
        {
            (await world.StatusAsync(person, "/landscape")).ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
