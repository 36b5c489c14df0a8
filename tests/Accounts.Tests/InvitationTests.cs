using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts.Tests;

public sealed class InvitationTests
{
    [Fact]
    public async Task A_link_brings_a_person_in_once()
    {
        await using var app = await Newcomer.AppAsync();
        var link = await Newcomer.LinkAsync(app, "nela@people.example");
        using var first = app.Anonymous();
        using var second = app.Anonymous();
        var (one, two) = (await first.OpenAsync(link + "/password"), await second.OpenAsync(link + "/password"));

        (await FillAsync(app, one)).Location.ShouldBe("/account/recovery-codes");
        (await FillAsync(app, two)).Status.ShouldBe(HttpStatusCode.NotFound);

        (await Newcomer.IsInAsync(first)).ShouldBeTrue();
        (await Newcomer.IsInAsync(second)).ShouldBeFalse();
        (await second.GetAsync(link)).Text.ShouldContain("This invitation is closed");
    }

    [Fact]
    public async Task A_link_runs_out_after_a_week()
    {
        await using var app = await Newcomer.AppAsync();
        var link = await Newcomer.LinkAsync(app, "nela@people.example");
        using var browser = app.Anonymous();
        app.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await browser.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await browser.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task R30c_opening_a_link_changes_nothing()
    {
        await using var app = await Newcomer.AppAsync();
        var link = await Newcomer.LinkAsync(app, "nela@people.example");
        using var scanner = app.Anonymous();
        var before = await CountsAsync(app);
        await scanner.GetAsync(link);
        await scanner.GetAsync(link + "/password");
        (await CountsAsync(app)).ShouldBe(before);
        using var person = app.Anonymous();
        (await person.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Inviting_again_withdraws_the_older_link()
    {
        await using var app = await Newcomer.AppAsync();
        var older = await Newcomer.LinkAsync(app, "nela@people.example");
        var newer = await Newcomer.LinkAsync(app, "NELA@people.example");
        using var browser = app.Anonymous();
        (await browser.GetAsync(older)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(newer)).Status.ShouldBe(HttpStatusCode.OK);
        await using var db = app.Maintenance();
        (await db.Set<Person>().CountAsync(p => p.EmailKey == "nela@people.example")).ShouldBe(1);
    }

    [Fact]
    public async Task R13_an_invitation_is_no_way_around_the_factors_of_somebody_who_signs_in_already()
    {
        await using var app = await Newcomer.AppAsync();
        await Newcomer.ComeInAsync(app);
        await Should.ThrowAsync<InvalidOperationException>(() => Newcomer.LinkAsync(app, "nela@people.example"));
        await InviteAsync(app, "nela@people.example");
        await app.SendMailAsync();
        var mail = app.Mail.Sent.Last(m => m.To == "nela@people.example");
        mail.Subject.ShouldBe("Something new waits for you");
        mail.Body.ShouldNotContain("/welcome/");
    }

    [Fact]
    public async Task The_mail_carries_the_link_and_no_name_and_the_database_only_its_hash()
    {
        await using var app = await Newcomer.AppAsync();
        await InviteAsync(app, "nela@people.example");
        await app.SendMailAsync();
        var body = app.Mail.Sent.Last().Body;
        body.ShouldNotContain("Nela");
        var token = body.Split("/welcome/")[1].Split('\n')[0];
        await using var db = app.Maintenance();
        (await db.Set<Invitation>().SingleAsync()).SecretHash.ShouldBe(Causeway.Vault.SecretHash.Of(token));
    }

    [Theory]
    [InlineData("", "Write your name")]
    [InlineData("   ", "Write your name")]
    public async Task What_is_missing_is_said_and_what_was_typed_stays(string name, string says)
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = app.Anonymous();
        var page = await browser.OpenAsync(await Newcomer.LinkAsync(app, "nela@people.example") + "/password");
        var secret = Newcomer.SecretOn(page);

        var answer = await page.Form().Set("Name", name).Set("Password", Newcomer.GoodPassword).Set("Code", Newcomer.CodeAt(app, secret)).PostAsync();

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(says);
        Newcomer.SecretOn(answer).ShouldBe(secret, "the app need not be set up again");
        (await answer.Form().Set("Name", "Nela").Set("Password", Newcomer.GoodPassword).Set("Code", Newcomer.CodeAt(app, secret)).PostAsync())
            .Location.ShouldBe("/account/recovery-codes");
    }

    [Theory]
    [InlineData("short", "000000", "Use at least 15 characters")]
    [InlineData("passwordpassword", "000000", "tried first")]
    [InlineData("quiet otters fold paper boats", "000000", "This code does not fit")]
    public async Task A_weak_password_or_a_wrong_code_is_refused_at_its_field(string password, string code, string says)
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = app.Anonymous();
        var page = await browser.OpenAsync(await Newcomer.LinkAsync(app, "nela@people.example") + "/password");
        var answer = await page.Form().Set("Password", password).Set("Code", code).PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(says);
    }

    [Theory]
    [InlineData("nela@people.example", "nela@people.example")]
    [InlineData("  Nela.B+x@People.Example ", "nela.b+x@people.example")]
    [InlineData("ünal@schule.example", "ünal@schule.example")]
    [InlineData("nela", null)]
    [InlineData("a b@c.example", null)]
    [InlineData("Nela <nela@people.example>", null)]
    [InlineData("a@b.example,c@d.example", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Mail_addresses_are_compared_without_case_and_refused_when_they_are_none(string? typed, string? key) =>
        EmailAddress.KeyOf(typed).ShouldBe(key);

    private static Task<TestPage> FillAsync(TestApp app, TestPage page) =>
        page.Form().Set("Password", Newcomer.GoodPassword).Set("Code", Newcomer.CodeAt(app, Newcomer.SecretOn(page))).PostAsync();

    private static async Task InviteAsync(TestApp app, string email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IInvitations>().InviteAsync("Nela Brandt", email, "en", CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<Causeway.Persistence.AppDbContext>().SaveChangesAsync();
    }

    private static async Task<string> CountsAsync(TestApp app)
    {
        await using var db = app.Maintenance();
        return $"{await db.Set<LoginSession>().CountAsync()} {await db.Set<Invitation>().CountAsync(i => i.UsedAt == null && i.WithdrawnAt == null)} {await db.Set<PasskeyChallenge>().CountAsync()} {await db.Set<Causeway.Persistence.AuditRow>().CountAsync(r => r.Act != "key-ring.extended")}";
    }
}
