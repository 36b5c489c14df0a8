using System.Net;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks.Tests;

public sealed class PostTests
{
    [Fact]
    public async Task An_ended_post_gives_no_rights_at_the_next_request()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        using var head = await app.AsAsync("head-a");
        (await teacher.GetAsync("/network")).Status.ShouldBe(HttpStatusCode.OK);
        (await EndAsync(app, head, "school-a", "teacher-a-1")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await teacher.GetAsync("/network")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await teacher.GetAsync("/account/posts")).Status.ShouldBe(HttpStatusCode.OK);
        using var other = await app.AsAsync("lead-b");
        (await other.OpenAsync("/network")).Text.ShouldNotContain("Tess Teacher");
    }

    [Fact]
    public async Task The_only_safeguarding_lead_cannot_be_ended_and_the_reason_is_told()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-b");
        var answer = await EndAsync(app, head, "school-b", "lead-b-1");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Name the next one first");
        using var lead = await app.AsAsync("lead-b");
        (await lead.GetAsync("/network")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nor_can_the_only_safeguarding_lead_be_given_a_last_day()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-b");
        var page = await head.OpenAsync(Url(app, "school-b", "lead-b-1"));
        var answer = await page.Form().Set("Until", "2027-06-30").PostAsync("Save");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Name the next one first");
        answer.Find("input[name=Until]")!.GetAttribute("value").ShouldBe("2027-06-30");
    }

    [Fact]
    public async Task One_of_two_leads_can_be_ended()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-a");
        (await EndAsync(app, head, "school-a", "lead-a2-1")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_new_safeguarding_lead_waits_for_a_second_person_and_then_an_hour()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-a");
        (await FillAsync(app, head, "school-a", "counsellor-a@people.example", Role.SafeguardingLead)).Text.ShouldContain("waits for a second person");
        var id = await PostOfAsync(app, "Cleo New");
        await app.SendMailAsync();
        app.Mail.Sent.ShouldContain(m => m.To == "lead-a@people.example");
        app.Mail.Sent.ShouldContain(m => m.To == "lead-a2@people.example");
        app.Mail.Sent.ShouldAllBe(m => !m.Body.Contains("Cleo") && !m.Subject.Contains("Cleo") && !m.Body.Contains("School A"));

        // The one who proposed it, and the one who is to hold it, cannot agree.
        (await head.OpenAsync($"/organisations/{app.Organisation("school-a")}/posts/{id}")).Document.QuerySelectorAll("button[value=true]").ShouldBeEmpty();
        using var lead = await app.AsAsync("lead-a");
        var form = (await lead.OpenAsync($"/organisations/{app.Organisation("school-a")}/posts/{id}")).Form();
        (await form.PostAsync("Agree")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await RunsAsync(app, "counsellor-a", id)).ShouldBeFalse();
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        (await RunsAsync(app, "counsellor-a", id)).ShouldBeFalse();
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        (await RunsAsync(app, "counsellor-a", id)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_proposer_cannot_be_the_second_person_even_by_hand()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-a");
        await FillAsync(app, head, "school-a", "new@people.example", Role.SeniorLeader);
        var id = await PostOfAsync(app, "Cleo New");
        var page = await head.OpenAsync($"/organisations/{app.Organisation("school-a")}/posts/{id}");
        var answer = await page.Form().Force("Agrees", "true").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("someone else");
    }

    [Fact]
    public async Task A_refused_post_never_runs()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-a");
        await FillAsync(app, head, "school-a", "counsellor-a@people.example", Role.SeniorLeader);
        var id = await PostOfAsync(app, "Cleo New");
        using var lead = await app.AsAsync("lead-a");
        await (await lead.OpenAsync($"/organisations/{app.Organisation("school-a")}/posts/{id}")).Form().PostAsync("Refuse");
        app.Clock.Advance(TimeSpan.FromDays(2));
        (await RunsAsync(app, "counsellor-a", id)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_teacher_is_in_post_at_once_and_seen_by_the_network()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        (await FillAsync(app, lead, "school-a", "new@people.example", Role.Teacher)).Text.ShouldContain("The post is given");
        using var other = await app.AsAsync("teacher-b");
        (await other.OpenAsync("/organisations/" + app.Organisation("school-a"))).Text.ShouldContain("Cleo New");
    }

    [Fact]
    public async Task Nobody_gives_a_post_to_themselves()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-a");
        var answer = await FillAsync(app, head, "school-a", "HEAD-A@people.example", Role.SafeguardingLead);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Nobody gives a post to themselves");
        answer.Find("input[name=PostTitle]")!.GetAttribute("value").ShouldBe("New post");
    }

    [Fact]
    public async Task The_operators_post_cannot_be_given_on_a_page()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-a");
        (await FillAsync(app, head, "school-a", "new@people.example", Role.Operator)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_new_coordinator_needs_the_present_ones_word()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-a");
        (await FillAsync(app, head, "school-a", "counsellor-a@people.example", Role.NetworkCoordinator)).Text.ShouldContain("coordinator of your network");
        var id = await PostOfAsync(app, "Cleo New");
        using var lead = await app.AsAsync("lead-a");
        var byHand = await (await lead.OpenAsync($"/organisations/{app.Organisation("school-a")}/posts/{id}")).Form().Force("Agrees", "true").PostAsync();
        byHand.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var stranger = await app.AsAsync("coord-c");
        (await stranger.GetAsync("/network/posts/" + id)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var coordinator = await app.AsAsync("coord");
        var page = await coordinator.OpenAsync("/network/posts/" + id);
        page.Text.ShouldContain("Cleo Counsellor");
        (await page.Form().PostAsync("Agree")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await RunsAsync(app, "counsellor-a", id)).ShouldBeTrue();
        (await coordinator.GetAsync($"/organisations/{app.Organisation("school-a")}/posts/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_only_coordinator_cannot_be_ended()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var rules = await app.InScopeAsync("coord", s => s.GetRequiredService<PostBook>().OpenAsync(app.Organisation("office-1"), default));
        var post = rules!.Posts.Single(p => p.Role == Role.NetworkCoordinator);
        rules.MayEnd(post, null)!.Code.ShouldBe(SafeguardingRules.LastCoordinator.Code);
    }

    [Fact]
    public async Task Nobody_extends_their_own_post()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-a");
        await (await head.OpenAsync(Url(app, "school-a", "lead-a2-1"))).Form().Set("Until", "2027-01-31").SubmitAsync("Save");
        using var lead = await app.AsAsync("lead-a2");
        var answer = await (await lead.OpenAsync(Url(app, "school-a", "lead-a2-1"))).Form().Set("Until", "2028-01-31").PostAsync("Save");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Nobody extends their own post");
    }

    [Fact]
    public async Task Two_people_change_a_post_and_the_second_is_told()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        using var head = await app.AsAsync("head-a");
        var first = (await lead.OpenAsync(Url(app, "school-a", "teacher-a-1"))).Form().Set("PostTitle", "Class teacher");
        var second = (await head.OpenAsync(Url(app, "school-a", "teacher-a-1"))).Form().Set("PostTitle", "Year 5 teacher");
        (await first.PostAsync("Save")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var answer = await second.PostAsync("Save");
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Find("input[name=PostTitle]")!.GetAttribute("value").ShouldBe("Year 5 teacher");
    }

    [Fact]
    public async Task The_twenty_first_invitation_of_a_day_is_refused()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        for (var i = 0; i < CountedAct.InvitationsADay; i++)
        {
            (await FillAsync(app, lead, "school-a", $"p{i}@people.example", Role.Teacher)).Text.ShouldContain("The post is given");
        }

        (await FillAsync(app, lead, "school-a", "one-more@people.example", Role.Teacher)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        app.Clock.Advance(TimeSpan.FromHours(25));
        using var next = await app.AsAsync("lead-a");
        (await FillAsync(app, next, "school-a", "one-more@people.example", Role.Teacher)).Text.ShouldContain("The post is given");
    }

    [Fact]
    public async Task One_switches_between_ones_own_posts_and_to_nobody_elses()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var browser = await app.AsAsync("two-posts");
        var page = await browser.OpenAsync("/account/posts");
        page.Document.QuerySelectorAll("main form").Length.ShouldBe(1);
        (await page.Form().PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await browser.OpenAsync("/organisations/" + app.Organisation("school-b"))).Text.ShouldContain("Time zone");
        var theft = await (await browser.OpenAsync("/account/posts")).Form().Force("Post", app.Ids["post:head-a-1"].ToString()).PostAsync();
        theft.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    internal static string Url(TestApp app, string organisation, string post) => $"/organisations/{app.Organisation(organisation)}/posts/{app.Ids["post:" + post]}";

    private static async Task<TestPage> EndAsync(TestApp app, TestBrowser browser, string organisation, string post) =>
        await (await browser.OpenAsync(Url(app, organisation, post))).Form("main form[action*=End]").PostAsync();

    internal static async Task<TestPage> FillAsync(TestApp app, TestBrowser browser, string organisation, string mail, Role role)
    {
        var page = await browser.OpenAsync($"/organisations/{app.Organisation(organisation)}/posts/new");
        return await page.Form().Set("PersonName", "Cleo New").Set("Email", mail).Set("Role", role.ToString()).Set("PostTitle", "New post").SubmitAsync();
    }

    internal static async Task<PostId> PostOfAsync(TestApp app, string _)
    {
        await using var db = app.Maintenance();
        return (await db.Set<Post>().OrderByDescending(p => p.ProposedAt).ThenByDescending(p => p.Id).FirstAsync(p => p.Title == "New post")).Id;
    }

    private static Task<bool> RunsAsync(TestApp app, string person, PostId post) => app.InScopeAsync(person, async s =>
        (await s.GetRequiredService<IActorSource>().FindAsync(app.Person(person), post, default))!.Post == post);
}
