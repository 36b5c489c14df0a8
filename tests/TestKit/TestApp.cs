using System.Text.Json;
using Causeway.Accounts;
using Causeway.Cases;
using Causeway.Host;
using Causeway.Instruments;
using Causeway.Kernel;
using Causeway.Landscape;
using Causeway.Meetings;
using Causeway.Networks;
using Causeway.Partnerships;
using Causeway.Persistence;
using Causeway.ResourceDirectory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Causeway.TestKit;

/// <summary>
/// The whole program in memory on a fresh database: the same composition as the server, a clock that stands still, mails
/// kept, background work run only when the test says so.
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    private static readonly SmallWorld World = new();
    private static readonly SmallWorld DemoWorld = new();

    private readonly TestDatabase _database;
    private readonly Func<Task<WebApplication>> _open;
    private WebApplication _app;

    private TestApp(WebApplication app, Func<Task<WebApplication>> open, TestDatabase database, TestClock clock, RecordingMail mail) =>
        (_app, _open, _database, Clock, Mail) = (app, open, database, clock, mail);

    /// <summary>Every room of the house that keeps data.</summary>
    public static IReadOnlyList<IModule> Rooms { get; } =
    [
        new AccountsModule(), new NetworksModule(), new ResourceDirectoryModule(), new MeetingsModule(),
        new InstrumentsModule(), new PartnershipsModule(), new LandscapeModule(), new CasesModule(),
    ];

    public TestClock Clock { get; }

    public RecordingMail Mail { get; }

    public IServiceProvider Services => _app.Services;

    public TestDatabase Database => _database;

    /// <summary>Ids of the small world by key (<c>person:lead-a</c>, <c>organisation:school-a</c>); empty until <see cref="StartWithWorldAsync"/>.</summary>
    public Dictionary<string, Guid> Ids { get; } = [];

    /// <param name="demo">As `causeway demo`: sign-in links, the design page.</param>
    public static async Task<TestApp> StartAsync(bool demo = false, Action<IServiceCollection>? change = null)
    {
        var clock = new TestClock();
        return await StartAsync(await TestDatabase.CreateAsync(Rooms, clock), clock, demo, change);
    }

    private static async Task<TestApp> StartAsync(TestDatabase database, TestClock clock, bool demo, Action<IServiceCollection>? change)
    {
        var settings = new HostSettings(5080, database.Folder, null, null, Path.Combine(database.Folder, "keys"), new Uri("http://localhost"), null, "test@localhost", demo);
        var mail = new RecordingMail();
        Task<WebApplication> OpenAsync() => StartAsync(settings, new OpenedSite(database.Provider, database.Roots), clock, mail, change);
        return new TestApp(await OpenAsync(), OpenAsync, database, clock, mail);
    }

    private static async Task<WebApplication> StartAsync(HostSettings settings, OpenedSite opened, TestClock clock, RecordingMail mail, Action<IServiceCollection>? change)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "causeway", EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        CausewayApp.AddCauseway(builder, settings, opened);
        builder.Services.AddSingleton<IMailTransport>(mail);
        KnownPages.Use(builder.Services);
        builder.Services.AddSingleton<DatabaseClock, TestDatabaseClock>();
        change?.Invoke(builder.Services);
        var app = builder.Build();
        KnownPages.Learn(app.Services);
        CausewayApp.UseCauseway(app);
        await app.StartAsync();
        return app;
    }

    /// <summary>The program ends and another one opens the same database.</summary>
    public async Task RestartAsync()
    {
        await _app.DisposeAsync();
        _app = await _open();
    }

    /// <summary>With two networks, four schools and everybody a role table needs (see <c>small-world.json</c>).</summary>
    /// <remarks>The world is built once per test run; every test gets a copy of its own.</remarks>
    public static async Task<TestApp> StartWithWorldAsync(bool demo = false, Action<IServiceCollection>? change = null)
    {
        var (kept, ids) = await (demo ? DemoWorld : World).GetAsync(() => BuildWorldAsync(demo));
        var clock = new TestClock();
        var app = await StartAsync(await TestDatabase.CreateFromAsync(kept, Rooms, clock), clock, demo, change);
        foreach (var (key, id) in ids)
        {
            app.Ids[key] = id;
        }

        return app;
    }

    private static async Task<(KeptDatabase Kept, Dictionary<string, Guid> Ids)> BuildWorldAsync(bool demo)
    {
        var app = await StartAsync(demo);
        var folder = Path.GetDirectoryName(typeof(TestApp).Assembly.Location)!;
        using var world = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "small-world.json")));
        foreach (var part in world.RootElement.EnumerateArray())
        {
            await app.BuildAsync(part);
        }

        await app._app.DisposeAsync();
        return (await app._database.KeepAsync(), app.Ids);
    }

    /// <summary>Adds a network with its schools and people, written as in <c>small-world.json</c>.</summary>
    public Task BuildAsync(JsonElement world) =>
        BuildAsync(new DemoCity(Path.GetDirectoryName(typeof(TestApp).Assembly.Location)!, world, DateOnly.FromDateTime(Clock.GetUtcNow().DateTime)));

    private async Task BuildAsync(DemoCity city)
    {
        await using var parts = Services.CreateAsyncScope();
        foreach (var order in parts.ServiceProvider.GetServices<IDemoPart>().Select(p => p.Order).Order().ToList())
        {
            await using var scope = Services.CreateAsyncScope();
            await scope.ServiceProvider.GetServices<IDemoPart>().First(p => p.Order == order).BuildAsync(city, CancellationToken.None);
        }

        foreach (var (key, id) in city.Ids)
        {
            Ids[key] = id;
        }
    }

    public PersonId Person(string key) => new(Ids["person:" + key]);

    public OrganisationId Organisation(string key) => new(Ids["organisation:" + key]);

    public NetworkId Network(string key) => new(Ids["network:" + key]);

    /// <summary>A browser without a session.</summary>
    public TestBrowser Anonymous() => new(_app.GetTestServer().CreateHandler());

    /// <summary>A browser signed in as a person of the small world.</summary>
    public async Task<TestBrowser> AsAsync(string person)
    {
        var browser = Anonymous();
        await using var scope = Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("localhost");
        await scope.ServiceProvider.GetRequiredService<ISessions>().SignInAsync(http, Person(person), "demo", CancellationToken.None);
        await http.Response.StartAsync();
        browser.Take(http.Response.Headers.SetCookie);
        return browser;
    }

    /// <summary>Runs code in a unit of work of the person, as a request of theirs would be.</summary>
    public async Task<T> InScopeAsync<T>(string person, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var mine = scope.ServiceProvider.GetRequiredService<Scope>();
        mine.Set(Actor.Anonymous with { Person = Person(person) });
        var actor = await scope.ServiceProvider.GetRequiredService<IActorSource>().FindAsync(Person(person), null, CancellationToken.None);
        mine.Set(actor!);
        return await act(scope.ServiceProvider);
    }

    /// <summary>Runs every job that is due, to the end.</summary>
    public Task<int> RunJobsAsync() => Services.GetRequiredService<JobWorker>().RunDueAsync(CancellationToken.None);

    /// <summary>Hands every waiting mail to <see cref="Mail"/>.</summary>
    public Task<int> SendMailAsync() => Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None);

    public AppDbContext Maintenance() => Services.GetRequiredService<MaintenanceContexts>().Open();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}

/// <summary>Built by whoever asks first; the others wait for it.</summary>
internal sealed class SmallWorld
{
    private static readonly SemaphoreSlim Turn = new(1);
    private (KeptDatabase Kept, Dictionary<string, Guid> Ids)? _built;

    public async Task<(KeptDatabase Kept, Dictionary<string, Guid> Ids)> GetAsync(Func<Task<(KeptDatabase Kept, Dictionary<string, Guid> Ids)>> build)
    {
        await Turn.WaitAsync();
        try
        {
            return _built ??= await build();
        }
        finally
        {
            Turn.Release();
        }
    }
}

/// <summary>Takes every mail and remembers it.</summary>
public sealed class RecordingMail : IMailTransport
{
    public List<OutboxMail> Sent { get; } = [];

    public Task SendAsync(OutboxMail mail, CancellationToken ct)
    {
        Sent.Add(mail);
        return Task.CompletedTask;
    }
}
