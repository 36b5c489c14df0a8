using System.Net;

namespace Causeway.Partnerships.Tests;

public sealed class BalanceTests
{
    [Fact]
    public async Task Totals_stand_per_kind_and_side_and_money_of_two_currencies_is_never_added_up()
    {
        await using var world = await KeepWorld.StartAsync();
        await EnterAsync(world, "1", "Hours", "12.5");
        await EnterAsync(world, "1", "Hours", "2");
        await EnterAsync(world, "2", "Hours", "4");
        await EnterAsync(world, "2", "Money", "300", "eur");
        await EnterAsync(world, "2", "Money", "1000", "JPY");
        var lines = await world.AllAsync<Contribution>();
        var totals = Ledger.Totals(lines, Plan.YearOf(world.Today.AddDays(-1)));
        totals.Select(t => (t.Kind, t.Unit, t.Of(1), t.Of(2))).ShouldBe([(ContributionKind.Hours, "hours", 14.5m, 4m), (ContributionKind.Money, "EUR", 0m, 300m), (ContributionKind.Money, "JPY", 0m, 1000m)]);
        var page = await world.OpenAsync("lead-b", "balance");
        page.Text.ShouldContain("14.5");
        page.Document.QuerySelectorAll("progress").Length.ShouldBe(6);
    }

