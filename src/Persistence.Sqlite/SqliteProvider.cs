using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Causeway.Persistence.Sqlite;

/// <summary>One file, one process, local disk. WAL with FULL sync: an answered write survives the power going off.</summary>
public sealed class SqliteProvider(string file) : IDatabaseProvider
{
    private static readonly string[] Guards = ["audit_row_no_update", "audit_row_no_delete", .. SqliteSearchIndex.Triggers];

    private readonly SqliteSettings _settings = new();

    public string Name => "SQLite";

    public ISearchIndex Search { get; } = new SqliteSearchIndex();

    public void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(ConnectionString(SqliteOpenMode.ReadWriteCreate), o => o.MigrationsAssembly(typeof(SqliteProvider).Assembly.FullName))
        .AddInterceptors(_settings);

    public void ConfigureMaintenance(DbContextOptionsBuilder options) => Configure(options);

    public async Task<string?> ReadRootCheckAsync(CancellationToken ct)
    {
        if (!File.Exists(Target))
        {
            return null;
        }

        await using var connection = await OpenAsync(SqliteOpenMode.ReadOnly, ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'installation'";
        if ((long)(await command.ExecuteScalarAsync(ct))! == 0)
        {
            return null;
        }

        command.CommandText = "SELECT root_check FROM installation";
        return (string?)await command.ExecuteScalarAsync(ct);
    }

    public async Task<bool> IsPreparedAsync(CancellationToken ct)
    {
        if (!File.Exists(Target) || (await ReadColumnAsync("sqlite_master", "name", ct)).Intersect([.. Guards, "__EFMigrationsHistory"], StringComparer.Ordinal).Count() <= Guards.Length)
        {
            return false;
        }

        var applied = await ReadColumnAsync("__EFMigrationsHistory", "MigrationId", ct);
        var known = typeof(SqliteProvider).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();
        return known.Order(StringComparer.Ordinal).SequenceEqual(applied, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<string>> ReadColumnAsync(string table, string column, CancellationToken ct)
    {
        await using var connection = await OpenAsync(SqliteOpenMode.ReadOnly, ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT \"{column}\" FROM \"{table}\" ORDER BY 1";
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
        await CopyBeforeMigratingAsync(maintenance, ct);
        await maintenance.Database.MigrateAsync(ct);
    }

    public async Task GuardAsync(AppDbContext maintenance, CancellationToken ct)
    {
        await maintenance.Database.ExecuteSqlRawAsync(
            """
            CREATE TRIGGER IF NOT EXISTS audit_row_no_update BEFORE UPDATE ON audit_row
              BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
            CREATE TRIGGER IF NOT EXISTS audit_row_no_delete BEFORE DELETE ON audit_row
              BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
            """,
            ct);
        await SqliteSearchIndex.EnsureAsync(maintenance, ct);
    }

    /// <summary>SQLite lets one writer in at a time (BEGIN IMMEDIATE), so the chain is already ours.</summary>
    public Task LockChainAsync(AppDbContext db, Guid chain, CancellationToken ct) => Task.CompletedTask;

    /// <summary>As above: whoever writes is alone.</summary>
    public Task HoldAsync(AppDbContext db, long thing, bool shared, CancellationToken ct) => Task.CompletedTask;

    public Task<DateTimeOffset?> ReadClockAsync(AppDbContext db, CancellationToken ct) => Task.FromResult<DateTimeOffset?>(null);

    public async Task<Guid?> ClaimJobAsync(AppDbContext db, DateTimeOffset now, DateTimeOffset until, CancellationToken ct)
    {
        // One statement: either this process has the row or another statement came first.
        var claimed = await db.Database.SqlQueryRaw<string>(
            """
            UPDATE job SET state = 'Running', attempts = attempts + 1, leased_until = {1}
            WHERE id = (SELECT id FROM job
              WHERE (state = 'Waiting' AND due_at <= {0}) OR (state = 'Running' AND leased_until < {0})
              ORDER BY due_at, id LIMIT 1)
            RETURNING id AS "Value"
            """,
            now.UtcTicks,
            until.UtcTicks).ToListAsync(ct);
        return claimed.Count == 0 ? null : Guid.Parse(claimed[0], CultureInfo.InvariantCulture);
    }

    public Task<int> WriteAsync(AppDbContext db, BulkWrite write, CancellationToken ct) => Task.FromResult(SqliteBulk.Write(db, write));

    // 19 with extended code 1555 (primary key) or 2067 (unique).
    public bool IsUniqueViolation(Exception error) =>
        error.GetBaseException() is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    // Busy, full, constraint: nothing was written. An input/output error may have come after the sync.
    public bool IsRefusedCommit(Exception error) =>
        error.GetBaseException() is SqliteException { SqliteErrorCode: 5 or 13 or 19 };

    public async Task BackupAsync(string file, CancellationToken ct)
    {
        await using var source = await OpenAsync(SqliteOpenMode.ReadOnly, ct);
        await using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await target.OpenAsync(ct);
        source.BackupDatabase(target);
        await using var close = target.CreateCommand();
        // A copy that needs no second file beside it.
        close.CommandText = "PRAGMA journal_mode = DELETE;";
        await close.ExecuteNonQueryAsync(ct);
    }

    public async Task RestoreAsync(string file, CancellationToken ct)
    {
        // A log left behind would be played into the restored database.
        foreach (var there in (string[])[Target, Target + "-wal", Target + "-shm"])
        {
            if (File.Exists(there))
            {
                throw new IOException($"{there} exists; restoring never overwrites a database. Point CAUSEWAY_DATA at an empty folder.");
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        // Whole or not there: an interrupted copy must not be taken for a database.
        var part = Target + ".restoring";
        File.Copy(file, part, overwrite: true);
        await using (var copied = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
        {
            copied.Flush(flushToDisk: true);
        }

        File.Move(part, Target);
    }

    public async Task<IReadOnlyList<string>> CheckIntegrityAsync(AppDbContext maintenance, CancellationToken ct)
    {
        await using var connection = await OpenAsync(SqliteOpenMode.ReadOnly, ct);
        var faults = new List<string>();
        foreach (var guard in Guards)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name = '{guard}'";
            if ((long)(await command.ExecuteScalarAsync(ct))! == 0)
            {
                faults.Add($"the guard {guard} is missing");
            }
        }

        foreach (var check in (string[])["PRAGMA integrity_check;", "PRAGMA foreign_key_check;"])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = check;
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var line = Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture);
                if (line != "ok")
                {
                    faults.Add($"{check} {line}");
                }
            }
        }

        return faults;
    }

    private string Target { get; } = Path.GetFullPath(file);

    private string ConnectionString(SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = Target,
        Mode = mode,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    private async Task<SqliteConnection> OpenAsync(SqliteOpenMode mode, CancellationToken ct)
    {
        var connection = new SqliteConnection(ConnectionString(mode));
        await connection.OpenAsync(ct);
        return connection;
    }

    private async Task CopyBeforeMigratingAsync(AppDbContext maintenance, CancellationToken ct)
    {
        if (File.Exists(Target) && (await maintenance.Database.GetAppliedMigrationsAsync(ct)).Any()
            && (await maintenance.Database.GetPendingMigrationsAsync(ct)).LastOrDefault() is { } next)
        {
            var copy = $"{Target}.before-{next}";
            if (!File.Exists(copy))
            {
                await BackupAsync(copy, ct);
            }
        }
    }
}
