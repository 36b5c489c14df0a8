using System.Diagnostics;
using Causeway.Persistence;
using Causeway.ResourceDirectory;
using Causeway.Search.Bench;

// Search.Bench FOLDER [--postgres CONNECTION] [--entries 100000] [--networks 1] [--seconds 30] [--no-sweep]
var folder = Path.GetFullPath(args[0]);
string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
int Number(string name, int usual) => int.TryParse(Option(name), System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : usual;
var (postgres, entries, networks, seconds) = (Option("--postgres"), Number("--entries", 100_000), Number("--networks", 1), Number("--seconds", 30));
const int people = 600;
Console.WriteLine($"{(postgres is null ? "SQLite" : "PostgreSQL")}: {entries:N0} entries, {networks:N0} network(s), {Environment.ProcessorCount} processors");
await using var site = await BenchSite.StartAsync(folder, postgres, Number("--port", 5391), people);
if (!site.IsFilled)
{
    await site.FillAsync(entries, networks, new MadeUpEntries(7, TimeProvider.System), withListings: networks == 1);
}

var cookies = await site.CookiesAsync(people);
var load = new Load(site, cookies, new MadeUpEntries(11, TimeProvider.System));
var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
// Until the compiler is through with the paths a search takes.
await load.RunAsync(10, 5);
await load.RunAsync(20, 20);

Console.WriteLine($"load of the machine before: {await LoadOfMachineAsync()}");
var page = await load.RunAsync(20, seconds);
var bare = new BareSql(folder, postgres, site.Network);
var made = new MadeUpEntries(11, TimeProvider.System);
for (var warm = 0; warm < 50; warm++)
{
    await AskAsync();
}

var times = new List<double>();
var beat = Stopwatch.StartNew();
for (var i = 0; i < 20 * seconds; i++)
{
    var wait = TimeSpan.FromSeconds(i / 20.0) - beat.Elapsed;
    if (wait > TimeSpan.Zero)
    {
        await Task.Delay(wait);
    }

    times.Add(await AskAsync());
}

var sql = Load.Sum(times);
Console.WriteLine($"page, 20 users once a second: {page}");
Console.WriteLine($"bare SQL, the same questions:  {sql}");
Console.WriteLine($"ratio of p95 {page.P95 / sql.P95:0.00}, of medians {page.P50 / sql.P50:0.00}");
if (!args.Contains("--no-sweep", StringComparer.Ordinal))
{
    // Few steps: all the people of a folder together may look at so many entries an hour.
    foreach (var rate in (int[])[60, 100, 140, 200, 280, 400])
    {
        var step = await load.RunAsync(rate, 8);
        Console.WriteLine($"{rate,4} a second: {step}");
        if (step.P95 > 100)
        {
            Console.WriteLine($"p95 passes 100 ms at {rate} searches a second");
            break;
        }
    }
}

Console.WriteLine($"load of the machine after: {await LoadOfMachineAsync()}");
return 0;

static async Task<string> LoadOfMachineAsync() => File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg"))[..14] : "not known";

async Task<double> AskAsync()
{
    var need = made.ThreeFilters();
    IReadOnlyList<HelpFilter> filters = [.. need.Filters(today), HelpFilter.Asleep];
    var (widest, all) = HelpSearch.Questions(need, filters, [.. filters.Where(f => f.Unknown.Count > 0)], null);
    return await bare.RunAsync(widest, all, HelpSearch.Words(need.Q) is [var word, ..] ? word : null, today.AddMonths(-12));
}
