using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape.Tests;

public sealed class ParticipationTests
{
    [Theory]
    [InlineData("Anna")]
    [InlineData("Anna Miller")]
    [InlineData("lh-204")]
    [InlineData("ANNA-MILLER")]
    [InlineData("LH-123456")]
    public async Task A_name_does_not_fit_into_the_reference(string reference)
    {
        await using var world = await LandscapeWorld.StartAsync();
        var page = await PlanAsync(world, "lead-a", reference);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Never a name");
        (await world.AllAsync<ParticipationPlan>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_takes_part_before_consent_and_their_own_yes()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var today = LandscapeWorld.Day(world.Today);
        (await PlanAsync(world, "lead-a", "LH-1", f => f.Set("Input.BeginsOn", today))).Text.ShouldContain("Nobody takes part before");
        (await PlanAsync(world, "lead-a", "LH-1", f => f.Set("Input.ConsentOn", today).Set("Input.BeginsOn", today))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PlanAsync(world, "lead-a", "LH-1", f => f.Set("Input.ConsentOn", today).Set("Input.AssentOn", today).Set("Input.AssentHow", "Yes card").Set("Input.BeginsOn", today))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("counsellor-a", "/landscape/participation")).Text.ShouldContain("Running");
    }

    [Fact]
    public async Task One_press_stops_and_nothing_goes_on_but_feedback()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var plan = (await PlanAsync(world, "counsellor-a", "LH-1")).Location!;
        (await world.OpenAsync("lead-a", "/")).Text.ShouldContain("Consent or assent is missing: LH-1");
        using var open = await world.App.AsAsync("lead-a");
        var late = (await open.OpenAsync(plan.Replace("/participation/", "/participation/edit/", StringComparison.Ordinal))).Form();
        (await world.PostAsync("lead-a", plan, null, "form[action*='handler=Stop']")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = await world.OpenAsync("lead-a", plan);
        page.Text.ShouldContain("Stopped");
        page.Find("form[action*='handler=Stop']").ShouldBeNull();
        (await world.StatusAsync("lead-a", plan.Replace("/participation/", "/participation/edit/", StringComparison.Ordinal))).ShouldBe(HttpStatusCode.NotFound);
        (await late.Set("Input.Role", "More").PostAsync()).Status.ShouldBeOneOf(HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
        (await world.PostAsync("lead-a", plan, f => f.Set("Input.Changed", "The gate opens").Set("Input.FeedbackHow", "Pictures"), "form[action*='handler=Feedback']")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("head-a", plan)).Text.ShouldContain("The gate opens");
    }

    [Fact]
    public async Task Only_the_own_school_reads_a_plan()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var plan = (await PlanAsync(world, "lead-a", "LH-1")).Location!;
        foreach (var person in new[] { "lead-a", "lead-a2", "counsellor-a", "head-a", "dpo-a" })
        {
            (await world.StatusAsync(person, plan)).ShouldBe(HttpStatusCode.OK, person);
        }

        foreach (var person in new[] { "coord", "lead-b", "teacher-a", "operator", "guest-a" })
        {
            (await world.StatusAsync(person, plan)).ShouldBe(HttpStatusCode.NotFound, person);
        }

        (await world.OpenAsync("coord", "/landscape/participation")).Text.ShouldNotContain("LH-1");
        (await world.OpenAsync("head-a", plan)).Find("main form[method=post]").ShouldBeNull();
    }

    [Fact]
    public async Task The_network_sees_sums_and_none_that_is_small_or_from_which_a_small_one_follows()
    {
        await using var world = await LandscapeWorld.StartAsync();
        for (var i = 1; i <= 4; i++)
        {
            await PlanAsync(world, "lead-a", $"LA-{i}");
        }

        (await world.OpenAsync("coord", "/landscape/participation")).Text.ShouldContain("too few to show");
        await PlanAsync(world, "lead-b", "LB-1");
        (await Cells(world, "coord")).ShouldBe(["5", "too few to show"]);
        (await Cells(world, "lead-a")).ShouldBe(["too few to show", "too few to show"]);
        (await Cells(world, "lead-b")).ShouldBe(["too few to show", "too few to show"]);
    }

    [Fact]
    public async Task What_is_written_about_them_is_sealed_with_the_schools_key()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var url = (await PlanAsync(world, "lead-a", "LH-1", f => f.Set("Input.Support", "A ramp and somebody who signs"))).Location!;
        await world.PostAsync("lead-a", url, f => f.Set("Input.Changed", "The gate opens").Set("Input.FeedbackHow", "Signs"), "form[action*='handler=Feedback']");
        await using (var db = world.App.Maintenance())
        {
            var plan = await db.Set<ParticipationPlan>().SingleAsync();
            foreach (var column in ParticipationPlan.OldColumns)
            {
                db.Entry(plan).Property<string>(column).CurrentValue.ShouldBe("", column);
            }

            System.Text.Encoding.UTF8.GetString(plan.Sealed).ShouldNotContain("ramp");
            plan.Sealed.Length.ShouldBeGreaterThan(200);

            // Moved to another row it does not open.
            var other = (await PlanAsync(world, "lead-a", "LH-2")).Location!;
            var second = await db.Set<ParticipationPlan>().SingleAsync(p => p.Reference == "LH-2");
            db.Entry(second).Property(p => p.Sealed).CurrentValue = plan.Sealed;
            db.Record("test.moved", second.Id.Value);
            await db.SaveChangesAsync();
            using var lead = await world.App.AsAsync("lead-a");
            (await lead.GetAsync(other)).Status.ShouldBe(HttpStatusCode.InternalServerError);
        }

        var page = await world.OpenAsync("head-a", url);
        page.Text.ShouldContain("A ramp and somebody who signs");
        page.Text.ShouldContain("The gate opens");
    }

