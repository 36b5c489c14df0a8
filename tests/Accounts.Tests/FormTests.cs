using System.Net;
using Causeway.TestKit;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts.Tests;

public sealed class FormTests
{
    [Fact]
    public async Task R30c_every_page_of_the_room_refuses_a_post_without_its_token()
    {
        await using var app = await Newcomer.AppAsync(demo: true);
        using var browser = await app.AsAsync("teacher-a");

        // But for the links that stop mails: their secret is the authority, and the one press of a mail program has no form (decision 0013).
        foreach (var path in Paths(app).Where(p => !p.StartsWith("/mail/stop/", StringComparison.Ordinal)))
        {
            var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("_key", new string('a', 32))]) });
            answer.Status.ShouldBe(HttpStatusCode.BadRequest, path);
        }
    }

    [Fact]
    public async Task R30c_a_post_that_another_site_started_is_refused()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await app.AsAsync("teacher-a");
        foreach (var site in (string[])["cross-site", "same-site"])
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, "/account/sign-out");
            post.Headers.Add("Sec-Fetch-Site", site);
            (await browser.SendAsync(post)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Account_pages_are_for_whoever_is_signed_in_and_nobody_else()
    {
        await using var app = await Newcomer.AppAsync();
        using var stranger = app.Anonymous();
        using var noPost = await app.AsAsync("no-post");
        foreach (var path in Paths(app).Where(p => p.StartsWith("/account", StringComparison.Ordinal) && p != "/account/sign-out"))
        {
            (await stranger.GetAsync(path)).Location.ShouldBe("/sign-in?returnUrl=" + Uri.EscapeDataString(path));
            (await noPost.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task The_made_up_citys_pages_are_not_there_outside_it()
    {
        await using var app = await Newcomer.AppAsync(demo: false);
        using var browser = app.Anonymous();
        foreach (var path in Paths(app).Where(p => p.StartsWith("/demo", StringComparison.Ordinal)))
        {
            (await browser.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        Should.Throw<InvalidOperationException>(() => app.Services.GetRequiredService<DemoDoor>().LinkFor(app.Person("teacher-a")));
    }

    [Fact]
    public async Task In_the_made_up_city_a_card_signs_in_with_one_click()
    {
        await using var app = await Newcomer.AppAsync(demo: true);
        using var browser = app.Anonymous();
        var landing = await browser.OpenAsync("/");
        landing.Url.AbsolutePath.ShouldBe("/demo");
        var roles = landing.Document.QuerySelectorAll("main .cw-box h2").Select(h => h.TextContent.Trim()).ToList();
        roles.ShouldBeUnique(StringComparer.Ordinal);
        roles.Count.ShouldBe(9, "one card for each role");
        var link = landing.Find("main .cw-box a[href^='/demo/enter/']")!.GetAttribute("href")!;

        (await browser.GetAsync(link)).Location.ShouldBe("/");

        (await Newcomer.IsInAsync(browser)).ShouldBeTrue();
        (await browser.GetAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/demo/enter/x")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task In_the_made_up_city_mails_are_a_page_and_their_links_lead_here()
    {
        await using var app = await Newcomer.AppAsync(demo: true);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IInvitations>().InviteAsync("Nela Brandt", "nela@people.example", "en", CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<Causeway.Persistence.AppDbContext>().SaveChangesAsync();
        }

        using var browser = app.Anonymous();
        var page = await browser.OpenAsync("/demo/mail");
        var link = page.Find("main a[href^='/welcome/']")!.GetAttribute("href")!;
        (await browser.GetAsync(link)).Text.ShouldContain("Choose how you want to sign in");
    }

    [Fact]
    public async Task What_a_person_says_of_themselves_is_kept_and_shown()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await app.AsAsync("teacher-a");
        var page = await browser.OpenAsync("/account");
        page = await page.Form("main form:has([name=Zone])").Set("Name", "مريم Østergård").Set("Language", "fr").Set("Zone", "Asia/Kathmandu").SubmitAsync();
        page.Find("[name=Name]")!.GetAttribute("value").ShouldBe("مريم Østergård");
        page.Find("html")!.GetAttribute("lang").ShouldBe("fr");
        page.Find("[name=Zone] option[selected]")!.GetAttribute("value").ShouldBe("Asia/Kathmandu");
    }

    [Fact]
    public async Task A_wrong_zone_is_refused_and_the_name_typed_stays()
    {
        await using var app = await Newcomer.AppAsync();
        using var browser = await app.AsAsync("teacher-a");
        var answer = await (await browser.OpenAsync("/account")).Form("main form:has([name=Zone])").Set("Name", "New Name").Set("Zone", "Mars/Base").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Choose a time zone from the list.");
        answer.Find("[name=Name]")!.GetAttribute("value").ShouldBe("New Name");
    }

    internal static IEnumerable<string> Paths(TestApp app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.RelativePath.StartsWith("/Pages/Accounts/", StringComparison.Ordinal) == true)
        .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/').Replace("{token}", new string('x', 43), StringComparison.Ordinal).Replace("{code}", new string('x', 43), StringComparison.Ordinal).Replace("{mail:guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);
}
