using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Causeway.Search.Bench;

/// <summary>The same predicate, the same order, the same fifteen rows and the same count, without a program around it.</summary>
internal sealed class BareSql(string folder, string? postgres, NetworkId network)
{
    private string Mark => network.Value.ToString("N")[20..];

    public async Task<double> RunAsync(SearchQuestion question, string? nameWord, DateOnly stale)
    {
        await using DbConnection connection = postgres is null
            ? new SqliteConnection($"Data Source={Path.Combine(folder, "causeway.db")};Mode=ReadOnly")
            : new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        var began = Stopwatch.GetTimestamp();
        await using var command = connection.CreateCommand();
        command.CommandText = postgres is null ? Sqlite(question) : Postgres(question);
        Add(command, "name", " " + (nameWord ?? "-"));
        Add(command, "stale", postgres is null ? stale.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : stale);
        await using var reader = await command.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
            }
        }
        while (await reader.NextResultAsync());
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private string Sqlite(SearchQuestion question)
    {
        var match = string.Join(" AND ", question.All.Select(c => "(" + string.Join(" OR ", c.AnyOf.Select(t => $"\"{Mark}{t.Text}\"{(t.Begins ? " *" : "")}")) + ")"));
        return $"""
            SELECT count(*) FROM entry_words WHERE entry_words MATCH '{match}';
            SELECT e.* FROM entry e JOIN (SELECT i.* FROM entry_words w CROSS JOIN entry_index i ON i.number = w.rowid WHERE w.entry_words MATCH '{match}'
              ORDER BY instr(' ' || i.name_key, @name) > 0 DESC, i.said_on < @stale, i.contributions DESC, i.said_on DESC, i.name_key, i.id LIMIT 15) p ON p.id = e.id;
            """;
    }

    private string Postgres(SearchQuestion question)
    {
        var match = string.Join(" & ", question.All.Select(c => "(" + string.Join(" | ", c.AnyOf.Select(t => $"''{Mark}{t.Text}''{(t.Begins ? ":*" : "")}")) + ")"));
        return $"""
            SELECT count(*) FROM entry_index WHERE words @@ '{match}'::tsquery;
            SELECT e.* FROM entry e JOIN (SELECT i.id FROM entry_index i WHERE i.words @@ '{match}'::tsquery
              ORDER BY strpos(' ' || i.name_key, @name) > 0 DESC, i.said_on < @stale, i.contributions DESC, i.said_on DESC, i.name_key, i.id LIMIT 15) p ON p.id = e.id;
            """;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
