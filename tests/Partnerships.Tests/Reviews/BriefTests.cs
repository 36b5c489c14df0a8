using System.Net;

namespace Causeway.Partnerships.Tests;

public sealed class BriefTests
{
    [Fact]
    public async Task A_leaders_page_holds_plan_asks_risks_learned_and_balance_of_the_own_school_alone()
    {
        await using var world = await KeepWorld.StartAsync();
        (await world.PressAsync("lead-a", "plan", "Begin")).Status.ShouldBe(HttpStatusCode.SeeOther);
        await world.DoAsync("lead-a", "plan/Aims", "", f => f.Set("Cells[own]", "Every pupil measures").Set("Cells[evidence]", "work"));
        await world.DoAsync("lead-a", "plan/Activities", "", f => f.Set("Cells[what]", "Two rivers in one week"));
        await world.MeetAsync("lead-a", 40);
        await world.MeetAsync("lead-a", 12);
        var term = SchoolTerm.Of(world.Today);
        await world.DoAsync("lead-a", $"learned?side=1&term={Uri.EscapeDataString(term)}", "", f => f.Set("Text", "To wait for an answer"));
        await world.DoAsync("lead-a", "balance", "", f => f.Set("Side", "1").Set("Kind", "Hours").Set("Day", world.Day(-1)).Set("Amount", "12").Set("Note", "Planning"));
        await world.OpenAsync();
        var page = await world.OpenAsync("head-a", "../brief");
        foreach (var fact in new[] { "River letters", "Every pupil measures", "Two rivers in one week", "Our answers to the review", "2 meetings in a row were missed.", "To wait for an answer", "12" })
        {
            page.Text.ShouldContain(fact);
        }

        page.Html.ShouldNotContain("<form");
        (await world.OpenAsync("lead-c", "../brief")).Text.ShouldNotContain("River letters");
        (await world.OpenAsync("coord", "../brief")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.OpenAsync("teacher-a", "../brief")).Text.ShouldNotContain("River letters");
    }

    [Fact]
    public async Task The_others_felt_word_stays_closed_on_the_page_until_ones_own_is_said()
    {
        await using var world = await KeepWorld.StartAsync();
        await world.DoAsync("lead-a", "balance", "Felt", f => f.Set("Felt", "1").Set("Sentence", "We carry it"));
        (await world.OpenAsync("head-b", "../brief")).Text.ShouldNotContain("We give far more than comes back");
        await world.DoAsync("lead-b", "balance", "Felt", f => f.Set("Felt", "3").Set("Sentence", "Fine"));
        (await world.OpenAsync("head-b", "../brief")).Text.ShouldContain("We give far more than comes back");
    }

    [Fact]
    public void A_talkative_record_is_cut_at_a_word()
    {
        var text = string.Join(' ', Enumerable.Repeat("harbour", 60));
        BriefBook.Short(text).Length.ShouldBeLessThan(140);
        BriefBook.Short(text).ShouldEndWith("harbour …");
        BriefBook.Short("Short").ShouldBe("Short");
    }
}
