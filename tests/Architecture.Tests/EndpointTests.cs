using System.Net;
using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Architecture.Tests;

/// <summary>Every endpoint against every role: what the program does equals <c>endpoint-roles.csv</c>, line by line.</summary>
public sealed class EndpointTests
{
    private static readonly (string Column, string? Person)[] Columns =
    [
        ("anonymous", null), ("no-post", "no-post"), ("NC", "coord"), ("DSL", "lead-a"), ("CO", "counsellor-a"), ("TE", "teacher-a"),
        ("SL", "head-a"), ("DPO", "dpo-a"), ("EX", "guest-a"), ("PA", "partner-a"), ("OP", "operator"),
    ];

    [Fact]
    public async Task Every_endpoint_answers_every_role_as_the_table_says()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var table = new List<string> { "endpoint,method,declares," + string.Join(',', Columns.Select(c => c.Column)) };
        var browsers = new List<TestBrowser>();
        foreach (var (_, person) in Columns)
        {
            browsers.Add(person is null ? app.Anonymous() : await app.AsAsync(person));
        }

        foreach (var (route, method, declares) in Routes(app))
        {
            var cells = new List<string>();
            foreach (var browser in browsers)
            {
                cells.Add(await AnswerAsync(browser, route, method));
            }

            table.Add($"{route},{method},{declares},{string.Join(',', cells)}");
        }

        var file = Path.Combine(Repository.Root, "tests", "Architecture.Tests", "endpoint-roles.csv");
        if (Environment.GetEnvironmentVariable("CAUSEWAY_WRITE_TABLES") == "yes")
        {
            await File.WriteAllLinesAsync(file, table);
        }

        table.ShouldBe(await File.ReadAllLinesAsync(file));
    }

    [Fact]
    public async Task Every_page_model_is_sealed_internal_and_says_whom_it_is_for()
    {
        await using var app = await TestApp.StartAsync();
        var models = app.Services.GetServices<IModule>().Select(m => m.Assembly).Append(typeof(Ui.CausewayPage).Assembly).Distinct()
            .SelectMany(a => a.GetTypes()).Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract).ToList();
        models.ShouldNotBeEmpty();
        models.Where(m => !m.IsSealed || m.IsPublic).ShouldBeEmpty();
        models.Where(m => !m.IsDefined(typeof(RequiresAttribute), true) && !m.IsDefined(typeof(OpenToAttribute), true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_constructor_asks_for_more_than_five_things()
    {
        await using var app = await TestApp.StartAsync();
        app.Services.GetServices<IModule>().Select(m => m.Assembly).Distinct().SelectMany(a => a.GetTypes())
            .Where(t => t.Name.EndsWith("Handler", StringComparison.Ordinal) || typeof(PageModel).IsAssignableFrom(t))
            .Where(t => t.GetConstructors().Any(c => c.GetParameters().Length > 5)).Select(t => t.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_without_the_pages_own_token_is_refused_everywhere()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var browser = await app.AsAsync("lead-a");
        var open = new List<string>();
        foreach (var (route, method, _) in Routes(app).Where(r => r.Method == "POST" && r.Route != "/csp-report"))
        {
            var page = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, Fill(route)) { Content = new FormUrlEncodedContent([new("_key", new string('k', 32))]) });
            if ((int)page.Status < 400)
            {
                open.Add($"{method} {route}: {(int)page.Status}");
            }
        }

        open.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_write_started_by_another_site_is_refused_everywhere()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var browser = await app.AsAsync("lead-a");
        foreach (var (route, _, _) in Routes(app).Where(r => r.Method == "POST"))
        {
            var request = new HttpRequestMessage(HttpMethod.Post, Fill(route));
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            (await browser.SendAsync(request)).Status.ShouldBe(HttpStatusCode.Forbidden, route);
        }
    }

    private static IEnumerable<(string Route, string Method, string Declares)> Routes(TestApp app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .SelectMany(e => Methods(e).Select(m => (Route: "/" + (e.RoutePattern.RawText ?? "").TrimStart('/'), Method: m, Declares: Declares(e))))
        .Distinct().OrderBy(r => r.Route, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal);

    private static string Declares(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<RequiresAttribute>()?.Permission
        ?? endpoint.Metadata.GetMetadata<OpenToAttribute>()?.Audience.ToString()
        ?? "nothing";

    // A page answers GET, and POST where its model has a handler for it.
    private static IEnumerable<string> Methods(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { } declared)
        {
            return declared.HttpMethods;
        }

        var model = endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>()?.ModelTypeInfo;
        var posts = model?.GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)) == true;
        return posts ? ["GET", "POST"] : ["GET"];
    }

    private static string Fill(string route) => string.Join('/', route.Split('/').Select(part => part switch
    {
        ['{', ..] when part.Contains(":int", StringComparison.Ordinal) => "404",
        ['{', ..] when part.Contains(":alpha", StringComparison.Ordinal) => "nowhere",
        ['{', ..] => "0190d3a0-0000-7000-8000-00000000abcd",
        _ => part,
    }));

    private static async Task<string> AnswerAsync(TestBrowser browser, string route, string method)
    {
        var page = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), Fill(route)));
        return page.Status switch
        {
            HttpStatusCode.Redirect or HttpStatusCode.SeeOther when page.Location!.Contains("/sign-in", StringComparison.Ordinal) => "sign-in",
            _ => ((int)page.Status).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
