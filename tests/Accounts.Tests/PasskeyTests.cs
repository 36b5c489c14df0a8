using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts.Tests;

public sealed class PasskeyTests
{
    [Fact]
    public async Task A_passkey_brings_a_person_in_and_back()
    {
        await using var app = await Newcomer.AppAsync();
        var key = new SoftAuthenticator();
        using var first = await ComeInAsync(app, key);
        (await Newcomer.IsInAsync(first)).ShouldBeTrue();

        using var browser = app.Anonymous();
        (await SignInAsync(browser, key)).Location.ShouldBe("/");

        (await Newcomer.IsInAsync(browser)).ShouldBeTrue();
        await using var db = app.Maintenance();
        var passkey = await db.Set<Passkey>().SingleAsync();
        passkey.SignCount.ShouldBe(1);
        passkey.LastUsedAt.ShouldBe(app.Clock.GetUtcNow());
    }

    public static TheoryData<string> Lies => new(Liars.Keys);

    private static readonly Dictionary<string, Action<SoftAuthenticator>> Liars = new(StringComparer.Ordinal)
    {
        ["another origin"] = k => k.Origin = "http://evil.example",
        ["a sub-domain"] = k => k.Origin = "http://login.localhost",
        ["another port"] = k => k.Origin = "http://localhost:8080",
        ["https where http is meant"] = k => k.Origin = "https://localhost",
        ["inside another site's frame"] = k => k.CrossOrigin = true,
        ["another domain"] = k => k.Domain = "evil.example",
        ["user not verified"] = k => k.Flags = SoftAuthenticator.Present,
        ["user not present"] = k => k.Flags = SoftAuthenticator.Verified,
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task R11_an_answer_made_otherwise_does_not_sign_in(string what)
    {
        await using var app = await Newcomer.AppAsync();
        var key = new SoftAuthenticator();
        using var first = await ComeInAsync(app, key);
        Liars[what](key);
        using var browser = app.Anonymous();

        var answer = await SignInAsync(browser, key);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, what);
        answer.Text.ShouldContain("The passkey was not accepted");
        (await Newcomer.IsInAsync(browser)).ShouldBeFalse(what);
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task R11_an_answer_made_otherwise_does_not_register(string what)
    {
        await using var app = await Newcomer.AppAsync();
        var key = new SoftAuthenticator();
        Liars[what](key);
        using var browser = app.Anonymous();
        var page = await browser.OpenAsync(await Newcomer.LinkAsync(app, "nela@people.example"));
        var form = page.Form("form[data-passkey]");

        var answer = await form.Set("Credential", key.Create(await AskAsync(browser, page, form))).PostAsync();

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, what);
        await using var db = app.Maintenance();
        (await db.Set<Passkey>().CountAsync()).ShouldBe(0);
        (await db.Set<Invitation>().SingleAsync()).UsedAt.ShouldBeNull("the link is not spent on a failure");
    }

