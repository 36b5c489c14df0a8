using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Causeway.ImportLines;

/// <summary>
/// The same rows, as the import left them, into empty tables with the same indexes and the same settings: prepared inserts on
/// SQLite; on PostgreSQL see <see cref="BarePostgres"/>. The rows of the file in one commit, what is made of them a thousand at a time,
/// as the import does.
/// </summary>
internal static class BareInsert
{
    public const int Batch = 1000;

    public static readonly (string Table, bool AtOnce)[] Tables = [("import_row", true), ("listing", false), ("contribution", false), ("entry", false)];

    public static async Task<int> RunAsync(string folder)
    {
        var postgres = Environment.GetEnvironmentVariable("CAUSEWAY_DATABASE");
        return postgres is null ? await SqliteAsync(folder) : await BarePostgres.CopyAsync(postgres);
    }

    private static async Task<int> SqliteAsync(string folder)
    {
        var target = Path.Combine(folder, "bare.db");
        File.Delete(target);
        await using var from = new SqliteConnection($"Data Source={Path.Combine(folder, "causeway.db")}");
        await from.OpenAsync();
        await using var to = new SqliteConnection($"Data Source={target}");
        await to.OpenAsync();
        await RunAsync(to, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;");
        var known = new Dictionary<string, List<object[]>>(StringComparer.Ordinal);
        foreach (var (table, _) in Tables)
        {
            foreach (var sql in await RowsAsync(from, $"SELECT sql FROM sqlite_master WHERE tbl_name = '{table}' AND sql IS NOT NULL AND type <> 'trigger' ORDER BY type DESC"))
            {
                await RunAsync(to, (string)sql[0]);
            }

            known[table] = await RowsAsync(from, $"SELECT * FROM \"{table}\" {FirstImport(table)}");
        }

        var before = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        var watch = Stopwatch.StartNew();
        foreach (var (table, atOnce) in Tables)
        {
            foreach (var batch in known[table].Chunk(atOnce ? int.MaxValue : Batch))
            {
                await using var transaction = (SqliteTransaction)await to.BeginTransactionAsync();
                await using var command = to.CreateCommand();
                command.Transaction = transaction;
                command.CommandText = $"INSERT INTO \"{table}\" VALUES ({string.Join(", ", batch[0].Select((_, i) => $"@p{i}"))})";
                var parameters = batch[0].Select((_, i) => command.Parameters.Add(new SqliteParameter($"@p{i}", null))).ToArray();
                command.Prepare();
                foreach (var row in batch)
                {
                    for (var i = 0; i < row.Length; i++)
                    {
                        parameters[i].Value = row[i];
                    }

                    command.ExecuteNonQuery();
                }

                await transaction.CommitAsync();
            }
        }

        return Tell(watch, before, known.Values.Sum(r => r.Count));
    }

    // The list was imported twice, and a short one before it; the second time left only rows of the file, which the first import left, too.
    public static string FirstImport(string table) =>
        table is "import_row" or "listing" ? "WHERE import_id = (SELECT id FROM list_import WHERE file_name = 'list.csv' ORDER BY created_at LIMIT 1) ORDER BY id" : "ORDER BY id";

    public static int Tell(Stopwatch watch, double before, int rows)
    {
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"{watch.Elapsed.TotalSeconds:0.00} {self.PeakWorkingSet64 >> 20} processor {self.TotalProcessorTime.TotalSeconds - before:0.0} s, {rows} rows"));
        return 0;
    }

    public static async Task<List<object[]>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    public static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