    [Fact]
    public async Task A_plan_written_before_words_were_sealed_is_read_and_sealed_with_its_next_change()
    {
        await using var world = await LandscapeWorld.StartAsync();
        var url = (await PlanAsync(world, "lead-a", "LH-1")).Location!;
        await using (var db = world.App.Maintenance())
        {
            var plan = await db.Set<ParticipationPlan>().SingleAsync();
            db.Entry(plan).Property(p => p.Sealed).CurrentValue = [];
            db.Entry(plan).Property<string>("Support").CurrentValue = "As it was written then";
            db.Record("test.unsealed", plan.Id.Value);
            await db.SaveChangesAsync();
        }

        (await world.OpenAsync("head-a", url)).Text.ShouldContain("As it was written then");
        (await world.PostAsync("lead-a", url, null, "form[action*='handler=Stop']")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("head-a", url)).Text.ShouldContain("As it was written then");
        await using var after = world.App.Maintenance();
        var now = await after.Set<ParticipationPlan>().SingleAsync();
        now.Sealed.ShouldNotBeEmpty();
        after.Entry(now).Property<string>("Support").CurrentValue.ShouldBe("");
    }

    private static async Task<string[]> Cells(LandscapeWorld world, string person)
    {
        var table = (await world.OpenAsync(person, "/landscape/participation")).Document.QuerySelectorAll("table")[^1];
        return [.. table.QuerySelectorAll("tbody td").Select(c => c.TextContent.Trim())];
    }

    private static Task<Causeway.TestKit.TestPage> PlanAsync(LandscapeWorld world, string person, string reference, Action<Causeway.TestKit.TestForm>? change = null) =>
        world.PostAsync(person, "/landscape/participation/edit", f =>
        {
            f.Set("Input.Reference", reference).Set("Input.Role", "Playground group").Set("Input.Support", "Time").Set("Input.Format", "Pictures").Set("Input.Cover", "The counsellor");
            change?.Invoke(f);
        });
}
