using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Cases.Tests;

/// <summary>
/// Every endpoint of the room against every role, every relation to the case and every state: what the program does equals
/// <c>matrix.csv</c>, cell by cell. Forms are sent empty, so that no cell changes what the next one meets.
/// </summary>
public sealed class MatrixTests
{
    private static readonly string[] LetIn = [CaseWorld.Deputy, CaseWorld.Counsellor, CaseWorld.Head];

    /// <summary>Column, person, and which of three cases: where these people are let in, where they are not, where they are kept out.</summary>
    private static readonly (string Column, string Person, int Case)[] Columns =
    [
        ("lead", CaseWorld.Lead, 0), ("DSL in", CaseWorld.Deputy, 0), ("DSL none", CaseWorld.Deputy, 1), ("DSL blocked", CaseWorld.Deputy, 2),
        ("CO in", CaseWorld.Counsellor, 0), ("CO none", CaseWorld.Counsellor, 1), ("CO blocked", CaseWorld.Counsellor, 2),
        ("SL in", CaseWorld.Head, 0), ("SL none", CaseWorld.Head, 1), ("SL blocked", CaseWorld.Head, 2),
        ("TE none", "teacher-a", 0), ("TE blocked", "teacher-a", 2), ("DPO none", "dpo-a", 0), ("NC none", "coord", 0), ("OP none", "operator", 0),
        ("EX none", "guest-a", 0), ("PA none", "partner-a", 0), ("no post", "no-post", 0), ("anonymous", "anonymous", 0),
        ("DSL other school", "lead-b", 0), ("DSL other network", "lead-c", 0),
    ];

    private static readonly (string Name, string Method, string Path)[] Actions =
    [
        ("read the case", "GET", ""), ("read protected contact", "GET", "?part=protected-contact"), ("read legal", "GET", "?part=legal"), ("read medical", "GET", "?part=medical"),
        ("print", "GET", "/print"), ("see who read", "GET", "/log"), ("see who is let in", "GET", "/access"),
        ("form: observation", "GET", "/write?kind=Observation&part=core"), ("form: decision", "GET", "/write?kind=Decision&part=core"),
        ("form: legal", "GET", "/write?kind=Observation&part=legal"), ("form: medical", "GET", "/write?kind=Observation&part=medical"), ("form: child as entry", "GET", "/write?kind=Child&part=child"),
        ("form: correct", "GET", "/entries/{entry}/correct"), ("form: child", "GET", "/child"), ("form: plan", "GET", "/plan/new?target=true"), ("see a step", "GET", "/plan/{row}"),
        ("form: review", "GET", "/review"), ("form: close", "GET", "/close"), ("form: reopen", "GET", "/reopen"),
        ("write observation", "POST", "/write?kind=Observation&part=core"), ("write decision", "POST", "/write?kind=Decision&part=core"), ("write legal", "POST", "/write?kind=Observation&part=legal"),
        ("keep a draft", "POST", "/write?kind=Observation&part=core&handler=Draft"), ("autosave", "POST", "/write?kind=Observation&part=core&handler=Autosave"), ("drop a draft", "POST", "/write?kind=Observation&part=core&handler=Drop"),
        ("correct", "POST", "/entries/{entry}/correct"), ("change the child", "POST", "/child"), ("plan", "POST", "/plan/new?target=true"), ("settle", "POST", "/plan/{row}"), ("move", "POST", "/plan/{row}?handler=Move"),
        ("review", "POST", "/review"), ("close", "POST", "/close"), ("reopen", "POST", "/reopen"),
        ("let in", "POST", "/access"), ("end access", "POST", "/access?handler=End"), ("keep out", "POST", "/access?handler=Block"), ("begin medical", "POST", "/access?handler=Medical"),
    ];

    [Fact]
    public async Task R1_Every_cell_of_role_relation_state_and_action_is_as_the_matrix_says()
    {
        await using var world = await CaseWorld.StartAsync();
        var table = new List<string> { "action,method,state," + string.Join(',', Columns.Select(c => c.Column)) };
        foreach (var state in Enum.GetValues<CaseState>())
        {
            var cases = await CasesAsync(world, state);
            foreach (var (name, method, path) in Actions)
            {
                var cells = new List<string>();
                foreach (var (_, person, which) in Columns)
                {
                    cells.Add(await AnswerAsync(world, person, method, cases[which], path));
                }

                table.Add($"{name},{method},{state},{string.Join(',', cells)}");
            }
        }

        var file = Path.Combine(Folder(), "matrix.csv");
        if (Environment.GetEnvironmentVariable("CAUSEWAY_WRITE_TABLES") == "yes")
        {
            await File.WriteAllLinesAsync(file, table);
        }

        table.ShouldBe(await File.ReadAllLinesAsync(file));
    }

