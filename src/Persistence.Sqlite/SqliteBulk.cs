using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Causeway.Persistence.Sqlite;

/// <summary>One prepared statement, run once for each row.</summary>
internal static class SqliteBulk
{
    public static async Task<int> WriteAsync(AppDbContext db, BulkWrite write, CancellationToken ct)
    {
        await using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = Statement(write);
        BulkColumn[] columns = [.. write.Columns, .. write.Where];
        var first = write.Rows.First();
        var parameters = columns.Select((c, i) => c.Mapping.CreateParameter(command, $"@p{i}", Raw(c, first), nullable: true)).ToArray();
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        // SQLite works in this very thread whatever the method is called; a task for each row would only cost time.
#pragma warning disable VSTHRD103
        command.Prepare();
        var written = 0;
        foreach (var row in write.Rows)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                parameters[i].Value = columns[i].ValueOf(row) ?? DBNull.Value;
            }

            written += command.ExecuteNonQuery();
        }

#pragma warning restore VSTHRD103
        return written;
    }

    // Only the kind of the parameter is wanted here; every value, also the first, is set row by row.
    private static object? Raw(BulkColumn column, object row) => column.Mapping.Converter is null ? column.ValueOf(row) : null;

    private static string Statement(BulkWrite write)
    {
        if (write.Where.Count == 0)
        {
            return $"INSERT INTO \"{write.Table}\" ({string.Join(", ", write.Columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", write.Columns.Select((_, i) => $"@p{i}"))})";
        }

        var set = write.Columns.Select((c, i) => $"\"{c.Name}\" = @p{i}");
        var where = write.Where.Select((c, i) => $"\"{c.Name}\" = @p{write.Columns.Count + i}");
        return $"UPDATE \"{write.Table}\" SET {string.Join(", ", set)} WHERE {string.Join(" AND ", where)}";
    }
}
