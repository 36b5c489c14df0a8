using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Causeway.Persistence.Sqlite;

/// <summary>Sets what durability and safety need on each new connection, and reads it back: a setting that did not take stops the act.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private static readonly (string Name, string Value, string Expected)[] Settings =
    [
        ("busy_timeout", "15000", "15000"),
        ("journal_mode", "WAL", "wal"),
        ("synchronous", "FULL", "2"),
        ("foreign_keys", "ON", "1"),
        ("secure_delete", "ON", "1"),
        ("trusted_schema", "OFF", "0"),
        ("temp_store", "MEMORY", "2"),
    ];

    // Pooled connections keep their settings; the handle tells a new one from a reused one.
    private readonly ConditionalWeakTable<sqlite3, object> _done = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void Apply(SqliteConnection connection)
    {
        if (_done.TryGetValue(connection.Handle!, out _))
        {
            return;
        }

        // EF looks whether a database exists through a connection that can only read; one just restored is not in WAL mode yet.
        if (new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly)
        {
            return;
        }

        foreach (var (name, value, expected) in Settings)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA {name} = {value};";
            command.ExecuteNonQuery();
            command.CommandText = $"PRAGMA {name};";
            var actual = Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
            if (!string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException($"SQLite refused {name} = {value} (it is {actual}).");
            }
        }

        _done.AddOrUpdate(connection.Handle!, this);
    }
}
