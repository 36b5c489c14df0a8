using System.Net;

namespace Causeway.Partnerships.Tests;

public sealed class HealthPageTests
{
    [Fact]
    public async Task Missed_meetings_show_in_words_and_one_press_makes_one_catch_up()
    {
        await using var world = await KeepWorld.StartAsync();
        (await world.OpenAsync("lead-a", "health")).Text.ShouldContain("Nothing shows that it slips");
        await world.MeetAsync("lead-a", 40, "1");
        await world.MeetAsync("lead-b", 10);
        var page = await world.OpenAsync("lead-b", "health");
        page.Text.ShouldContain("2 meetings in a row were missed.");
        await world.DoAsync("lead-b", "health", "Call");
        page = await world.OpenAsync("lead-a", "health");
        page.Find("form[action*='handler=Call']").ShouldBeNull("one is open");
        page.Text.ShouldContain("Feedback and concerns");
        var refused = await world.PressAsync("lead-a", "health", "Close", f => f.Set("HeldOn", world.Day(0)).Set("Gains", "Maps of both rivers"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Maps of both rivers");
        await world.DoAsync("lead-a", "health", "Close", f => f.Set("HeldOn", world.Day(0)).Set("Agreed", "Rarer and kept"));
        page = await world.OpenAsync("lead-b", "health");
        page.Text.ShouldContain("2 meetings in a row were missed.", customMessage: "talking about it does not end the cause");
        page.Find("form[action*='handler=Call']").ShouldBeNull("but raises no second talk");
        page.Text.ShouldContain("Rarer and kept");
        await world.MeetAsync("lead-a", 0, "1", "2");
        (await world.OpenAsync("lead-a", "health")).Text.ShouldContain("Nothing shows that it slips");
    }

    [Fact]
    public async Task Two_who_press_in_the_same_moment_make_one_catch_up()
    {
        await using var world = await KeepWorld.StartAsync();
        await world.MeetAsync("lead-a", 40);
        await world.MeetAsync("lead-a", 10);
        using var one = await world.App.AsAsync("lead-a");
        using var two = await world.App.AsAsync("lead-b");
        var forms = new[] { (await one.OpenAsync($"/partnerships/{world.Id}/health")).Form("form[action*='handler=Call']"), (await two.OpenAsync($"/partnerships/{world.Id}/health")).Form("form[action*='handler=Call']") };
        var answers = await Task.WhenAll(forms.Select(f => f.PostAsync()));
        answers.Count(a => a.Status == HttpStatusCode.SeeOther).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity).ShouldBe(1);
        (await world.AllAsync<CatchUp>()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_late_reply_and_an_overdue_action_show_until_they_come()
    {
        await using var world = await KeepWorld.StartAsync();
        await world.DoAsync("lead-a", "contacts?write=Message", "", f => f.Set("Day", world.Day(-30)).Set("Side", "2").Set("Promise", "5").Set("About", "Dates of the visit"));
        await world.DoAsync("lead-b", "contacts?write=Action", "", f => f.Set("Day", world.Day(-30)).Set("Side", "1").Set("DueOn", world.Day(-3)).Set("About", "Send the list"));
        var page = await world.OpenAsync("lead-a", "health");
        page.Text.ShouldContain("School B has not answered within the days it promised.");
        page.Text.ShouldContain("School A has not done an action by its day.");
        page.Text.ShouldNotContain("Dates of the visit");
        foreach (var entry in await world.AllAsync<ContactEntry>())
        {
            await world.DoAsync("counsellor-a", "contacts", "Finish", f => f.Set("Entry", entry.Id.ToString()).Set("DoneOn", world.Day(0)));
        }

        (await world.OpenAsync("lead-a", "health")).Text.ShouldContain("Nothing shows that it slips");
        (await world.OpenAsync("lead-a", "contacts")).Text.ShouldContain("Nothing waits.");
    }

    [Theory]
    [InlineData("Message", "Side", "", "Choose which side")]
    [InlineData("Message", "Promise", "0", "Promise 1 to 60 working days")]
    [InlineData("Message", "About", "", "Say in a few words what about")]
    [InlineData("Action", "DueOn", "2020-01-01", "not before it was agreed")]
    [InlineData("Action", "Day", "2099-01-01", "not one to come")]
    [InlineData("Meeting", "Day", "2019-01-01", "before the partnership was begun")]
    public async Task What_cannot_be_written_down_is_refused_at_its_field_and_nothing_typed_is_lost(string kind, string field, string value, string words)
    {
        await using var world = await KeepWorld.StartAsync();
        var answer = await world.PressAsync("lead-a", $"contacts?write={kind}", "", f =>
        {
            f.Set("Day", world.Day(-2)).Set("About", "Kept words");
            if (kind != "Meeting")
            {
                f.Set("Side", "2");
            }

            if (kind == "Action")
            {
                f.Set("DueOn", world.Day(9));
            }

            f.Set(field, value);
        });
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Text);
        answer.Text.ShouldContain(words);
        if (field != "About")
        {
            answer.Find("input[name=About]")!.GetAttribute("value").ShouldBe("Kept words");
        }
    }

    [Fact]
    public async Task A_coordinator_sees_the_signs_and_none_of_the_words()
    {
        await using var world = await KeepWorld.StartAsync();
        await world.MeetAsync("lead-a", 40);
        await world.MeetAsync("lead-a", 10);
        await world.DoAsync("lead-a", "health", "Call");
        await world.DoAsync("lead-a", "health", "Close", f => f.Set("HeldOn", world.Day(0)).Set("Agreed", "Secret words"));
        var page = await world.OpenAsync("coord", "health");
        page.Text.ShouldContain("2 meetings in a row were missed.");
        page.Text.ShouldNotContain("Secret words");
        page.Text.ShouldNotContain("Monthly talk");
        page.Document.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
        foreach (var part in new[] { "contacts", "balance", "learned", "hand-overs", "sponsors" })
        {
            (await world.OpenAsync("coord", part)).Status.ShouldBe(HttpStatusCode.NotFound, part);
        }
    }

    [Fact]
    public async Task Foreign_people_find_nothing()
    {
        await using var world = await KeepWorld.StartAsync();
        foreach (var person in new[] { "teacher-a", "dpo-a", "operator", "partner-a", "guest-a", "ended", "no-post", "coord-c", "lead-c" })
        {
            foreach (var part in new[] { "health", "contacts", "balance", "learned", "hand-overs", "sponsors" })
            {
                (await world.OpenAsync(person, part)).Status.ShouldBe(HttpStatusCode.NotFound, $"{person} {part}");
            }
        }
    }

    [Fact]
    public async Task An_owner_finds_it_at_home_and_it_leaves_by_itself()
    {
        await using var world = await KeepWorld.StartAsync();
        await world.MeetAsync("lead-a", 40);
        await world.MeetAsync("lead-a", 10);
        using var owner = await world.App.AsAsync("counsellor-b");
        (await owner.OpenAsync("/")).Text.ShouldContain("It may be slipping: River letters");
        using var head = await world.App.AsAsync("head-b");
        (await head.OpenAsync("/")).Text.ShouldNotContain("It may be slipping", customMessage: "no owner");
        await world.MeetAsync("lead-a", 0, "1", "2");
        (await owner.OpenAsync("/")).Text.ShouldNotContain("It may be slipping");
    }
}
