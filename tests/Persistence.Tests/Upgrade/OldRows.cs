using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Causeway.Persistence.Tests;

/// <summary>
/// Rows as an earlier version of the program could have left them: one in each table, every column filled, every reference to
/// another table leading to the row that stands there. Made from the model that the migration carries.
/// </summary>
internal sealed class OldRows(DbConnection connection)
{
    private readonly Dictionary<string, Dictionary<string, string>> _literals = new(StringComparer.Ordinal);
    private int _number = 1;

    public async Task FillAsync(IRelationalModel model)
    {
        var left = model.Tables.Where(t => !_literals.ContainsKey(t.Name)).ToList();
        while (left.Count > 0)
        {
            // A table comes after those it refers to; a circle is opened where a reference may be empty.
            var next = left.FirstOrDefault(t => Waits(t, left, t => true).Count == 0)
                ?? left.First(t => Waits(t, left, k => k.Columns.All(c => !c.IsNullable)).Count == 0);
            left.Remove(next);
            await InsertAsync(next);
        }
    }

    /// <summary>What stands in the columns that both versions have: of each table, its rows as text.</summary>
    public async Task<SortedDictionary<string, List<string>>> ReadAsync(IRelationalModel before, IRelationalModel after)
    {
        var found = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in before.Tables)
        {
            if (after.FindTable(table.Name, table.Schema) is not { } later)
            {
                continue;
            }

            var names = table.Columns.Select(c => c.Name).Where(n => later.FindColumn(n) is not null).Order(StringComparer.Ordinal).ToList();
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", names.Select(n => $"\"{n}\""))} FROM \"{table.Name}\"";
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
            {
                rows.Add(string.Join(" | ", names.Select((n, i) => $"{n}={Text(reader.GetValue(i))}")));
            }

            found[table.Name] = rows;
        }

        return found;
    }

    private static List<IForeignKeyConstraint> Waits(ITable table, List<ITable> left, Func<IForeignKeyConstraint, bool> counts) =>
        [.. table.ForeignKeyConstraints.Where(k => k.PrincipalTable != table && left.Contains(k.PrincipalTable) && counts(k))];

    private async Task InsertAsync(ITable table)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in table.Columns)
        {
            row[column.Name] = Literal(column);
        }

        foreach (var key in table.ForeignKeyConstraints)
        {
            var there = _literals.GetValueOrDefault(key.PrincipalTable.Name);
            foreach (var (mine, theirs) in key.Columns.Zip(key.PrincipalColumns))
            {
                // A row may refer to itself, and where the circle was opened the reference stays empty.
                row[mine.Name] = there?[theirs.Name] ?? (mine.IsNullable ? "NULL" : row[theirs.Name]);
            }
        }

        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", row.Keys.Select(n => $"\"{n}\""))}) VALUES ({string.Join(", ", row.Values)})";
        await command.ExecuteNonQueryAsync();
        _literals[table.Name] = row;
    }

    private string Literal(IColumn column)
    {
        var mapping = column.PropertyMappings[0].TypeMapping;
        var number = _number++;
        object value = mapping.ClrType switch
        {
            var t when t == typeof(string) && column.StoreType.StartsWith("json", StringComparison.Ordinal) => "[]",
            var t when t == typeof(string) => Short(column, number),
            var t when t == typeof(Guid) => Guid.CreateVersion7(),
            var t when t == typeof(bool) => true,
            var t when t == typeof(int) => number,
            var t when t == typeof(long) => (long)number,
            var t when t == typeof(short) => (short)number,
            var t when t == typeof(byte) => (byte)(number % 200),
            var t when t == typeof(double) => number + 0.5,
            var t when t == typeof(decimal) => number + 0.5m,
            var t when t == typeof(byte[]) => BitConverter.GetBytes(number),
            var t when t == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddDays(number),
            var t when t == typeof(DateTime) => DateTime.UnixEpoch.AddDays(number),
            var t when t == typeof(DateOnly) => new DateOnly(2026, 1, 1).AddDays(number),
            var t when t == typeof(TimeOnly) => new TimeOnly(8, number % 60),
            var t when t == typeof(TimeSpan) => TimeSpan.FromMinutes(number),
            var t => throw new NotSupportedException($"{column.Table.Name}.{column.Name} is a {t}: say here what an old row holds."),
        };
        return mapping.GenerateSqlLiteral(value);
    }

    private static string Short(IColumn column, int number)
    {
        var text = $"o{number.ToString(CultureInfo.InvariantCulture)}";
        var most = column.PropertyMappings[0].Property.GetMaxLength() ?? int.MaxValue;
        return text.Length <= most ? text : text[^most..];
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DBNull => "nothing",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