    [Fact]
    public async Task A_line_is_corrected_by_a_new_one_once_and_the_old_one_stays_readable()
    {
        await using var world = await KeepWorld.StartAsync();
        await EnterAsync(world, "1", "Hours", "80");
        var line = (await world.AllAsync<Contribution>()).Single();
        using var one = await world.App.AsAsync("lead-a");
        using var two = await world.App.AsAsync("lead-b");
        var first = (await one.OpenAsync($"/partnerships/{world.Id}/balance?correct={line.Id}")).Form("main form:not([action*='handler='])[method=post]").Set("Amount", "8").Set("Side", "1");
        var second = (await two.OpenAsync($"/partnerships/{world.Id}/balance?correct={line.Id}")).Form("main form:not([action*='handler='])[method=post]").Set("Amount", "0").Force("Side", "2");
        var answers = await Task.WhenAll(first.PostAsync(), second.PostAsync());
        answers.Count(a => a.Status == HttpStatusCode.SeeOther).ShouldBe(1);
        var lines = await world.AllAsync<Contribution>();
        lines.Count.ShouldBe(2);
        lines.ShouldAllBe(l => l.Side == 1 && l.Kind == ContributionKind.Hours);
        Ledger.InForce(lines).Single().Amount.ShouldBeLessThan(80);
        (await world.OpenAsync("lead-a", "balance")).Text.ShouldContain("Corrected later");
        (await world.OpenAsync("lead-a", $"balance?correct={line.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Amount", "0", "Write a number")]
    [InlineData("Amount", "1.234", "no more than two decimals")]
    [InlineData("Amount", "much", "Write a number")]
    [InlineData("Currency", "E1", "three letters")]
    [InlineData("Day", "2099-01-01", "not one to come")]
    [InlineData("Side", "", "Choose who gave it")]
    public async Task What_cannot_be_entered_is_refused_and_nothing_typed_is_lost(string field, string value, string words)
    {
        await using var world = await KeepWorld.StartAsync();
        var answer = await world.PressAsync("lead-a", "balance", "", f => f.Set("Side", "1").Set("Kind", "Money").Set("Day", world.Day(-1)).Set("Amount", "20").Set("Currency", "EUR").Set("Note", "Kept words").Set(field, value));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(words);
        answer.Find("input[name=Note]")!.GetAttribute("value").ShouldBe("Kept words");
    }

    [Fact]
    public async Task How_it_feels_is_said_before_the_others_word_is_read_and_once_a_term()
    {
        await using var world = await KeepWorld.StartAsync();
        await SayAsync(world, "lead-b", "5", "They carried the visit alone");
        (await world.OpenAsync("lead-a", "balance")).Html.ShouldNotContain("carried the visit");
        (await world.PressAsync("lead-a", "balance", "Felt", f => f.Set("Sentence", "Kept"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await SayAsync(world, "counsellor-a", "3", "Even enough");
        var page = await world.OpenAsync("lead-a", "balance");
        page.Text.ShouldContain("carried the visit");
        page.Find("form[action*='handler=Felt']").ShouldBeNull();
        (await world.OpenAsync("lead-b", "balance")).Text.ShouldContain("Even enough");
        var words = await world.AllAsync<FeltBalance>();
        words.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_word_of_a_side_without_accounts_is_written_down_after_the_own_one()
    {
        await using var world = await KeepWorld.StartAsync(outside: true);
        var early = await world.PressAsync("lead-a", "balance", "Felt", f => f.Set("Felt", "3").Set("Sentence", "Told by letter").Force("Speaks", "2"));
        early.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        early.Text.ShouldContain("Say your own side's word first.");
        await SayAsync(world, "lead-a", "3", "Even");
        (await world.OpenAsync("lead-a", "balance")).Text.ShouldContain("This side has no account here");
        await SayAsync(world, "lead-a", "2", "Told by letter");
        (await world.OpenAsync("lead-a", "balance")).Find("form[action*='handler=Felt']").ShouldBeNull();
    }

    [Fact]
    public async Task A_month_before_the_term_ends_owners_are_asked_for_their_sides_word()
    {
        await using var world = await KeepWorld.StartAsync();
        using (var early = await world.App.AsAsync("lead-a"))
        {
            (await early.OpenAsync("/")).Text.ShouldNotContain("Before the term ends");
        }

        world.App.Clock.Set(new(2026, 12, 10, 9, 0, 0, TimeSpan.Zero));
        using var owner = await world.App.AsAsync("lead-a");
        (await owner.OpenAsync("/")).Text.ShouldContain("Before the term ends: River letters");
        await SayAsync(world, "lead-a", "3", "Even");
        await world.DoAsync("lead-a", "learned?side=1&term=2026%2F27-1", "", f => f.Set("Text", "Patience"));
        (await owner.OpenAsync("/")).Text.ShouldNotContain("Before the term ends");
    }

    [Fact]
    public async Task Two_colleagues_who_speak_in_one_moment_say_it_once()
    {
        await using var world = await KeepWorld.StartAsync();
        using var one = await world.App.AsAsync("lead-a");
        using var two = await world.App.AsAsync("counsellor-a");
        var forms = new List<Causeway.TestKit.TestForm>();
        foreach (var browser in new[] { one, two })
        {
            forms.Add((await browser.OpenAsync($"/partnerships/{world.Id}/balance")).Form("form[action*='handler=Felt']").Set("Felt", "2").Set("Sentence", "Mine"));
        }

        var answers = await Task.WhenAll(forms.Select(f => f.PostAsync()));
        answers.Count(a => a.Status == HttpStatusCode.SeeOther).ShouldBe(1);
        (await world.AllAsync<FeltBalance>()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_learned_is_one_entry_a_term_and_a_missing_one_shows()
    {
        await using var world = await KeepWorld.StartAsync();
        var term = SchoolTerm.Of(world.Today);
        var page = await world.OpenAsync("lead-a", "learned");
        page.Text.ShouldContain("Missing");
        page.Text.ShouldContain("Not yet: the term runs");
        await world.DoAsync("lead-a", $"learned?side=1&term={Uri.EscapeDataString(term)}", "", f => f.Set("Text", "Measure twice"));
        await world.DoAsync("counsellor-a", $"learned?side=1&term={Uri.EscapeDataString(term)}", "", f => f.Set("Text", "Measure thrice"));
        (await world.OpenAsync("lead-b", "learned")).Text.ShouldContain("Measure thrice");
        (await world.AllAsync<Learned>()).Count.ShouldBe(1);
        (await world.OpenAsync("lead-b", $"learned?side=1&term={Uri.EscapeDataString(term)}")).Find("textarea").ShouldBeNull("each side writes its own");
        var forged = await world.PressAsync("lead-b", $"learned?side=2&term={Uri.EscapeDataString(term)}", "", f => f.Set("Text", "x").Force("side", "1"));
        forged.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Terms_follow_each_other_and_end_where_the_next_begins()
    {
        SchoolTerm.Between(new(2026, 4, 30), new(2027, 1, 2)).ShouldBe(["2026/27-2", "2026/27-1", "2025/26-3", "2025/26-2"]);
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2029; day = day.AddDays(1))
        {
            var last = SchoolTerm.LastDay(SchoolTerm.Of(day));
            last.ShouldBeGreaterThanOrEqualTo(day);
            SchoolTerm.Of(last).ShouldBe(SchoolTerm.Of(day));
            SchoolTerm.Of(last.AddDays(1)).ShouldNotBe(SchoolTerm.Of(day));
        }
    }

    private static Task EnterAsync(KeepWorld world, string side, string kind, string amount, string currency = "") =>
        world.DoAsync("lead-a", "balance", "", f => f.Set("Side", side).Set("Kind", kind).Set("Day", world.Day(-1)).Set("Amount", amount).Set("Currency", currency).Set("Note", "A workshop"));

    private static Task SayAsync(KeepWorld world, string person, string felt, string sentence) =>
        world.DoAsync(person, "balance", "Felt", f => f.Set("Felt", felt).Set("Sentence", sentence));
}
