using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Causeway.Persistence.Postgres;

/// <summary>
/// One statement with one array for each column. Not COPY: PostgreSQL refuses COPY into a table under row-level security,
/// and that security stands above a little speed.
/// </summary>
internal static class PostgresBulk
{
    public static Task<int> WriteAsync(AppDbContext db, BulkWrite write, CancellationToken ct)
    {
        BulkColumn[] columns = [.. write.Columns, .. write.Where];
        var arrays = columns.Select((c, i) => Parameter($"c{i}", c, write.Rows)).ToList();
        // Through the context, so that the database is told first whose rows may be touched.
        return db.Database.ExecuteSqlRawAsync(Statement(write), arrays, ct);
    }

    private static string Statement(BulkWrite write)
    {
        var names = Enumerable.Range(0, write.Columns.Count + write.Where.Count).Select(i => $"c{i}").ToList();
        var rows = $"unnest({string.Join(", ", names.Select(n => "@" + n))}) AS u({string.Join(", ", names)})";
        if (write.Where.Count == 0)
        {
            return $"INSERT INTO \"{write.Table}\" ({string.Join(", ", write.Columns.Select(c => $"\"{c.Name}\""))}) SELECT * FROM {rows}";
        }

        var set = write.Columns.Select((c, i) => $"\"{c.Name}\" = u.c{i}");
        var where = write.Where.Select((c, i) => $"t.\"{c.Name}\" = u.c{write.Columns.Count + i}");
        return $"UPDATE \"{write.Table}\" AS t SET {string.Join(", ", set)} FROM {rows} WHERE {string.Join(" AND ", where)}";
    }

    private static NpgsqlParameter Parameter(string name, BulkColumn column, IReadOnlyCollection<object> rows)
    {
        var (type, values) = column.Type switch
        {
            var t when t == typeof(string) => (NpgsqlDbType.Text, (Array)rows.Select(r => (string?)column.ValueOf(r)).ToArray()),
            var t when t == typeof(Guid) => (NpgsqlDbType.Uuid, Values<Guid>(column, rows)),
            var t when t == typeof(int) => (NpgsqlDbType.Integer, Values<int>(column, rows)),
            var t when t == typeof(long) => (NpgsqlDbType.Bigint, Values<long>(column, rows)),
            var t when t == typeof(bool) => (NpgsqlDbType.Boolean, Values<bool>(column, rows)),
            var t when t == typeof(double) => (NpgsqlDbType.Double, Values<double>(column, rows)),
            var t when t == typeof(decimal) => (NpgsqlDbType.Numeric, Values<decimal>(column, rows)),
            var t when t == typeof(DateOnly) => (NpgsqlDbType.Date, Values<DateOnly>(column, rows)),
            var t when t == typeof(DateTimeOffset) => (NpgsqlDbType.TimestampTz, Values<DateTimeOffset>(column, rows)),
            var t when t == typeof(byte[]) => (NpgsqlDbType.Bytea, rows.Select(r => (byte[]?)column.ValueOf(r)).ToArray()),
            _ => throw new NotSupportedException($"Columns of {column.Type.Name} are not written many at a time."),
        };
        return new NpgsqlParameter(name, NpgsqlDbType.Array | type) { Value = values };
    }

    private static T?[] Values<T>(BulkColumn column, IReadOnlyCollection<object> rows)
        where T : struct => [.. rows.Select(r => (T?)column.ValueOf(r))];
}
