using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Causeway.Accounts;
using Causeway.Host;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.ResourceDirectory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Causeway.Search.Bench;

/// <summary>The whole program on Kestrel, with many people who may search, and a clock at its door.</summary>
internal sealed class BenchSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DemoCity _city;

    private BenchSite(WebApplication app, DemoCity city, Uri address) => (_app, _city, Address) = (app, city, address);

    public Uri Address { get; }

    public bool IsFilled { get; private init; }

    /// <summary>Milliseconds the server took for each answer of the page, from the first middleware to the last byte handed on.</summary>
    public static ConcurrentQueue<double> Taken { get; private set; } = [];

    public NetworkId Network => new(_city.Ids["network:net-1"]);

    public OrganisationId School => new(_city.Ids["organisation:school-a"]);

    public static async Task<BenchSite> StartAsync(string folder, string? postgres, int port, int people)
    {
        var settings = new HostSettings(port, folder, postgres, null, Path.Combine(folder, "keys"), new Uri($"http://localhost:{port}"), null, "bench@localhost", true);
        var site = await OpenedSite.OpenAsync(settings, TimeProvider.System, CancellationToken.None);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "causeway", EnvironmentName = "Production" });
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.None);
        if (Environment.GetEnvironmentVariable("BENCH_SQL") is not null)
        {
            builder.Logging.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat) = (true, "HH:mm:ss.ffffff ")).SetMinimumLevel(LogLevel.Information);
        }

        CausewayApp.AddCauseway(builder, settings, site);
        var app = builder.Build();
        await site.PrepareAsync(app.Services.GetRequiredService<MaintenanceContexts>(), TimeProvider.System, CancellationToken.None);
        app.Use(ClockAsync);
        CausewayApp.UseCauseway(app);
        await app.StartAsync();
        // A folder that was filled before is used as it is.
        var ids = Path.Combine(folder, "ids.json");
        var filled = File.Exists(ids);
        var city = filled ? Known(await File.ReadAllTextAsync(ids)) : await BuildAsync(app, people);
        if (!filled)
        {
            await File.WriteAllTextAsync(ids, JsonSerializer.Serialize(city.Ids));
        }

        return new BenchSite(app, city, new Uri($"http://localhost:{port}")) { IsFilled = filled };
    }

    public static void Reset() => Taken = [];

    public async Task FillAsync(int entries, int networks, MadeUpEntries made, bool withListings)
    {
        var perNetwork = entries / networks;
        var began = Stopwatch.StartNew();
        for (var n = 0; n < networks; n++)
        {
            var network = n == 0 ? Network : EntityId.New<NetworkId>(TimeProvider.System);
            for (var done = 0; done < perNetwork; done += 2000)
            {
                await using var db = _app.Services.GetRequiredService<MaintenanceContexts>().Open();
                var listings = Enumerable.Range(done, Math.Min(2000, perNetwork - done)).Select(i => made.Next(School, (n * perNetwork) + i)).ToList();
                listings.ForEach(l => l.Share(Actor.Program, TimeProvider.System));
                var lent = listings.ConvertAll(l => EntryUpkeep.Lend(l, network, "Bench School", [], TimeProvider.System));
                if (withListings)
                {
                    await db.InsertAllAsync(listings, CancellationToken.None);
                    await db.InsertAllAsync(lent.ConvertAll(l => l.Contribution), CancellationToken.None);
                }

                await db.InsertAllAsync(lent.ConvertAll(l => l.Entry), CancellationToken.None);
                db.Record("bench.filled", network.Value);
                await db.SaveChangesAsync();
            }

            if (networks == 1 || n % 100 == 99)
            {
                Console.WriteLine($"  filled {(n + 1) * perNetwork:N0} entries of {n + 1} networks in {began.Elapsed.TotalSeconds:0} s");
            }
        }
    }

    /// <summary>A client signed in as each of the made-up people.</summary>
    public async Task<IReadOnlyList<string>> CookiesAsync(int people)
    {
        var cookies = new List<string>();
        for (var i = 0; i < people; i++)
        {
            await using var scope = _app.Services.CreateAsyncScope();
            var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            http.Request.Scheme = "http";
            http.Request.Host = new HostString(Address.Authority);
            await scope.ServiceProvider.GetRequiredService<ISessions>().SignInAsync(http, new PersonId(_city.Ids[$"person:bench-{i}"]), "demo", CancellationToken.None);
            await http.Response.StartAsync();
            cookies.Add(string.Join("; ", http.Response.Headers.SetCookie.Select(c => c!.Split(';')[0])));
        }

        return cookies;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task ClockAsync(HttpContext http, RequestDelegate next)
    {
        var began = Stopwatch.GetTimestamp();
        await next(http);
        if (http.Request.Path == "/find-help" && http.Response.StatusCode == StatusCodes.Status200OK)
        {
            Taken.Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    private static DemoCity Known(string ids)
    {
        var city = new DemoCity(AppContext.BaseDirectory, default, default);
        foreach (var (key, id) in JsonSerializer.Deserialize<Dictionary<string, Guid>>(ids)!)
        {
            city.Ids[key] = id;
        }

        return city;
    }

    private static async Task<DemoCity> BuildAsync(WebApplication app, int people)
    {
        var folder = AppContext.BaseDirectory;
        var world = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "small-world.json")))!.AsArray()[0]!;
        var persons = world["people"]!.AsArray();
        var model = persons.First(p => p!["key"]!.GetValue<string>() == "counsellor-a")!;
        for (var i = 0; i < people; i++)
        {
            var person = model.DeepClone();
            (person["key"], person["name"], person["mail"]) = ($"bench-{i}", $"Searcher {i}", $"bench-{i}@people.example");
            foreach (var post in person["posts"]!.AsArray())
            {
                post!["key"] = $"bench-{i}-{post["key"]}";
            }

            persons.Add(person);
        }

        using var document = JsonDocument.Parse(world.ToJsonString());
        var city = new DemoCity(folder, document.RootElement.Clone(), DateOnly.FromDateTime(DateTimeOffset.UnixEpoch.UtcDateTime.AddMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds())));
        await using var parts = app.Services.CreateAsyncScope();
        foreach (var order in parts.ServiceProvider.GetServices<IDemoPart>().Select(p => p.Order).Order().ToList())
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetServices<IDemoPart>().First(p => p.Order == order).BuildAsync(city, CancellationToken.None);
        }

        return city;
    }
}
