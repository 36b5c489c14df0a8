using System.Net;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases.Tests;

/// <summary>A worry in under a minute, sealed to the leads; the reporter learns how far it is, and nothing else.</summary>
public sealed class WorryTests
{
    private const string Child = "Zebulon Quexley";
    private const string Seen = "a bruise shaped like a hand under the left ear";
    private const string Said = "dad gets loud when the pan burns";

    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4];

    [Fact]
    public async Task The_numbers_of_the_city_and_the_duty_come_first()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        var page = await teacher.OpenAsync("/worry");
        page.Text.ShouldContain("112");
        page.Text.ShouldContain("Whoever works in a school must report.");
        page.Text.IndexOf("112", StringComparison.Ordinal).ShouldBeLessThan(page.Text.IndexOf("A child or young person", StringComparison.Ordinal));
        page.Find("a[href='tel:112']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Five_screens_with_one_question_each_lead_to_the_leads_of_the_own_school_and_to_nobody_else()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        var done = await ReportAsync(teacher);
        done.Text.ShouldContain("Received");
        foreach (var lead in (string[])["lead-a", "lead-a2"])
        {
            using var browser = await app.AsAsync(lead);
            (await browser.OpenAsync("/")).Text.ShouldContain("A worry was reported to you");
            var page = await browser.OpenAsync(await UrlAsync(app));
            page.Text.ShouldContain(Child);
            page.Text.ShouldContain(Seen);
            page.Text.ShouldContain(Said);
            page.Text.ShouldContain("Neck");
        }

        foreach (var other in (string[])["teacher-a", "counsellor-a", "head-a", "dpo-a", "coord", "operator", "lead-b", "guest-a", "partner-a"])
        {
            using var browser = await app.AsAsync(other);
            (await browser.GetAsync(await UrlAsync(app))).Status.ShouldBe(HttpStatusCode.NotFound, other);
            (await browser.GetAsync(await UrlAsync(app) + "?handler=File&file=" + await FileAsync(app))).Status.ShouldBe(HttpStatusCode.NotFound, other);
        }
    }

    [Fact]
    public async Task The_reporter_sees_received_in_hand_and_closed_and_not_a_word()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        await ReportAsync(teacher);
        using var lead = await app.AsAsync("lead-a");
        var url = await UrlAsync(app);
        foreach (var (state, button, next) in (IReadOnlyList<(string, string, string)>)[("Received", "Take", "In hand"), ("In hand", "Close", "Closed")])
        {
            (await teacher.OpenAsync("/worry/mine")).Text.ShouldContain(state);
            var form = (await lead.OpenAsync(url)).Form($"main form[action*={button}]");
            form = button == "Close" ? form.Set("Outcome", "talked with everybody") : form;
            (await form.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
            var mine = await teacher.OpenAsync("/worry/mine");
            mine.Text.ShouldContain(next);
            mine.Text.ShouldNotContain("Quexley");
            mine.Text.ShouldNotContain("talked with everybody");
        }

        (await (await teacher.OpenAsync("/worry/who")).Form().PostAsync()).Html.ShouldNotContain("Quexley");
        (await lead.OpenAsync(url)).Text.ShouldContain("talked with everybody");
    }

    [Fact]
    public async Task Each_answer_is_kept_for_its_author_alone_and_leaving_quickly_loses_no_word()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        await (await teacher.OpenAsync("/worry/who")).Form().Set("Input.Child", Child).SubmitAsync();
        var away = await (await teacher.OpenAsync("/worry/what")).Form().Set("Input.Seen", Seen).PostAsync("Leave quickly");
        away.Location.ShouldBe("/");
        (await teacher.OpenAsync("/worry")).Text.ShouldContain("Go on with the draft");
        (await teacher.OpenAsync("/worry/what")).Find("[name='Input.Seen']")!.TextContent.ShouldContain(Seen);
        (await teacher.OpenAsync("/worry/who")).Find("[name='Input.Child']")!.GetAttribute("value").ShouldBe(Child);
        using var lead = await app.AsAsync("lead-a");
        (await lead.OpenAsync("/worry/what")).Html.ShouldNotContain(Seen);
        (await lead.OpenAsync("/cases/worries")).Text.ShouldContain("No worry waits");
        (await (await teacher.OpenAsync("/worry")).Form("main form[action*=Drop]").SubmitAsync("Throw the draft away")).Html.ShouldNotContain("Go on with the draft");
        (await teacher.OpenAsync("/worry/what")).Html.ShouldNotContain(Seen);
    }

    [Fact]
    public async Task No_day_is_shown_or_kept_that_nobody_chose()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        (await teacher.OpenAsync("/worry/when")).Find("[name='Input.SeenOn']")!.GetAttribute("value").ShouldBe("2026-11-17");
        (await teacher.OpenAsync("/worry/send")).Text.ShouldNotContain("November 2026");
    }

    [Fact]
    public async Task What_is_missing_is_asked_on_its_own_screen_and_what_was_typed_stays()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        var empty = await (await teacher.OpenAsync("/worry/who")).Form().Set("Input.Class", "4b").PostAsync();
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Find("[name='Input.Class']")!.GetAttribute("value").ShouldBe("4b");
        var early = await (await teacher.OpenAsync("/worry/send")).Form().Set("Input.FirstStep", "told the nurse").PostAsync();
        early.Location.ShouldBe("/worry/who");
        (await teacher.OpenAsync("/worry/send")).Find("[name='Input.FirstStep']")!.TextContent.ShouldContain("told the nurse");
        await using var db = app.Maintenance();
        (await db.Set<Worry>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_is_not_what_its_name_says_is_refused_and_the_words_stay()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        await AnswerAsync(teacher);
        var answer = await (await teacher.OpenAsync("/worry/send")).Form().Set("Input.FirstStep", "told the nurse").Attach("Files", "drawing.png", "<svg onload=x>"u8.ToArray()).PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("the file is not what its name says");
        answer.Find("[name='Input.FirstStep']")!.TextContent.ShouldContain("told the nurse");
        (await (await teacher.OpenAsync("/worry/send")).Form().Attach("Files", "drawing.png", Picture).PostAsync()).Location.ShouldBe("/worry/mine");
        using var lead = await app.AsAsync("lead-a");
        var file = await lead.GetAsync(await UrlAsync(app) + "?handler=File&file=" + await FileAsync(app));
        file.Bytes.ShouldBe(Picture);
        file.Headers["Content-Disposition"].ShouldContain("attachment");
        file.Headers["Content-Disposition"].ShouldNotContain("drawing");
    }

    [Fact]
    public async Task Sending_the_same_form_twice_is_one_worry()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        await AnswerAsync(teacher);
        var form = (await teacher.OpenAsync("/worry/send")).Form();
        (await form.PostAsync()).Location.ShouldBe("/worry/mine");
        (await form.PostAsync()).Location.ShouldBe("/worry/mine");
        await using var db = app.Maintenance();
        (await db.Set<Worry>().CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task R59_No_word_that_was_typed_lies_anywhere_in_clear_and_none_leaves_in_a_mail_or_an_address()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        await ReportAsync(teacher);
        using var lead = await app.AsAsync("lead-a");
        await (await lead.OpenAsync(await UrlAsync(app))).Form("main form[action*=Close]").Set("Outcome", "umbrella plan seventeen").PostAsync();
        await app.SendMailAsync();
        app.Mail.Sent.Select(m => m.To).ShouldBe(["lead-a@people.example", "lead-a2@people.example"], ignoreOrder: true);
        string[] planted = [Child, "Quexley", Seen, Said, "umbrella plan", "bus stop by the mill", "uncle Fergus", "told nurse Ottoline", "Marigold class", "swollen and yellow", "harrowing-drawing"];
        foreach (var word in planted)
        {
            app.Mail.Sent.ShouldAllBe(m => !m.Body.Contains(word, StringComparison.OrdinalIgnoreCase) && !m.Subject.Contains(word, StringComparison.OrdinalIgnoreCase));
        }

        (await InClear.FindAsync(app, planted)).ShouldBeEmpty();
        (await InClear.FindAsync(app, ["worry.reported"])).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task R26_Without_a_line_in_the_trail_the_answer_is_503_and_no_word_is_shown()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        await ReportAsync(teacher);
        using var lead = await app.AsAsync("lead-a");
        var url = await UrlAsync(app);
        (await lead.OpenAsync(url)).Status.ShouldBe(HttpStatusCode.OK);
        await using (var owner = app.Maintenance())
        {
            await owner.Database.ExecuteSqlRawAsync(TestDatabase.Postgres is null
                ? "CREATE TRIGGER no_more BEFORE INSERT ON audit_row BEGIN SELECT RAISE(ABORT, 'full'); END"
                : "ALTER TABLE audit_row ADD CONSTRAINT no_more CHECK (act = 'nothing') NOT VALID");
        }

        var answer = await lead.GetAsync(url);
        answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Html.ShouldNotContain("Quexley");
        (await lead.GetAsync(url + "?handler=File&file=" + await FileAsync(app))).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task R9_A_lead_whose_post_ended_reads_nothing_at_the_next_request()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        await ReportAsync(teacher);
        using var lead = await app.AsAsync("lead-a2");
        var url = await UrlAsync(app);
        (await lead.GetAsync(url)).Status.ShouldBe(HttpStatusCode.OK);
        using var head = await app.AsAsync("head-a");
        var post = await head.OpenAsync($"/organisations/{app.Organisation("school-a")}/posts/{app.Ids["post:lead-a2-1"]}");
        (await post.Form("main form[action*=End]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await lead.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        await using var db = app.Maintenance();
        (await db.Set<KeyGrant>().CountAsync(g => g.PersonId == app.Person("lead-a2"))).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_but_its_readers_changes_it_even_by_a_form_sent_by_hand()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        await ReportAsync(teacher);
        var url = await UrlAsync(app);
        foreach (var other in (string[])["teacher-a", "counsellor-a", "head-a", "dpo-a", "lead-b"])
        {
            using var browser = await app.AsAsync(other);
            foreach (var handler in (string[])["Take", "Close", "OpenCase"])
            {
                var page = await browser.OpenAsync("/worry/who");
                page.Find("main form[method=post]")!.SetAttribute("action", $"{url}?handler={handler}");
                (await page.Form().Force("Outcome", "nothing in it").PostAsync()).Status.ShouldBe(HttpStatusCode.NotFound, $"{other} {handler}");
            }
        }

        await using var db = app.Maintenance();
        (await db.Set<Worry>().SingleAsync()).State.ShouldBe(SlipState.Received);
    }

    [Fact]
    public async Task A_case_begins_with_the_words_of_the_worry_as_a_draft_of_its_lead_alone()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        await ReportAsync(teacher);
        using var lead = await app.AsAsync("lead-a");
        var url = await UrlAsync(app);
        var open = await (await lead.OpenAsync(url)).Form("main form[action*=OpenCase]").SubmitAsync();
        open.Find("[name='Input.Concern']")!.TextContent.ShouldContain(Seen);
        open.Find("[name='Input.UsedName']")!.GetAttribute("value").ShouldBe(Child);
        (await (await lead.OpenAsync(url)).Form("main form[action*=OpenCase]").PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var other = await app.AsAsync("lead-a2");
        (await other.OpenAsync("/cases/open?draft=take")).Html.ShouldNotContain(Seen);
    }

    internal static async Task<TestPage> ReportAsync(TestBrowser by)
    {
        await AnswerAsync(by);
        return await (await by.OpenAsync("/worry/send")).Form().Set("Input.FirstStep", "told nurse Ottoline").Attach("Files", "harrowing-drawing.png", Picture).SubmitAsync();
    }

    private static async Task AnswerAsync(TestBrowser by)
    {
        await (await by.OpenAsync("/worry/who")).Form().Set("Input.Child", Child).Set("Input.Class", "Marigold class").SubmitAsync();
        await (await by.OpenAsync("/worry/what")).Form().Set("Input.Seen", Seen).Set("Input.ChildsWords", Said).SubmitAsync();
        await (await by.OpenAsync("/worry/when")).Form().Set("Input.Place", "bus stop by the mill").Set("Input.ByWhom", "uncle Fergus").SubmitAsync();
        await (await by.OpenAsync("/worry/body")).Form().Set("Input.Marks", "neck").Set("Input.MarksNote", "swollen and yellow").SubmitAsync();
    }

    private static async Task<string> UrlAsync(TestApp app)
    {
        await using var db = app.Maintenance();
        return "/cases/worries/" + (await db.Set<Worry>().SingleAsync()).Id;
    }

    private static async Task<FileId> FileAsync(TestApp app)
    {
        await using var db = app.Maintenance();
        return await db.Set<StoredFile>().Where(f => f.Part == "worry").Select(f => f.Id).SingleAsync();
    }
}
