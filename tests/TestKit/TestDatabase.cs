using System.Security.Cryptography;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Persistence.Postgres;
using Causeway.Persistence.Sqlite;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Causeway.TestKit;

/// <summary>
/// One fresh database for one test. SQLite unless CAUSEWAY_TEST_POSTGRES holds the connection string of a PostgreSQL where
/// databases may be made; <c>./test</c> runs every suite once for each.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Turn = new(1);
    private static string? _template;
    private readonly string? _name;

    private TestDatabase(IDatabaseProvider provider, RootKeys roots, string folder, string? name) =>
        (Provider, Roots, Folder, _name) = (provider, roots, folder, name);

    public static string? Postgres { get; } =
        Environment.GetEnvironmentVariable("CAUSEWAY_TEST_POSTGRES") is { Length: > 0 } set ? set : null;

    public IDatabaseProvider Provider { get; }

    public RootKeys Roots { get; }

    /// <summary>A folder of the test's own; gone afterwards.</summary>
    public string Folder { get; }

    /// <summary>The owner's connection string (PostgreSQL) or the file (SQLite).</summary>
    public string Place => _name is null ? Path.Combine(Folder, "causeway.db") : On(_name);

    public static async Task<TestDatabase> CreateAsync(IReadOnlyList<IModule> modules, TimeProvider clock)
    {
        var database = await PlaceAsync(await TemplateAsync(modules, clock), null, clock);
        await using var db = database.Maintenance(modules, clock);
        await database.Provider.GuardAsync(db, CancellationToken.None);
        db.Add(Installation.Found(database.Roots, clock));
        await db.SaveChangesAsync();
        return database;
    }

    /// <summary>Without a table: for what happens before there are any.</summary>
    public static Task<TestDatabase> CreateEmptyAsync(TimeProvider clock) => PlaceAsync(null, null, clock);

    /// <summary>A copy of a database that was filled and then kept, with its keys.</summary>
    public static async Task<TestDatabase> CreateFromAsync(KeptDatabase kept, IReadOnlyList<IModule> modules, TimeProvider clock)
    {
        var database = await PlaceAsync(kept.Place, kept.Keys, clock);
        if (Postgres is not null)
        {
            // The program's role is one per database.
            await using var db = database.Maintenance(modules, clock);
            await database.Provider.GuardAsync(db, CancellationToken.None);
        }

        return database;
    }

    /// <summary>Ends this database as it stands, so that others begin from it. Nothing may use it any more.</summary>
    public async Task<KeptDatabase> KeepAsync()
    {
        if (_name is not null)
        {
            await ((IAsyncDisposable)Provider).DisposeAsync();
            NpgsqlConnection.ClearAllPools();
            return new(_name, Path.Combine(Folder, "keys"));
        }

        var copy = Path.Combine(Folder, "kept.template");
        await Provider.BackupAsync(copy, CancellationToken.None);
        return new(copy, Path.Combine(Folder, "keys"));
    }

    public AppDbContext Maintenance(IReadOnlyList<IModule> modules, TimeProvider clock) =>
        new MaintenanceContexts(Provider, new ModelParts(modules), clock).Open();

    private static async Task<TestDatabase> PlaceAsync(string? template, string? keys, TimeProvider clock)
    {
        var folder = Directory.CreateTempSubdirectory("causeway-test-").FullName;
        var roots = Keys(Path.Combine(folder, "keys"), keys, clock);
        if (Postgres is null)
        {
            var file = Path.Combine(folder, "causeway.db");
            if (template is not null)
            {
                File.Copy(template, file);
            }

            return new(new SqliteProvider(file), roots, folder, null);
        }

        var name = NewName();
        await AdminAsync($"CREATE DATABASE \"{name}\"{(template is null ? "" : $" TEMPLATE \"{template}\"")}");
        return new(new PostgresProvider(On(name), () => roots.Current.Derive("postgres-program-role")), roots, folder, name);
    }

    private static RootKeys Keys(string folder, string? kept, TimeProvider clock)
    {
        var root = Path.Combine(folder, "root.key");
        if (kept is null)
        {
            return RootKeyFile.Create(root, clock);
        }

        // A folder or a key that others may read is refused.
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (var file in Directory.GetFiles(kept))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return RootKeyFile.Open(root);
    }

    // Migrating once per test run and copying afterwards keeps a test under a tenth of a second.
    private static async Task<string> TemplateAsync(IReadOnlyList<IModule> modules, TimeProvider clock)
    {
        await Turn.WaitAsync();
        try
        {
            return _template ??= await MakeTemplateAsync(modules, clock);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<string> MakeTemplateAsync(IReadOnlyList<IModule> modules, TimeProvider clock)
    {
        var place = Postgres is null ? Path.Combine(Directory.CreateTempSubdirectory("causeway-template-").FullName, "causeway.db") : NewName();
        IDatabaseProvider provider;
        if (Postgres is null)
        {
            provider = new SqliteProvider(place);
        }
        else
        {
            await AdminAsync($"CREATE DATABASE \"{place}\"");
            provider = new PostgresProvider(On(place), () => "unused");
        }

        await using (var db = new MaintenanceContexts(provider, new ModelParts(modules), clock).Open())
        {
            if (db.Database.HasPendingModelChanges())
            {
                // Work under way: the tables come straight from the model, and the test of the migrations says so.
                await db.Database.EnsureCreatedAsync();
            }
            else
            {
                await provider.MigrateAsync(db, CancellationToken.None);
            }
        }

        if (provider is IAsyncDisposable open)
        {
            await open.DisposeAsync();
            NpgsqlConnection.ClearAllPools();
            return place;
        }

        var copy = place + ".template";
        await provider.BackupAsync(copy, CancellationToken.None);
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider is IAsyncDisposable open)
        {
            await open.DisposeAsync();
        }

        Roots.Dispose();
        if (_name is not null)
        {
            await AdminAsync($"DROP DATABASE \"{_name}\" WITH (FORCE)");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static string NewName() => "t_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    private static string On(string database) => new NpgsqlConnectionStringBuilder(Postgres) { Database = database, MaxPoolSize = 20 }.ToString();

    private static async Task AdminAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Postgres!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

/// <param name="Place">The file (SQLite), or the name of the database (PostgreSQL).</param>
/// <param name="Keys">The folder of its keys.</param>
public sealed record KeptDatabase(string Place, string Keys);
