using System.Net;
using Causeway.Persistence;
using Causeway.TestKit;

namespace Causeway.Partnerships.Tests;

/// <summary>Everybody of <see cref="GateTable"/> with a browser of their own, who post straight to an address as often as one likes.</summary>
internal sealed class Walk : IAsyncDisposable
{
    private readonly GateWorld _world;
    private readonly Dictionary<string, (TestBrowser Browser, string Token)> _people = [];

    private Walk(GateWorld world) => _world = world;

    public int Steps { get; private set; }

    public int Moved { get; private set; }

    public static async Task<Walk> StartAsync(GateWorld world)
    {
        var walk = new Walk(world);
        await world.BuildAsync(Formality.Incorporated);
        foreach (var (who, _) in GateTable.Actors)
        {
            var (browser, page) = who switch
            {
                "nobody" => (world.App.Anonymous(), "/sign-in"),
                "link of the charity" => (world.App.Anonymous(), world.Links.Party + "/sheet"),
                "link of a signer" => (world.App.Anonymous(), world.Links.Party + "/sheet"),
                _ => (await world.App.AsAsync(who), "/"),
            };
            var opened = await browser.OpenAsync(page);
            walk._people[who] = (browser, opened.Find("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? throw new InvalidOperationException($"{who} finds no form on {page}: {opened.Text}"));
            if (who == "link of a signer")
            {
                (await browser.OpenAsync(world.Links.Signer)).Status.ShouldBe(HttpStatusCode.OK);
            }
        }

        return walk;
    }

    public static Dictionary<string, string> Fields(int version, Stage to) => new()
    {
        ["Version"] = $"{version}", ["To"] = $"{to}", ["Evidence"] = "A meeting", ["Why"] = "It is done", ["Kept"] = "The maps", ["Told"] = "Both staffs",
    };

    /// <summary>One cell: the move is made or it is not, and nothing else happens.</summary>
    public async Task<TestPage> StepAsync(Guid id, string who, Stage from, Stage to, string lacks, bool moves, bool takesPart)
    {
        var version = await _world.PutAsync(id, from);
        var before = (await _world.ReadAsync(id)).Changes;
        var answer = await PostAsync(who, $"/partnerships/{id}/stage?handler=Stage", Fields(version, to));
        var (after, changes) = await _world.ReadAsync(id);
        var cell = $"{who}: {from} to {to} without {(lacks.Length == 0 ? "nothing" : lacks)}: {(int)answer.Status}";
        after.Stage.ShouldBe(moves ? to : from, cell);
        (changes - before).ShouldBe(moves ? 1 : 0, cell);
        answer.Status.ShouldBeOneOf(Expected(who, moves, takesPart), cell);
        if (!moves && takesPart && lacks.Length > 0 && to == Stage.Active && GateTable.Leads(from, to))
        {
            answer.Text.ShouldContain(GateTable.Conditions.Single(c => c.Lacks == lacks).Told, Case.Sensitive, cell);
        }

        Steps++;
        Moved += moves ? 1 : 0;
        return answer;
    }

    public Task<TestPage> PostAsync(string who, string url, Dictionary<string, string> fields)
    {
        var (browser, token) = _people[who];
        fields = new(fields) { ["__RequestVerificationToken"] = token, [IdempotencyFilter.Field] = Guid.NewGuid().ToString("N") };
        return browser.SendAsync(new(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) });
    }

    public ValueTask DisposeAsync()
    {
        foreach (var (browser, _) in _people.Values)
        {
            browser.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static HttpStatusCode[] Expected(string who, bool moves, bool takesPart) =>
        moves ? [HttpStatusCode.SeeOther]
        : takesPart ? [HttpStatusCode.UnprocessableEntity]
        : who is "nobody" or "link of the charity" or "link of a signer" ? [HttpStatusCode.NotFound, HttpStatusCode.Redirect, HttpStatusCode.SeeOther]
        : [HttpStatusCode.NotFound];
}
