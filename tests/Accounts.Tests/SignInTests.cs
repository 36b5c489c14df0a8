using System.Net;
using System.Text.RegularExpressions;
using Causeway.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts.Tests;

public sealed class SignInTests
{
    [Fact]
    public async Task Password_and_code_open_the_account_without_script()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        using var browser = app.Anonymous();

        var answer = await Newcomer.TrySignInAsync(browser, " NELA@People.example ", nela.Password, nela.Code(app));

        answer.Location.ShouldBe("/");
        (await Newcomer.IsInAsync(browser)).ShouldBeTrue();
    }

    [Fact]
    public async Task R12_the_password_alone_and_the_code_alone_open_nothing()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Newcomer.TrySignInAsync(app, nela.Email, nela.Password, "")).Text.ShouldContain("do not fit together");
        (await Newcomer.TrySignInAsync(app, nela.Email, nela.Password, "000000")).Text.ShouldContain("do not fit together");
        (await Newcomer.TrySignInAsync(app, nela.Email, "some other long sentence", nela.Code(app))).Text.ShouldContain("do not fit together");
        (await Newcomer.TrySignInAsync(app, nela.Email, "", nela.Code(app))).Text.ShouldContain("do not fit together");
    }

    [Fact]
    public async Task A_code_that_signed_in_once_does_not_sign_in_again()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        (await Newcomer.TrySignInAsync(app, nela.Email, nela.Password, nela.Code(app))).Status
            .ShouldBe(HttpStatusCode.UnprocessableEntity, "the code that set the app up is spent");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = nela.Code(app);
        (await Newcomer.TrySignInAsync(app, nela.Email, nela.Password, code)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Newcomer.TrySignInAsync(app, nela.Email, nela.Password, code)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task R4_a_stranger_cannot_tell_who_has_an_account()
    {
        await using var app = await Newcomer.AppAsync();
        await Newcomer.ComeInAsync(app, "known@people.example");
        var known = await Newcomer.TrySignInAsync(app, "known@people.example", "some other long sentence", "000000");
        var unknown = await Newcomer.TrySignInAsync(app, "other@people.example", "some other long sentence", "000000");

        unknown.Status.ShouldBe(known.Status);
        Bare(unknown).ShouldBe(Bare(known));
        unknown.Headers.Keys.Order(StringComparer.Ordinal).ShouldBe(known.Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R20_after_five_failures_even_the_right_answer_waits_and_then_counts()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 5; i++)
        {
            (await Newcomer.TrySignInAsync(app, nela.Email, "not the right sentence", "000000")).Text.ShouldContain("do not fit together");
        }

        (await Newcomer.TrySignInAsync(app, nela.Email, nela.Password, nela.Code(app))).Text.ShouldContain("There were many tries");
        app.Clock.Advance(TimeSpan.FromSeconds(31));
        (await Newcomer.TrySignInAsync(app, nela.Email, nela.Password, nela.Code(app))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task R20_unknown_people_are_made_to_wait_alike()
    {
        await using var app = await Newcomer.AppAsync();
        for (var i = 0; i < 5; i++)
        {
            await Newcomer.TrySignInAsync(app, "nobody@people.example", "not the right sentence", "000000");
        }

        (await Newcomer.TrySignInAsync(app, "nobody@people.example", "not the right sentence", "000000")).Text.ShouldContain("There were many tries");
    }

    [Fact]
    public async Task R17_a_burst_of_failures_is_told_by_mail_once_and_says_nothing_of_the_site()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        for (var i = 0; i < 7; i++)
        {
            await Newcomer.TrySignInAsync(app, nela.Email, "not the right sentence", "000000");
        }

        await app.SendMailAsync();
        var mail = app.Mail.Sent.Where(m => m.To == nela.Email && m.Subject.Contains("tried to sign in", StringComparison.Ordinal)).ShouldHaveSingleItem();
        mail.Body.ShouldContain("http://localhost/account");
        mail.Body.ShouldNotContain("Nela");
    }

    [Fact]
    public async Task R12_an_old_hash_is_raised_at_the_next_sign_in()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        var old = await HashOfAsync(app, nela.Email);
        app.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount.ShouldBe(1000);
        var hasher = new PasswordHasher<Person>(Options.Create(new PasswordHasherOptions { IterationCount = 10 }));
        await using (var db = app.Maintenance())
        {
            var factor = await db.Set<PasswordFactor>().SingleAsync();
            factor.Rehash(hasher.HashPassword(null!, nela.Password));
            db.Record("test", Guid.Empty);
            await db.SaveChangesAsync();
        }

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Newcomer.TrySignInAsync(app, nela.Email, nela.Password, nela.Code(app))).Status.ShouldBe(HttpStatusCode.Redirect);

        var raised = await HashOfAsync(app, nela.Email);
        Rounds(raised).ShouldBe(Rounds(old));
        raised.ShouldNotBe(old, StringComparer.Ordinal);
    }

    [Fact]
    public async Task R12_passwords_are_hashed_with_at_least_210000_rounds_of_SHA512()
    {
        await using var app = await TestApp.StartAsync();
        var hash = app.Services.GetRequiredService<IPasswordHasher<Person>>().HashPassword(null!, "quiet otters fold paper boats");
        Rounds(hash).ShouldBeGreaterThanOrEqualTo(210_000u);
        Convert.FromBase64String(hash)[4].ShouldBe((byte)2, "HMAC-SHA512");
    }

    [Theory]
    [InlineData("/network/members", "/network/members")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    public async Task Signing_in_leads_back_into_this_site_and_nowhere_else(string asked, string target)
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        using var browser = app.Anonymous();
        var page = await browser.OpenAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(asked));
        var form = page.Form("form[action$='handler=Password']").Set("Email", nela.Email).Set("Password", nela.Password).Set("Code", nela.Code(app));
        (await form.Force("ReturnUrl", asked).PostAsync()).Location.ShouldBe(target);
    }

    [Fact]
    public async Task Signing_in_failing_and_signing_out_stand_in_the_audit_trail_of_the_installation()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        await Newcomer.TrySignInAsync(app, nela.Email, "not the right sentence", "000000");
        await (await nela.Browser.OpenAsync("/account/sign-out")).Form().PostAsync();

        await using var db = app.Maintenance();
        var person = (await db.Set<Person>().SingleAsync(p => p.Email == nela.Email)).Id;
        var acts = await db.Set<Causeway.Persistence.AuditRow>().Where(r => r.ChainId == Guid.Empty).OrderBy(r => r.Sequence).ToListAsync();
        acts.Where(a => a.Person == person).Select(a => a.Act).ShouldBe(["password.set", "invitation.used", "session.started", "session.ended"], ignoreOrder: true);
        acts.Single(a => a.Act == "sign-in.failed").Person.Value.ShouldBe(Guid.Empty, "nobody has proved anything");
    }

    private static string Bare(TestPage page) => Regex.Replace(
        page.Html,
        "known@people.example|other@people.example|nonce=\"[^\"]*\"|name=\"_key\" value=\"[^\"]*\"|name=\"__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]*\"",
        "",
        RegexOptions.NonBacktracking);

    private static async Task<string> HashOfAsync(TestApp app, string email)
    {
        await using var db = app.Maintenance();
        var person = await db.Set<Person>().SingleAsync(p => p.Email == email);
        return (await db.Set<PasswordFactor>().SingleAsync(f => f.PersonId == person.Id)).PasswordHash;
    }

    private static uint Rounds(string hash) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));
}
