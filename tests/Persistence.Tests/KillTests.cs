using System.Diagnostics;
using System.Security.Cryptography;
using Causeway.TestKit;
using Npgsql;

namespace Causeway.Persistence.Tests;

/// <summary>
/// L1 in small: a program of several writers is killed ten times without warning. What it acknowledged is there once, with
/// its audit row and its form key. More rounds, and kills of the server: <c>tests/Durability/run.sh</c>.
/// </summary>
public sealed class KillTests
{
    [Fact]
    public async Task L1_Ten_kills_lose_nothing_and_double_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("causeway-kill-").FullName;
        var database = "k_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Causeway.Durability.dll"), "kill-9", Path.Combine(folder, "data"), "10"];
        if (TestDatabase.Postgres is { } server)
        {
            arguments = [.. arguments, "--postgres", new NpgsqlConnectionStringBuilder(server) { Database = database }.ToString()];
        }

        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, said);
        said.ShouldStartWith("10 kills");
        Directory.Delete(folder, recursive: true);
        if (TestDatabase.Postgres is not null)
        {
            await using var admin = NpgsqlDataSource.Create(TestDatabase.Postgres);
            await using var drop = admin.CreateCommand($"DROP DATABASE \"{database}\" WITH (FORCE)");
            await drop.ExecuteNonQueryAsync();
        }
    }
}
