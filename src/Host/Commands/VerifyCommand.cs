using System.CommandLine;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Host;

/// <summary>Is everything whole? The database engine's own check, every audit chain row by row, every key.</summary>
internal static class VerifyCommand
{
    public static Command Make()
    {
        var command = new Command("verify", "Check the database, the audit trail and the keys. Changes nothing. Exit 0: clean; 1: damage found; 3: could not be opened.");
        command.SetAction(async (_, ct) =>
        {
            await using var site = await CommandSite.OpenAsync(HostSettings.FromEnvironment(demo: false), prepare: false, ct);
            return await RunAsync(site, Console.Out, ct);
        });
        return command;
    }

    /// <summary>Also run after every restore: a restore is proven by opening what was restored.</summary>
    public static async Task<int> RunAsync(CommandSite site, TextWriter to, CancellationToken ct)
    {
        await using var db = site.Maintenance();
        db.Database.SetCommandTimeout(0);
        var faults = new List<string>(await FindAsync("database", () => site.Site.Provider.CheckIntegrityAsync(db, ct)));
        await to.WriteLineAsync($"database ({site.Site.Provider.Name}): {Say(faults.Count)}");

        long rows = 0;
        var progress = new Progress("audit trail");
        var audit = await FindAsync("audit trail", async () =>
        {
            rows = await db.Set<AuditRow>().LongCountAsync(ct);
            return await AuditChain.VerifyAsync(db, done => progress.Report(done, rows), ct);
        });
        await to.WriteLineAsync($"audit trail, {rows} acts: {Say(audit.Count)}");

        var keys = await FindAsync("keys", () => KeyCheck.FindFaultsAsync(db, site.Site.Roots, ct));
        await to.WriteLineAsync($"keys: {Say(keys.Count)}");

        faults.AddRange(audit);
        faults.AddRange(keys);
        foreach (var fault in faults)
        {
            await to.WriteLineAsync("  " + fault);
        }

        await to.WriteLineAsync(faults.Count == 0 ? "clean" : $"{faults.Count} faults");
        return faults.Count == 0 ? Exit.Fine : Exit.Found;
    }

    // A database so damaged that a check cannot be carried out is damage found, not a failure of the check.
    private static async Task<IReadOnlyList<string>> FindAsync(string what, Func<Task<IReadOnlyList<string>>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception error) when (error is System.Data.Common.DbException or FormatException or InvalidCastException or ArgumentException
            or OverflowException or InvalidOperationException)
        {
            return [$"{what}: cannot be read ({error.GetType().Name})"];
        }
    }

    private static string Say(int faults) => faults == 0 ? "sound" : $"{faults} faults";
}
