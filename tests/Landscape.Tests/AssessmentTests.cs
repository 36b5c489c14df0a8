using System.Globalization;
using System.Net;
using Causeway.TestKit;

namespace Causeway.Landscape.Tests;

/// <summary>Six steps, each saved, left and gone on with; no person in it; given back before it is finished.</summary>
public sealed class AssessmentTests
{
    private const string Begin = "/landscape/assessments/new";

    [Fact]
    public async Task The_whole_way_over_six_steps_to_a_finished_one_that_is_read_only()
    {
        await using var world = await LandscapeWorld.StartAsync();
        await world.NoteAsync("lead-a", "Hills");
        await world.PostAsync("lead-a", "/landscape/community/edit", f => f.Set("Input.Name", "Tea table").Set("Input.LedBy", "Two grandmothers").Set("Input.DoNoHarm", "Never in uniform").Set("Input.FormalRoute", "The duty desk"));
        var (way, gap) = (Only(await world.AllAsync<InformalMechanism>()).Id.ToString(), Only(await world.AllAsync<PracticeNote>()).Id.ToString());
        var url = await ToCollectAsync(world);
        (await world.OpenAsync("lead-a", "/landscape/assessments")).Text.ShouldContain("Step 3 of 6: Collect");
        (await world.OpenAsync("lead-a", url + "/print")).Text.ShouldContain("This plan is incomplete");
        await LineAsync(world, url, 3, "Asset", f => f.Set("Asset.Kind", "InformalMechanism").Set("Asset.Text", "Parents who are asked first").Set("Asset.Link", way));
        await LineAsync(world, url, 3, "Need", f => f.Set("Need.Text", "Light on the way").Set("Need.Grade", "SeenByUs").Set("Need.Link", gap));
        await LineAsync(world, url, 3, "Voice", f => f.Set("Voice.Text", "Bus drivers").Set("Voice.Count", "5").Set("Voice.How", "In a talk"));
        await SaveAsync(world, url, 3, f => f.Set("Collect.Services", "Health post").Set("Collect.Barriers", "No bus").Set("Collect.HeardTo11", "17").Set("Collect.HeardTo15", "3").Set("Collect.NoChild", "true"));
        await SaveAsync(world, url, 4, f => f.Set("Findings.Findings", "Families go to each other first.").Set("Findings.NoChild", "true"));
        await LineAsync(world, url, 5, "Deed", f => f.Set("Deed.Text", "A page in three languages").Set("Deed.How", "The schools").Set("Deed.DueOn", Day(world, 60)));
        await SaveAsync(world, url, 5, f => f.Set("Priorities.Priorities", "The page first").Set("Priorities.GiveBackOn", Day(world, 10)).Set("Priorities.GiveBackForm", "An evening"));
        (await world.OpenAsync("lead-a", "/")).Text.ShouldContain("Give back what was found: Harbour");
        (await world.OpenAsync("lead-a", url)).Find("form[action*='handler=Finish']").ShouldBeNull("nothing was given back yet");
        world.App.Clock.Advance(TimeSpan.FromDays(12));
        await SaveAsync(world, url, 6, f => f.Set("Giving.GivenBackOn", Day(world, -1)).Set("Giving.TheySaid", "Right about the bus").Set("Giving.NextOn", Day(world, 700)));
        (await world.PostAsync("lead-a", url, null, "form[action*='handler=Finish']")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = await world.OpenAsync("counsellor-a", url);
        page.Text.ShouldContain("Finished");
        page.Text.ShouldContain("Tea table");
        page.Text.ShouldContain("Gap: REP-1, Hills");
        (await world.OpenAsync("lead-a", url)).Find("main form[method=post]").ShouldBeNull("it is read only");
        using var lead = await world.App.AsAsync("lead-a");
        (await lead.GetAsync(url + "/steps/3")).Location.ShouldBe(url);
        world.App.Clock.Advance(TimeSpan.FromDays(700));
        (await world.OpenAsync("lead-a", "/")).Text.ShouldContain("The next assessment is due: Harbour");
    }

    [Fact]
    public async Task A_plan_without_an_asset_or_a_day_of_giving_back_says_that_it_is_incomplete_and_is_not_finished()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var url = await ToGiveBackAsync(world, withAsset: false, withDay: false);
        foreach (var page in new[] { url, url + "/print", url + "/steps/5" })
        {
            var text = (await world.OpenAsync("lead-a", page)).Text;
            text.ShouldContain("This plan is incomplete");
            text.ShouldContain("No asset is named");
            text.ShouldContain("No day is set for giving back");
        }

        (await world.OpenAsync("lead-a", url)).Find("form[action*='handler=Finish']").ShouldBeNull();
        var id = Only(await world.AllAsync<CommunityAssessment>());
        id.Finish([AssessmentLack.Asset], Kernel.Actor.Anonymous, world.Today).ShouldBe(GivingForm.Incomplete);
        id.Finish([AssessmentLack.GivingBack], Kernel.Actor.Anonymous, world.Today).ShouldBe(GivingForm.Incomplete);
    }

