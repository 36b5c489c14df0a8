using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Causeway.Persistence.Postgres;

/// <summary>
/// PostgreSQL. Two accesses: the owner's (migrations, verify, backup) and the program's own role, which owns nothing, may
/// not bypass row security and cannot change the audit trail.
/// </summary>
public sealed class PostgresProvider : IDatabaseProvider, IAsyncDisposable
{
    private const int StatementsKept = 100;

    private readonly NpgsqlDataSource _owner;
    private readonly Lazy<NpgsqlDataSource> _program;
    private readonly ScopeInterceptor _scope = new();
    private readonly Lazy<ProgramRole> _programRole;

    /// <param name="connectionString">The owner's. May create tables and, unless <paramref name="programConnectionString"/> is given, one role.</param>
    /// <param name="rolePassword">Password of the program's role, the same on every copy (derived from the root key).</param>
    /// <param name="programConnectionString">For sites that keep roles in their own hands: a login role prepared by the operator.</param>
    public PostgresProvider(string connectionString, Func<string> rolePassword, string? programConnectionString = null)
    {
        var owner = Settings(connectionString);
        // Late: the root key is opened only after the database said which one it needs.
        _programRole = new Lazy<ProgramRole>(() => new ProgramRole(owner, rolePassword(), programConnectionString));
        _owner = NpgsqlDataSource.Create(owner);
        _program = new Lazy<NpgsqlDataSource>(() => NpgsqlDataSource.Create(Prepared(Settings(Role.ConnectionString))));
    }

    public string Name => "PostgreSQL";

    public ISearchIndex Search { get; } = new PostgresSearchIndex();

    private ProgramRole Role => _programRole.Value;

    public void Configure(DbContextOptionsBuilder options) => options
        .UseNpgsql(_program.Value, Npgsql)
        .AddInterceptors(_scope, NoticeInterceptor.Instance);

    public void ConfigureMaintenance(DbContextOptionsBuilder options) => options
        .UseNpgsql(_owner, Npgsql)
        .AddInterceptors(NoticeInterceptor.Instance);

    public async Task<string?> ReadRootCheckAsync(CancellationToken ct)
    {
        await using var exists = _owner.CreateCommand("SELECT to_regclass('public.installation') IS NOT NULL");
        if (!(bool)(await exists.ExecuteScalarAsync(ct))!)
        {
            return null;
        }

        await using var command = _owner.CreateCommand("SELECT root_check FROM installation");
        return (string?)await command.ExecuteScalarAsync(ct);
    }

    /// <summary>Not known without the model: which tables must be forced stands there.</summary>
    public Task<bool> IsPreparedAsync(CancellationToken ct) => Task.FromResult(false);

