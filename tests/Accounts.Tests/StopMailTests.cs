using System.Net;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts.Tests;

/// <summary>Stop links work without a session, by a press on the page or by the mail program itself; nothing is stopped by looking.</summary>
public sealed class StopMailTests
{
    [Fact]
    public async Task A_kind_is_stopped_by_its_link_and_turned_on_again_in_the_settings()
    {
        var (app, _, mail) = await StartAsync();
        await using var __ = app;
        var link = PlannedWork.StopLink(mail, "question");
        using var nobody = app.Anonymous();
        (await nobody.OpenAsync(link)).Text.ShouldContain("Questions of the network");
        (await PlannedWork.MorningAsync(app)).Single().Body.ShouldContain("question waits", customMessage: "looking stops nothing");
        var done = await (await nobody.OpenAsync(link)).Form().SubmitAsync();
        done.Text.ShouldContain("These mails are stopped");
        (await nobody.GetAsync(link)).Find("form[method=post] button.btn-primary").ShouldBeNull();

        var next = (await PlannedWork.MorningAsync(app)).Single();
        next.Body.ShouldNotContain("question waits");
        next.Body.ShouldContain("has left");
        using var lead = await app.AsAsync("lead-a");
        (await lead.OpenAsync("/")).Text.ShouldContain("Something", customMessage: "home still shows it");
        var settings = await lead.OpenAsync("/account/mail");
        settings.Find("input[name=Kinds][value=question]")!.HasAttribute("checked").ShouldBeFalse();
        var form = settings.Form();
        await form.Set("Kinds", [.. form.Fields.Where(f => f.Key == "Kinds").Select(f => f.Value), "question"]).PostAsync();
        (await PlannedWork.MorningAsync(app, 3)).Single().Body.ShouldContain("question waits", customMessage: "on Monday");
    }

