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
    private static readonly Guid School = new("00000000-0000-7000-8000-00000000000a");

    public static Task<int> RunAsync(string folder, bool share) => InSiteAsync(folder, async services =>
    {
        await using var scope = services.CreateAsyncScope();
        var actor = new Actor(new PersonId(School), "Bench", new PostId(School), Role.SafeguardingLead, new OrganisationId(School), "Bench School", new NetworkId(School), "Bench Network");
        scope.ServiceProvider.GetRequiredService<Scope>().Set(actor);
        await using var content = File.OpenRead(Environment.GetEnvironmentVariable("CAUSEWAY_LIST")!);
        var report = await scope.ServiceProvider.GetRequiredService<IListImporter>()
            .ImportAsync(content, "list.csv", actor, new ListImportOptions(Inside: false, ShareWithNetwork: share), null, CancellationToken.None);
        var sheet = report.Sheets.Single();
        return $"{sheet.Rows} rows = {sheet.Taken} taken + {sheet.Warned} warned + {sheet.Held} held + {sheet.Unchanged} unchanged, {sheet.Changed} changed, {sheet.Gone} gone";
    });

    public static Task<int> JoinAsync(string folder) => InSiteAsync(folder, async services =>
    {
        var jobs = await services.GetRequiredService<JobWorker>().RunDueAsync(CancellationToken.None);
        return $"{jobs} jobs";
    });

    private static async Task<int> InSiteAsync(string folder, Func<IServiceProvider, Task<string>> act)
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

        var before = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        var watch = Stopwatch.StartNew();
        var note = await act(app.Services);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"{watch.Elapsed.TotalSeconds:0.00} {self.PeakWorkingSet64 >> 20} processor {self.TotalProcessorTime.TotalSeconds - before:0.0} s, {note}"));
        return 0;
    }
}
