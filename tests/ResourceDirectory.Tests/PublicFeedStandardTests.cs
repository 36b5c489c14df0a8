using System.Diagnostics;
using System.Text.Json.Nodes;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>The feed against the standard itself, and against our own reader of it.</summary>
public sealed class PublicFeedStandardTests(PublicFeedTests.Full full) : IClassFixture<PublicFeedTests.Full>
{
    private FeedWorld Feed => full.Feed;

    /// <summary>The schemas have a licence of their own and are not part of this repository.</summary>
    [Fact]
    public async Task Every_endpoint_validates_against_the_schemas_of_the_standard()
    {
        var folder = Environment.GetEnvironmentVariable("CAUSEWAY_HSDS_SCHEMAS") ?? Path.Combine(Root(), "..", "shared", "hsds");
        var checker = Path.Combine(folder, "validate_offline.py");
        if (!File.Exists(checker))
        {
            Assert.Skip("No folder of HSDS schemas: set CAUSEWAY_HSDS_SCHEMAS or put them in ../shared/hsds.");
        }

        await Feed.PublishAsync("lead-a", FeedWorld.Person("Stan Standard"), "Stan Standard", consent: true);
        await Feed.PublishAsync("lead-a", FeedWorld.House("Standard Shelter", "Confidential,4711,Lisbon,Harbour Quarter,Shelter,,,,,,"), "Standard Shelter");
        using var files = new TestFolder();
        foreach (var (endpoint, paths) in await PathsAsync())
        {
            var names = new List<string>();
            foreach (var path in paths)
            {
                names.Add(Path.Combine(files.Path, $"{names.Count}.json"));
                await File.WriteAllBytesAsync(names[^1], (await Feed.GetAsync(path)).Bytes);
            }

            await CheckAsync(checker, ["--endpoint", endpoint, .. names]);
        }
    }

    [Fact]
    public async Task What_is_taken_in_from_a_feed_and_published_again_says_the_same_and_a_second_time_changes_nothing()
    {
        await using var own = new FeedWorld();
        await own.InitializeAsync();
        await own.OpenFeedAsync("coord-c", "second-net");
        var csv = FeedWorld.House("Round House", "12 Oak Road,1000,Lisbon,Middle,Counselling for anxious children,40 EUR,6-18,Mon-Fri 9-17,,,note")
            .Replace("English; Korean", "English (native); Korean (through interpreter)", StringComparison.Ordinal);
        await own.PublishAsync("lead-a", csv, "Round House");
        await own.PublishAsync("lead-a", FeedWorld.House("Round Shelter", "Confidential,,Lisbon,Harbour Quarter,Shelter for families,,,,,,"), "Round Shelter");

        var first = await TakeOverAsync(own, "first-net", "lead-c", "second-net");
        Bare((await own.ServiceAsync("Round House", "second-net"))!).ShouldBe(Bare((await own.ServiceAsync("Round House"))!));
        var second = await TakeOverAsync(own, "second-net", "lead-b", "first-net");

        second.Count.ShouldBe(2);
        second.ShouldBe(first);
        first.Single(f => f.Contains("Round Shelter", StringComparison.Ordinal)).ShouldContain("Confidential");
    }

    /// <summary>Takes one feed in as a list, puts it into another, and gives the facts of its listings.</summary>
    private static async Task<List<string>> TakeOverAsync(FeedWorld own, string from, string person, string to)
    {
        var stream = (await own.GetAsync("/services?format=ndjson&full=true&search=round", from)).Html;
        await own.World.TakeInAsync(person, stream, share: true, fileName: "feed.ndjson");
        foreach (var name in (string[])["Round House", "Round Shelter"])
        {
            (await own.ChooseAsync(person, await own.World.ListingAsync(person, name))).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        }

        (await own.ServiceAsync("Round House", to)).ShouldNotBeNull();
        var listings = await own.World.AskAsync(person, db => db.Set<Listing>().AsNoTracking().OrderBy(l => l.NameKey).ToListAsync());
        return listings.ConvertAll(l => JsonColumn.Write(l.Facts));
    }

    private async Task<IReadOnlyList<(string Endpoint, string[] Paths)>> PathsAsync()
    {
        var all = new List<(string, string[])> { ("/", ["/"]) };
        foreach (var list in (string[])["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"])
        {
            var pages = new List<string> { $"/{list}", $"/{list}?per_page=3", $"/{list}?per_page=3&page=2", $"/{list}?per_page=3&page=900" };
            if (!list.StartsWith("taxonom", StringComparison.Ordinal))
            {
                pages.AddRange([$"/{list}?full=true", $"/{list}?modified_after=2000-01-01"]);
            }

            pages.AddRange(list switch { "services" => ["/services?minimal=true"], "organizations" => ["/organizations?full_service=true"], _ => Array.Empty<string>() });
            all.Add(("/" + list, [.. pages]));
            var ids = (await Feed.ItemsAsync($"/{list}?per_page=100")).Select(i => i["id"]!.GetValue<string>()).ToList();
            all.Add(($"/{list}/{{id}}", [.. ids.Take(20).Select(id => $"/{list}/{id}")]));
        }

        return all;
    }

    private static async Task CheckAsync(string checker, IEnumerable<string> arguments)
    {
        using var run = Process.Start(new ProcessStartInfo("python3", [checker, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        if ((await wrong).Contains("ModuleNotFoundError", StringComparison.Ordinal))
        {
            Assert.Skip("The checker of the schemas needs python3 with jsonschema and referencing.");
        }

        run.ExitCode.ShouldBe(0, await said + await wrong);
    }

    /// <summary>Without what names this one publication of it: ids and moments.</summary>
    private static string Bare(JsonNode node)
    {
        var text = node.ToJsonString();
        text = System.Text.RegularExpressions.Regex.Replace(text, "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
        return System.Text.RegularExpressions.Regex.Replace(text, "\"last_modified\":\"[^\"]+\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Causeway.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("causeway-feed-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
