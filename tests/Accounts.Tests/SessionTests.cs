using System.Net;
using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts.Tests;

public sealed class SessionTests
{
    [Fact]
    public async Task R9_an_ended_session_dies_at_the_next_request()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await app.AsAsync("teacher-a");
        (await Newcomer.IsInAsync(browser)).ShouldBeTrue();

        await Newcomer.EndAllAsync(app, app.Person("teacher-a"));

        var answer = await browser.GetAsync("/account");
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Location.ShouldBe("/sign-in?returnUrl=%2Faccount");
    }

    [Fact]
    public async Task R15_half_an_hour_without_a_click_ends_it()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await app.AsAsync("teacher-a");

        app.Clock.Advance(TimeSpan.FromMinutes(29));
        (await Newcomer.IsInAsync(browser)).ShouldBeTrue();
        app.Clock.Advance(TimeSpan.FromMinutes(29));
        (await Newcomer.IsInAsync(browser)).ShouldBeTrue("the last click counts, not the first");
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        (await Newcomer.IsInAsync(browser)).ShouldBeFalse();
    }

    [Fact]
    public async Task R15_twelve_hours_end_it_however_busy_it_was()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await app.AsAsync("teacher-a");
        for (var i = 0; i < 35; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(20));
            (await Newcomer.IsInAsync(browser)).ShouldBeTrue($"after {(i + 1) * 20} minutes");
        }

        app.Clock.Advance(TimeSpan.FromMinutes(20));
        (await Newcomer.IsInAsync(browser)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://localhost", "causeway=", false)]
    [InlineData("https://localhost", "__Host-causeway=", true)]
    public async Task R14_the_cookie_is_for_this_host_alone_and_out_of_reach_of_script(string url, string name, bool secure)
    {
        await using var app = await TestApp.StartWithWorldAsync(demo: true, s => s.PostConfigure<AccountsOptions>(o => o.PublicUrl = new Uri(url)));
        using var browser = app.Anonymous();
        var link = app.Services.GetRequiredService<DemoDoor>().LinkFor(app.Person("teacher-a"));
        var cookie = (await browser.GetAsync(new Uri(link).AbsolutePath)).Headers["Set-Cookie"];

        cookie.ShouldStartWith(name);
        cookie.ShouldContain("; httponly", Case.Insensitive);
        cookie.ShouldContain("; samesite=lax", Case.Insensitive);
        cookie.ShouldContain("; path=/", Case.Insensitive);
        cookie.ShouldNotContain("domain=", Case.Insensitive);
        cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase).ShouldBe(secure);
        cookie.Split(';')[0].Split('=')[1].Length.ShouldBe(43, "256 random bits");

        var form = app.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie;
        form.Name.ShouldBe(secure ? "__Host-causeway-form" : "causeway-form");
        form.SecurePolicy.ShouldBe(secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest);
        var note = app.Services.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value.Cookie;
        note.Name.ShouldBe(secure ? "__Host-causeway-note" : "causeway-note");
    }

    [Fact]
    public async Task R14_a_copied_cookie_is_worth_nothing_after_signing_out()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await app.AsAsync("teacher-a");
        using var thief = app.Anonymous();
        thief.Cookies.Add(browser.Cookies.GetAllCookies());
        (await Newcomer.IsInAsync(thief)).ShouldBeTrue();

        var answer = await (await browser.OpenAsync("/account/sign-out")).Form().PostAsync();

        answer.Headers["Clear-Site-Data"].ShouldBe("\"cache\", \"cookies\", \"storage\"");
        (await Newcomer.IsInAsync(thief)).ShouldBeFalse();
        (await Newcomer.IsInAsync(browser)).ShouldBeFalse();
    }

    [Fact]
    public async Task Signing_out_is_never_a_link()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await app.AsAsync("teacher-a");
        await browser.GetAsync("/account/sign-out");
        (await Newcomer.IsInAsync(browser)).ShouldBeTrue();
    }

    [Fact]
    public async Task R14_signing_in_over_a_session_starts_another_and_ends_the_first()
    {
        await using var app = await Newcomer.AppAsync();
        var nela = await Newcomer.ComeInAsync(app);
        var first = Cookie(nela.Browser);
        using var thief = app.Anonymous();
        thief.Cookies.Add(nela.Browser.Cookies.GetAllCookies());
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        // The page itself would send somebody who is signed in home, so the form comes from another browser.
        using var other = app.Anonymous();
        (await Newcomer.TrySignInAsync(other, nela.Email, nela.Password, nela.Code(app))).Status.ShouldBe(HttpStatusCode.Redirect);

        Cookie(other).ShouldNotBe(first, StringComparer.Ordinal);
        await using var db = app.Maintenance();
        await using var scope = app.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Headers.Cookie = "causeway=" + first;
        var person = (await db.Set<Person>().SingleAsync(p => p.Email == nela.Email)).Id;
        await scope.ServiceProvider.GetRequiredService<ISessions>().SignInAsync(http, person, "passkey", CancellationToken.None);
        http.Response.Headers.SetCookie.ToString().ShouldNotContain(first);
        (await Newcomer.IsInAsync(thief)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_database_holds_no_secret_of_a_session()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await app.AsAsync("teacher-a");
        await using var db = app.Maintenance();
        var row = await db.Set<LoginSession>().SingleAsync(s => s.Person == app.Person("teacher-a"));
        row.SecretHash.ShouldBe(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Cookie(browser))));
    }

    [Fact]
    public async Task R17_a_person_sees_their_sessions_and_ends_one()
    {
        await using var app = await Newcomer.AppAsync();
        using var here = await app.AsAsync("teacher-a");
        using var there = await app.AsAsync("teacher-a");
        using var stranger = await app.AsAsync("teacher-b");
        var page = await here.OpenAsync("/account/sessions");
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);

        var answer = await page.Form("main form[action*='handler=One']").SubmitAsync();

        answer.Text.ShouldContain("That session is ended.");
        (await Newcomer.IsInAsync(there)).ShouldBeFalse();
        (await Newcomer.IsInAsync(here)).ShouldBeTrue();
        (await Newcomer.IsInAsync(stranger)).ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another_person()
    {
        await using var app = await Newcomer.AppAsync();
        using var mine = await app.AsAsync("teacher-a");
        using var second = await app.AsAsync("teacher-a");
        using var other = await app.AsAsync("teacher-b");
        await using var db = app.Maintenance();
        var theirs = await db.Set<LoginSession>().SingleAsync(s => s.Person == app.Person("teacher-b"));
        var form = (await mine.OpenAsync("/account/sessions")).Form("main form[action*='handler=One']");

        (await form.Force("Id", theirs.Id.ToString()).PostAsync()).Status.ShouldBe(HttpStatusCode.NotFound);

        (await Newcomer.IsInAsync(other)).ShouldBeTrue();
    }

    [Fact]
    public async Task Choosing_another_post_changes_the_cookie_and_acts_at_the_next_request()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await app.AsAsync("two-posts");
        var before = Cookie(browser);
        await using var scope = app.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Headers.Cookie = "causeway=" + before;
        var post = new PostId(Guid.CreateVersion7());

        await scope.ServiceProvider.GetRequiredService<ISessions>().ActInAsync(http, post, CancellationToken.None);

        http.Response.Headers.SetCookie.ToString().ShouldNotContain(before);
        (await Newcomer.IsInAsync(browser)).ShouldBeFalse("the old cookie is spent");
        await using var db = app.Maintenance();
        (await db.Set<LoginSession>().SingleAsync(s => s.Person == app.Person("two-posts"))).ActingPost.ShouldBe(post);
    }

    [Fact]
    public async Task Somebody_whose_account_is_closed_is_out()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await app.AsAsync("teacher-a");
        await using (var db = app.Maintenance())
        {
            (await db.Set<Person>().SingleAsync(p => p.Id == app.Person("teacher-a"))).Close();
            await db.SaveChangesAsync();
        }

        (await Newcomer.IsInAsync(browser)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox on Linux")]
    [InlineData("", "A browser on an unknown device")]
    public void A_device_is_named_in_words(string agent, string words)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.UserAgent = agent;
        DeviceWords.Of(http.Request).ShouldBe(words);
    }

    private static string Cookie(TestBrowser browser) => browser.Cookies.GetAllCookies().Single(c => c.Name == "causeway").Value;
}
