using Causeway.Persistence;
using Causeway.Persistence.Postgres;
using Causeway.Persistence.Sqlite;
using Causeway.Vault;

namespace Causeway.Host;

/// <summary>The database and the root key that belongs to it. Opened before anything else; a wrong key stops here, with nothing written (K1).</summary>
public sealed record OpenedSite(IDatabaseProvider Provider, RootKeys Roots)
{
    /// <param name="mayFound">False: a place without a database is an error, and nothing is made there.</param>
    /// <exception cref="RootKeyRefusedException">The key file is missing, wrong, damaged or readable by others.</exception>
    public static async Task<OpenedSite> OpenAsync(HostSettings settings, TimeProvider clock, CancellationToken ct, bool mayFound = true)
    {
        RootKeys? roots = null;
        var provider = ProviderFor(settings, () => roots!.Current.Derive("postgres-program-role"));
        var check = await provider.ReadRootCheckAsync(ct);
        if (check is null && !mayFound)
        {
            throw new IOException("There is no Causeway database here yet (CAUSEWAY_DATA, CAUSEWAY_DATABASE).");
        }

        roots = check is null && !File.Exists(settings.RootKeyFile)
            ? RootKeyFile.Create(settings.RootKeyFile, clock)
            : RootKeyFile.Open(settings.RootKeyFile, Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY"));
        if (check is not null)
        {
            roots.Demand(RootKeyCheck.Parse(check));
        }

        return new OpenedSite(provider, roots);
    }

    internal static IDatabaseProvider ProviderFor(HostSettings settings, Func<string> rolePassword)
    {
        if (settings.Database is { } postgres)
        {
            return new PostgresProvider(postgres, rolePassword, settings.ProgramDatabase);
        }

        Directory.CreateDirectory(settings.DataFolder);
        return new SqliteProvider(settings.DatabaseFile);
    }

    /// <summary>Is there nothing for <see cref="PrepareAsync"/> to do? Only reads, so it may be asked before the program is put together.</summary>
    public async Task<bool> IsPreparedAsync(CancellationToken ct) =>
        await Provider.IsPreparedAsync(ct) && await Provider.ReadRootCheckAsync(ct) is not null;

    /// <summary>Migrates, guards, and notes the root key's check in a new database.</summary>
    public async Task PrepareAsync(MaintenanceContexts contexts, TimeProvider clock, CancellationToken ct)
    {
        if (await IsPreparedAsync(ct))
        {
            return;
        }

        await using var db = contexts.Open();
        await Provider.MigrateAsync(db, ct);
        await Provider.GuardAsync(db, ct);
        if (await db.FindAsync<Installation>([Installation.OnlyId], ct) is null)
        {
            db.Add(Installation.Found(Roots, clock));
            await db.SaveChangesAsync(ct);
        }
    }
}
