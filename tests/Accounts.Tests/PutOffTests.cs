using System.Net;
using Causeway.Kernel;
using Causeway.TestKit;

namespace Causeway.Accounts.Tests;

/// <summary>Home: like things in one line, and later what may wait.</summary>
public sealed class PutOffTests
{
    [Fact]
    public async Task Things_of_one_kind_stand_in_one_line_that_opens_and_leads_to_their_list()
    {
        var (app, work) = await PlannedWork.StartAsync();
        await using var _ = app;
        var question = PlannedWork.Kind(app, "question");
        work.Items = a => a.Person == app.Person("lead-a")
            ? [.. Enumerable.Range(1, 3).Select(i => PlannedWork.Item(question, $"/network/questions/{i}", Urgency.Soon, $"Question {i}")), PlannedWork.Item(PlannedWork.Kind(app, "action"), "/meetings/actions/1", Urgency.Late, "Overdue action")]
            : [];
        using var lead = await app.AsAsync("lead-a");
        var page = await lead.OpenAsync("/");
        page.Text.ShouldContain("4 things wait for you.");
        page.Document.QuerySelectorAll("main h3").Select(h => h.TextContent).ShouldBe(["Overdue action", "3 questions wait for your answer"]);
        page.Find("main h3 a[href='/network/questions']").ShouldNotBeNull();
        page.Document.QuerySelectorAll("main details li a").Select(a => a.TextContent).ShouldBe(["Question 1", "Question 2", "Question 3"]);
    }

    [Fact]
    public async Task What_is_put_off_comes_back_on_its_day_or_when_it_is_taken_back()
    {
        var (app, work) = await PlannedWork.StartAsync();
        await using var _ = app;
        work.Items = a => a.Person == app.Person("lead-a") ? [PlannedWork.Item(PlannedWork.Kind(app, "question"), "/network/questions/1", title: "A question")] : [];
        using var lead = await app.AsAsync("lead-a");
        var page = await (await lead.OpenAsync("/")).Form("main form[action*='handler=Later']").SubmitAsync("Tomorrow");
        page.Text.ShouldContain("All clear for today.");
        page.Text.ShouldContain("Put off: 1 thing");
        page = await page.Form("main form[action*='handler=Back']").SubmitAsync("Back to the list");
        page.Text.ShouldContain("One thing waits for you.");
        await page.Form("main form[action*='handler=Later']").SubmitAsync("Tomorrow");
        app.Clock.Advance(TimeSpan.FromHours(15));
        using var evening = await app.AsAsync("lead-a");
        (await evening.OpenAsync("/")).Text.ShouldContain("All clear", customMessage: "it is still the same day in Lisbon");
        app.Clock.Advance(TimeSpan.FromHours(1));
        using var night = await app.AsAsync("lead-a");
        (await night.OpenAsync("/")).Text.ShouldContain("One thing waits for you.");
    }

    [Fact]
    public async Task What_protects_a_child_cannot_be_put_off_once_it_is_due_and_comes_back_when_it_is()
    {
        var (app, work) = await PlannedWork.StartAsync();
        await using var _ = app;
        var (departure, urgency) = (PlannedWork.Kind(app, "departure"), Urgency.Late);
        work.Items = a => a.Person == app.Person("lead-a") ? [PlannedWork.Item(departure, "/directory/departures", urgency)] : [];
        using var lead = await app.AsAsync("lead-a");
        var page = await lead.OpenAsync("/");
        page.Find("button[name=Put]").ShouldBeNull();
        var key = PlannedWork.Item(departure, "/directory/departures").Key;
        (await page.Form("main form[action*='handler=Later']").Force("Put", $"{key}:NextWeek").PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        urgency = Urgency.Soon;
        (await (await lead.OpenAsync("/")).Form("main form[action*='handler=Later']").SubmitAsync("In a week")).Text.ShouldContain("All clear");
        urgency = Urgency.Today;
        (await lead.OpenAsync("/")).Text.ShouldContain("One thing waits for you.");
    }

    [Fact]
    public async Task One_persons_later_is_nobody_elses()
    {
        var (app, work) = await PlannedWork.StartAsync();
        await using var _ = app;
        work.Items = a => a.Organisation == app.Organisation("school-a") ? [PlannedWork.Item(PlannedWork.Kind(app, "question"), "/network/questions/1")] : [];
        using var lead = await app.AsAsync("lead-a");
        await (await lead.OpenAsync("/")).Form("main form[action*='handler=Later']").SubmitAsync("In a week");
        using var head = await app.AsAsync("head-a");
        (await head.OpenAsync("/")).Text.ShouldContain("One thing waits for you.");
        (await head.OpenAsync("/")).Text.ShouldNotContain("Put off");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("0011223344556677:Forever")]
    public async Task Nonsense_is_not_there(string put)
    {
        var (app, work) = await PlannedWork.StartAsync();
        await using var _ = app;
        work.Items = a => [PlannedWork.Item(PlannedWork.Kind(app, "question"), "/network/questions/1")];
        using var lead = await app.AsAsync("lead-a");
        (await (await lead.OpenAsync("/")).Form("main form[action*='handler=Later']").Force("Put", put).PostAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await lead.OpenAsync("/")).Form("main form[action*='handler=Later']").Force("Put", "0011223344556677:Tomorrow").PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
