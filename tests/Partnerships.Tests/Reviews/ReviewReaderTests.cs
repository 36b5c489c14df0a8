using System.Net;
using Causeway.TestKit;

namespace Causeway.Partnerships.Tests;

public sealed class ReviewReaderTests
{
    private static readonly string[] Parts = ["reviews", "{0}", "{0}/answers", "{0}/findings", "{0}/conclusion", "{0}/readers", "{0}/print"];

    /// <summary>Role and relation; what a page of a concluded review answers.</summary>
    [Theory]
    [InlineData("lead-a", 200)]
    [InlineData("counsellor-a", 200)]
    [InlineData("head-a", 200)]
    [InlineData("lead-b", 200)]
    [InlineData("head-b", 200)]
    [InlineData("teacher-a", 404)]
    [InlineData("coord", 404)]
    [InlineData("coord-c", 404)]
    [InlineData("lead-c", 404)]
    [InlineData("dpo-a", 404)]
    [InlineData("partner-a", 404)]
    [InlineData("guest-a", 404)]
    [InlineData("operator", 404)]
    [InlineData("no-post", 404)]
    public async Task Only_the_sides_find_a_review(string person, int status)
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.ReadyAsync();
        await world.ConcludeAsync(review);
        foreach (var part in Parts)
        {
            ((int)(await world.OpenAsync(person, string.Format(System.Globalization.CultureInfo.InvariantCulture, part, review))).Status).ShouldBe(status, part);
        }

        ((int)(await world.OpenAsync(person, $"../reports/{review[8..]}")).Status).ShouldBe(404);
    }

    [Fact]
    public async Task A_reader_reads_after_the_yes_of_every_side_and_no_longer_than_it_holds()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.ReadyAsync();
        var report = $"../reports/{review[8..]}";
        await world.DoAsync("lead-a", $"{review}/readers", "", f => f.Set("Person", world.App.Person("coord").ToString()).Set("Why", "For the yearly report"));
        (await world.OpenAsync("lead-b", "../../")).Text.ShouldContain("read the report?");
        (await world.OpenAsync("coord", report)).Status.ShouldBe(HttpStatusCode.NotFound);
        await DecideAsync(world, "lead-b", review, "true");
        (await world.OpenAsync("coord", report)).Status.ShouldBe(HttpStatusCode.NotFound);
        await world.ConcludeAsync(review);
        var page = await world.OpenAsync("coord", report);
        page.Text.ShouldContain("Ours on Purpose");
        page.Text.ShouldContain("Dates stand a term ahead");
        page.Text.ShouldNotContain("Only your own side sees this");
        (await world.OpenAsync("coord", "../reports")).Text.ShouldContain("River letters");
        (await world.OpenAsync("coord", "../../")).Text.ShouldContain("You may read the report");
        foreach (var other in new[] { "lead-c", "dpo-a", "teacher-a", "coord-c" })
        {
            (await world.OpenAsync(other, report)).Status.ShouldBe(HttpStatusCode.NotFound, other);
        }

        await DecideAsync(world, "lead-a", review, "false", "They sent it on");
        (await world.OpenAsync("coord", report)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.OpenAsync("lead-b", "")).Text.ShouldContain("Reader of the report taken back");
    }

    [Fact]
    public async Task A_no_stays_on_record_with_its_reason_and_opens_nothing()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.ReadyAsync();
        await world.ConcludeAsync(review);
        await world.DoAsync("lead-a", $"{review}/readers", "", f => f.Set("Person", world.App.Person("coord").ToString()).Set("Why", "For the yearly report"));
        (await DecideAsync(world, "lead-b", review, "false")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await DecideAsync(world, "lead-b", review, "false", "Not for them")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.OpenAsync("coord", $"../reports/{review[8..]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.OpenAsync("lead-a", $"{review}/readers")).Text.ShouldContain("Not for them");
        (await world.OpenAsync("lead-a", "")).Text.ShouldContain("Reader of the report refused");
    }

    [Fact]
    public async Task A_reader_without_an_account_is_recorded_and_somebody_of_a_side_is_not_asked_for()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.ReadyAsync();
        var answer = await world.PressAsync("lead-a", $"{review}/readers", "", f => f.Set("Name", "Harbour Board").Set("Why", "A visit"));
        answer.Find("input[name=From]")!.GetAttribute("aria-invalid").ShouldBe("true");
        answer.Find("input[name=Name]")!.GetAttribute("value").ShouldBe("Harbour Board");
        (await world.PressAsync("lead-a", $"{review}/readers", "", f => f.Force("Person", world.App.Person("counsellor-b").ToString()).Set("Why", "Nosy"))).Text.ShouldContain("The sides read it anyway.");
        await world.DoAsync("lead-a", $"{review}/readers", "", f => f.Set("Name", "Harbour Board").Set("From", "Harbour").Set("Why", "A visit"));
        (await world.PressAsync("lead-a", $"{review}/readers", "", f => f.Set("Name", "Harbour Board").Set("From", "Harbour").Set("Why", "Again"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.AllAsync<ReviewReader>()).Single().PersonId.ShouldBeNull();
    }

    private static async Task<TestPage> DecideAsync(KeepWorld world, string person, string review, string yes, string reason = "")
    {
        using var browser = await world.App.AsAsync(person);
        var form = (await browser.OpenAsync($"/partnerships/{world.Id}/{review}/readers")).Form("main form[action*='handler=Decide']");
        return await form.Set("Reason", reason).PostAsync(yes);
    }
}