    [Fact]
    public async Task With_an_asset_and_a_day_it_is_whole()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var url = await ToGiveBackAsync(world, withAsset: true, withDay: true);
        (await world.OpenAsync("lead-a", url)).Text.ShouldNotContain("This plan is incomplete");
        (await world.OpenAsync("lead-a", url)).Find("form[action*='handler=Finish']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_step_is_left_and_gone_on_with_and_none_is_jumped_over()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var url = await ToCollectAsync(world);
        using var lead = await world.App.AsAsync("lead-a");
        (await lead.GetAsync(url + "/steps/5")).Location.ShouldBe(url + "/steps/3");
        (await lead.OpenAsync(url + "/steps/1")).Find("input[name='Scope.Area']")!.GetAttribute("value").ShouldBe("Harbour");
        (await lead.OpenAsync(url)).Text.ShouldContain("Go on: Collect");
        (await lead.GetAsync(url + "/steps/7")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lead.GetAsync(url + "/steps/0")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lead.OpenAsync("/")).Text.ShouldNotContain("Go on with the assessment");
        world.App.Clock.Advance(TimeSpan.FromDays(31));
        using var later = await world.App.AsAsync("lead-a");
        (await later.OpenAsync("/")).Text.ShouldContain("Go on with the assessment: Harbour");
    }

    [Theory]
    [InlineData("Anna (9), Ben (11)")]
    [InlineData("Anna, 9")]
    [InlineData("Cleo 7 years")]
    [InlineData("Dana, aged 8")]
    [InlineData("with Élodie (12) and others")]
    public async Task What_looks_like_a_child_with_an_age_is_refused_and_nothing_typed_is_lost(string text)
    {
        await using var world = await LandscapeWorld.StartAsync();
        var url = await ToCollectAsync(world);
        var voice = await world.PostAsync("lead-a", url + "/steps/3", f => f.Set("Voice.Text", text).Set("Voice.Count", "2").Set("Voice.How", "A talk"), "form:has([name='Voice.Text'])");
        voice.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        voice.Text.ShouldContain("looks like a person with an age");
        var collect = await world.PostAsync("lead-a", url + "/steps/3", f => f.Set("Collect.Services", text).Set("Collect.Barriers", "No bus").Set("Collect.NoChild", "true"), "form:has([name='Collect.Services'])");
        collect.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        collect.Find("textarea[name='Collect.Barriers']")!.TextContent.Trim().ShouldBe("No bus");
        (await world.AllAsync<AssessmentLine>()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Mothers of the tea table, 23 of them")]
    [InlineData("Harbour (12 houses)")]
    [InlineData("Thursday, 9:00")]
    [InlineData("North Quay, 3 schools")]
    [InlineData("Bus line 7, the last one")]
    public void What_is_no_person_passes(string text) => NoPerson.Check(text, "Text").ShouldBeNull();

    [Fact]
    public async Task Children_stand_as_numbers_by_age_and_small_numbers_are_not_printed()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var url = await ToCollectAsync(world);
        await SaveAsync(world, url, 3, f => f.Set("Collect.Services", "Post").Set("Collect.Barriers", "Bus").Set("Collect.HeardTo5", "0").Set("Collect.HeardTo11", "17").Set("Collect.HeardTo15", "3").Set("Collect.NoChild", "true"));
        Cells(await world.OpenAsync("head-a", url)).ShouldBe(["0 to 5 years", "0", "6 to 11 years", "17", "12 to 15 years", "3", "16 and 17 years", "Not known"]);
        Cells(await world.OpenAsync("head-a", url + "/print")).ShouldBe(["0 to 5 years", "0", "6 to 11 years", "17", "12 to 15 years", "fewer than 5", "16 and 17 years", "Not known"]);
        var many = await world.PostAsync("lead-a", url + "/steps/3", f => f.Set("Collect.HeardTo5", "-1").Set("Collect.NoChild", "true"), "form:has([name='Collect.Services'])");
        many.Text.ShouldContain("a number from 0 to 9999");
    }

    [Fact]
    public async Task The_network_reads_it_its_own_lead_and_the_coordinator_write_it()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var url = await ToCollectAsync(world);
        string[] readers = ["coord", "lead-a", "counsellor-a", "head-a", "dpo-a", "lead-b"];
        string[] writers = ["coord", "lead-a"];
        foreach (var person in new[] { "coord", "lead-a", "counsellor-a", "teacher-a", "head-a", "dpo-a", "operator", "partner-a", "guest-a", "lead-b", "ended", "no-post", "coord-c", "lead-c" })
        {
            (await world.StatusAsync(person, url)).ShouldBe(readers.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound, person);
            (await world.StatusAsync(person, url + "/print")).ShouldBe(readers.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound, person);
            (await world.StatusAsync(person, url + "/steps/2")).ShouldBe(writers.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound, person);
        }
    }