    [Fact]
    public async Task Every_endpoint_of_the_room_that_knows_a_case_is_in_the_matrix()
    {
        await using var app = await TestApp.StartAsync();
        var known = Actions.Select(a => a.Path.Split('?')[0]).ToHashSet(StringComparer.Ordinal);
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + (e.RoutePattern.RawText ?? "").TrimStart('/')).Where(r => r.StartsWith("/cases/{id:guid}", StringComparison.Ordinal))
            .Select(r => r["/cases/{id:guid}".Length..].Replace(":guid", "", StringComparison.Ordinal))
            .Where(r => !known.Contains(r)).ShouldBeEmpty();
    }

    // No entry, no row: a case that is missing and one that is foreign must look alike everywhere.
    [Fact]
    public async Task R4_A_foreign_case_and_a_missing_one_answer_alike_everywhere()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync(CaseWorld.Deputy);
        var missing = "/cases/0190d3a0-0000-7000-8000-00000000abcd";
        var (entry, row) = (await world.EntryAsync(url), (await world.StepAsync(url)).Split('/')[^1]);
        foreach (var person in (string[])["lead-b", CaseWorld.Counsellor, CaseWorld.Head])
        {
            // The first page a browser meets gives it a cookie; that is not what is compared.
            await world.TokenAsync(person);
            foreach (var (name, method, path) in Actions)
            {
                var there = await SendAsync(world, person, method, url + path.Replace("{entry}", entry, StringComparison.Ordinal).Replace("{row}", row, StringComparison.Ordinal));
                var gone = await SendAsync(world, person, method, missing + path.Replace("{entry}", entry, StringComparison.Ordinal).Replace("{row}", row, StringComparison.Ordinal));
                there.Status.ShouldBe(HttpStatusCode.NotFound, $"{person}: {name}");
                gone.Status.ShouldBe(HttpStatusCode.NotFound, $"{person}: {name}");
                Plain(there).ShouldBe(Plain(gone), $"{person}: {name}");
                there.Headers.Keys.Order(StringComparer.Ordinal).ShouldBe(gone.Headers.Keys.Order(StringComparer.Ordinal), $"{person}: {name}");
            }
        }
    }

    // The number by which help finds the answer in the log is another one each time.
    private static string Plain(TestPage page) => page.Text.Split("give this number")[0];

    private static async Task<string[]> CasesAsync(CaseWorld world, CaseState state)
    {
        var cases = new[] { await world.OpenAsync(CaseWorld.Deputy), await world.OpenAsync(), await world.OpenAsync(CaseWorld.Deputy) };
        foreach (var which in (int[])[0, 2])
        {
            foreach (var person in LetIn.Skip(1))
            {
                await world.LetInAsync(cases[which], person, "core", "child");
            }
        }

        foreach (var person in LetIn.Append("teacher-a"))
        {
            await world.BlockAsync(cases[2], person);
        }

        foreach (var one in cases)
        {
            await world.BringAsync(one, state);
        }

        return cases;
    }

    private static async Task<string> AnswerAsync(CaseWorld world, string person, string method, string url, string path)
    {
        if (path.Contains("{entry}", StringComparison.Ordinal))
        {
            path = path.Replace("{entry}", await world.EntryAsync(url), StringComparison.Ordinal);
        }

        if (path.Contains("{row}", StringComparison.Ordinal))
        {
            path = path.Replace("{row}", await world.RowAsync(url) ?? "0190d3a0-0000-7000-8000-00000000abcd", StringComparison.Ordinal);
        }

        var page = await SendAsync(world, person, method, url + path);
        if (page.Location?.Contains("/sign-in", StringComparison.Ordinal) == true)
        {
            return "sign-in";
        }

        if (page.Status != HttpStatusCode.UnprocessableEntity)
        {
            return ((int)page.Status).ToString(CultureInfo.InvariantCulture);
        }

        // Refused in words: because of the state, or because the form is empty.
        var said = page.Find(".cw-errors")!.TextContent;
        return said.Contains(CaseFlow.IsClosed.Message, StringComparison.Ordinal) ? "closed"
            : said.Contains(CaseFlow.IsOpen.Message, StringComparison.Ordinal) ? "open" : "form";
    }

    private static async Task<TestPage> SendAsync(CaseWorld world, string person, string method, string url)
    {
        var browser = await world.AsAsync(person);
        if (method == "GET")
        {
            return await browser.GetAsync(url);
        }

        var fields = new List<KeyValuePair<string, string>> { new("_key", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))) };
        if (person != "anonymous")
        {
            var token = (await world.TokenAsync(person))!;
            fields.Add(new("__RequestVerificationToken", token));
        }

        if (url.Contains("handler=End", StringComparison.Ordinal))
        {
            fields.Add(new("Part", "core"));
            fields.Add(new("Person", "0190d3a0-0000-7000-8000-00000000abcd"));
        }

        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) });
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Causeway.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside a checkout.");
        }

        return Path.Combine(folder.FullName, "tests", "Cases.Tests");
    }
}
