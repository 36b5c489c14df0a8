using System.Net;
using Causeway.TestKit;

namespace Causeway.Partnerships.Tests;

public sealed class ConcludeReviewTests
{
    [Fact]
    public async Task A_review_is_not_concluded_while_anything_is_missing_and_the_page_names_it()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.OpenAsync();
        (await world.OpenAsync("lead-a", $"{review}/conclusion")).Status.ShouldBe(HttpStatusCode.NotFound);
        await world.BothAnswerAsync(review);
        (await world.ProposeAsync("lead-a", review)).Text.ShouldContain("at least one finding");
        await world.FindAsync(review);
        var answer = await world.ProposeAsync("lead-a", review);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var missing in new[] { "an end of each finding (1 open)", "how alike", "the signature of the sponsor of" })
        {
            answer.Text.ShouldContain(missing);
        }

        await world.EndAsync(review, FindingEnd.NoAction, "It costs nothing");
        await world.MarkAsync(review);
        (await world.ProposeAsync("lead-a", review)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await world.SponsorsSignAsync();
        (await world.ProposeAsync("lead-a", review)).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<PartnershipReview>()).Single().State.ShouldBe(ReviewState.Open);
    }

    [Theory]
    [InlineData(false, 0, 1, 0, true)]
    [InlineData(true, 0, 1, 0, false)]
    [InlineData(true, 1, 1, 0, true)]
    [InlineData(false, 0, 0, 0, false)]
    [InlineData(false, 0, 2, 1, false)]
    public void What_is_missing_is_one_list(bool full, int peers, int findings, int open, bool ready)
    {
        var kind = full ? ReviewKind.Full : ReviewKind.Light;
        ReviewSide whole = new("A", true, true, true, true);
        ReviewConclusion.Missing(new(kind, [whole, whole with { Name = "B" }], peers, findings, open), ReviewOutcome.Renew).Count.ShouldBe(ready ? 0 : 1);
        ReviewConclusion.Missing(new(kind, [whole, new("B", false, false, true, true)], peers, findings, open), null).ShouldContain(m => m.Duty == ReviewDuty.Sheet && m.Value == "B");
        ReviewConclusion.Missing(new(kind, [whole, whole with { Signed = false }], peers, findings, open), ReviewOutcome.End).ShouldNotContain(m => m.Duty == ReviewDuty.Sponsor);
    }

    [Fact]
    public async Task The_yes_of_every_side_moves_the_review_date_and_the_horizon_and_stands_in_the_history()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.ReadyAsync();
        (await world.ProposeAsync("lead-a", review)).Status.ShouldBe(HttpStatusCode.SeeOther);
        var before = (await world.AllAsync<Partnership>()).Single();
        (await world.OpenAsync("lead-b", "../../")).Text.ShouldContain("Agree to the conclusion");
        await world.DoAsync("lead-b", $"{review}/conclusion", "Agree");
        var after = (await world.AllAsync<Partnership>()).Single();
        (before.ReviewOn, before.HorizonOn).ShouldNotBe((after.ReviewOn, after.HorizonOn));
        (after.ReviewOn, after.HorizonOn).ShouldBe((world.Today.AddDays(300), world.Today.AddDays(900)));
        var page = await world.OpenAsync("counsellor-a", "");
        page.Text.ShouldContain("Review concluded: they go on");
        page.Text.ShouldContain("Light review opened");
        (await world.OpenAsync("coord", "")).Text.ShouldNotContain("Review concluded");
        (await world.PressAsync("lead-a", "reviews", "", f => f.Set("Focus", "Again"))).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_finding_that_comes_after_a_yes_asks_again_and_a_page_that_is_older_is_refused()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.ReadyAsync();
        (await world.ProposeAsync("lead-a", review)).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var other = await world.App.AsAsync("lead-b");
        var stale = (await other.OpenAsync($"/partnerships/{world.Id}/{review}/conclusion")).Form("form[action*='handler=Agree']");
        await world.FindAsync(review, "And one more thing");
        (await stale.PostAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        var round = (await world.AllAsync<PartnershipReview>()).Single();
        (round.State, round.AgreedBy.Count).ShouldBe((ReviewState.Open, 0));
    }

    [Fact]
    public async Task Two_yeses_in_the_same_moment_conclude_once()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.ReadyAsync();
        (await world.ProposeAsync("lead-a", review)).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var first = await world.App.AsAsync("lead-b");
        using var second = await world.App.AsAsync("head-b");
        var forms = await Task.WhenAll(new[] { first, second }.Select(async b => (await b.OpenAsync($"/partnerships/{world.Id}/{review}/conclusion")).Form("form[action*='handler=Agree']")));
        var answers = await Task.WhenAll(forms.Select(f => f.PostAsync()));
        answers.Count(a => a.Status == HttpStatusCode.SeeOther).ShouldBe(1);
        (await world.AllAsync<PartnershipChange>()).Count(c => c.After == "Review concluded: they go on").ShouldBe(1);
    }

    [Fact]
    public async Task An_ending_leads_into_the_closing_record_and_asks_no_sponsor()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.OpenAsync();
        await world.BothAnswerAsync(review);
        await world.MarkAsync(review);
        await world.FindAsync(review);
        await world.EndAsync(review, FindingEnd.Decision, "We stop in summer");
        await world.ConcludeAsync(review, "End");
        (await world.OpenAsync("lead-b", "../../")).Text.ShouldContain("Write the closing record");
        using var lead = await world.App.AsAsync("lead-b");
        var page = await lead.OpenAsync((await world.OpenAsync("lead-b", $"{review}/conclusion")).Find("main a[href*='/stage?to=Ending']")!.GetAttribute("href")!);
        var form = page.Form("form[action*=Stage]");
        form.Fields.ShouldContain(f => f.Key == "To" && f.Value == "Ending");
        form.Fields.ShouldContain(f => f.Key == "Why" && f.Value == "It bears both of us");
        (await form.Set("Kept", "The box").Set("Told", "Both staffs").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<Partnership>()).Single().Stage.ShouldBe(Stage.Ending);
        (await world.OpenAsync("lead-b", "../../")).Text.ShouldNotContain("Write the closing record");
    }

    [Fact]
    public async Task An_action_follows_its_holder_home_and_shows_as_a_sign_when_it_is_overdue()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.OpenAsync();
        await world.BothAnswerAsync(review);
        await world.FindAsync(review);
        (await world.OpenAsync("lead-b", "../../")).Text.ShouldContain("A finding waits for its end");
        var finding = await world.EndAsync(review, FindingEnd.Action, "Set the dates in May", "counsellor-b", 3);
        (await world.OpenAsync("counsellor-b", "../../")).Text.ShouldContain("Set the dates in May");
        (await world.OpenAsync("counsellor-a", "../../")).Text.ShouldNotContain("Set the dates in May");
        world.App.Clock.Advance(TimeSpan.FromDays(5));
        (await world.OpenAsync("counsellor-a", "health")).Text.ShouldContain("has not done an action by its day");
        await world.DoAsync("counsellor-b", "contacts", "Finish", f => f.Set("Entry", finding.ActionId!.Value.ToString()).Set("DoneOn", world.Day(0)));
        (await world.OpenAsync("counsellor-b", "../../")).Text.ShouldNotContain("Set the dates in May");
    }

    [Fact]
    public async Task A_finding_ends_with_what_its_end_needs_and_once()
    {
        await using var world = await KeepWorld.StartAsync();
        var review = await world.OpenAsync();
        await world.BothAnswerAsync(review);
        await world.FindAsync(review);
        var finding = (await world.AllAsync<ReviewFinding>()).Single();
        var path = $"{review}/findings?finding={finding.Id}";
        (await world.PressAsync("lead-b", path, "End")).Text.ShouldContain("Choose what comes of it.");
        var answer = await world.PressAsync("lead-b", path, "End", f => f.Set("End", "Action").Set("EndText", "Do it"));
        answer.Find("select[name=Holder]")!.GetAttribute("aria-invalid").ShouldBe("true");
        answer.Find("textarea[name=EndText]")!.TextContent.Trim().ShouldBe("Do it");
        (await world.PressAsync("lead-b", path, "End", f => f.Set("End", "NoAction"))).Text.ShouldContain("Say why nothing is done.");
        (await world.AllAsync<ReviewFinding>()).Single().IsOpen.ShouldBeTrue();
        await world.EndAsync(review, FindingEnd.Decision, "So be it");
        (await world.OpenAsync("lead-b", path)).Find("form[action*='handler=End']").ShouldBeNull();
    }

    [Theory]
    [InlineData("counsellor-a", 303)]
    [InlineData("head-a", 303)]
    [InlineData("lead-b", 303)]
    [InlineData("head-b", 303)]
    public async Task Owners_and_senior_leaders_of_a_side_open_a_review(string person, int status)
    {
        await using var world = await KeepWorld.StartAsync();
        ((int)(await world.PressAsync(person, "reviews", "", f => f.Set("Focus", "Us"))).Status).ShouldBe(status);
    }

    [Fact]
    public async Task Who_is_no_owner_of_a_side_opens_no_review_and_decides_nothing()
    {
        await using var world = await KeepWorld.StartAsync();
        using var lead = await world.App.AsAsync("lead-a");
        var form = (await lead.OpenAsync($"/partnerships/{world.Id}/reviews")).Form("main form[method=post]").Set("Focus", "Us");
        await world.App.InScopeAsync("lead-b", async s =>
        {
            var db = (Persistence.AppDbContext)s.GetService(typeof(Persistence.AppDbContext))!;
            (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstAsync(db.Set<PartyOwner>(), o => o.Name == "lead-a")).HandOver(world.Today);
            db.Record("owner.gone", world.Id);
            return await db.SaveChangesAsync();
        });
        (await form.PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.OpenAsync("lead-a", "reviews")).Find("main form[method=post]").ShouldBeNull();
    }
}
