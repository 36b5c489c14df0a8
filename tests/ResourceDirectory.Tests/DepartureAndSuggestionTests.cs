using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

public sealed class DepartureAndSuggestionTests : IAsyncLifetime
{
    private readonly CheckWorld _check = new();

    public async ValueTask InitializeAsync()
    {
        await _check.InitializeAsync();
        await _check.FillAsync();
    }

    public ValueTask DisposeAsync() => _check.DisposeAsync();

    [Fact]
    public async Task Who_left_stays_with_the_day_and_points_to_the_successor_until_it_is_undone()
    {
        var entry = await _check.EntryAsync("Alma Ashgrove");
        var page = await _check.World.OpenAsync("lead-b", $"/directory/entries/{entry.Id}/check");
        var form = page.Form("form[action*=Left]").Set("LeftOn", "2026-11-01").Set("Successor", "Cora Cedarfield");

        var left = await form.SubmitAsync("Mark as left");

        left.Text.ShouldContain("left on 1 November 2026");
        left.Document.QuerySelectorAll("main a").Select(a => a.TextContent).ShouldContain("Cora Cedarfield");
        (await _check.EntryAsync("Alma Ashgrove")).Departed.ShouldBeTrue();

        // Out of the default view, counted there, and let in by one press.
        var found = await _check.World.OpenAsync("lead-a", "/find-help?q=Ashgrove");
        found.Text.ShouldContain("1 more: left, or silent through two checks");
        found.Text.ShouldNotContain("Left on");
        var letIn = await _check.World.OpenAsync("lead-a", "/find-help?q=Ashgrove&unknown=asleep");
        letIn.Text.ShouldContain("Alma Ashgrove");
        letIn.Text.ShouldContain("Left on");
        (await _check.World.OpenAsync("counsellor-a", "/")).Text.ShouldContain("Alma Ashgrove is not there any more");
        (await _check.World.OpenAsync("lead-b", "/")).Text.ShouldNotContain("Alma Ashgrove is not there any more");

        var check = await _check.World.OpenAsync("counsellor-a", $"/directory/entries/{entry.Id}/check");
        await check.Form("form[action*=Seen]").SubmitAsync();
        (await _check.World.OpenAsync("lead-a", "/")).Text.ShouldNotContain("is not there any more");
        await _check.StartAsync();
        (await _check.ItemsAsync()).ShouldAllBe(i => i.Name != "Alma Ashgrove");

        check = await _check.World.OpenAsync("lead-a", $"/directory/entries/{entry.Id}/check");
        (await check.Form("form[action*=Back]").SubmitAsync()).Text.ShouldContain("as before");
        (await _check.EntryAsync("Alma Ashgrove")).Departed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2027-11-01", "", "still to come")]
    [InlineData("", "", "Write the day they left")]
    [InlineData("2026-11-01", "/directory/entries/01a1e8a0-0000-7000-8000-000000000009", "Choose an entry of the directory")]
    public async Task A_departure_that_cannot_be_is_refused_at_its_field(string day, string successor, string message)
    {
        var entry = await _check.EntryAsync("Alma Ashgrove");
        var page = await _check.World.OpenAsync("lead-a", $"/directory/entries/{entry.Id}/check");

        var answer = await page.Form("form[action*=Left]").Set("LeftOn", day).Set("Successor", successor).PostAsync();

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(message);
        answer.Find("input[name=Successor]")!.GetAttribute("value").ShouldBe(successor);
        (await _check.EntryAsync("Alma Ashgrove")).Departed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_professional_who_withdraws_by_link_is_marked_and_a_coming_departure_is_shown_with_the_successor()
    {
        await _check.StartAsync();
        var leaving = await _check.OpenLinkAsync(_check.MailsTo("alma@ashgrove.example")[0]);
        await leaving.Form().Set("Form.Typed[LeavesOn]", "30 January 2027").Set("Form.Typed[Successor]", "Dr New Comer").SubmitAsync("right");
        var page = await _check.OpenLinkAsync(_check.MailsTo("desk@birch.example")[0]);
        await page.Form().SubmitAsync("withdraw");

        var alma = await _check.EntryAsync("Alma Ashgrove");
        (alma.LeavesOn, alma.Departed).ShouldBe((new DateOnly(2027, 1, 30), false));
        var shown = await _check.World.OpenAsync("teacher-b", $"/directory/entries/{alma.Id}");
        shown.Text.ShouldContain("Is expected to leave on 30 January 2027");
        shown.Text.ShouldContain("Dr New Comer");
        var bela = await _check.EntryAsync("Bela Birchwood");
        bela.Departed.ShouldBeTrue();
        (await _check.World.OpenAsync("teacher-b", $"/directory/entries/{bela.Id}")).Text.ShouldContain("Asked to be taken off the list");
        (await _check.World.OpenAsync("lead-a", "/")).Text.ShouldContain("Bela Birchwood is not there any more");
        (await _check.World.AskAsync("lead-a", db => db.Set<Listing>().CountAsync(l => l.Name == "Bela Birchwood" && l.RemovedAt == null))).ShouldBe(1);
    }

    [Fact]
    public async Task An_accepted_suggestion_changes_the_owners_listing_and_the_suggester_sees_so()
    {
        await SuggestAsync("teacher-b", "Alma Ashgrove", "Fee", "95 EUR");
        (await _check.World.OpenAsync("lead-b", "/directory/suggestions")).Text.ShouldContain("Nothing to decide");
        (await _check.World.OpenAsync("counsellor-a", "/")).Text.ShouldContain("1 suggestion for your listings");
        var page = await _check.World.OpenAsync("counsellor-a", "/directory/suggestions");
        page.Text.ShouldContain("80 EUR");

        await page.Form("main form[method=post]").SubmitAsync("true");

        (await _check.World.ListingAsync("lead-a", "Alma Ashgrove")).Facts.Single(f => f.Field == FactField.Fee).From.ShouldBe(95m);
        (await _check.EntryAsync("Alma Ashgrove")).Claims.Single(c => c.Shown && c.Fact.Field == FactField.Fee).Fact.From.ShouldBe(95m);
        (await _check.EntryAsync("Alma Ashgrove")).ConfirmedOn.ShouldBeNull();
        (await _check.World.OpenAsync("teacher-b", "/directory/suggestions?show=mine")).Text.ShouldContain("Accepted");
    }

    [Fact]
    public async Task Declining_needs_a_reason_which_the_suggester_reads()
    {
        await SuggestAsync("teacher-b", "Alma Ashgrove", "Fee", "5 EUR");
        var page = await _check.World.OpenAsync("lead-a", "/directory/suggestions");
        var refused = await page.Form("main form[method=post]").PostAsync("false");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Say in a few words why not");

        var form = refused.Form("main form[method=post]");
        await form.Set(ReasonOf(form), "That was her price of 2019.").SubmitAsync("false");

        (await _check.World.OpenAsync("teacher-b", "/directory/suggestions?show=mine")).Text.ShouldContain("That was her price of 2019.");
        (await _check.World.ListingAsync("lead-a", "Alma Ashgrove")).Facts.Single(f => f.Field == FactField.Fee).From.ShouldBe(80m);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_the_form_of_its_own_suggestion()
    {
        await SuggestAsync("teacher-b", "Alma Ashgrove", "Fee", "5 EUR");
        await SuggestAsync("teacher-b", "Bela Birchwood", "Phone", "555 0888");
        var page = await _check.World.OpenAsync("lead-a", "/directory/suggestions");
        var form = page.Form("main li:last-child form[method=post]");
        var field = ReasonOf(form);

        var refused = await form.Set(field, new string('x', 600)).PostAsync("false");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var wrong = refused.Document.QuerySelectorAll("main [aria-invalid=true]").ShouldHaveSingleItem();
        wrong.GetAttribute("name").ShouldBe(field);
        wrong.GetAttribute("value").ShouldBe(new string('x', 600));
        refused.Find(".cw-errors a")!.GetAttribute("href").ShouldBe("#" + wrong.Id);
        refused.Document.QuerySelectorAll("main [name^=Reasons]").Select(f => f.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task A_suggestion_somebody_else_decided_meanwhile_says_so()
    {
        await SuggestAsync("teacher-b", "Alma Ashgrove", "Fee", "5 EUR");
        var late = (await _check.World.OpenAsync("lead-a", "/directory/suggestions")).Form("main form[method=post]");
        var first = (await _check.World.OpenAsync("lead-a", "/directory/suggestions")).Form("main form[method=post]");
        await first.SubmitAsync("true");

        var refused = await late.PostAsync("true");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Someone has decided this already");
    }

    [Fact]
    public async Task After_two_weeks_the_coordinator_decides_and_writes_into_no_list()
    {
        await SuggestAsync("teacher-b", "Alma Ashgrove", "Phone", "555 0777");
        (await _check.World.OpenAsync("coord", "/directory/suggestions")).Text.ShouldContain("Nothing to decide");
        _check.App.Clock.Advance(TimeSpan.FromDays(14));
        _check.World.ForgetBrowsers();
        (await _check.World.OpenAsync("coord", "/")).Text.ShouldContain("was left for two weeks");

        await (await _check.World.OpenAsync("coord", "/directory/suggestions")).Form("main form[method=post]").SubmitAsync("true");

        (await _check.World.ListingAsync("lead-a", "Alma Ashgrove")).Facts.Single(f => f.Field == FactField.Phone).Text.ShouldContain("0201");
        var told = (await _check.EntryAsync("Alma Ashgrove")).Claims.Single(c => c.Fact.Field == FactField.Phone && c.Shown);
        (told.Told, told.SourceName, told.Fact.Text.Contains("0777", StringComparison.Ordinal)).ShouldBe((true, "School B", true));
    }

    [Fact]
    public async Task A_suggestion_that_says_nothing_new_is_refused_and_kept()
    {
        var entry = await _check.EntryAsync("Alma Ashgrove");
        var page = await _check.World.OpenAsync("teacher-b", $"/directory/entries/{entry.Id}/suggest");

        var same = await page.Form().Set("Field", "Fee").Set("Text", "80 EUR").Set("Why", "I was there").PostAsync();

        same.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        same.Text.ShouldContain("It says so already");
        same.Find("[name=Why]")!.GetAttribute("value").ShouldBe("I was there");
    }

    private static string ReasonOf(TestForm form) => form.Fields.Select(f => f.Key).Single(k => k.StartsWith("Reasons[", StringComparison.Ordinal));

    private async Task SuggestAsync(string person, string name, string field, string text)
    {
        var entry = await _check.EntryAsync(name);
        var page = await _check.World.OpenAsync(person, $"/directory/entries/{entry.Id}/suggest");
        (await page.Form().Set("Field", field).Set("Text", text).SubmitAsync()).Text.ShouldContain("Thank you");
    }
}
