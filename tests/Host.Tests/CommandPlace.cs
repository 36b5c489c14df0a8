using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Causeway.TestKit;
using Npgsql;

namespace Causeway.Host.Tests;

/// <summary>A folder with a data folder, a key folder and, on PostgreSQL, a database of its own, where the built program is run as a process.</summary>
internal sealed class CommandPlace : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("CAUSEWAY_TEST_POSTGRES") is { Length: > 0 } set ? set : null;
    private readonly string? _database = Server is null ? null : "c_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    private CommandPlace() => Root = Directory.CreateTempSubdirectory("causeway-commands-").FullName;

    public string Root { get; }

    public string Data => Path.Combine(Root, "data");

    public string DatabaseFile => Path.Combine(Data, "causeway.db");

    public string KeyFile => Path.Combine(Root, "keys", "root.key");

    public bool OnPostgres => _database is not null;

    public string Connection => new NpgsqlConnectionStringBuilder(Server) { Database = _database, Pooling = false }.ToString();

    public static async Task<CommandPlace> MakeAsync()
    {
        var place = new CommandPlace();
        if (place._database is not null)
        {
            await AdminAsync($"CREATE DATABASE \"{place._database}\"");
        }

        return place;
    }

    public string In(string name) => Path.Combine(Root, name);

    public void TakeKeyOf(CommandPlace other)
    {
        var folder = Path.GetDirectoryName(KeyFile)!;
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.Copy(other.KeyFile, KeyFile);
    }

    /// <summary>Runs a command to its end.</summary>
    public async Task<Ended> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new Ended(process.ExitCode, await output, await errors);
    }

    /// <summary>Serves until it says that it is ready, asks for a page, and stops it as an operator would.</summary>
    public async Task<string> ServeOnceAsync(string page)
    {
        using var process = Start("serve");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        string? url = null;
        while (url is null && await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            url = line.StartsWith("Causeway is ready: ", StringComparison.Ordinal) ? line["Causeway is ready: ".Length..] : null;
        }

        if (url is null)
        {
            throw new InvalidOperationException("serve ended: " + await errors);
        }

        using var http = new HttpClient();
        var answer = await http.GetAsync(new Uri(new Uri(url), page), limit.Token);
        using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(limit.Token);
        return $"{(int)answer.StatusCode} {process.ExitCode}";
    }

    public async Task SqlAsync(string sql)
    {
        if (OnPostgres)
        {
            await using var source = NpgsqlDataSource.Create(Connection);
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
            return;
        }

        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={DatabaseFile};Pooling=false");
        await connection.OpenAsync();
        await using var text = connection.CreateCommand();
        text.CommandText = sql;
        await text.ExecuteNonQueryAsync();
    }

    /// <summary>Everything in the data folder by name and digest; on PostgreSQL every table's rows.</summary>
    public async Task<string> FingerprintAsync()
    {
        if (!OnPostgres)
        {
            return string.Join('\n', Directory.GetFiles(Data, "causeway.db").Select(f => $"{f} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}"));
        }

        var dump = new ProcessStartInfo("pg_dump", ["--data-only", "--enable-row-security", "--dbname", Uri()]) { RedirectStandardOutput = true };
        using var process = Process.Start(dump)!;
        var rows = (await process.StandardOutput.ReadToEndAsync()).Split('\n').Where(l => !l.StartsWith('\\') && !l.StartsWith("--", StringComparison.Ordinal));
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return string.Join('\n', rows);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        if (_database is not null)
        {
            await AdminAsync($"DROP DATABASE \"{_database}\" WITH (FORCE)");
        }
    }

    private string Uri()
    {
        var access = new NpgsqlConnectionStringBuilder(Connection);
        return $"postgresql://{access.Username}:{access.Password}@{access.Host}:{access.Port}/{access.Database}";
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "causeway.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Root,
        };
        start.Environment["CAUSEWAY_DATA"] = Data;
        start.Environment["CAUSEWAY_KEYS"] = Path.GetDirectoryName(KeyFile);
        start.Environment["CAUSEWAY_DATABASE"] = _database is null ? "" : Connection;
        start.Environment["PORT"] = FreePort().ToString(CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AdminAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

internal sealed record Ended(int Code, string Output, string Errors)
{
    public string All => $"exit {Code}\n{Output}\n{Errors}";
}
