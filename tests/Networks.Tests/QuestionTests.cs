using System.Net;
using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks.Tests;

public sealed class QuestionTests
{
    [Fact]
    public async Task Five_days_are_usual_and_three_and_seven_are_offered()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        var page = await lead.OpenAsync("/network/questions/ask");
        page.Document.QuerySelectorAll("input[name=Days]").Select(i => i.GetAttribute("value")).ShouldBe(["3", "5", "7"]);
        page.Find("input[name=Days][checked]")!.GetAttribute("value").ShouldBe("5");
        page.Text.ShouldContain("Write so that no child can be recognised");
        var forced = await page.Form().Set("Topic", "A topic").Set("Text", "A question").Set("NoChild", "true").Force("Days", "400").PostAsync();
        forced.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await lead.OpenAsync(await AskAsync(app))).Form().PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Nothing_is_posted_before_the_asker_read_it_once_more()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        var answer = await (await lead.OpenAsync("/network/questions/ask")).Form().Set("Topic", "A topic").Set("Text", "A question").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("tick that nobody can recognise a child");
        answer.Find("textarea[name=Text]")!.TextContent.Trim().ShouldBe("A question");
        (await lead.OpenAsync("/network/questions")).Text.ShouldContain("Nobody has asked yet");
    }

    [Fact]
    public async Task Answers_come_until_the_last_day_and_not_after_and_the_asker_marks_what_helped()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await AskAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(5));
        using (var peer = await app.AsAsync("lead-b"))
        {
            var form = (await peer.OpenAsync(url)).Form("main form[action*=Answer]").Set("Reply", "We ring the duty desk.").Set("NoChild", "true");
            (await form.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        }

        app.Clock.Advance(TimeSpan.FromDays(1));
        var id = new QuestionId(Guid.Parse(url.Split('/')[^1]));
        (await app.InScopeAsync("lead-b", s => s.GetRequiredService<AskNetworkHandler>().HandleAsync(
            new AnswerQuestion(id, "Too late.", true), s.GetRequiredService<ICurrentActor>().Actor, default)))!.Code.ShouldBe(Question.Closed.Code);
        using var late = await app.AsAsync("lead-b");
        (await late.OpenAsync(url)).Document.QuerySelectorAll("main form").ShouldBeEmpty();
        using var asker = await app.AsAsync("lead-a");
        await (await asker.OpenAsync(url)).Form("main form[action*=Mark]").PostAsync();
        (await late.OpenAsync(url)).Find("main .cw-ok")!.TextContent.ShouldContain("Helped");
        (await late.OpenAsync("/network/questions")).Text.ShouldContain("1 answer, 1 helped");
    }

    [Fact]
    public async Task Only_the_asker_marks_and_closes()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await AskAsync(app);
        using var peer = await app.AsAsync("lead-b");
        await (await peer.OpenAsync(url)).Form().Set("Reply", "We ring the duty desk.").Set("NoChild", "true").PostAsync();
        using var asker = await app.AsAsync("lead-a");
        var mark = (await asker.OpenAsync(url)).Form("main form[action*=Mark]").Fields.First(f => f.Key == "AnswerId").Value;
        var stolen = await (await peer.OpenAsync(url)).Form().Force("AnswerId", mark).Force("Useful", "true").PostToAsync(peer, url + "?handler=Mark");
        stolen.ShouldBe(HttpStatusCode.NotFound);
        (await (await peer.OpenAsync(url)).Form().PostToAsync(peer, url + "?handler=Close")).ShouldBe(HttpStatusCode.NotFound);
        (await asker.OpenAsync(url)).Find("main .cw-ok").ShouldBeNull();
        (await asker.OpenAsync(url)).Text.ShouldContain("Open");
    }

    [Fact]
    public async Task Closed_questions_stay_searchable_by_members_in_question_and_answers()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await AskAsync(app, "Élève on the move", "Whom do you ring?");
        using var peer = await app.AsAsync("lead-b");
        await (await peer.OpenAsync(url)).Form().Set("Reply", "The Duty Desk, até às 18.").Set("NoChild", "true").PostAsync();
        app.Clock.Advance(TimeSpan.FromDays(30));
        using var teacher = await app.AsAsync("teacher-a");
        foreach (var q in new[] { "eleve", "ELEVE", "ring", "ate as", "duty desk whom" })
        {
            (await teacher.OpenAsync("/network/questions?show=closed&q=" + Uri.EscapeDataString(q))).Text.ShouldContain("Élève on the move", Case.Sensitive, q);
        }

        (await teacher.OpenAsync("/network/questions?q=50%25")).Text.ShouldContain("Nothing found");
        (await teacher.OpenAsync("/network/questions?show=open")).Text.ShouldContain("Nothing found");
        using var stranger = await app.AsAsync("lead-c");
        (await stranger.OpenAsync("/network/questions?q=eleve")).Text.ShouldContain("Nothing found");
        (await stranger.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_work_list_shows_a_question_to_other_schools_until_they_answered()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await AskAsync(app);
        (await WorkAsync(app, "lead-b")).ShouldHaveSingleItem().Url.ShouldBe(url);
        (await WorkAsync(app, "head-a")).ShouldBeEmpty();
        (await WorkAsync(app, "teacher-a")).ShouldBeEmpty();
        (await WorkAsync(app, "lead-c")).ShouldBeEmpty();
        using var peer = await app.AsAsync("lead-b");
        await (await peer.OpenAsync(url)).Form().Set("Reply", "We ring the duty desk.").Set("NoChild", "true").PostAsync();
        (await WorkAsync(app, "lead-b")).ShouldBeEmpty();
        (await WorkAsync(app, "lead-a")).ShouldHaveSingleItem().Title.ShouldContain("Your question has answers");
    }

    internal static async Task<string> AskAsync(TestApp app, string topic = "Families that move on a Friday", string text = "Whom do you ring?")
    {
        using var lead = await app.AsAsync("lead-a");
        var answer = await (await lead.OpenAsync("/network/questions/ask")).Form().Set("Topic", topic).Set("Text", text).Set("NoChild", "true").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        return answer.Location!;
    }

    private static Task<IReadOnlyList<WorkItem>> WorkAsync(TestApp app, string person) => app.InScopeAsync(person, s =>
        s.GetServices<IWorkList>().OfType<QuestionWork>().Single().ForAsync(s.GetRequiredService<ICurrentActor>().Actor, default));
}

internal static class ForgedPost
{
    /// <summary>Sends a form's own token and fields to another address of the site, as an attacker who holds an account would.</summary>
    public static async Task<HttpStatusCode> PostToAsync(this TestForm form, TestBrowser browser, string url) =>
        (await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form.Fields) })).Status;
}