    [Fact]
    public async Task One_press_of_a_mail_program_stops_without_form_key_token_or_session()
    {
        var (app, _, mail) = await StartAsync();
        await using var __ = app;
        using var provider = app.Anonymous();
        var press = new HttpRequestMessage(HttpMethod.Post, new Uri(mail.StopLink!).AbsolutePath) { Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]) };
        (await provider.SendAsync(press)).Status.ShouldBe(HttpStatusCode.SeeOther);

        // What a child's protection may hang on still comes, and nothing else.
        var next = (await PlannedWork.MorningAsync(app)).Single();
        next.Body.ShouldContain("has left");
        next.Body.ShouldNotContain("question waits");
        using var lead = await app.AsAsync("lead-a");
        (await lead.OpenAsync("/account/mail")).Find("input[name=Wanted][type=checkbox]")!.HasAttribute("checked").ShouldBeFalse();
        (await lead.OpenAsync("/account/mail")).Text.ShouldContain("Professionals who left");
    }

    [Fact]
    public async Task What_a_childs_protection_may_hang_on_has_no_stop_link_and_none_can_be_made()
    {
        var (app, _, mail) = await StartAsync();
        await using var __ = app;
        mail.Body.Split('\n').ShouldNotContain(l => l.Contains("/mail/stop/", StringComparison.Ordinal) && l.EndsWith("/departure", StringComparison.Ordinal));
        var forged = PlannedWork.StopLink(mail, "question")[..^"question".Length] + "departure";
        using var nobody = app.Anonymous();
        (await nobody.OpenAsync(forged)).Text.ShouldContain("These mails cannot be stopped");
        (await nobody.SendAsync(new HttpRequestMessage(HttpMethod.Post, forged) { Content = new FormUrlEncodedContent([]) })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PlannedWork.MorningAsync(app)).Single().Body.ShouldContain("has left");
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("digest")]
    [InlineData("kind")]
    public async Task A_link_with_one_part_wrong_leads_nowhere_and_stops_nothing(string wrong)
    {
        var (app, _, mail) = await StartAsync();
        await using var __ = app;
        var parts = PlannedWork.StopLink(mail, "question").Split('/');
        (parts[4], parts[3], parts[5]) = (wrong == "secret" ? new string('A', 43) : parts[4], wrong == "digest" ? Guid.NewGuid().ToString() : parts[3], wrong == "kind" ? "nothing" : parts[5]);
        var link = string.Join('/', parts);
        using var nobody = app.Anonymous();
        (await nobody.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nobody.SendAsync(new HttpRequestMessage(HttpMethod.Post, link) { Content = new FormUrlEncodedContent([]) })).Status.ShouldBe(HttpStatusCode.NotFound);
        await using var db = app.Maintenance();
        (await db.Set<MailChoice>().CountAsync(c => c.StoppedAt != null || c.Stopped != " ")).ShouldBe(0);
        (await db.Set<Digest>().SingleAsync()).SecretHash.ShouldBe(Vault.SecretHash.Of(PlannedWork.StopLink(mail, "question").Split('/')[4]), "only the hash is kept");
    }

    [Fact]
    public void The_headers_offer_the_one_press_over_https_only()
    {
        var clock = new TestClock();
        var secure = OutboxMail.Write("a@b.example", "S", "B", new Scope(), clock).StopsAt("https://site.example/mail/stop/1");
        MailHeaders.Of(secure).ShouldContain(("List-Unsubscribe", "<https://site.example/mail/stop/1>"));
        MailHeaders.Of(secure).ShouldContain(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        MailHeaders.Of(OutboxMail.Write("a@b.example", "S", "B", new Scope(), clock).StopsAt("http://localhost/x")).Select(h => h.Name).ShouldNotContain("List-Unsubscribe-Post");
        MailHeaders.Of(OutboxMail.Write("a@b.example", "S", "B", new Scope(), clock)).Select(h => h.Name).ShouldNotContain("List-Unsubscribe");
    }

    [Fact]
    public async Task The_settings_keep_what_was_typed_and_say_what_is_wrong()
    {
        var (app, _, _) = await StartAsync();
        await using var __ = app;
        using var lead = await app.AsAsync("lead-a");
        var answer = await (await lead.OpenAsync("/account/mail")).Form().Set("Which", "own").Without("Days").Set("Time", "18:30").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Choose at least one day");
        answer.Find("select[name=Time] option[selected]")!.GetAttribute("value").ShouldBe("18:30");
        (await (await lead.OpenAsync("/account/mail")).Form().Force("Time", "07:31").PostAsync()).Text.ShouldContain("Choose a time from the list");
        (await (await lead.OpenAsync("/account/mail")).Form().Force("Zone", "Mars/Base").PostAsync()).Text.ShouldContain("Choose a time zone");

        (await (await lead.OpenAsync("/account/mail")).Form().Set("Which", "own").Set("Days", "Sunday").Set("Time", "18:30").Set("Language", "fr").PostAsync()).Location.ShouldBe("/account/mail");
        (await PlannedWork.MorningAsync(app)).ShouldBeEmpty();
        app.Clock.Set(new DateTimeOffset(2026, 11, 22, 18, 29, 0, TimeSpan.Zero));
        (await PlannedWork.WriteAtAsync(app, app.Clock.GetUtcNow())).ShouldBe(0);
        (await PlannedWork.WriteAtAsync(app, app.Clock.GetUtcNow().AddMinutes(1))).ShouldBe(1);
        (await PlannedWork.MailsAsync(app))[^1].Subject.ShouldBe("2 choses vous attendent");
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Redirect)]
    [InlineData("no-post", HttpStatusCode.OK)]
    [InlineData("teacher-a", HttpStatusCode.OK)]
    [InlineData("guest-a", HttpStatusCode.OK)]
    [InlineData("coord", HttpStatusCode.OK)]
    [InlineData("operator", HttpStatusCode.OK)]
    public async Task Who_may_choose_their_mail(string? person, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var browser = person is null ? app.Anonymous() : await app.AsAsync(person);
        (await browser.GetAsync("/account/mail")).Status.ShouldBe(expected);
        (await browser.GetAsync("/mail/failed")).Status.ShouldBe(expected);
    }

    private static async Task<(TestApp App, PlannedWork Work, OutboxMail Mail)> StartAsync()
    {
        var (app, work) = await PlannedWork.StartAsync();
        work.Items = a => a.Person == app.Person("lead-a")
            ? [PlannedWork.Item(PlannedWork.Kind(app, "question"), "/network/questions/1"), PlannedWork.Item(PlannedWork.Kind(app, "departure"), "/directory/departures")]
            : [];
        return (app, work, (await PlannedWork.MorningAsync(app)).Single());
    }
}
