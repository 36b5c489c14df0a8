using System.Net;
using System.Text.Json.Nodes;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>A network that publishes, and the steps of schools that put listings into its feed; all of them through pages.</summary>
public sealed class FeedWorld : IAsyncLifetime
{
    public const string Heads = "Name,Institution,Profession,Phone,Direct line,Email,Languages,Address,Postcode,City,Area,Help offered,Fee,Ages,Hours,Waiting time,Contact person,Notes\n";

    public DirectoryWorld World { get; } = new();

    public TestApp App => World.App;

    internal FeedLimits Limits => App.Services.GetRequiredService<FeedLimits>();

    public async ValueTask InitializeAsync()
    {
        await World.InitializeAsync();
        Limits.Most = int.MaxValue;
        await OpenFeedAsync("coord", "first-net");
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    public async Task OpenFeedAsync(string person, string slug, bool on = true)
    {
        var form = (await World.OpenAsync(person, "/directory/public/feed")).Form().Set("On", on ? "true" : "false").Set("Slug", slug).Set("Country", "PT").Set("Contact", "feed@office.example");
        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>An institution: no name of a person.</summary>
    public static string House(string name, string more = "12 Oak Road,1000,Lisbon,Middle,Counselling for families,40 EUR,6-18,Mon-Fri 9-17,3 weeks,Carla Contact,secret-note") =>
        Heads + $",{name},,+351 21 555 0{Digits(name)},,desk@{Host(name)},English; Korean,{more}\n";

    public static string Person(string name, string more = "12 Oak Road,1000,Lisbon,Middle,Play therapy,80 EUR,4-12,Tue 9-12,2 weeks,,secret-note") =>
        Heads + $"{name},{name} Rooms,Psychologist,+351 21 555 0{Digits(name)},+351 21 999 0{Digits(name)},me@{Host(name)},German,{more}\n";

    /// <summary>Takes a list in, shares it, and puts the listing into the feed.</summary>
    internal async Task<Listing> PublishAsync(string person, string csv, string name, bool? consent = null)
    {
        await World.TakeInAsync(person, csv, share: true);
        var listing = await World.ListingAsync(person, name);
        (await ChooseAsync(person, listing, consent == true ? name : null)).Status.ShouldBe(HttpStatusCode.OK);
        return await World.ListingAsync(person, name);
    }

    internal async Task<TestPage> ChooseAsync(string person, Listing listing, string? consentBy = null, string sharing = "PublicFeed", int days = 200)
    {
        var form = (await World.OpenAsync(person, $"/directory/listings/{listing.Id}/sharing")).Form().Set("Sharing", sharing);
        if (consentBy is not null)
        {
            var today = DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime);
            form.Set("GivenBy", consentBy).Set("Way", "ByMail").Set("GivenOn", FeedJson.Day(today.AddDays(-3))).Set("Until", FeedJson.Day(today.AddDays(days)));
        }

        return await form.SubmitAsync();
    }

    internal async Task WithdrawAsync(string person, Listing listing) =>
        (await (await World.OpenAsync(person, $"/directory/listings/{listing.Id}/sharing")).Form("form[action*=Withdraw]").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);

    internal async Task JoinAsync(Listing a, Listing b)
    {
        var entries = await World.AskAsync("counsellor-a", db => db.Set<Contribution>().Where(c => c.Id == a.Id || c.Id == b.Id).Select(c => c.EntryId).ToListAsync());
        entries.Count.ShouldBe(2, "Both must be lent to be joined.");
        if (entries[0] == entries[1])
        {
            // The engine has seen it by itself.
            return;
        }

        var question = await World.ProposeAsync("counsellor-a", a.Id, b.Id);
        (await (await World.ReviewAsync("counsellor-a", question)).SubmitAsync("Same")).Status.ShouldBe(HttpStatusCode.OK);
    }

    public async Task<TestPage> GetAsync(string path, string slug = "first-net", string? method = null, params (string Name, string Value)[] headers)
    {
        using var browser = App.Anonymous();
        var request = new HttpRequestMessage(new HttpMethod(method ?? "GET"), $"/hsds/{slug}{path}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await browser.SendAsync(request);
    }

    public async Task<JsonObject> JsonAsync(string path, string slug = "first-net")
    {
        var page = await GetAsync(path, slug);
        page.Status.ShouldBe(HttpStatusCode.OK, page.Html);
        return JsonNode.Parse(page.Html)!.AsObject();
    }

    public async Task<IReadOnlyList<JsonObject>> ItemsAsync(string path, string slug = "first-net") =>
        [.. (await JsonAsync(path, slug))["contents"]!.AsArray().Select(n => n!.AsObject())];

    /// <summary>Null: the feed has no service of this name.</summary>
    public async Task<JsonObject?> ServiceAsync(string name, string slug = "first-net") =>
        (await ItemsAsync("/services?full=true&per_page=100", slug)).FirstOrDefault(s => s["name"]!.GetValue<string>() == name);

    /// <summary>Everything the feed says, in one text.</summary>
    public async Task<string> AllAsync(string slug = "first-net")
    {
        var parts = new List<string>();
        foreach (var list in (string[])["services", "organizations", "service_at_locations"])
        {
            foreach (var more in (string[])["?format=ndjson", "?format=ndjson&full=true", "?format=ndjson&modified_after=2000-01-01", "?per_page=100&full_service=true"])
            {
                parts.Add((await GetAsync($"/{list}{more}", slug)).Html);
            }
        }

        return string.Join('\n', parts);
    }

    internal Task<List<PublicRecord>> RecordsAsync(string person) => World.AskAsync(person, db => db.Set<PublicRecord>().AsNoTracking().ToListAsync());

    private static string Host(string name) => name.Replace(' ', '-').ToLowerInvariant() + ".example";

    private static int Digits(string name) => (Math.Abs(name.Aggregate(7, (sum, c) => (sum * 31) + c)) % 900) + 100;
}
