using System.Diagnostics;
using System.Globalization;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Causeway.Durability;

/// <summary>
/// L1: starts the writers, kills them (every third time, where there is a server, the server instead) without warning, and
/// compares what was acknowledged with what is there. Ends with 1 when anything is lost, doubled, halved or unsound.
/// </summary>
internal sealed class KillRun(string folder, int rounds, Options options)
{
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private readonly HashSet<string> _acknowledged = new(StringComparer.Ordinal);
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private ulong _state = options.Seed;
    private int _doubts;
    private int _serverKills;
    private int _unknownKept;

    public async Task<int> RunAsync()
    {
        if (options.Postgres is not null)
        {
            Environment.SetEnvironmentVariable("CAUSEWAY_DATABASE", options.Postgres);
            await MakeDatabaseAsync(options.Postgres);
        }

        await using (var site = await Site.OpenAsync(folder, prepare: true))
        {
            // The school's key exists before the race begins.
            await site.ActAsync("the-first-act-of-the-run");
        }

        _tried.Add("the-first-act-of-the-run");
        _acknowledged.Add("the-first-act-of-the-run");
        for (var round = 1; round <= rounds; round++)
        {
            await RoundAsync(round);
            var faults = await CompareAsync(last: false);
            if (faults.Count > 0)
            {
                return Fail(round, faults);
            }
        }

        await SettleRestAsync();
        var end = await CompareAsync(last: true);
        if (end.Count > 0)
        {
            return Fail(rounds, end);
        }

        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rounds} kills ({_serverKills} of the server), {_acknowledged.Count} acknowledged, 0 lost, 0 doubled, {_doubts} doubtful answers settled by key, {_unknownKept} kept without an answer, verify clean, {_watch.Elapsed.TotalSeconds:F0} s (seed {options.Seed})"));
        return 0;
    }

    private static async Task MakeDatabaseAsync(string connection)
    {
        var wanted = new NpgsqlConnectionStringBuilder(connection);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Database = "postgres" }.ToString());
        await using var command = source.CreateCommand($"CREATE DATABASE \"{wanted.Database}\"");
        await command.ExecuteNonQueryAsync();
    }

    private async Task RoundAsync(int round)
    {
        using var process = Start();
        var ready = new TaskCompletionSource();
        var reading = ReadAsync(process, ready);
        if (await Task.WhenAny(ready.Task, reading, Task.Delay(TimeSpan.FromMinutes(3))) != ready.Task)
        {
            process.Kill();
            throw new InvalidOperationException($"round {round}: the writers did not start");
        }

        await Task.Delay(100 + Dice(900));
        if (options.ServerRestart is not null && round % 3 == 0)
        {
            KillServer();
            _serverKills++;
            await ShellAsync(options.ServerRestart);
            // The writers live on and settle by key what the kill left open; then they go too.
            await Task.Delay(1000 + Dice(500));
        }

        process.Kill();
        await process.WaitForExitAsync();
        await reading;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KillRun).Assembly.Location);
        }

        foreach (var argument in (string[])["write", folder, options.Writers.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        foreach (var key in _tried.Except(_settled).Except(_acknowledged))
        {
            process.StandardInput.WriteLine(key);
        }

        process.StandardInput.Close();
        return process;
    }

    private async Task ReadAsync(Process process, TaskCompletionSource ready)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case ["ready"]:
                    ready.TrySetResult();
                    break;
                case ["try", var key]:
                    _tried.Add(key);
                    break;
                case ["ack", var key]:
                    _acknowledged.Add(key);
                    break;
                case ["was", var key]:
                    // Done in an earlier life, whose answer was lost: exactly the case the key is for.
                    _acknowledged.Add(key);
                    _unknownKept++;
                    break;
                case ["doubt", ..]:
                    _doubts++;
                    break;
                default:
                    // The last line may be cut by the kill.
                    break;
            }
        }
    }

    private async Task<List<string>> CompareAsync(bool last)
    {
        await using var site = await Site.OpenAsync(folder, prepare: false);
        await using var db = site.Maintenance();
        var faults = new List<string>(await AuditChain.VerifyAsync(db, null, CancellationToken.None));
        if (last || options.Postgres is null)
        {
            faults.AddRange(await site.Opened.Provider.CheckIntegrityAsync(db, CancellationToken.None));
        }

        if (last)
        {
            faults.AddRange(await KeyCheck.FindFaultsAsync(db, site.Opened.Roots, CancellationToken.None));
        }

        var keys = await db.Set<IdempotencyRow>().Select(k => k.Key).ToListAsync();
        var acts = await db.Set<AuditRow>().Where(r => r.Act == "file.kept").Select(r => new { r.Reason, r.ObjectId }).ToListAsync();
        var files = await db.Set<StoredFile>().Select(f => f.Id).ToListAsync();
        var chunks = await db.Set<FileChunk>().Select(c => c.FileId).ToListAsync();
        Demand(faults, "acknowledged, but lost", _acknowledged.Except(keys, StringComparer.Ordinal));
        Demand(faults, "kept, but never tried", keys.Except(_tried, StringComparer.Ordinal));
        Demand(faults, "key without act", keys.Except(acts.Select(a => a.Reason!), StringComparer.Ordinal));
        Demand(faults, "act without key", acts.Select(a => a.Reason!).Except(keys, StringComparer.Ordinal));
        Demand(faults, "done twice", acts.GroupBy(a => a.Reason, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key!));
        Demand(faults, "act without file", acts.Select(a => a.ObjectId).Except(files.Select(f => f.Value)).Select(g => g.ToString()));
        Demand(faults, "file without act", files.Select(f => f.Value).Except(acts.Select(a => a.ObjectId)).Select(g => g.ToString()));
        Demand(faults, "file without content", files.Except(chunks).Select(f => f.ToString()));
        var unknown = keys.Except(_acknowledged, StringComparer.Ordinal).Count();
        if (unknown > options.Writers)
        {
            faults.Add($"{unknown} kept without an answer, more than there are writers");
        }

        return faults;
    }

    private async Task SettleRestAsync()
    {
        await using var site = await Site.OpenAsync(folder, prepare: false);
        foreach (var key in _tried.Except(_acknowledged, StringComparer.Ordinal).ToList())
        {
            _unknownKept += await site.ActAsync(key) is null ? 1 : 0;
            _acknowledged.Add(key);
        }
    }

    private static void Demand(List<string> faults, string what, IEnumerable<string> found)
    {
        var list = found.ToList();
        if (list.Count > 0)
        {
            faults.Add($"{what}: {list.Count}, first {list[0]}");
        }
    }

    private int Fail(int round, List<string> faults)
    {
        Console.Out.WriteLine($"round {round} of {rounds} (seed {options.Seed}): {string.Join("; ", faults)}");
        return 1;
    }

    private void KillServer()
    {
        var pid = int.Parse(File.ReadLines(options.ServerPidFile!).First(), CultureInfo.InvariantCulture);
        using var server = Process.GetProcessById(pid);
        server.Kill();
    }

    private static async Task ShellAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", command]))!;
        await shell.WaitForExitAsync();
        if (shell.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{command}' ended with {shell.ExitCode}");
        }
    }

    private int Dice(int below)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (int)((_state * 0x2545F4914F6CDD1DUL >> 33) % (ulong)below);
    }
}
