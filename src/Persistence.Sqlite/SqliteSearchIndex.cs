using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence.Sqlite;

/// <summary>
/// SQLite's FTS5 over the words of entries. Each stored word begins with letters of its network, and each word asked for is
/// given those of the present scope here: no word that a person types can reach another network's.
/// </summary>
internal sealed class SqliteSearchIndex : ISearchIndex
{
    /// <summary>Their number grows with the shape of the index: a database without them is put in order at the next start.</summary>
    internal static readonly string[] Triggers = ["entry_index_insert2", "entry_index_update2", "entry_index_delete2"];

#pragma warning disable EF1002 // The text is put together of constants and names of parameters; see QueryText.
    private const string Columns = "id, network_id, name_key, contributions, said_on, created_at, latitude, longitude, codes";

    // Coded words come last; with blanks around each, so that one can be looked for.
    private const string Codes = "CASE instr(search_text, ' _') WHEN 0 THEN ' ' ELSE substr(search_text, instr(search_text, ' _')) || ' ' END";

    public async Task<IReadOnlyList<SearchHit>> FindAsync(AppDbContext db, SearchRequest request, CancellationToken ct)
    {
        var sql = new QueryText(db, "@");
        var words = sql.Match(request.Question);
        var from = words is null ? "entry_index i" : $"entry_words w CROSS JOIN entry_index i ON i.number = w.rowid";
        var where = string.Join(" AND ", new[] { words is null ? null : $"w.entry_words MATCH {words}", Network(sql), sql.Near(request.Question), sql.Since(request.Question) }.OfType<string>());
        var rows = await db.Database.SqlQueryRaw<HitRow>(
            $"SELECT i.id AS \"Id\", {sql.Square(request.Question.Near) ?? "NULL"} AS \"Square\" FROM {from} WHERE {where} ORDER BY {Order(sql, request)} LIMIT {sql.Add(request.Take)} OFFSET {sql.Add(request.Skip)}",
            sql.Parameters).ToListAsync(ct);
        return rows.ConvertAll(r => new SearchHit(r.Id, r.Square is { } square ? Math.Sqrt(square) : null));
    }

    public async Task<SearchSwept> SweepAsync(AppDbContext db, SearchRequest request, SearchQuestion within, IReadOnlyList<SearchQuestion> questions, CancellationToken ct)
    {
        var sql = new QueryText(db, "@");
        var where = string.Join(" AND ", new[] { $"w.entry_words MATCH {sql.Match(within)}", Network(sql), sql.Near(within), sql.Since(within) }.OfType<string>());
        var rows = await db.Database.SqlQueryRaw<SweepRow>(
            SweepText.Of(
                $"entry_words w CROSS JOIN entry_index i ON i.number = w.rowid WHERE {where}",
                sql.Square(request.Question.Near) ?? "NULL",
                [.. questions.Select(sql.Holds)],
                request.Strict is { } strict ? sql.Holds(strict) : null,
                Order(sql, request with { Strict = null }),
                sql.Add(request.Take),
                sql.Add(request.Skip)),
            sql.Parameters).ToListAsync(ct);
        return SweepText.Read(rows);
    }

    public async Task<IReadOnlyList<int>> CountAsync(AppDbContext db, IReadOnlyList<SearchQuestion> questions, CancellationToken ct)
    {
        if (questions.Count == 0)
        {
            return [];
        }

        var sql = new QueryText(db, "@");
        var counts = questions.Select((q, i) => string.Create(CultureInfo.InvariantCulture, $"SELECT {i} AS \"At\", ({Count(sql, q)}) AS \"Rows\"")).ToList();
        var rows = await db.Database.SqlQueryRaw<CountRow>(string.Join(" UNION ALL ", counts), sql.Parameters).ToListAsync(ct);
        return [.. rows.OrderBy(r => r.At).Select(r => (int)r.Rows)];
    }

    public async Task<long> StampAsync(AppDbContext db, CancellationToken ct)
    {
        var sql = new QueryText(db, "@");
        var rows = await db.Database.SqlQueryRaw<long>($"SELECT coalesce(max(i.number), 0) AS \"Value\" FROM entry_index i WHERE {Network(sql)}", sql.Parameters).ToListAsync(ct);
        return rows[0];
    }

#pragma warning restore EF1002

