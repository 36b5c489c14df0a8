using System.Net;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Landscape.Tests;

public sealed class PartnerTests
{
    [Fact]
    public async Task A_seat_passes_on_and_one_that_ends_soon_waits_on_home()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var forum = await ForumAsync(world);
        (await world.OpenAsync("coord", "/")).Text.ShouldContain("Who speaks for us? City Table");
        (await SeatAsync(world, forum, "lead-a", 0, 300)).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("coord", "/")).Text.ShouldNotContain("Who speaks for us?");
        (await SeatAsync(world, forum, "lead-b", 10, 40)).Status.ShouldBe(HttpStatusCode.SeeOther);
        var seats = await world.AllAsync<ForumSeat>();
        seats.Single(s => s.Holder == world.App.Person("lead-a")).Until.ShouldBe(world.Today.AddDays(9));
        world.App.Clock.Advance(TimeSpan.FromDays(11));
        var page = await world.OpenAsync("counsellor-a", "/landscape/forums");
        page.Text.ShouldContain("Liv Lead");
        page.Text.ShouldContain("Ends soon");
        (await world.OpenAsync("lead-b", "/")).Text.ShouldContain("Who speaks for us? City Table");
        (await world.OpenAsync("lead-a", "/")).Text.ShouldNotContain("Who speaks for us?");
    }

    [Fact]
    public async Task Seats_of_a_school_stand_among_what_it_does_beyond_its_walls_003_01()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var forum = await ForumAsync(world);
        (await SeatAsync(world, forum, "lead-a", 0, 300)).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = await world.OpenAsync("lead-b", $"/organisations/{world.App.Organisation("school-a")}/beyond");
        page.Text.ShouldContain("Seats in forums: 1, of them running 1");
        page.Text.ShouldContain("Speaks for the network");
        (await world.OpenAsync("lead-b", $"/organisations/{world.App.Organisation("school-b")}/beyond")).Text.ShouldNotContain("Seats in forums");

        // A teacher does not see the landscape, and so not this part either.
        (await world.OpenAsync("teacher-a", $"/organisations/{world.App.Organisation("school-a")}/beyond")).Text.ShouldNotContain("Seats in forums");
    }

    [Fact]
    public async Task Days_of_a_forum_keep_their_notes_and_none_is_noted_before_its_day()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var forum = await ForumAsync(world);
        (await DayAsync(world, forum, 7, "")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var early = await DayAsync(world, forum, 7, "Already?");
        early.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        early.Text.ShouldContain("Notes come after the meeting");
        world.App.Clock.Advance(TimeSpan.FromDays(8));
        (await DayAsync(world, forum, -1, "Three places before spring")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("lead-a", forum)).Text.ShouldContain("Three places before spring");
        (await world.AllAsync<ForumDay>()).Count.ShouldBe(1);
        (await world.OpenAsync("lead-a", forum)).Find("main form[method=post]").ShouldBeNull();
    }

    [Fact]
    public async Task Work_with_officials_is_counted_by_office_kind_and_year()
    {
        await using var world = await LandscapeWorld.StartAsync();
        await LogAsync(world, "lead-a", "Training", "Police desk", 0);
        await LogAsync(world, "lead-b", "Training", "police desk", -3);
        await LogAsync(world, "coord", "Decision", "Court", -2);
        await LogAsync(world, "coord", "Awareness", "Court", -400);
        var page = await world.OpenAsync("counsellor-a", "/landscape/officials");
        var row = page.Document.QuerySelectorAll("tr").First(r => r.TextContent.Contains("Police desk", StringComparison.OrdinalIgnoreCase)).TextContent;
        row.ShouldContain("2");
        page.Text.ShouldContain("Training: 2");
        page.Text.ShouldContain("Decision: 1");
        page.Text.ShouldContain($"{world.Today.AddDays(-400).Year}: 1");
        var past = await world.OpenAsync("counsellor-a", "/landscape/officials?year=" + world.Today.AddDays(-400).Year);
        past.Text.ShouldContain("Awareness: 1");
        past.Text.ShouldContain("Training: 0");
    }

    [Fact]
    public async Task An_office_is_chosen_from_the_networks_authorities_or_typed_and_both_count_together()
    {
        await using var world = await LandscapeWorld.StartAsync();
        await LogAsync(world, "lead-a", "Training", "police desk", -3);
        var tie = await world.PostAsync("lead-a", "/network/authorities/edit", f => f.Set("Name", "Police Desk").Set("Kind", "Police").Set("School", world.App.Organisation("school-a").Value.ToString()));
        tie.Status.ShouldBe(HttpStatusCode.SeeOther, tie.Text);
        var chosen = await world.PostAsync("lead-a", "/landscape/officials/edit", f => f.Set("Input.Kind", "Training").Set("Input.Authority", tie.Location!.Split('/')[^1]).Set("Input.Roles", "Officers").Set("Input.About", "Night"));
        chosen.Status.ShouldBe(HttpStatusCode.SeeOther, chosen.Text);
        await LogAsync(world, "lead-b", "Training", "POLICE DESK", -1);
        (await world.AllAsync<OfficialEngagement>()).Count(e => e.Authority is not null).ShouldBe(2, "chosen, and typed like one of the register");
        var page = await world.OpenAsync("counsellor-a", "/landscape/officials");
        page.Document.QuerySelectorAll("tbody tr").Count(r => r.TextContent.Contains("police desk", StringComparison.OrdinalIgnoreCase) && r.QuerySelector("th") is not null && !r.TextContent.Contains("Officers", StringComparison.Ordinal)).ShouldBe(1, "one row for one office");
        page.Document.QuerySelectorAll($"a[href='{tie.Location}']").Length.ShouldBe(3);
        (await world.StatusAsync("counsellor-a", tie.Location!)).ShouldBe(HttpStatusCode.OK);
        (await world.OpenAsync("head-a", "/landscape/brief")).Text.ShouldContain("Police Desk: 3 times");
        var foreign = await world.PostAsync("lead-a", "/landscape/officials/edit", f => f.Set("Input.Kind", "Training").Force("Input.Authority", Guid.CreateVersion7().ToString()).Set("Input.Roles", "Officers").Set("Input.About", "Night"));
        foreign.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreign.Text.ShouldContain("Choose one of the register");
        var none = await world.PostAsync("lead-a", "/landscape/officials/edit", f => f.Set("Input.Kind", "Training").Set("Input.Roles", "Officers").Set("Input.About", "Night"));
        none.Text.ShouldContain("Write something here");
    }

    [Fact]
    public async Task A_lead_changes_its_own_schools_entries_and_no_others()
    {
        await using var world = await LandscapeWorld.StartAsync();
        await LogAsync(world, "lead-a", "Training", "Police desk", 0);
        var url = "/landscape/officials/edit/" + (await world.AllAsync<OfficialEngagement>()).Single().Id;
        (await world.StatusAsync("lead-b", url)).ShouldBe(HttpStatusCode.NotFound);
        (await world.StatusAsync("counsellor-a", url)).ShouldBe(HttpStatusCode.NotFound);
        (await world.StatusAsync("lead-a", url)).ShouldBe(HttpStatusCode.OK);
        (await world.PostAsync("coord", url, f => f.Set("Input.Outcome", "They come again"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var late = await world.PostAsync("lead-a", "/landscape/officials/edit", f => f.Set("Input.Office", "Court").Set("Input.Roles", "Judge").Set("Input.About", "Talk").Set("Input.On", LandscapeWorld.Day(world.Today.AddDays(1))));
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_community_way_has_its_harm_and_its_formal_route_and_stays_in_the_network()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var bare = await world.PostAsync("lead-a", "/landscape/community/edit", f => f.Set("Input.Name", "Tea table").Set("Input.LedBy", "Two grandmothers"));
        bare.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var made = await MechanismAsync(world);
        made.Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = await world.OpenAsync("counsellor-a", "/landscape/community");
        page.Text.ShouldContain("Never come in uniform");
        page.Text.ShouldContain("The duty desk");
        foreach (var person in new[] { "partner-a", "guest-a", "teacher-a", "operator" })
        {
            (await world.StatusAsync(person, "/landscape/community")).ShouldBe(HttpStatusCode.NotFound);
        }

        (await world.OpenAsync("lead-c", "/landscape/community")).Text.ShouldNotContain("Tea table");
    }

    [Fact]
    public async Task The_brief_prints_every_line_with_its_day_and_leaves_community_ways_out_unless_asked()
    {
        await using var world = await LandscapeWorld.StartAsync();
        await world.NoteAsync("lead-a", "Harbour", f => f.Set("Input.Cover", "Nobody"));
        await world.NoteAsync("lead-a", "Hills", f => f.Set("Input.InPractice", "Kept in the hills"));
        await MechanismAsync(world);
        await LogAsync(world, "lead-a", "Training", "Police desk", 0);
        await ForumAsync(world);
        var brief = await world.OpenAsync("head-a", "/landscape/brief?place=harbour");
        brief.Text.ShouldContain("Care Act, Assembly. Known on");
        brief.Text.ShouldContain("It waits for a week");
        brief.Text.ShouldNotContain("Kept in the hills");
        brief.Text.ShouldContain("Nobody");
        brief.Text.ShouldContain("Police desk: 1 time worked together");
        brief.Text.ShouldNotContain("Tea table");
        (await world.OpenAsync("head-a", "/landscape/brief?community=true")).Text.ShouldContain("Tea table");
    }

    [Fact]
    public async Task A_gap_that_a_community_way_fills_does_not_name_it_on_paper()
    {
        await using var world = await LandscapeWorld.StartAsync();
        await MechanismAsync(world);
        await world.NoteAsync("lead-a", "Harbour", f => f.Set("Input.Cover", "Somebody").Set("Input.CoveredBy", "The tea TABLE of the quarter"));
        await world.NoteAsync("lead-a", "Hills", f => f.Set("Input.Cover", "Somebody").Set("Input.CoveredBy", "City council"));
        var brief = await world.OpenAsync("head-a", "/landscape/brief");
        brief.Text.ShouldNotContain("tea TABLE");
        brief.Text.ShouldContain("A community way, not named on this paper");
        brief.Text.ShouldContain("City council");
        (await world.OpenAsync("head-a", "/landscape/brief?community=true")).Text.ShouldContain("tea TABLE");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_school_that_leaves_takes_its_words_along_and_says_whether_they_stay(bool leaveBehind)
    {
        await using var world = await LandscapeWorld.StartAsync();
        await world.NoteAsync("lead-a", "Harbour");
        await world.NoteAsync("lead-b", "Hills");
        await MechanismAsync(world);
        await LogAsync(world, "lead-a", "Training", "Police desk", 0);
        var (school, network) = (world.App.Organisation("school-a"), world.App.Network("net-1"));
        var file = await world.App.InScopeAsync("lead-a", async s =>
        {
            using var stream = new MemoryStream();
            await s.GetServices<IDataToHandBack>().Single(d => d.FileName == "landscape.csv").WriteAsync(school, network, stream, default);
            foreach (var room in s.GetServices<IOnLeavingNetwork>().Where(r => r.GetType().Namespace == "Causeway.Landscape"))
            {
                await room.LeaveAsync(school, network, leaveBehind, default);
            }

            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return System.Text.Encoding.UTF8.GetString(stream.ToArray());
        });
        file.ShouldContain("It waits for a week");
        file.ShouldContain("Tea table");
        file.ShouldNotContain("Hills");
        (await world.AllAsync<InformalMechanism>()).Count.ShouldBe(leaveBehind ? 1 : 0);
        (await world.AllAsync<OfficialEngagement>()).Count.ShouldBe(leaveBehind ? 1 : 0);
        (await world.AllAsync<PracticeNote>()).Count(n => n.InPractice.Length > 0).ShouldBe(leaveBehind ? 2 : 1);
    }

    private static async Task<string> ForumAsync(LandscapeWorld world)
    {
        var page = await world.PostAsync("coord", "/landscape/forums/edit", f => f.Set("Input.Name", "City Table").Set("Input.Convenor", "City Council"));
        page.Status.ShouldBe(HttpStatusCode.SeeOther, page.Text);
        return page.Location!;
    }

    private static Task<Causeway.TestKit.TestPage> SeatAsync(LandscapeWorld world, string forum, string person, int from, int until) => world.PostAsync("coord", forum, f => f
        .Set("Seat.Holder", world.App.Person(person).ToString()).Set("Seat.From", LandscapeWorld.Day(world.Today.AddDays(from))).Set("Seat.Until", LandscapeWorld.Day(world.Today.AddDays(until))), "form[action*='handler=Seat']");

    private static Task<Causeway.TestKit.TestPage> DayAsync(LandscapeWorld world, string forum, int day, string notes) => world.PostAsync("coord", forum, f => f
        .Set("Meeting.On", LandscapeWorld.Day(world.Today.AddDays(day))).Set("Meeting.Notes", notes), "form[action*='handler=Day']");

    private static async Task LogAsync(LandscapeWorld world, string person, string kind, string office, int day)
    {
        var page = await world.PostAsync(person, "/landscape/officials/edit", f => f.Set("Input.Kind", kind).Set("Input.Office", office).Set("Input.Roles", "Officers")
            .Set("Input.On", LandscapeWorld.Day(world.Today.AddDays(day))).Set("Input.About", "How a school sounds at night"));
        page.Status.ShouldBe(HttpStatusCode.SeeOther, page.Text);
    }

    private static Task<Causeway.TestKit.TestPage> MechanismAsync(LandscapeWorld world) => world.PostAsync("lead-a", "/landscape/community/edit", f => f
        .Set("Input.Name", "Tea table").Set("Input.LedBy", "Two grandmothers").Set("Input.Kind", "Informal").Set("Input.Trust", "Trusted").Set("Input.TrustWhy", "Three years")
        .Set("Input.DoNoHarm", "Never come in uniform").Set("Input.FormalRoute", "The duty desk"));
}
