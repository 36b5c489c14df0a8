using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Landscape.Tests;

public sealed class PracticeTests
{
    [Fact]
    public async Task Paper_stands_beside_practice_for_each_duty_and_place()
    {
        await using var world = await LandscapeWorld.StartAsync();
        (await world.NoteAsync("lead-a", "Old Port")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.NoteAsync("lead-b", "North Quay", f => f.Set("Input.State", "Unknown").Set("Input.InPractice", "").Set("Input.Witness", "Nobody").Set("Input.Confidence", "Unknown"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = await world.OpenAsync("counsellor-a", "/landscape/practice");
        page.Text.ShouldContain("Old Port");
        page.Text.ShouldContain("Otherwise than written");
        page.Text.ShouldContain("Unknown");
        var duty = await world.OpenAsync("counsellor-a", $"/landscape/practice/{world.Duty}");
        duty.Text.ShouldContain("It waits for a week");
        duty.Text.ShouldContain("Report on the same day");
        duty.Text.ShouldContain("Seen by us");
    }

    [Fact]
    public async Task A_note_needs_a_ground_and_the_promise_that_no_child_is_in_it()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var page = await world.NoteAsync("lead-a", "Old Port", f => f.Without("Input.NoChild"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("nobody can recognise a child");
        page.Find("textarea[name='Input.InPractice']")!.TextContent.ShouldContain("It waits for a week");
        (await world.NoteAsync("lead-a", "Old Port", f => f.Set("Input.Confidence", "Unknown"))).Text.ShouldContain("Say how you know");
        (await world.NoteAsync("lead-a", "Old Port", f => f.Set("Input.Cover", "Somebody"))).Text.ShouldContain("Name the body");
        (await world.AllAsync<PracticeNote>()).ShouldBeEmpty();
        (await world.OpenAsync("lead-a", $"/landscape/practice/{world.Duty}/note")).Text.ShouldContain("No child stands in a note");
    }

    [Fact]
    public async Task A_newer_note_takes_the_place_and_the_older_one_stays_to_be_read()
    {
        await using var world = await LandscapeWorld.StartAsync();
        await world.NoteAsync("lead-a", "Old Port");
        world.App.Clock.Advance(TimeSpan.FromDays(30));
        await world.NoteAsync("lead-a", "old port", f => f.Set("Input.State", "AsWritten").Set("Input.InPractice", "Now at once"));
        (await world.OpenAsync("lead-a", "/landscape/gaps")).Text.ShouldContain("No gap is noted");
        var duty = await world.OpenAsync("lead-a", $"/landscape/practice/{world.Duty}");
        duty.Text.ShouldContain("Now at once");
        duty.Text.ShouldContain("Older notes (1)");
        duty.Text.ShouldContain("It waits for a week");
    }

    [Fact]
    public async Task Whoever_looks_again_while_somebody_else_wrote_is_told()
    {
        await using var world = await LandscapeWorld.StartAsync();
        await world.NoteAsync("lead-a", "Harbour");
        world.App.Clock.Advance(TimeSpan.FromMinutes(5));
        using var slow = await world.App.AsAsync("lead-b");
        var form = (await slow.OpenAsync($"/landscape/practice/{world.Duty}/note?place=Harbour")).Form().Set("Input.NoChild", "true");
        await world.NoteAsync("lead-a", "Harbour", f => f.Set("Input.InPractice", "Newer"));
        (await form.PostAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Each_gap_says_who_fills_it_and_nobody_is_an_answer()
    {
        await using var world = await LandscapeWorld.StartAsync();
        await world.NoteAsync("lead-a", "Harbour", f => f.Set("Input.Cover", "Nobody"));
        await world.NoteAsync("lead-a", "Hills", f => f.Set("Input.Cover", "Somebody").Set("Input.CoveredBy", "Parents' table").Set("Input.CoverLawful", "No").Set("Input.CoverLasting", "Unknown"));
        var page = await world.OpenAsync("head-a", "/landscape/gaps");
        page.Text.ShouldContain("2 gaps: 1 filled by nobody, 1 filled in a way that is not known to be lawful and lasting");
        page.Text.ShouldContain("Parents' table");
        page.Text.ShouldContain("Lawful: No");
        page.Text.IndexOf("Harbour", StringComparison.Ordinal).ShouldBeLessThan(page.Text.IndexOf("Hills", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_are_taken_back_by_the_school_that_wrote_them_or_the_coordinator()
    {
        await using var world = await LandscapeWorld.StartAsync();
        await world.NoteAsync("lead-a", "Harbour");
        var url = $"/landscape/practice/{world.Duty}";
        (await world.OpenAsync("lead-b", url)).Find("form[action*=TakeBack]").ShouldBeNull();
        (await world.PostAsync("lead-a", url, null, "form[action*=TakeBack]")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = await world.OpenAsync("coord", url);
        page.Text.ShouldContain("words of this note were taken back");
        page.Text.ShouldNotContain("It waits for a week");
        (await world.AllAsync<PracticeNote>()).Single().InPractice.ShouldBe("");
    }

    [Fact]
    public async Task A_day_to_look_again_waits_on_home()
    {
        await using var world = await LandscapeWorld.StartAsync();
        await world.NoteAsync("lead-a", "Harbour");
        world.App.Clock.Advance(TimeSpan.FromDays(190));
        (await world.OpenAsync("lead-a", "/")).Text.ShouldContain("Look again: REP-1, Harbour");
        (await world.OpenAsync("lead-b", "/")).Text.ShouldNotContain("Look again: REP-1");
        var item = (await world.App.InScopeAsync("lead-a", async s => await s.GetServices<Kernel.IWorkList>().OfType<RecheckWork>().Single().ForAsync(s.GetRequiredService<Kernel.ICurrentActor>().Actor, default))).Single();
        item.Urgency.ShouldBe(Kernel.Urgency.Late, "its day has passed");
    }

    [Fact]
    public async Task Counsellors_and_heads_read_notes_and_write_none()
    {
        await using var world = await LandscapeWorld.StartAsync();
        foreach (var person in new[] { "counsellor-a", "head-a", "dpo-a", "teacher-a" })
        {
            (await world.StatusAsync(person, $"/landscape/practice/{world.Duty}/note")).ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