    [Fact]
    public async Task Two_who_save_one_step_at_once_are_told()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var url = await ToCollectAsync(world);
        using var lead = await world.App.AsAsync("lead-a");
        using var coord = await world.App.AsAsync("coord");
        var (one, two) = ((await lead.OpenAsync(url + "/steps/2")).Form(), (await coord.OpenAsync(url + "/steps/2")).Form());
        (await one.Set("Together.WhoDoesWhat", "We walk").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var late = await two.Set("Together.WhoDoesWhat", "They walk").PostAsync();
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Find("textarea[name='Together.WhoDoesWhat']")!.TextContent.Trim().ShouldBe("They walk");
    }

    private static T Only<T>(IReadOnlyList<T> all) => all.Single();

    private static string Day(LandscapeWorld world, int days) => world.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string[] Cells(TestPage page) => [.. page.Document.QuerySelectorAll("table").Single(t => t.TextContent.Contains("16 and 17 years", StringComparison.Ordinal)).QuerySelectorAll("tbody td, tbody th").Select(c => c.TextContent.Trim())];

    private static async Task SaveAsync(LandscapeWorld world, string url, int step, Action<TestForm> fill)
    {
        var page = await world.PostAsync("lead-a", $"{url}/steps/{step}", fill, "form:has(input[name='Version'])");
        page.Status.ShouldBe(HttpStatusCode.SeeOther, page.Text);
    }

    private static async Task LineAsync(LandscapeWorld world, string url, int step, string name, Action<TestForm> fill)
    {
        var page = await world.PostAsync("lead-a", $"{url}/steps/{step}", fill, $"form:has([name='{name}.Text'])");
        page.Status.ShouldBe(HttpStatusCode.SeeOther, page.Text);
    }

    private static async Task<string> ToCollectAsync(LandscapeWorld world)
    {
        var begun = await world.PostAsync("lead-a", Begin, f => f.Set("Input.Area", "Harbour").Set("Input.Purpose", "Nobody knew whom parents ask").Set("Input.People", "1200").Set("Input.CountedBy", "Census").Set("Input.Languages", "Arabic"));
        begun.Status.ShouldBe(HttpStatusCode.SeeOther, begun.Text);
        var url = begun.Location![..begun.Location!.IndexOf("/steps", StringComparison.Ordinal)];
        await SaveAsync(world, url, 2, f => f.Set("Together.Alone", "false").Set("Together.Partners", "Tea table").Set("Together.WhoDoesWhat", "We write"));
        return url;
    }

    private static async Task<string> ToGiveBackAsync(LandscapeWorld world, bool withAsset, bool withDay)
    {
        var url = await ToCollectAsync(world);
        if (withAsset)
        {
            await LineAsync(world, url, 3, "Asset", f => f.Set("Asset.Kind", "Place").Set("Asset.Text", "The yard"));
        }

        await LineAsync(world, url, 3, "Need", f => f.Set("Need.Text", "Light").Set("Need.Grade", "OneTeller"));
        await LineAsync(world, url, 3, "Voice", f => f.Set("Voice.Text", "Bus drivers").Set("Voice.Count", "5").Set("Voice.How", "In a talk"));
        await SaveAsync(world, url, 3, f => f.Set("Collect.Services", "Post").Set("Collect.Barriers", "Bus").Set("Collect.NoChild", "true"));
        await SaveAsync(world, url, 4, f => f.Set("Findings.Findings", "Something").Set("Findings.NoChild", "true"));
        await LineAsync(world, url, 5, "Deed", f => f.Set("Deed.Text", "A page").Set("Deed.How", "We").Set("Deed.DueOn", Day(world, 60)));
        await SaveAsync(world, url, 5, f => f.Set("Priorities.Priorities", "The page").Set("Priorities.GiveBackOn", withDay ? Day(world, 10) : "").Set("Priorities.GiveBackForm", "An evening"));
        await SaveAsync(world, url, 6, f => f.Set("Giving.GivenBackOn", Day(world, 0)).Set("Giving.TheySaid", "Right").Set("Giving.NextOn", Day(world, 700)));
        return url;
    }
}