    public async Task<IReadOnlyList<string>> ReadColumnAsync(string table, string column, CancellationToken ct)
    {
        await using var command = _program.Value.CreateCommand($"SELECT \"{column}\" FROM \"{table}\" ORDER BY 1");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var values = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    public async Task MigrateAsync(AppDbContext maintenance, CancellationToken ct)
    {
        maintenance.Database.SetCommandTimeout(0);
        await maintenance.Database.OpenConnectionAsync(ct);
        await maintenance.Database.ExecuteSqlRawAsync("SET lock_timeout = '3s'", ct);
        await maintenance.Database.MigrateAsync(ct);
        await maintenance.Database.CloseConnectionAsync();
    }

    public async Task GuardAsync(AppDbContext maintenance, CancellationToken ct)
    {
        await Role.EnsureAsync(maintenance, ct);
        await RowSecurity.ApplyAsync(maintenance, Role.Name, ct);
        await PostgresSearchIndex.EnsureAsync(maintenance, Role.Name, ct);
    }

    public Task LockChainAsync(AppDbContext db, Guid chain, CancellationToken ct) =>
        // A lock by number, not by row: the first act of a chain has no row to lock yet. Released by the commit.
        db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock({0})", [BitConverter.ToInt64(chain.ToByteArray(), 8)], ct);

    public Task HoldAsync(AppDbContext db, long thing, bool shared, CancellationToken ct) => db.Database.ExecuteSqlRawAsync(
        shared ? "SELECT pg_advisory_xact_lock_shared({0})" : "SELECT pg_advisory_xact_lock({0})", [thing], ct);

    // Not now(): that stands still while a transaction lasts.
    public async Task<DateTimeOffset?> ReadClockAsync(AppDbContext db, CancellationToken ct) =>
        (await db.Database.SqlQueryRaw<DateTimeOffset>("SELECT clock_timestamp() AS \"Value\"").ToListAsync(ct))[0].ToUniversalTime();

    public async Task<Guid?> ClaimJobAsync(AppDbContext db, DateTimeOffset now, DateTimeOffset until, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var claimed = await db.Database.SqlQueryRaw<Guid>(
            """
            UPDATE job SET state = 'Running', attempts = attempts + 1, leased_until = {1}
            WHERE id = (SELECT id FROM job
              WHERE (state = 'Waiting' AND due_at <= {0}) OR (state = 'Running' AND leased_until < {0})
              ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Value"
            """,
            now,
            until).ToListAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        return claimed.Count == 0 ? null : claimed[0];
    }

    public Task<int> WriteAsync(AppDbContext db, BulkWrite write, CancellationToken ct) => PostgresBulk.WriteAsync(db, write, ct);

    public bool IsUniqueViolation(Exception error) =>
        error.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    // An ERROR is an answer: the transaction is rolled back. FATAL and PANIC end the connection and say nothing about it.
    public bool IsRefusedCommit(Exception error) =>
        error.GetBaseException() is PostgresException { InvariantSeverity: "ERROR" };

    public Task BackupAsync(string file, CancellationToken ct) =>
        // The owner passes row security by a policy of its own; pg_dump wants to hear that this is meant.
        RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--enable-row-security", "--file", file], ct);

    public async Task RestoreAsync(string file, CancellationToken ct)
    {
        await using (var command = _owner.CreateCommand("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        {
            if ((long)(await command.ExecuteScalarAsync(ct))! > 0)
            {
                throw new IOException("The database has tables already; restoring never overwrites. Point CAUSEWAY_DATABASE at an empty one.");
            }
        }

        // The policies name a role of the old place; the guards are put up anew after a restore.
        var contents = await RunAsync("pg_restore", ["--list", file], ct);
        var list = file + ".list";
        await File.WriteAllLinesAsync(list, contents.Split('\n').Where(l => !l.Contains(" POLICY ", StringComparison.Ordinal) && !l.Contains(" ROW SECURITY ", StringComparison.Ordinal)), ct);
        await RunAsync(
            "pg_restore",
            ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", "--use-list", list, "--dbname", new NpgsqlConnectionStringBuilder(_owner.ConnectionString).Database!, file],
            ct);
    }

    public async Task<IReadOnlyList<string>> CheckIntegrityAsync(AppDbContext maintenance, CancellationToken ct)
    {
        var faults = new List<string>(await RowSecurity.FindGapsAsync(maintenance, Role.Name, ct));
        // Reading every row makes the server check every page checksum and every stored value.
        var tables = maintenance.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            try
            {
                await using var command = _owner.CreateCommand($"SELECT count(*), max(length(t::text)) FROM \"{table}\" t");
                command.CommandTimeout = 0;
                await command.ExecuteNonQueryAsync(ct);
            }
            catch (PostgresException error)
            {
                faults.Add($"table {table}: {error.SqlState}");
            }
        }

        return faults;
    }

    public async ValueTask DisposeAsync()
    {
        await _owner.DisposeAsync();
        if (_program.IsValueCreated)
        {
            await _program.Value.DisposeAsync();
        }
    }

    private static void Npgsql(NpgsqlDbContextOptionsBuilder options) =>
        // Queries may take 30 s at most; the connection itself (and so the commit) has no limit.
        options.MigrationsAssembly(typeof(PostgresProvider).Assembly.FullName).CommandTimeout(30);

    private static string Settings(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        CommandTimeout = 0,
        TcpKeepAlive = true,
        IncludeErrorDetail = false,
        PersistSecurityInfo = true,
    }.ToString();

    // Statements that come again are planned once for a connection: with row security, planning is half the work of a small one.
    // Who runs a pooler that cannot do this writes "Max Auto Prepare=0" into the connection string.
    private static string Prepared(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = StatementsKept;
        }

        return settings.ToString();
    }

    private async Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        var access = new NpgsqlConnectionStringBuilder(_owner.ConnectionString);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["PGHOST"] = access.Host;
        start.Environment["PGPORT"] = access.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = access.Username;
        start.Environment["PGDATABASE"] = access.Database;
        start.Environment["PGPASSWORD"] = access.Password;
        using var process = Process.Start(start) ?? throw new IOException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
        {
            throw new IOException($"{program} ended with {process.ExitCode}: {error.Trim()}");
        }

        return await output;
    }
}

/// <summary>Passes notices of class 01 on to the commit that is being watched.</summary>
internal sealed class NoticeInterceptor : Microsoft.EntityFrameworkCore.Diagnostics.DbConnectionInterceptor
{
    public static readonly NoticeInterceptor Instance = new();

    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<DbConnection, object> _heard = [];

    public override Task ConnectionOpenedAsync(
        DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (connection is NpgsqlConnection npgsql && _heard.TryAdd(connection, this))
        {
            npgsql.Notice += (_, e) =>
            {
                if (e.Notice.SqlState.StartsWith("01", StringComparison.Ordinal))
                {
                    CommitDoubt.Report(npgsql, e.Notice.SqlState);
                }
            };
        }

        return Task.CompletedTask;
    }
}
