using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Causeway.Search.Bench;

/// <summary>The same predicate, the same order, the same fifteen rows and the same counts, without a program around it.</summary>
internal sealed class BareSql(string folder, string? postgres, NetworkId network)
{
    private string Mark => network.Value.ToString("N")[20..];

    public async Task<double> RunAsync(SearchQuestion widest, IReadOnlyList<SearchQuestion> all, string? nameWord, DateOnly stale)
    {
        await using DbConnection connection = postgres is null
            ? new SqliteConnection($"Data Source={Path.Combine(folder, "causeway.db")};Mode=ReadOnly")
            : new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        var began = Stopwatch.GetTimestamp();
        await using var command = connection.CreateCommand();
        command.CommandText = postgres is null ? Sqlite(widest, all) : Postgres(widest, all);
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

    private string Sqlite(SearchQuestion widest, IReadOnlyList<SearchQuestion> all)
    {
        var match = string.Join(" AND ", widest.All.Select(c => "(" + string.Join(" OR ", c.AnyOf.Select(t => $"\"{Mark}{t.Text}\"{(t.Begins ? " *" : "")}")) + ")"));
        return Pass($"entry_words w CROSS JOIN entry_index i ON i.number = w.rowid WHERE w.entry_words MATCH '{match}'", "instr(' ' || i.name_key, @name)", all, Holds);

        static string Holds(SearchQuestion question) => string.Join(" AND ", Coded(question).Select(c => "(" + string.Join(" OR ", c.AnyOf.Select(t => $"instr(i.codes, ' {t.Text} ') > 0")) + ")")
            .Append(question.Without is { } word ? $"instr(i.codes, ' {word.Text} ') = 0" : "1"));
    }

    private string Postgres(SearchQuestion widest, IReadOnlyList<SearchQuestion> all)
    {
        var match = string.Join(" & ", widest.All.Select(c => "(" + string.Join(" | ", c.AnyOf.Select(t => $"''{Mark}{t.Text}''{(t.Begins ? ":*" : "")}")) + ")"));
        return Pass($"entry_index i WHERE i.words @@ '{match}'::tsquery", "strpos(' ' || i.name_key, @name)", all, Holds);

        static string Holds(SearchQuestion question) => "i.codes @@ '" + string.Join(" & ", Coded(question).Select(c => "(" + string.Join(" | ", c.AnyOf.Select(t => $"''{t.Text}''")) + ")")
            .Concat(question.Without is { } word ? [$"!''{word.Text}''"] : (string[])[])) + "'::tsquery";
    }

    private static IEnumerable<SearchClause> Coded(SearchQuestion question) => question.All.Where(c => c.AnyOf.All(t => t.Text[0] == '_'));

    // Everything the page shows: the total, what each filter hides, and fifteen whole rows. One pass, the fastest way known.
    private static string Pass(string source, string named, IReadOnlyList<SearchQuestion> all, Func<SearchQuestion, string> holds) => $"""
        WITH h AS MATERIALIZED (SELECT i.id, i.name_key, i.contributions, i.said_on, {string.Join(", ", all.Select((q, n) => $"({holds(q)}) AS f{n}"))} FROM {source})
        SELECT c.*, e.* FROM (SELECT {string.Join(", ", all.Select((_, n) => $"count(*) FILTER (WHERE f{n}) AS c{n}"))} FROM h) c
        LEFT JOIN (SELECT i.id FROM h i WHERE i.f0 ORDER BY {named} > 0 DESC, i.said_on < @stale, i.contributions DESC, i.said_on DESC, i.name_key, i.id LIMIT 15) p ON 1 = 1
        LEFT JOIN entry e ON e.id = p.id
        """;

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
