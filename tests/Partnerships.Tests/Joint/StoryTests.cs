using System.Net;

namespace Causeway.Partnerships.Tests;

public sealed class StoryTests
{
    [Fact]
    public async Task The_page_of_a_partnership_tells_what_was_done_made_and_comes_next()
    {
        await using var world = await KeepWorld.StartAsync();
        await world.MeetAsync("lead-a", 10, "1", "2");
        var project = await world.BeginProjectAsync();
        await world.DoAsync("lead-b", $"projects/{project}", "Finish");
        await world.AddFileAsync("lead-b", "Figures.csv", "a\n"u8.ToArray());
        await world.DoAsync("lead-a", "balance", "", f => f.Set("Side", "1").Set("Kind", "Hosting").Set("Day", world.Day(-1)).Set("Amount", "3").Set("Currency", "").Set("Note", "Two teachers"));
        await world.DoAsync("lead-a", "talks", "", f => f.Set("Day", world.Day(9)).Set("Time", "09:00").Set("How", "Telephone"));
        await world.DoAsync("lead-a", "contacts?write=Message", "", f => f.Set("Day", world.Day(-30)).Set("Side", "2").Set("Promise", "5").Set("About", "Dates"));
        var text = (await world.OpenAsync("counsellor-b", "")).Text;
        foreach (var words in new[] { "A meeting was held", "Joint project started: Rivers in figures", "Joint project finished: Rivers in figures", "File added: Figures", "School A had guests", "Talk: Telephone", "School B answers: Dates", "has not answered within the days", "Look at it together again" })
        {
            text.ShouldContain(words);
        }

        var register = (await world.OpenAsync("coord", "")).Text;
        foreach (var words in new[] { "Rivers in figures", "Figures", "Dates", "A meeting was held", "had guests" })
        {
            register.ShouldNotContain(words);
        }
    }

    [Fact]
    public async Task The_map_draws_what_the_register_shows_each_reader_and_says_the_same_in_a_table()
    {
        await using var world = await KeepWorld.StartAsync();
        await world.SecondAsync();
        using var coordinator = await world.App.AsAsync("coord");
        var all = await coordinator.OpenAsync("/partnerships/map");
        all.Document.QuerySelectorAll("svg.cw-svg path").Length.ShouldBe(2);
        (all.Document.QuerySelectorAll("svg.cw-svg circle").Length, all.Document.QuerySelectorAll("svg.cw-svg rect").Length).ShouldBe((2, 1));
        all.Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(2);
        all.Text.ShouldContain("Night Line");
        using var other = await world.App.AsAsync("lead-b");
        var theirs = await other.OpenAsync("/partnerships/map");
        theirs.Document.QuerySelectorAll("svg.cw-svg path").Length.ShouldBe(1);
        theirs.Html.ShouldNotContain("Night Line");
        foreach (var person in new[] { "teacher-a", "lead-c" })
        {
            using var nobody = await world.App.AsAsync(person);
            var empty = await nobody.OpenAsync("/partnerships/map");
            empty.Text.ShouldContain("No partnership to draw");
            empty.Html.ShouldNotContain("River letters");
        }

        using var partner = await world.App.AsAsync("partner-a");
        (await partner.GetAsync("/partnerships/map")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Every_two_sides_have_a_line_of_their_own_and_the_picture_stays_inside_its_frame()
    {
        var ties = Enumerable.Range(0, 12).Select(i => new MapTie(new(Guid.CreateVersion7()), $"Tie {i}", Stage.Active, [.. new[] { i % 5, (i + 1) % 7, 7 + (i % 9) }.Distinct().Select(n => ($"{n}", $"Body {n}", n < 7))])).ToList();
        var map = PartnershipMap.Of(ties);
        map.Lines.Count.ShouldBe(ties.Sum(t => t.Sides.Count * (t.Sides.Count - 1) / 2));
        map.Lines.Select(l => l.Path).ShouldBeUnique();
        map.Nodes.ShouldAllBe(n => n.X > 0 && n.X < map.Width && n.Y > 0 && n.Y < map.Height);
        PartnershipMap.Of([.. ties.AsEnumerable().Reverse()]).Nodes.ShouldBe(map.Nodes);
    }
}
