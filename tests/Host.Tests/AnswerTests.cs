using System.Net;
using Causeway.TestKit;

namespace Causeway.Host.Tests;

/// <summary>What every answer carries, whatever it answers (R29, R30b, R4).</summary>
public sealed class AnswerTests
{
    private static readonly string[] Places = ["/", "/sign-in", "/nowhere", "/health/live", "/account", "/error/500", "/design"];

    [Fact]
    public async Task R30b_Every_answer_carries_the_security_headers()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        foreach (var browser in (TestBrowser[])[app.Anonymous(), await app.AsAsync("lead-a")])
        {
            foreach (var place in Places)
            {
                var page = await browser.GetAsync(place);
                page.Headers["X-Content-Type-Options"].ShouldBe("nosniff", place);
                page.Headers["Referrer-Policy"].ShouldBe("no-referrer", place);
                page.Headers["Cross-Origin-Opener-Policy"].ShouldBe("same-origin", place);
                page.Headers["Cross-Origin-Resource-Policy"].ShouldBe("same-origin", place);
                page.Headers["Cache-Control"].ShouldContain("no-store", Case.Insensitive, place);
                page.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'");
                page.Headers.ContainsKey("Server").ShouldBeFalse(place);
            }
        }
    }

    [Fact]
    public async Task R29_The_policy_allows_no_inline_script_and_no_frame()
    {
        await using var app = await TestApp.StartAsync();
        var policy = (await app.Anonymous().GetAsync("/sign-in")).Headers["Content-Security-Policy"];
        policy.ShouldNotContain("unsafe");
        foreach (var part in (string[])["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'", "require-trusted-types-for 'script'", "report-uri"])
        {
            policy.ShouldContain(part);
        }
    }

    [Fact]
    public async Task R29_No_two_answers_share_a_nonce()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = app.Anonymous();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 500; i++)
        {
            var policy = (await browser.GetAsync("/health/live")).Headers["Content-Security-Policy"];
            seen.Add(policy.Split("'nonce-")[1].Split('\'')[0]).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task R4_What_is_missing_and_what_is_not_yours_look_alike()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        // The import is not a teacher's; the other address exists for nobody.
        var refused = await teacher.GetAsync("/network/found");
        var missing = await teacher.GetAsync("/network/nowhere-at-all");
        refused.Status.ShouldBe(HttpStatusCode.NotFound);
        missing.Status.ShouldBe(HttpStatusCode.NotFound);
        Plain(refused.Html).ShouldBe(Plain(missing.Html));
        refused.Headers.Keys.Order().ShouldBe(missing.Headers.Keys.Order());
    }

    [Fact]
    public async Task The_made_up_citys_doors_do_not_exist_elsewhere()
    {
        await using var app = await TestApp.StartWithWorldAsync(demo: false);
        using var browser = app.Anonymous();
        foreach (var place in (string[])["/design", "/demo", "/demo/mail", "/demo/enter/AORQcFpfL7mHydDCKjQfCepuVamXLf22NQi3LUH8RRg"])
        {
            (await browser.GetAsync(place)).Status.ShouldBe(HttpStatusCode.NotFound, place);
        }
    }

    [Fact]
    public async Task A_foreign_host_name_is_not_answered()
    {
        await using var app = await TestApp.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Host = "evil.example";
        (await app.Anonymous().SendAsync(request)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_method_that_nothing_answers_is_not_there()
    {
        await using var app = await TestApp.StartAsync();
        (await app.Anonymous().SendAsync(new HttpRequestMessage(HttpMethod.Put, "/health/live"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_signed_in_is_led_to_sign_in_and_back()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var page = await app.Anonymous().GetAsync("/network");
        page.Status.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.SeeOther);
        page.Location!.ShouldContain("/sign-in");
    }

    // Nonce, request id, anti-forgery token and form key differ from answer to answer by design.
    private static string Plain(string html) => System.Text.RegularExpressions.Regex.Replace(
        html, "(nonce|value|content)=\"[^\"]*\"|[0-9a-f]{32}|0HN[0-9A-Z]+", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
}
