using System.Net;
using System.Text.RegularExpressions;
using Causeway.Kernel;
using Causeway.TestKit;

namespace Causeway.Meetings.Tests;

public sealed partial class PollTests
{
    [Fact]
    public async Task Everybody_asked_gets_one_neutral_mail_and_answers_without_an_account_in_their_own_zone()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var poll = await AskAsync(app);
        await SendAsync(app);
        app.Mail.Sent.Select(m => m.To).Order(StringComparer.Ordinal).ShouldBe(["counsellor-a@people.example", "guest@outside.example", "lead-a@people.example"]);
        app.Mail.Sent.ShouldAllBe(m => !m.Body.Contains("Training day") && !m.Subject.Contains("Training") && !m.Body.Contains("16:00"));
        var link = Link(app, "guest@outside.example");
        using var guest = app.Anonymous();
        (await guest.OpenAsync(link + "?zone=Asia/Tokyo")).Text.ShouldContain("(Asia/Tokyo)");
        (await AnswerAsync(guest, link, "Yes", "IfNeedBe", "No")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await AnswerAsync(guest, link, "No", "IfNeedBe", "No", "Away after all")).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var coord = await app.AsAsync("coord");
        var page = await coord.OpenAsync(poll);
        page.Text.ShouldContain("1 of 3 have answered");
        page.Text.ShouldContain("Away after all");
        page.Find("input[name^=Answers]:checked").ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_says_something_about_every_time_and_keeps_what_was_ticked()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await AskAsync(app);
        await SendAsync(app);
        using var guest = app.Anonymous();
        var form = (await guest.OpenAsync(Link(app, "guest@outside.example"))).Form("main form[method=post]");
        var options = Names(form);
        var answer = await form.Set(options[0], "Yes").Set("Note", "Half").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Say something about each time");
        answer.Document.QuerySelectorAll("input[name^=Answers][checked]").Length.ShouldBe(1);
        answer.Find("input[name=Note]")!.GetAttribute("value").ShouldBe("Half");
    }

    [Fact]
    public async Task Closing_takes_one_time_ends_the_links_and_fills_the_plan()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var poll = await AskAsync(app, "Weekly");
        await SendAsync(app);
        var link = Link(app, "guest@outside.example");
        using var guest = app.Anonymous();
        using var late = app.Anonymous();
        await AnswerAsync(guest, link, "Yes", "No", "Yes");
        var stale = (await late.OpenAsync(link)).Form("main form[method=post]");
        using var coord = await app.AsAsync("coord");
        var page = await coord.OpenAsync(poll);
        page.Text.ShouldContain("2 times are level");
        (await page.Form("form[action*=Close]").Without("Option").PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var close = (await coord.OpenAsync(poll)).Form("form[action*=Close]");
        var option = page.Find("form[action*=Close] input[name=Option]")!.GetAttribute("value")!;
        var done = await close.Set("Option", option).PostAsync();
        done.Status.ShouldBe(HttpStatusCode.SeeOther);
        var plan = (await coord.OpenAsync(done.Location!)).Form("main form[method=post]");
        plan.Fields.First(f => f.Key == "Input.Title").Value.ShouldBe("Training day");
        plan.Fields.First(f => f.Key == "Input.Rhythm").Value.ShouldBe("Weekly");
        var refused = await stale.Set(Names(stale)[0], "No").Set(Names(stale)[1], "No").Set(Names(stale)[2], "No").PostAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("This poll is closed");
        (await late.OpenAsync(link)).Text.ShouldNotContain("Training day");
        (await coord.OpenAsync(poll)).Find("form[action*=Close]").ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_closes_is_told_when_somebody_answered_meanwhile()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var poll = await AskAsync(app);
        await SendAsync(app);
        using var coord = await app.AsAsync("coord");
        var page = await coord.OpenAsync(poll);
        var close = page.Form("form[action*=Close]").Set("Option", "none");
        using var guest = app.Anonymous();
        await AnswerAsync(guest, Link(app, "guest@outside.example"), "Yes", "No", "No");
        (await close.PostAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Two_who_answer_in_the_same_moment_are_both_heard()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await AskAsync(app);
        await SendAsync(app);
        using var guest = app.Anonymous();
        using var lead = app.Anonymous();
        await Task.WhenAll(AnswerAsync(guest, Link(app, "guest@outside.example"), "Yes", "No", "No"), AnswerAsync(lead, Link(app, "lead-a@people.example"), "No", "Yes", "No"));
        await using var db = app.Maintenance();
        db.Set<Vote>().Count().ShouldBe(6);
        db.Set<SlotPoll>().Single().Answers.ShouldBe(2);
    }

    [Fact]
    public async Task A_reminder_goes_once_to_those_who_are_silent_and_brings_a_new_link()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var poll = await AskAsync(app);
        await SendAsync(app);
        using var guest = app.Anonymous();
        var (old, answered) = (Link(app, "lead-a@people.example"), Link(app, "guest@outside.example"));
        await AnswerAsync(guest, answered, "Yes", "No", "No");
        app.Mail.Sent.Clear();
        using var coord = await app.AsAsync("coord");
        (await (await coord.OpenAsync(poll)).Form("form[action*=Remind]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        await SendAsync(app);
        app.Mail.Sent.Select(m => m.To).Order(StringComparer.Ordinal).ShouldBe(["counsellor-a@people.example", "lead-a@people.example"]);
        (await guest.GetAsync(old)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await guest.GetAsync(Link(app, "lead-a@people.example"))).Status.ShouldBe(HttpStatusCode.OK);
        (await coord.OpenAsync(poll)).Find("form[action*=Remind]").ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_asked_enters_an_answer_only_with_a_note_and_the_person_may_change_it()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var poll = await AskAsync(app);
        using var coord = await app.AsAsync("coord");
        using var peer = await app.AsAsync("counsellor-a");
        var url = (await coord.OpenAsync(poll)).Document.QuerySelectorAll("a[href*='/for/']").First(a => a.TextContent.Contains("Lea Lead")).GetAttribute("href")!;
        (await peer.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound, "neither asked nor plans meetings");
        var form = Filled((await coord.OpenAsync(url)).Form("main form[method=post]"), "Yes");
        (await form.PostAsync()).Text.ShouldContain("Say how you know");
        (await form.Set("Note", "Told me on the phone").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await coord.OpenAsync(poll)).Text.ShouldContain("entered by");
        using var lead = await app.AsAsync("lead-a");
        var mine = (await lead.OpenAsync(poll)).Form("main form[method=post]");
        (await Filled(mine, "No").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("Input.Title", "", "Write what the meeting is called")]
    [InlineData("Input.Guests", "no address here", "Line 1: write a name, a comma and a mail address.")]
    [InlineData("Input.Minutes", "1", "5 to 720")]
    [InlineData("Input.Options[0].Time", "", "Time 1: choose a day to come")]
    public async Task What_cannot_be_asked_is_refused_and_nothing_typed_is_lost(string field, string value, string words)
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coord = await app.AsAsync("coord");
        var answer = await Typed(await coord.OpenAsync("/meetings/polls/new"), app, "Once").Set(field, value).PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(words);
        answer.Find("input[name='Input.Options[1].Time']")!.GetAttribute("value").ShouldBe("16:00");
        answer.Document.QuerySelectorAll("input[name='Input.Posts'][checked]").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_poll_is_seen_by_its_network_and_by_those_asked_only()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var poll = await AskAsync(app);
        string[] readers = ["coord", "lead-a", "counsellor-a", "head-a", "dpo-a", "lead-b"];
        foreach (var person in new[] { "coord", "lead-a", "counsellor-a", "teacher-a", "head-a", "dpo-a", "operator", "partner-a", "guest-a", "lead-b", "ended", "no-post", "coord-c", "lead-c" })
        {
            using var browser = await app.AsAsync(person);
            (await browser.GetAsync(poll)).Status.ShouldBe(readers.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound, person);
        }

        using var other = await app.AsAsync("lead-b");
        (await other.OpenAsync(poll)).Find("form[action*=Close]").ShouldBeNull("neither asked nor plans meetings");
    }

    [Fact]
    public void A_rhythm_is_told_with_all_its_clock_times_of_a_year()
    {
        var clock = new TestClock();
        var poll = SlotPoll.Ask(default, new("Poll", "Europe/London", 60, 1, MeetingAudience.Staff, null), Actor.Anonymous, clock).Poll!;
        var option = SlotOption.Of(poll, 1, new(2027, 1, 12), new(16, 0), Rhythm.MonthlyNth, clock).Option!;
        PollBook.ClocksIn(poll, option, "Asia/Jakarta").ShouldBe([("22:00", 7), ("23:00", 5)]);
        PollBook.ClocksIn(poll, option, "America/New_York").ShouldBe([("11:00", 12)]);
    }

    private static async Task<string> AskAsync(TestApp app, string rhythm = "Once")
    {
        using var coord = await app.AsAsync("coord");
        var answer = await Typed(await coord.OpenAsync("/meetings/polls/new"), app, rhythm).PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        return answer.Location!;
    }

    private static TestForm Typed(TestPage page, TestApp app, string rhythm)
    {
        var form = page.Form("main form[method=post]").Set("Input.Title", "Training day").Set("Input.Zone", "Europe/Lisbon").Set("Input.Guests", "Gunda Guest, guest@outside.example")
            .Set("Input.Posts", app.Ids["post:lead-a-1"].ToString(), app.Ids["post:counsellor-a-1"].ToString());
        for (var i = 0; i < 3; i++)
        {
            form.Set($"Input.Options[{i}].Day", $"2026-12-0{i + 1}").Set($"Input.Options[{i}].Time", "16:00").Set($"Input.Options[{i}].Rhythm", rhythm);
        }

        return form;
    }

    private static async Task SendAsync(TestApp app)
    {
        while (await app.SendMailAsync() > 0)
        {
            // Twenty at a time.
        }
    }

    private static string Link(TestApp app, string address) =>
        new Uri(PollLinkText().Match(app.Mail.Sent.Last(m => m.To == address).Body).Value).AbsolutePath;

    private static async Task<TestPage> AnswerAsync(TestBrowser browser, string link, string first, string second, string third, string note = "")
    {
        var form = (await browser.OpenAsync(link)).Form("main form[method=post]");
        var names = Names(form);
        return await form.Set(names[0], first).Set(names[1], second).Set(names[2], third).Set("Note", note).PostAsync();
    }

    private static TestForm Filled(TestForm form, string answer) => Names(form).Aggregate(form, (f, name) => f.Set(name, answer));

    private static List<string> Names(TestForm form) => [.. form.Names("Answers")];

    [GeneratedRegex(@"http://localhost/meetings/polls/answer/\S+", RegexOptions.ExplicitCapture)]
    private static partial Regex PollLinkText();
}
