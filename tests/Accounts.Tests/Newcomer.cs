using System.Net;
using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts.Tests;

/// <summary>Brings people in the way they come in, and remembers what only they know.</summary>
internal sealed record Newcomer(TestBrowser Browser, string Email, string Password, byte[] Secret)
{
    public const string GoodPassword = "quiet otters fold paper boats";

    /// <summary>The real cost of a hash would make a suite of seconds one of minutes; the cost itself has a test of its own.</summary>
    public static void CheapHashes(IServiceCollection services) => services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1000);

    public static Task<TestApp> AppAsync(bool demo = false) => TestApp.StartWithWorldAsync(demo, CheapHashes);

    public static async Task<string> LinkAsync(TestApp app, string email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<IFirstPerson>().CreateLinkAsync("Nela Brandt", email, CancellationToken.None);
        return new Uri(link).AbsolutePath;
    }

    public static async Task<Newcomer> ComeInAsync(TestApp app, string email = "nela@people.example")
    {
        var browser = app.Anonymous();
        var page = await browser.OpenAsync(await LinkAsync(app, email) + "/password");
        var secret = SecretOn(page);
        var answer = await page.Form().Set("Password", GoodPassword).Set("Code", CodeAt(app, secret)).PostAsync();
        answer.Location.ShouldBe("/account/recovery-codes", answer.Text);
        return new Newcomer(browser, email, GoodPassword, secret);
    }

    public static byte[] SecretOn(TestPage page) => FromBase32(page.Find("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal));

    public static string CodeAt(TestApp app, byte[] secret) => Totp.Code(secret, Totp.StepOf(app.Clock.GetUtcNow()));

    public string Code(TestApp app) => CodeAt(app, Secret);

    /// <summary>A fresh browser's try.</summary>
    public static async Task<TestPage> TrySignInAsync(TestApp app, string email, string password, string code)
    {
        using var browser = app.Anonymous();
        return await TrySignInAsync(browser, email, password, code);
    }

    public static async Task<TestPage> TrySignInAsync(TestBrowser browser, string email, string password, string code)
    {
        var page = await browser.OpenAsync("/sign-in");
        return await page.Form("form[action$='handler=Password']").Set("Email", email).Set("Password", password).Set("Code", code).PostAsync();
    }

    public static async Task<bool> IsInAsync(TestBrowser browser) => (await browser.GetAsync("/account")).Status == HttpStatusCode.OK;

    /// <summary>A browser whose session says it was proved in this way.</summary>
    public static async Task<TestBrowser> AsAsync(TestApp app, string person, string method)
    {
        var browser = app.Anonymous();
        await using var scope = app.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await scope.ServiceProvider.GetRequiredService<ISessions>().SignInAsync(http, app.Person(person), method, CancellationToken.None);
        browser.Take(http.Response.Headers.SetCookie);
        return browser;
    }

    public static async Task EndAllAsync(TestApp app, PersonId person)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISessions>().EndAllAsync(person, CancellationToken.None);
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
