using System.Net;

namespace Causeway.Partnerships.Tests;

public sealed class HandOverTests
{
    [Fact]
    public async Task A_departure_is_a_list_with_a_successor_who_says_yes()
    {
        await using var world = await KeepWorld.StartAsync();
        var leaver = (await world.AllAsync<PartyOwner>()).Single(o => o.PersonId == world.App.Person("lead-a"));
        await StartAsync(world, leaver, "teacher-a");
        var handOver = (await world.AllAsync<HandOver>()).Single();
        (await world.PressAsync("lead-a", $"hand-overs?open={handOver.Id}", "Finish")).Text.ShouldContain("The successor has not said yes yet.");
        (await world.OpenAsync("teacher-a", "health")).Status.ShouldBe(HttpStatusCode.NotFound, "not an owner yet");
        using var teacher = await world.App.AsAsync("teacher-a");
        (await teacher.OpenAsync("/")).Text.ShouldContain("Would you take over a partnership");
        await world.DoAsync("teacher-a", $"/partnerships/take-over/{handOver.Id}", "Yes");
        (await world.OpenAsync("teacher-a", "hand-overs")).Status.ShouldBe(HttpStatusCode.OK);
        (await world.PressAsync("lead-a", $"hand-overs?open={handOver.Id}", "Finish")).Text.ShouldContain("The list is not through yet");
        await world.DoAsync("lead-a", $"hand-overs?open={handOver.Id}", "Tick", f =>
        {
            for (var i = 0; i < 5; i++)
            {
                f.Set($"Items[{i}].IsDone", "true").Set($"Items[{i}].Note", $"Shelf {i}");
            }
        });
        await world.DoAsync("teacher-a", $"hand-overs?open={handOver.Id}", "Finish");
        var owners = await world.AllAsync<PartyOwner>();
        owners.Single(o => o.Id == leaver.Id).Until.ShouldBe(world.Today);
        owners.Count(o => o.PartyId == leaver.PartyId && o.Until is null).ShouldBe(2);
        (await world.OpenAsync("counsellor-a", "health")).Text.ShouldContain("Nothing shows that it slips");
    }

    [Fact]
    public async Task The_last_but_one_owner_cannot_simply_go_while_it_works()
    {
        await using var world = await KeepWorld.StartAsync();
        var answer = await world.PressAsync("lead-a", "parties", "HandOver");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("A school at work keeps two owners.");
        (await world.AllAsync<PartyOwner>()).ShouldAllBe(o => o.Until == null);
    }

    [Fact]
    public async Task Three_owners_of_whom_two_go_in_one_moment_stay_two()
    {
        await using var world = await KeepWorld.StartAsync();
        var leaver = (await world.AllAsync<PartyOwner>()).Single(o => o.PersonId == world.App.Person("lead-a"));
        await StartAsync(world, leaver, "teacher-a");
        await world.DoAsync("teacher-a", $"/partnerships/take-over/{(await world.AllAsync<HandOver>()).Single().Id}", "Yes");
        using var one = await world.App.AsAsync("lead-a");
        using var two = await world.App.AsAsync("counsellor-a");
        var forms = new List<Causeway.TestKit.TestForm>();
        foreach (var (browser, number) in new[] { (one, 0), (two, 1) })
        {
            var page = await browser.OpenAsync($"/partnerships/{world.Id}/parties");
            var owner = page.Document.QuerySelectorAll("form[action*='handler=HandOver'] input[name=Owner]")[number].GetAttribute("value")!;
            forms.Add(page.Form("form[action*='handler=HandOver']").Force("Owner", owner));
        }

        var answers = await Task.WhenAll(forms.Select(f => f.PostAsync()));
        answers.Count(a => a.Status == HttpStatusCode.SeeOther).ShouldBe(1);
        (await world.AllAsync<PartyOwner>()).Count(o => o.PartyId == leaver.PartyId && o.Until is null).ShouldBe(2);
    }

    [Fact]
    public async Task Only_somebody_of_the_own_side_who_is_no_owner_yet_takes_over()
    {
        await using var world = await KeepWorld.StartAsync();
        var leaver = (await world.AllAsync<PartyOwner>()).Single(o => o.PersonId == world.App.Person("lead-a"));
        foreach (var person in new[] { "counsellor-a", "teacher-b" })
        {
            var answer = await world.PressAsync("lead-a", "hand-overs", "Start", f => f.Set("Owner", leaver.Id.ToString()).Force("Successor", world.App.Person(person).ToString()).Set("LeavesOn", world.Day(14)));
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, person);
        }

        await StartAsync(world, leaver, "teacher-a");
        var handOver = (await world.AllAsync<HandOver>()).Single();
        using var other = await world.App.AsAsync("lead-b");
        (await other.GetAsync($"/partnerships/take-over/{handOver.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/partnerships/{world.Id}/hand-overs?open={handOver.Id}")).Status.ShouldBe(HttpStatusCode.NotFound, "the other side's list");
        await world.DoAsync("teacher-a", $"/partnerships/take-over/{handOver.Id}", "No");
        (await world.AllAsync<HandOver>()).Single().Runs.ShouldBeFalse();
        (await world.AllAsync<PartyOwner>()).ShouldAllBe(o => o.Until == null);
        await StartAsync(world, leaver, "head-a");
    }

    [Fact]
    public async Task A_change_of_sponsor_asks_the_new_one_to_sign()
    {
        await using var world = await KeepWorld.StartAsync();
        using var head = await world.App.AsAsync("head-a");
        (await head.OpenAsync("/")).Text.ShouldNotContain("The new sponsor signs");
        await world.DoAsync("lead-a", "parties", "Sponsor", f => f.Set("SponsorName", "Hal Head").Set("SponsorCapacity", "Head"));
        (await head.OpenAsync("/")).Text.ShouldContain("The new sponsor signs: River letters");
        using var other = await world.App.AsAsync("head-b");
        (await other.OpenAsync("/")).Text.ShouldNotContain("The new sponsor signs");
        (await world.PressAsync("lead-a", "sponsors", "", f => f.Set("StandsBehind", "true"))).Text.ShouldContain("Say how you know");
        (await world.PressAsync("head-a", "sponsors", "")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await world.DoAsync("head-a", "sponsors", "", f => f.Set("StandsBehind", "true"));
        (await head.OpenAsync("/")).Text.ShouldNotContain("The new sponsor signs");
        (await world.AllAsync<SponsorWord>()).Single().Occasion.ShouldBe(SponsorOccasion.Change);
        (await world.OpenAsync("lead-b", "sponsors")).Text.ShouldContain("Hal Head");
    }

    private static Task StartAsync(KeepWorld world, PartyOwner leaver, string successor) => world.DoAsync(
        "lead-a", "hand-overs", "Start", f => f.Set("Owner", leaver.Id.ToString()).Set("Successor", world.App.Person(successor).ToString()).Set("LeavesOn", world.Day(14)));
}
