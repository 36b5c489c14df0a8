using System.CommandLine;
using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.ResourceDirectory;

namespace Causeway.Host;

/// <summary>Takes a list in by the rules of the page, as a person of the site. No row is dropped: rows = taken + warned + held + unchanged.</summary>
internal static class ImportCommand
{
    public static Command Make()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "CSV or XLSX lists, or directories of services as JSON or as a zip of tables." };
        var person = new Option<string>("--as") { Description = "Mail address of the person whose post the lists belong to.", Required = true };
        var inside = new Option<bool>("--inside") { Description = "Rows are people inside the school." };
        var outside = new Option<bool>("--outside") { Description = "Rows are help outside the school." };
        var share = new Option<bool>("--share") { Description = "Share with the network at once; default: the school's own." };
        var fresh = new Option<bool>("--new") { Description = "A list of its own, also where it looks like the newer version of one taken in before." };
        var command = new Command("import", "Take lists into a school's directory. Exit 0: all rows taken; 1: some are held, each named with its reason; 2: a file cannot be read.")
        {
            files, person, inside, outside, share, fresh,
        };
        command.SetAction(async (parsed, ct) =>
        {
            var options = new ListImportOptions(
                parsed.GetValue(inside) ? true : parsed.GetValue(outside) ? false : null, ShareWithNetwork: parsed.GetValue(share)) { New = parsed.GetValue(fresh) };
            await using var site = await CommandSite.OpenAsync(HostSettings.FromEnvironment(demo: false), prepare: true, ct);
            return await ImportAsync(site.Services, parsed.GetRequiredValue(files), parsed.GetRequiredValue(person), options, ct);
        });
        return command;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, FileInfo[] files, string mail, ListImportOptions options, CancellationToken ct)
    {
        var worst = Exit.Fine;
        foreach (var file in files)
        {
            if (!file.Exists)
            {
                return CommandLine.Fail($"{file.FullName} is not there.", Exit.Usage);
            }

            await using var scope = services.CreateAsyncScope();
            if (await EnterAsync(scope.ServiceProvider, mail, ct) is not { } actor)
            {
                return CommandLine.Fail($"Nobody with the address {mail} has a post that may take lists in.", Exit.Usage);
            }

            worst = Math.Max(worst, await ImportAsync(scope.ServiceProvider, file, actor, options, ct));
        }

        // What the import ordered (joining the shared lines) is done here too: a command has nobody to wait for it.
        await services.GetRequiredService<JobWorker>().RunDueAsync(ct);
        return worst;
    }

    private static async Task<Actor?> EnterAsync(IServiceProvider services, string mail, CancellationToken ct)
    {
        if (await services.GetRequiredService<IPersonDirectory>().FindByEmailAsync(mail, ct) is not { } person)
        {
            return null;
        }

        var scope = services.GetRequiredService<Scope>();
        scope.Set(Actor.Anonymous with { Person = person.Id });
        var actor = await services.GetRequiredService<IActorSource>().FindAsync(person.Id, null, ct);
        scope.Set(actor ?? Actor.Anonymous);
        scope.From = "command";
        return actor;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, FileInfo file, Actor actor, ListImportOptions options, CancellationToken ct)
    {
        var progress = new Progress(file.Name);
        await using var stream = file.OpenRead();
        var report = await services.GetRequiredService<IListImporter>()
            .ImportAsync(stream, file.Name, actor, options, new Reporter(progress), ct);
        if (report.Refusal is { } no)
        {
            var words = string.Format(System.Globalization.CultureInfo.InvariantCulture, no.Message, no.Values);
            return CommandLine.Fail($"{file.Name}: {words}", Exit.Usage);
        }

        foreach (var sheet in report.Sheets)
        {
            var name = sheet.Sheet.Length == 0 ? file.Name : $"{file.Name} ({sheet.Sheet})";
            Console.Out.WriteLine($"{name}: {sheet.Rows} rows = {sheet.Taken} taken + {sheet.Warned} taken with a warning + {sheet.Held} held + {sheet.Unchanged} unchanged");
            if (sheet.NewVersion)
            {
                Console.Out.WriteLine($"  newer version of a list taken in before: {sheet.Taken + sheet.Warned - sheet.Changed} new, {sheet.Changed} changed, {sheet.Unchanged} unchanged, {sheet.Gone} gone (kept)");
            }

            foreach (var (line, why) in sheet.HeldRows)
            {
                Console.Out.WriteLine($"  line {line} held: {why}");
            }
        }

        return report.Sheets.Any(s => s.Held > 0) ? Exit.Found : Exit.Fine;
    }

    private sealed class Reporter(Progress line) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => line.Report(value.Done, value.Total);
    }
}
