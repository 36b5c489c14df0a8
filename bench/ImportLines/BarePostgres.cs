using System.Diagnostics;
using Npgsql;

namespace Causeway.ImportLines;

/// <summary>
/// Two ways to write the same rows bare. <see cref="CopyAsync"/>: binary COPY into tables without row security, the fastest
/// there is. <see cref="GuardedAsync"/>: into tables under the same row security, by the role the program works as; PostgreSQL
/// refuses COPY there, so one INSERT with an array for each column, a thousand rows at a time.
/// </summary>
internal static class BarePostgres
{
    public static async Task<string> NewDatabaseAsync(string postgres)
    {
        var name = "bench_" + Guid.NewGuid().ToString("N");
        await using var source = NpgsqlDataSource.Create(postgres);
        await using var command = source.CreateCommand($"CREATE DATABASE \"{name}\"");
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(postgres) { Database = name }.ToString();
    }

    public static async Task<int> CopyAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        var known = await KnownAsync(connection);
        var before = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        var watch = Stopwatch.StartNew();
        foreach (var (table, columns, rows, atOnce) in known)
        {
            foreach (var batch in rows.Chunk(atOnce ? int.MaxValue : BareInsert.Batch))
            {
                await using var writer = await connection.BeginBinaryImportAsync($"COPY bare_{table} FROM STDIN (FORMAT binary)");
                foreach (var row in batch)
                {
                    await writer.StartRowAsync();
                    for (var i = 0; i < row.Length; i++)
                    {
                        await (row[i] is DBNull ? writer.WriteNullAsync() : writer.WriteAsync(row[i], columns[i].Type));
                    }
                }

                await writer.CompleteAsync();
            }
        }

        return BareInsert.Tell(watch, before, known.Sum(k => k.Rows.Count));
    }

    public static async Task<int> GuardedAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        var known = await KnownAsync(connection);
        var school = await GuardAsync(connection);
        var before = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        var watch = Stopwatch.StartNew();
        foreach (var (table, columns, rows, atOnce) in known)
        {
            NpgsqlTransaction? transaction = null;
            foreach (var batch in rows.Chunk(BareInsert.Batch))
            {
                if (transaction is null)
                {
                    transaction = await connection.BeginTransactionAsync();
                    await BareInsert.RunAsync(connection, $"SELECT set_config('app.org', '{school:D}', true)");
                }

                await InsertAsync(connection, table, columns, batch);
                if (!atOnce)
                {
                    await transaction.CommitAsync();
                    transaction = null;
                }
            }

            await (transaction?.CommitAsync() ?? Task.CompletedTask);
        }

        return BareInsert.Tell(watch, before, known.Sum(k => k.Rows.Count));
    }

    private static async Task InsertAsync(NpgsqlConnection connection, string table, (string Name, string Type)[] columns, object[][] rows)
    {
        await using var command = new NpgsqlCommand(
            $"INSERT INTO bare_{table} SELECT * FROM unnest({string.Join(", ", columns.Select((c, i) => $"@c{i}::{c.Type}[]"))})", connection);
        for (var i = 0; i < columns.Length; i++)
        {
            var at = i;
            command.Parameters.Add(new NpgsqlParameter($"c{i}", rows.Select(r => r[at] is DBNull ? null : r[at]).ToArray()) { DataTypeName = columns[i].Type + "[]" });
        }

        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The policies of the tables, word for word, on the bare ones; from here on in the program's role.</summary>
    private static async Task<Guid> GuardAsync(NpgsqlConnection connection)
    {
        var policies = await BareInsert.RowsAsync(connection, "SELECT tablename::text, policyname::text, roles[1]::text, qual, with_check FROM pg_policies WHERE cmd = 'ALL' AND qual <> 'true'");
        var role = (string)policies[0][2];
        await BareInsert.RunAsync(connection, $"GRANT \"{role}\" TO CURRENT_USER");
        foreach (var policy in policies.Where(p => Array.Exists(BareInsert.Tables, t => t.Table == (string)p[0])))
        {
            await BareInsert.RunAsync(
                connection,
                $"""
                ALTER TABLE bare_{policy[0]} ENABLE ROW LEVEL SECURITY; ALTER TABLE bare_{policy[0]} FORCE ROW LEVEL SECURITY;
                CREATE POLICY {policy[1]} ON bare_{policy[0]} TO "{role}" USING ({policy[3]}) WITH CHECK ({policy[4]});
                GRANT SELECT, INSERT, UPDATE, DELETE ON bare_{policy[0]} TO "{role}";
                """);
        }

        var school = (Guid)(await BareInsert.RowsAsync(connection, "SELECT organisation_id FROM listing LIMIT 1"))[0][0];
        await BareInsert.RunAsync(connection, $"SET ROLE \"{role}\"");
        return school;
    }

    private static async Task<List<(string Table, (string Name, string Type)[] Columns, List<object[]> Rows, bool AtOnce)>> KnownAsync(NpgsqlConnection connection)
    {
        var known = new List<(string Table, (string Name, string Type)[] Columns, List<object[]> Rows, bool AtOnce)>();
        foreach (var (table, atOnce) in BareInsert.Tables)
        {
            await BareInsert.RunAsync(connection, $"DROP TABLE IF EXISTS bare_{table}; CREATE TABLE bare_{table} (LIKE \"{table}\" INCLUDING ALL)");
            await using var command = new NpgsqlCommand($"SELECT * FROM \"{table}\" LIMIT 0", connection);
            await using var reader = await command.ExecuteReaderAsync();
            var columns = Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), TypeOf(reader.GetDataTypeName(i)))).ToArray();
            await reader.CloseAsync();
            known.Add((table, columns, await BareInsert.RowsAsync(connection, $"SELECT * FROM \"{table}\" {BareInsert.FirstImport(table)}"), atOnce));
        }

        return known;
    }

    private static string TypeOf(string name) => name.StartsWith("character", StringComparison.Ordinal) ? "text" : name;
}
