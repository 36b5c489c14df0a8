using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Causeway.Persistence.Sqlite;

/// <summary>
/// One prepared statement, run once for each row, its values bound by their place: looking each of them up by name and making
/// a reader for each row takes longer than the writing itself. Values stand in the file as the provider writes them.
/// </summary>
internal static class SqliteBulk
{
    public static int Write(AppDbContext db, BulkWrite write)
    {
        // The transaction has begun, so the database is ours to write and never busy.
        var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        BulkColumn[] columns = [.. write.Columns, .. write.Where];
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(handle, Statement(write), out var statement), handle);
        using (statement)
        {
            var written = 0;
            foreach (var row in write.Rows)
            {
                for (var i = 0; i < columns.Length; i++)
                {
                    SqliteException.ThrowExceptionForRC(Bind(statement, i + 1, columns[i].ValueOf(row)), handle);
                }

                var done = raw.sqlite3_step(statement);
                SqliteException.ThrowExceptionForRC(done == raw.SQLITE_DONE ? raw.SQLITE_OK : done, handle);
                written += raw.sqlite3_changes(handle);
                raw.sqlite3_reset(statement);
            }

            return written;
        }
    }

    private static int Bind(sqlite3_stmt statement, int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        string text => BindText(statement, at, text),
        Guid id => BindId(statement, at, id),
        int number => raw.sqlite3_bind_int64(statement, at, number),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        bool yes => raw.sqlite3_bind_int64(statement, at, yes ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, at, number),
        decimal number => raw.sqlite3_bind_text(statement, at, number.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        DateOnly day => raw.sqlite3_bind_text(statement, at, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        byte[] bytes => raw.sqlite3_bind_blob(statement, at, bytes),
        _ => throw new NotSupportedException($"Values of {value.GetType().Name} are not written many at a time."),
    };

    private static int BindText(sqlite3_stmt statement, int at, string text)
    {
        // SQLite takes a copy.
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var result = raw.sqlite3_bind_text(statement, at, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
        return result;
    }

    private static int BindId(sqlite3_stmt statement, int at, Guid id)
    {
        Span<byte> text = stackalloc byte[36];
        id.TryFormat(text, out _, "D");
        Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(statement, at, text);
    }

    private static string Statement(BulkWrite write)
    {
        if (write.Where.Count == 0)
        {
            return $"INSERT INTO \"{write.Table}\" ({string.Join(", ", write.Columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", write.Columns.Select(_ => "?"))})";
        }

        var set = write.Columns.Select(c => $"\"{c.Name}\" = ?");
        var where = write.Where.Select(c => $"\"{c.Name}\" = ?");
        return $"UPDATE \"{write.Table}\" SET {string.Join(", ", set)} WHERE {string.Join(" AND ", where)}";
    }
}
