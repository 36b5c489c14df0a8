using System.Globalization;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence.Tests;

/// <summary>Section 5 and 7: migrations that match the model, and settings that took.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task The_migrations_say_what_the_model_says()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = app.Maintenance();
        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public async Task Each_new_connection_has_the_settings_that_durability_and_safety_need()
    {
        await using var app = await TestApp.StartAsync();
        await using var scope = app.Enter(Acts.SchoolA, out var db);
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (string Sql, string Expected)[] settings = TestDatabase.Postgres is null
            ? [("PRAGMA journal_mode", "wal"), ("PRAGMA synchronous", "2"), ("PRAGMA foreign_keys", "1"), ("PRAGMA secure_delete", "1"),
                ("PRAGMA trusted_schema", "0"), ("PRAGMA temp_store", "2"), ("PRAGMA busy_timeout", "15000")]
            : [("SELECT current_setting('row_security')", "on"), ("SELECT current_setting('statement_timeout')", "0"), ("SELECT current_user <> session_user", "False")];
        foreach (var (sql, expected) in settings)
        {
            command.CommandText = sql;
            Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture).ShouldBe(expected, sql);
        }

        if (TestDatabase.Postgres is not null)
        {
            // The commit takes its limit from the connection: none.
            new Npgsql.NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()).CommandTimeout.ShouldBe(0);
        }
    }

    [Fact]
    public async Task Saving_or_asking_synchronously_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        await using var scope = app.Enter(Acts.SchoolA, out var db);
        Should.Throw<NotSupportedException>(() => db.SaveChanges());
        if (TestDatabase.Postgres is not null)
        {
            Should.Throw<NotSupportedException>(() => db.Set<StoredFile>().ToList());
        }
    }
}
