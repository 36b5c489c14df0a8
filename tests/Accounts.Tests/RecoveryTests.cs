using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts.Tests;

public sealed class RecoveryTests
{
    [Fact]
    public async Task R18_two_codes_open_the_account_after_a_day_and_not_before()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        var codes = await PrintAsync(nela);
        using var browser = app.Anonymous();

        (await AskAsync(browser, nela.Email, codes[3], codes[7])).Text.ShouldContain("The codes are right");
        app.Clock.Advance(TimeSpan.FromHours(23));
        (await AskAsync(browser, nela.Email, codes[3], codes[7])).Text.ShouldContain("The codes are right");
        (await Newcomer.IsInAsync(browser)).ShouldBeFalse();
        app.Clock.Advance(TimeSpan.FromHours(1));
        (await AskAsync(browser, nela.Email, codes[7].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), codes[3])).Location.ShouldBe("/account");

        (await Newcomer.IsInAsync(browser)).ShouldBeTrue();
        await using var db = app.Maintenance();
        (await db.Set<PasswordFactor>().CountAsync()).ShouldBe(1, "factors stay");
        (await db.Set<LoginSession>().OrderByDescending(s => s.StartedAt).FirstAsync()).Method.ShouldBe("recovery");
    }

    [Fact]
    public async Task R18_codes_are_used_up()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        var codes = await PrintAsync(nela);
        using var browser = app.Anonymous();
        await AskAsync(browser, nela.Email, codes[0], codes[1]);
        app.Clock.Advance(TimeSpan.FromHours(24));
        await AskAsync(browser, nela.Email, codes[0], codes[1]);
        (await AskAsync(browser, nela.Email, codes[0], codes[1])).Text.ShouldContain("do not fit together");
    }

    [Fact]
    public async Task R18_one_code_is_not_enough_nor_the_same_one_twice()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        var codes = await PrintAsync(nela);
        using var browser = app.Anonymous();
        (await AskAsync(browser, nela.Email, codes[0], codes[0])).Text.ShouldContain("do not fit together");
        (await AskAsync(browser, nela.Email, codes[0], "")).Text.ShouldContain("do not fit together");
        (await AskAsync(browser, "other@people.example", codes[0], codes[1])).Text.ShouldContain("do not fit together");
    }

    [Fact]
    public async Task R18_the_person_is_told_at_once_and_can_stop_it()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        var codes = await PrintAsync(nela);
        using var thief = app.Anonymous();
        await AskAsync(thief, nela.Email, codes[0], codes[1]);
        await app.SendMailAsync();
        app.Mail.Sent.ShouldContain(m => m.To == nela.Email && m.Subject == "Recovery of your account was asked for");

        var page = await nela.Browser.OpenAsync("/account");
        (await page.Form("main form[action*='StopRecovery']").SubmitAsync()).Text.ShouldContain("Stopped.");

        app.Clock.Advance(TimeSpan.FromHours(25));
        (await AskAsync(thief, nela.Email, codes[0], codes[1])).Text.ShouldContain("do not fit together");
    }

    [Fact]
    public async Task A_new_sheet_makes_the_old_one_worthless()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        var old = await PrintAsync(nela);
        var codes = await PrintAsync(nela);
        codes.Intersect(old, StringComparer.Ordinal).ShouldBeEmpty();
        using var browser = app.Anonymous();
        (await AskAsync(browser, nela.Email, old[0], old[1])).Text.ShouldContain("do not fit together");
        (await AskAsync(browser, nela.Email, codes[0], codes[1])).Text.ShouldContain("The codes are right");
    }

    [Fact]
    public void R18_a_code_holds_64_random_bits_at_least()
    {
        var (number, letters) = RecoveryCode.Read(RecoveryCode.NewText(10));
        number.ShouldBe(10);
        (letters.Length * Math.Log2(32)).ShouldBeGreaterThanOrEqualTo(64);
    }

    [Fact]
    public async Task Printing_codes_asks_for_a_fresh_proof()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        var page = await nela.Browser.OpenAsync("/account/recovery-codes");
        app.Clock.Advance(TimeSpan.FromMinutes(6));

        var answer = await page.Form().PostAsync();
        answer.Location.ShouldBe("/account/confirm?returnUrl=%2Faccount%2Frecovery-codes");

        var confirm = await nela.Browser.OpenAsync(answer.Location!);
        var done = await confirm.Form("form[action$='handler=Password']").Set("Password", nela.Password).Set("Code", nela.Code(app)).PostAsync();
        done.Location.ShouldBe("/account/recovery-codes");
        (await nela.Browser.OpenAsync(done.Location!)).Form().ShouldNotBeNull();
    }

    private static async Task<List<string>> PrintAsync(Newcomer who)
    {
        var sheet = await (await who.Browser.OpenAsync("/account/recovery-codes")).Form().PostAsync();
        sheet.Status.ShouldBe(HttpStatusCode.OK);
        var codes = sheet.Document.QuerySelectorAll("ol code").Select(c => c.TextContent).ToList();
        codes.Count.ShouldBe(10);
        return codes;
    }

    private static async Task<TestPage> AskAsync(TestBrowser browser, string email, string first, string second) =>
        await (await browser.OpenAsync("/sign-in/recover")).Form().Set("Email", email).Set("FirstCode", first).Set("SecondCode", second).PostAsync();
}