    internal static async Task EnsureAsync(AppDbContext maintenance, CancellationToken ct)
    {
        var there = await maintenance.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE name IN ('entry', 'entry_index')").ToListAsync(ct);
        if (!there.Contains("entry", StringComparer.Ordinal))
        {
            return;
        }

        // A table that an earlier version made lacks what this one asks for: the index is made anew, from the entries.
        var fits = there.Contains("entry_index", StringComparer.Ordinal)
            && (await maintenance.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM pragma_table_info('entry_index')").ToListAsync(ct)).Contains("codes", StringComparer.Ordinal);
        if (!fits)
        {
            await maintenance.Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE;" + Drop + Tables + Fill + TriggerTexts + "COMMIT;", ct);
        }

        await maintenance.Database.ExecuteSqlRawAsync(TriggerTexts, ct);
    }

    private static string Network(QueryText sql) => $"i.network_id = {sql.Network(upper: true)}";

    private static string Count(QueryText sql, SearchQuestion question)
    {
        var words = sql.Match(question);
        if (words is not null && sql.Near(question) is null && question.CreatedAfter is null)
        {
            // The index alone knows: no row is touched.
            return $"SELECT count(*) FROM entry_words w WHERE w.entry_words MATCH {words}";
        }

        var conditions = new[] { words is null ? null : $"w.entry_words MATCH {words}", Network(sql), sql.Near(question), sql.Since(question) }.OfType<string>();
        return $"SELECT count(*) FROM {(words is null ? "" : "entry_words w CROSS JOIN ")}entry_index i{(words is null ? "" : " ON i.number = w.rowid")} WHERE {string.Join(" AND ", conditions)}";
    }

    private static string Order(QueryText sql, SearchRequest request)
    {
        var strict = request.Strict is { } narrow && sql.Match(narrow) is { } words
            ? $"i.number IN (SELECT rowid FROM entry_words WHERE entry_words MATCH {words}) DESC, "
            : "";
        return strict + request.Order switch
        {
            SearchOrder.Fresh => "i.said_on DESC, i.contributions DESC, i.name_key, i.id",
            SearchOrder.Name => "i.name_key, i.id",
            SearchOrder.Near when sql.Square(request.Question.Near) is { } square => $"i.latitude IS NULL, {square}, i.name_key, i.id",
            _ => (request.NameWord is null ? "" : $"instr(' ' || i.name_key, {sql.Add(" " + request.NameWord)}) > 0 DESC, ")
                + $"i.said_on < {sql.Add(request.StaleBefore.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}, i.contributions DESC, i.said_on DESC, i.name_key, i.id",
        };
    }

    private const string Drop =
        """
        DROP TRIGGER IF EXISTS entry_index_insert;
        DROP TRIGGER IF EXISTS entry_index_insert2;
        DROP TRIGGER IF EXISTS entry_index_update;
        DROP TRIGGER IF EXISTS entry_index_update2;
        DROP TRIGGER IF EXISTS entry_index_delete;
        DROP TRIGGER IF EXISTS entry_index_delete2;
        DROP TABLE IF EXISTS entry_words;
        DROP TABLE IF EXISTS entry_index;

        """;

    private const string Tables =
        """
        CREATE TABLE entry_index (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, network_id TEXT NOT NULL, name_key TEXT NOT NULL,
          contributions INTEGER NOT NULL, said_on TEXT NOT NULL, created_at INTEGER NOT NULL, latitude REAL, longitude REAL, codes TEXT NOT NULL);
        CREATE INDEX ix_entry_index_newest ON entry_index (network_id, said_on DESC, contributions DESC, name_key, id);
        CREATE INDEX ix_entry_index_number ON entry_index (network_id, number);
        CREATE VIRTUAL TABLE entry_words USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_.-'");
        """;

    private const string Fill =
        $"""
        INSERT INTO entry_index ({Columns}) SELECT id, network_id, name_key, contributions, said_on, created_at, latitude, longitude, {Codes} FROM entry;
        INSERT INTO entry_words (rowid, words) SELECT i.number, replace(e.search_text, ' ', ' ' || lower(substr(e.network_id, 25, 12))) FROM entry e JOIN entry_index i ON i.id = e.id;
        """;

    // The letters of the network: the last twelve of its id, which are random in a version 7 id.
    private const string Write =
        """
          INSERT INTO entry_index (id, network_id, name_key, contributions, said_on, created_at, latitude, longitude, codes)
            VALUES (NEW.id, NEW.network_id, NEW.name_key, NEW.contributions, NEW.said_on, NEW.created_at, NEW.latitude, NEW.longitude,
              CASE instr(NEW.search_text, ' _') WHEN 0 THEN ' ' ELSE substr(NEW.search_text, instr(NEW.search_text, ' _')) || ' ' END);
          INSERT INTO entry_words (rowid, words)
            SELECT number, replace(NEW.search_text, ' ', ' ' || lower(substr(NEW.network_id, 25, 12))) FROM entry_index WHERE id = NEW.id;
        """;

    private const string Erase =
        """
          DELETE FROM entry_words WHERE rowid = (SELECT number FROM entry_index WHERE id = OLD.id);
          DELETE FROM entry_index WHERE id = OLD.id;
        """;

    private const string TriggerTexts =
        $"""
        CREATE TRIGGER IF NOT EXISTS entry_index_insert2 AFTER INSERT ON entry BEGIN
        {Write}
        END;
        CREATE TRIGGER IF NOT EXISTS entry_index_update2 AFTER UPDATE OF search_text, name_key, contributions, said_on, latitude, longitude, network_id ON entry BEGIN
        {Erase}
        {Write}
        END;
        CREATE TRIGGER IF NOT EXISTS entry_index_delete2 AFTER DELETE ON entry BEGIN
        {Erase}
        END;
        """;

    private sealed record HitRow(Guid Id, double? Square);

    private sealed record CountRow(int At, long Rows);

    /// <summary>Parameters as they are needed; nothing a person typed ever becomes part of the text.</summary>
    private sealed class QueryText(AppDbContext db, string mark)
    {
        private readonly List<object> _parameters = [];

        public object[] Parameters => [.. _parameters];

        public string Add(object value)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{mark}s{_parameters.Count}");
            _parameters.Add(new SqliteParameter(name, value));
            return name;
        }

        public string Network(bool upper) => Add(upper ? db.ScopedNetworkId.Value.ToString("D").ToUpperInvariant() : db.ScopedNetworkId.Value.ToString("D"));

        /// <summary>Null: the question holds for every entry.</summary>
        public string? Match(SearchQuestion question)
        {
            var network = db.ScopedNetworkId.Value.ToString("N")[20..];
            var without = question.Without is { } word ? $" NOT \"{network}{word.Text}\"" : "";
            return question.All.Count == 0 ? null : Add("(" + string.Join(" AND ", question.All.Select(c => "(" + string.Join(" OR ", c.AnyOf.Select(t => $"\"{network}{t.Text}\"{(t.Begins ? " *" : "")}")) + ")")) + ")" + without);
        }

        /// <summary>The same asked of the codes that stand beside the index.</summary>
        public string Holds(SearchQuestion question)
        {
            var conditions = SweepText.Rest(question).Select(c => "(" + string.Join(" OR ", c.AnyOf.Select(Code)) + ")").ToList();
            if (question.Without is { } word)
            {
                conditions.Add($"NOT {Code(word)}");
            }

            conditions.AddRange(new[] { Near(question), Since(question) }.OfType<string>());
            return conditions.Count == 0 ? "1" : string.Join(" AND ", conditions);

            string Code(SearchTerm term) => $"instr(i.codes, {Add($" {term.Text}{(term.Begins ? "" : " ")}")}) > 0";
        }

        public string? Square(SearchNear? near) => DistanceText.Square(near, Add);

        public string? Near(SearchQuestion question) => DistanceText.Within(question.Near, Add);

        public string? Since(SearchQuestion question) => question.CreatedAfter is { } moment ? $"i.created_at > {Add(moment.UtcTicks)}" : null;
    }
}
