using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>What SQLite and PostgreSQL do differently. One implementation each, chosen by configuration alone.</summary>
public interface IDatabaseProvider
{
    string Name { get; }

    /// <summary>The index of words over the joint directory.</summary>
    ISearchIndex Search { get; }

    /// <summary>Sets provider, connection and interceptors for the program's own (restricted) access.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>The same with the owner's access: for migrations, verify and backup.</summary>
    void ConfigureMaintenance(DbContextOptionsBuilder options);

    /// <summary>The check value of the root key this database was written with; null: a new database. Writes nothing.</summary>
    Task<string?> ReadRootCheckAsync(CancellationToken ct);

    /// <summary>Are all migrations applied and the guards in place? Asked without the model, so that a start that has nothing to do is quick. False: not known.</summary>
    Task<bool> IsPreparedAsync(CancellationToken ct);

    /// <summary>One column of a table that belongs to nobody, ordered by itself; asked without the model. For what the first answer needs.</summary>
    Task<IReadOnlyList<string>> ReadColumnAsync(string table, string column, CancellationToken ct);

    /// <summary>Brings the tables to this version; on SQLite a copy is made first.</summary>
    Task MigrateAsync(AppDbContext maintenance, CancellationToken ct);

    /// <summary>Puts the guards in place (audit triggers; role and row-level security). Safe to repeat.</summary>
    Task GuardAsync(AppDbContext maintenance, CancellationToken ct);

    /// <summary>Takes the row lock that orders writers of one audit chain. No-op where one writer at a time is the rule.</summary>
    Task LockChainAsync(AppDbContext db, Guid chain, CancellationToken ct);

    /// <summary>
    /// Holds a thing, known by its number only, until the transaction ends: many may hold it shared, one alone otherwise.
    /// No-op where one writer at a time is the rule. Needs an open transaction.
    /// </summary>
    Task HoldAsync(AppDbContext db, long thing, bool shared, CancellationToken ct);

    /// <summary>The database's own time; null where it has none but the host's.</summary>
    Task<DateTimeOffset?> ReadClockAsync(AppDbContext db, CancellationToken ct);

    /// <summary>Claims the next due job so that no other copy runs it. Null: nothing to do.</summary>
    Task<Guid?> ClaimJobAsync(AppDbContext db, DateTimeOffset now, DateTimeOffset until, CancellationToken ct);

    /// <summary>Writes many rows in the context's open transaction. Answers how many rows were written.</summary>
    Task<int> WriteAsync(AppDbContext db, BulkWrite write, CancellationToken ct);

    bool IsUniqueViolation(Exception error);

    /// <summary>Did the database say clearly that a commit was refused? Everything else leaves it unknown.</summary>
    bool IsRefusedCommit(Exception error);

    /// <summary>Writes one self-contained copy of the database while it is in use.</summary>
    Task BackupAsync(string file, CancellationToken ct);

    /// <summary>Puts a copy in place. The target must be empty; nothing is overwritten.</summary>
    Task RestoreAsync(string file, CancellationToken ct);

    /// <summary>The engine's own integrity check. Empty: sound.</summary>
    Task<IReadOnlyList<string>> CheckIntegrityAsync(AppDbContext maintenance, CancellationToken ct);
}