    [Fact]
    public async Task R11_a_recorded_answer_is_worth_nothing()
    {
        await using var app = await Newcomer.AppAsync();
        var key = new SoftAuthenticator();
        using var first = await ComeInAsync(app, key);
        using var browser = app.Anonymous();
        var page = await browser.OpenAsync("/sign-in");
        var form = page.Form("form[data-passkey]");
        var recorded = key.Sign(await AskAsync(browser, page, form));
        (await form.Set("Credential", recorded).PostAsync()).Location.ShouldBe("/");

        using var thief = app.Anonymous();
        var theirs = await thief.OpenAsync("/sign-in");
        var theirForm = theirs.Form("form[data-passkey]");
        (await theirForm.Set("Credential", recorded).PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await AskAsync(thief, theirs, theirForm);
        (await theirForm.Set("Credential", recorded).PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Newcomer.IsInAsync(thief)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_question_lapses_after_five_minutes()
    {
        await using var app = await Newcomer.AppAsync();
        var key = new SoftAuthenticator();
        using var first = await ComeInAsync(app, key);
        using var browser = app.Anonymous();
        var page = await browser.OpenAsync("/sign-in");
        var form = page.Form("form[data-passkey]");
        var answer = key.Sign(await AskAsync(browser, page, form));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        (await form.Set("Credential", answer).PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task R11_a_closed_account_stays_closed_for_its_passkey()
    {
        await using var app = await Newcomer.AppAsync();
        var key = new SoftAuthenticator();
        using var first = await ComeInAsync(app, key);
        await using (var db = app.Maintenance())
        {
            (await db.Set<Person>().SingleAsync(p => p.EmailKey == "nela@people.example")).Close();
            await db.SaveChangesAsync();
        }

        using var browser = app.Anonymous();
        (await SignInAsync(browser, key)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"id\":1,\"response\":null}")]
    [InlineData("{\"response\":{\"userHandle\":\"AAAA\",\"authenticatorData\":\"!!\"}}")]
    public async Task Nonsense_is_refused_and_breaks_nothing(string credential)
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = app.Anonymous();
        var page = await browser.OpenAsync("/sign-in");
        var form = page.Form("form[data-passkey]");
        await AskAsync(browser, page, form);
        (await form.Set("Credential", credential).PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task R20_a_passkey_signs_in_while_strangers_hammer_the_password()
    {
        await using var app = await Newcomer.AppAsync();
        var key = new SoftAuthenticator();
        using var first = await ComeInAsync(app, key);
        for (var i = 0; i < 25; i++)
        {
            await Newcomer.TrySignInAsync(app, "nela@people.example", "not the right sentence", "000000");
        }

        using var browser = app.Anonymous();
        (await SignInAsync(browser, key)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task The_last_way_to_sign_in_stays()
    {
        await using var app = await Newcomer.AppAsync();
        var key = new SoftAuthenticator();
        using var browser = await ComeInAsync(app, key);
        var answer = await (await browser.OpenAsync("/account/passkeys")).Form("form[action*='handler=Remove']").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("your only way to sign in");
    }

    [Fact]
    public async Task Of_two_passkeys_one_is_renamed_and_one_removed_and_the_person_is_told()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await ComeInAsync(app, new SoftAuthenticator());
        await AddAsync(browser, new SoftAuthenticator(), "Desk");
        var page = await browser.OpenAsync("/account/passkeys");
        page = await page.Form("form[action*='handler=Rename']").Set("Label", "Läptop ☂").SubmitAsync();
        page.Text.ShouldContain("Läptop ☂");

        page = await page.Form("form[action*='handler=Remove']").SubmitAsync();

        page.Text.ShouldNotContain("Läptop ☂");
        page.Text.ShouldContain("Desk");
        await app.SendMailAsync();
        app.Mail.Sent.Count(m => m.Subject == "The way you sign in was changed").ShouldBe(2, "added, removed");
    }

    [Fact]
    public async Task R11_ten_passkeys_are_the_most()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await ComeInAsync(app, new SoftAuthenticator());
        for (var i = 2; i <= 10; i++)
        {
            (await AddAsync(browser, new SoftAuthenticator(), $"Key {i}")).Status.ShouldBe(HttpStatusCode.SeeOther);
        }

        (await AddAsync(browser, new SoftAuthenticator(), "Key 11")).Text.ShouldContain("the most there can be");
    }

    [Fact]
    public async Task Somebody_elses_passkey_is_not_there()
    {
        await using var app = await Newcomer.AppAsync();
        using var mine = await ComeInAsync(app, new SoftAuthenticator());
        using var other = await ComeInAsync(app, new SoftAuthenticator(), "other@people.example");
        await using var db = app.Maintenance();
        var owner = (await db.Set<Person>().SingleAsync(p => p.EmailKey == "other@people.example")).Id;
        var theirs = await db.Set<Passkey>().SingleAsync(p => p.PersonId == owner);
        var page = await mine.OpenAsync("/account/passkeys");
        (await page.Form("form[action*='handler=Remove']").Force("Id", theirs.Id.ToString()).PostAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await page.Form("form[action*='handler=Rename']").Force("Id", theirs.Id.ToString()).PostAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Changing_factors_asks_for_a_proof_of_the_last_five_minutes_which_a_passkey_gives()
    {
        await using var app = await Newcomer.AppAsync();
        var key = new SoftAuthenticator();
        using var browser = await ComeInAsync(app, key);
        var page = await browser.OpenAsync("/account/passkeys");
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        var answer = await page.Form("form[action*='handler=Remove']").PostAsync();
        answer.Location.ShouldBe("/account/confirm?returnUrl=%2Faccount%2Fpasskeys");

        var confirm = await browser.OpenAsync(answer.Location!);
        var form = confirm.Form("form[data-passkey]");
        var done = await form.Set("Credential", key.Sign(await AskAsync(browser, confirm, form))).PostAsync();

        done.Location.ShouldBe("/account/passkeys");
        (await browser.OpenAsync("/account/passkeys")).Find("form[action*='handler=Remove']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_persons_passkey_proves_nothing_about_me()
    {
        await using var app = await Newcomer.AppAsync();
        var otherKey = new SoftAuthenticator();
        using var other = await ComeInAsync(app, otherKey, "other@people.example");
        using var mine = await ComeInAsync(app, new SoftAuthenticator());
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        var confirm = await mine.OpenAsync("/account/confirm?returnUrl=/account/passkeys");
        var form = confirm.Form("form[data-passkey]");

        (await form.Set("Credential", otherKey.Sign(await AskAsync(mine, confirm, form))).PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await mine.OpenAsync("/account/passkeys")).Find("form[action*='handler=Remove']").ShouldBeNull();
        (await mine.OpenAsync("/account")).Text.ShouldContain("nela@people.example");
    }

    internal static async Task<TestBrowser> ComeInAsync(TestApp app, SoftAuthenticator key, string email = "nela@people.example")
    {
        var browser = app.Anonymous();
        var page = await browser.OpenAsync(await Newcomer.LinkAsync(app, email));
        var form = page.Form("form[data-passkey]");
        var answer = await form.Set("Credential", key.Create(await AskAsync(browser, page, form))).PostAsync();
        answer.Location.ShouldBe("/account/recovery-codes", answer.Text);
        return browser;
    }

    internal static async Task<TestPage> AddAsync(TestBrowser browser, SoftAuthenticator key, string label)
    {
        var page = await browser.OpenAsync("/account/passkeys");
        var form = page.Form("form[data-passkey]");
        return await form.Set("NewLabel", label).Set("Credential", key.Create(await AskAsync(browser, page, form))).PostAsync();
    }

    internal static async Task<TestPage> SignInAsync(TestBrowser browser, SoftAuthenticator key)
    {
        var page = await browser.OpenAsync("/sign-in");
        var form = page.Form("form[data-passkey]");
        return await form.Set("Credential", key.Sign(await AskAsync(browser, page, form))).PostAsync();
    }

    /// <summary>What the script does: the form's own fields to the address it names.</summary>
    internal static async Task<string> AskAsync(TestBrowser browser, TestPage page, TestForm form)
    {
        var address = page.Find("form[data-passkey]")!.GetAttribute("data-passkey-ask")!;
        var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form.Fields) });
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers["Content-Type"].ShouldStartWith("application/json");
        return answer.Html;
    }
}
