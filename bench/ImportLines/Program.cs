using System.Diagnostics;
using System.Globalization;
using Causeway.ImportLines;

// ImportLines FOLDER [--lines 100000] [--rounds 3] [--share]
//   with CAUSEWAY_DATABASE set: on that PostgreSQL server (the owner may create databases); else SQLite in FOLDER
// Each round, in processes of their own: found a site, import a list of so many lines into it, import it again, and write the
// same rows bare into empty tables of the same kind.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: ImportLines FOLDER [--lines 100000] [--rounds 3] [--share]");
    return 2;
}

int Number(string name, int otherwise) => Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
var folder = Path.GetFullPath(args[0]);
var share = args.Contains("--share", StringComparer.Ordinal);
switch (args.ElementAtOrDefault(1))
{
    case "found":
        return await Importing.FoundAsync(folder);
    case "import":
        return await Importing.RunAsync(folder, share);
    case "join":
        return await Importing.JoinAsync(folder);
    case "bare":
        return await BareInsert.RunAsync(folder);
    case "guarded":
        return await BarePostgres.GuardedAsync(Environment.GetEnvironmentVariable("CAUSEWAY_DATABASE")!);
    default:
        break;
}

var (lines, rounds) = (Number("--lines", 100_000), Number("--rounds", 3));
Directory.CreateDirectory(folder);
var postgres = Environment.GetEnvironmentVariable("CAUSEWAY_DATABASE");
var list = Path.Combine(folder, "list.csv");
await MadeUpList.WriteAsync(list, lines);
Console.WriteLine($"{lines} lines, {new FileInfo(list).Length >> 20} MB, {(postgres is null ? "SQLite" : "PostgreSQL")}{(share ? ", shared with the network" : "")}");
var (ratios, guardedRatios) = (new List<double>(), new List<double>());
for (var round = 1; round <= rounds; round++)
{
    var place = Path.Combine(folder, $"round-{round}");
    Directory.CreateDirectory(place);
    var database = postgres is null ? null : await BarePostgres.NewDatabaseAsync(postgres);
    await StepAsync("found");
    var import = await StepAsync("import");
    var again = await StepAsync("import");
    var bare = await StepAsync("bare");
    ratios.Add(import.Seconds / bare.Seconds);
    Console.WriteLine($"round {round}: import {import.Seconds:0.0} s, peak {import.Megabytes} MB ({import.Note}); bare {bare.Seconds:0.0} s ({bare.Note}); ratio {ratios[^1]:0.00}; again {again.Seconds:0.0} s, peak {again.Megabytes} MB ({again.Note})");
    if (postgres is not null)
    {
        var guarded = await StepAsync("guarded");
        guardedRatios.Add(import.Seconds / guarded.Seconds);
        Console.WriteLine($"  bare under row security, in the program's role: {guarded.Seconds:0.0} s ({guarded.Note}); ratio {guardedRatios[^1]:0.00}");
    }

    if (args.Contains("--join", StringComparer.Ordinal))
    {
        var join = await StepAsync("join");
        Console.WriteLine($"  joining: {join.Seconds:0.0} s, peak {join.Megabytes} MB ({join.Note})");
    }

    async Task<(double Seconds, int Megabytes, string Note)> StepAsync(string step)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[place, step, share ? "--share" : "--own"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["CAUSEWAY_DATA"] = place;
        start.Environment["CAUSEWAY_LIST"] = list;
        if (database is not null)
        {
            start.Environment["CAUSEWAY_DATABASE"] = database;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var words = output.Trim().Split('\n')[^1].Split(' ', 3);
        return process.ExitCode == 0
            ? (double.Parse(words[0], CultureInfo.InvariantCulture), int.Parse(words[1], CultureInfo.InvariantCulture), words[2])
            : throw new InvalidOperationException($"{step} ended with {process.ExitCode}: {output}");
    }
}

Console.WriteLine($"ratio, median of {rounds}: {ratios.Order().ElementAt(rounds / 2):0.00}{(postgres is null ? "" : $"; under row security {guardedRatios.Order().ElementAt(rounds / 2):0.00}")}");
return 0;
