using System.CommandLine;
using Causeway.Accounts;
using Causeway.Persistence;

namespace Causeway.Host;

/// <summary>Opens the site to the browser: the real one, or the made-up city.</summary>
internal static class ServeCommand
{
    public static Command Serve()
    {
        var command = new Command("serve", "Run the site. Prints `Causeway is ready` when it answers.");
        command.SetAction((_, ct) => RunAsync(demo: false, samples: null, ct));
        return command;
    }

    public static Command Demo()
    {
        var samples = new Option<DirectoryInfo?>("--samples") { Description = "Folder of the made-up city; default: samples, beside the program or in the folder it is started from." };
        var buildOnly = new Option<bool>("--build-only") { Description = "Build the city and end. ./run does so first: building takes memory that serving never needs." };
        var command = new Command("demo", "Run the made-up city, with one sign-in link per role. Never with real data.") { samples, buildOnly };
        command.SetAction((parsed, ct) => RunAsync(demo: true, parsed.GetValue(samples)?.FullName, ct, parsed.GetValue(buildOnly)));
        return command;
    }

    private static async Task<int> RunAsync(bool demo, string? samples, CancellationToken ct, bool buildOnly = false)
    {
        RefuseOldRuntime();
        var settings = HostSettings.FromEnvironment(demo);
        // Side by side, for a quick start: reading waits for nothing but the key; writing (PrepareAsync) waits for all of it.
        var opening = Task.Run(() => OpenedSite.OpenAsync(settings, TimeProvider.System, ct), ct);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // A room without tables is no reason to warn.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Model", LogLevel.Error);
        var site = await opening;
        var prepared = Task.Run(() => site.IsPreparedAsync(ct), ct);
        CausewayApp.AddCauseway(builder, settings, site);
        builder.Services.AddBackgroundWork().AddDailyMail();
        await using var app = builder.Build();
        var catalogues = Task.Run(() => CausewayApp.OpenCatalogues(app.Services), ct);
        CausewayApp.UseCauseway(app);
        if (!await prepared)
        {
            await site.PrepareAsync(app.Services.GetRequiredService<MaintenanceContexts>(), TimeProvider.System, ct);
        }

        await catalogues;
        var city = demo ? await MadeUpCity.EnsureAsync(app.Services, samples, ct) : null;
        if (buildOnly)
        {
            return Exit.Fine;
        }

        app.Urls.Add($"http://{(settings.PublicUrl.IsLoopback ? "localhost" : "*")}:{settings.Port}");
        await app.StartAsync(ct);
        Console.Out.WriteLine($"Causeway is ready: {settings.PublicUrl.ToString().TrimEnd('/')}");
        if (city is not null)
        {
            await city.PrintLinksAsync(app.Services, settings, Console.Out, ct);
        }

        await app.WaitForShutdownAsync(ct);
        return Exit.Fine;
    }

    // CVE-2025-55315 (request smuggling) is mended from 10.0.12 on; an older runtime must not face the network (R16).
    private static void RefuseOldRuntime()
    {
        if (Environment.Version < new Version(10, 0, 12))
        {
            throw new InvalidOperationException($"This is .NET {Environment.Version}; Causeway needs 10.0.12 or newer.");
        }
    }
}
