using System.Diagnostics;
using Causeway.Host;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.ResourceDirectory;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Causeway.ImportLines;

/// <summary>The import as the command does it, from the file to the last row.</summary>
internal static class Importing
{
    private const int ShortList = 4000;

    private static readonly Guid School = new("00000000-0000-7000-8000-00000000000a");

    /// <summary>In a program that has taken in a short list before, as one that has run for an hour has: the compiler is through.</summary>
    public static Task<int> RunAsync(string folder, bool share) => InSiteAsync(folder, WarmUpAsync, services => TakeAsync(services, Environment.GetEnvironmentVariable("CAUSEWAY_LIST")!, share));

    private static async Task WarmUpAsync(IServiceProvider services)
    {
        var list = Path.Combine(Path.GetTempPath(), $"short-list-{Environment.ProcessId}.csv");
        await File.WriteAllLinesAsync(list, File.ReadLines(Environment.GetEnvironmentVariable("CAUSEWAY_LIST")!).Take(ShortList + 1));
        await TakeAsync(services, list, share: false);
        File.Delete(list);
    }

    private static async Task<string> TakeAsync(IServiceProvider services, string list, bool share)
    {
        await using var scope = services.CreateAsyncScope();
        var actor = new Actor(new PersonId(School), "Bench", new PostId(School), Role.SafeguardingLead, new OrganisationId(School), "Bench School", new NetworkId(School), "Bench Network");
        scope.ServiceProvider.GetRequiredService<Scope>().Set(actor);
        await using var content = File.OpenRead(list);
        var importer = scope.ServiceProvider.GetRequiredService<IListImporter>();
        var report = await importer.ImportAsync(content, Path.GetFileName(list), actor, new ListImportOptions(Inside: false, ShareWithNetwork: share), null, CancellationToken.None);
        var sheet = report.Sheets.Single();
        return $"{sheet.Rows} rows = {sheet.Taken} taken + {sheet.Warned} warned + {sheet.Held} held + {sheet.Unchanged} unchanged, {sheet.Changed} changed, {sheet.Gone} gone";
    }

    /// <summary>A site is founded once and then opened many times; founding it belongs neither to the time of a list nor to its memory.</summary>
    public static Task<int> FoundAsync(string folder) => InSiteAsync(folder, _ => Task.CompletedTask, _ => Task.FromResult("founded"));

    public static Task<int> JoinAsync(string folder) => InSiteAsync(folder, _ => Task.CompletedTask, async services =>
    {
        var jobs = await services.GetRequiredService<JobWorker>().RunDueAsync(CancellationToken.None);
        return $"{jobs} jobs";
    });

    private static async Task<int> InSiteAsync(string folder, Func<IServiceProvider, Task> before, Func<IServiceProvider, Task<string>> act)
    {
        Environment.SetEnvironmentVariable("CAUSEWAY_DATA", folder);
        var settings = HostSettings.FromEnvironment(demo: false);
        var opened = await OpenedSite.OpenAsync(settings, TimeProvider.System, CancellationToken.None);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        CausewayApp.AddCauseway(builder, settings, opened);
        await using var app = builder.Build();
        await opened.PrepareAsync(app.Services.GetRequiredService<MaintenanceContexts>(), TimeProvider.System, CancellationToken.None);

        // Building the model belongs to the start of the program, not to the list.
        await using (var db = app.Services.GetRequiredService<MaintenanceContexts>().Open())
        {
            _ = db.Model;
        }

        await before(app.Services);
        var processor = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        var watch = Stopwatch.StartNew();
        var note = await act(app.Services);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"{watch.Elapsed.TotalSeconds:0.00} {self.PeakWorkingSet64 >> 20} processor {self.TotalProcessorTime.TotalSeconds - processor:0.0} s, {note}"));
        return 0;
    }
}
