using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Causeway.Persistence.Postgres;

/// <summary>
/// PostgreSQL's inverted index over the words of entries. Under row security the planner may not use it (matching is not
/// leakproof), so the program's role has no right on the table at all and asks through functions of the owner that take the
/// network from the transaction's own setting, the same that row security reads.
/// </summary>
internal sealed class PostgresSearchIndex : ISearchIndex
{
#pragma warning disable EF1002 // The text is put together of constants and names of parameters; see QueryText.
    public async Task<IReadOnlyList<SearchHit>> FindAsync(AppDbContext db, SearchRequest request, CancellationToken ct)
    {
        var sql = new QueryText();
        var where = string.Join(" AND ", new[] { sql.Near(request.Question), sql.Since(request.Question) }.OfType<string>());
        // Everything, freshest first, stands in one index: no more rows are touched than are shown.
        var from = request is { Order: SearchOrder.Fresh, Strict: null, Question: { All.Count: 0, Near: null, CreatedAfter: null } }
            ? $"entry_newest({sql.Add(request.Skip + request.Take)}) i"
            : $"entry_hits({sql.Match(request.Question)}) i";
        var rows = await db.Database.SqlQueryRaw<HitRow>(
            $"SELECT i.id AS \"Id\", {sql.Square(request.Question.Near) ?? "NULL::double precision"} AS \"Square\" FROM {from}{(where.Length > 0 ? " WHERE " : "")}{where} ORDER BY {Order(sql, request)} LIMIT {sql.Add(request.Take)} OFFSET {sql.Add(request.Skip)}",
            sql.Parameters).ToListAsync(ct);
        return rows.ConvertAll(r => new SearchHit(r.Id, r.Square is { } square ? Math.Sqrt(square) : null));
    }

    public async Task<SearchSwept> SweepAsync(AppDbContext db, SearchRequest request, SearchQuestion within, IReadOnlyList<SearchQuestion> questions, CancellationToken ct)
    {
        var sql = new QueryText();
        var where = string.Join(" AND ", new[] { sql.Near(within), sql.Since(within) }.OfType<string>());
        var rows = await db.Database.SqlQueryRaw<SweepRow>(
            SweepText.Of(
                $"entry_sweep({sql.Match(within)}) i{(where.Length > 0 ? " WHERE " : "")}{where}",
                sql.Square(request.Question.Near) ?? "NULL::double precision",
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

        var sql = new QueryText();
        var counts = questions.Select((q, i) => string.Create(CultureInfo.InvariantCulture, $"SELECT {i} AS \"At\", ({Count(sql, q)}) AS \"Rows\"")).ToList();
        var rows = await db.Database.SqlQueryRaw<CountRow>(string.Join(" UNION ALL ", counts), sql.Parameters).ToListAsync(ct);
        return [.. rows.OrderBy(r => r.At).Select(r => (int)r.Rows)];
    }

#pragma warning restore EF1002

    public async Task<long> StampAsync(AppDbContext db, CancellationToken ct) =>
        (await db.Database.SqlQueryRaw<long>("SELECT entry_stamp() AS \"Value\"").ToListAsync(ct))[0];

    internal static async Task EnsureAsync(AppDbContext maintenance, string role, CancellationToken ct)
    {
        var there = await maintenance.Database.SqlQueryRaw<bool>("SELECT to_regclass('public.entry') IS NOT NULL AS \"Value\" UNION ALL SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('public.entry_index') AND attname = 'codes' AND NOT attisdropped)").ToListAsync(ct);
        if (!there[0])
        {
            return;
        }

        await using var command = maintenance.Database.GetDbConnection().CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = (there[1] ? "" : Tables) + Functions + (there[1] ? "" : Fill)
            + string.Join('\n', ((string[])["entry_hits(text)", "entry_sweep(text)", "entry_count(text)", "entry_newest(integer)", "entry_stamp()"])
                .Select(f => $"REVOKE ALL ON FUNCTION {f} FROM PUBLIC; GRANT EXECUTE ON FUNCTION {f} TO \"{role}\";"))
            + "REVOKE ALL ON FUNCTION entry_indexed() FROM PUBLIC;";
        await maintenance.Database.OpenConnectionAsync(ct);
        await command.ExecuteNonQueryAsync(ct);
        await maintenance.Database.CloseConnectionAsync();
    }

    private static string Count(QueryText sql, SearchQuestion question)
    {
        var conditions = new[] { sql.Near(question), sql.Since(question) }.OfType<string>().ToList();
        return conditions.Count == 0
            ? $"SELECT entry_count({sql.Match(question)})"
            : $"SELECT count(*) FROM entry_hits({sql.Match(question)}) i WHERE {string.Join(" AND ", conditions)}";
    }

    private static string Order(QueryText sql, SearchRequest request)
    {
        var strict = request.Strict is { All.Count: > 0 } narrow ? $"i.id IN (SELECT id FROM entry_hits({sql.Match(narrow)})) DESC, " : "";
        return strict + request.Order switch
        {
            SearchOrder.Fresh => "i.said_on DESC, i.contributions DESC, i.name_key, i.id",
            SearchOrder.Name => "i.name_key, i.id",
            SearchOrder.Near when sql.Square(request.Question.Near) is { } square => $"i.latitude IS NULL, {square}, i.name_key, i.id",
            _ => (request.NameWord is null ? "" : $"strpos(' ' || i.name_key, {sql.Add(" " + request.NameWord)}) > 0 DESC, ")
                + $"i.said_on < {sql.Add(request.StaleBefore)}, i.contributions DESC, i.said_on DESC, i.name_key, i.id",
        };
    }

    // A table that an earlier version made lacks what this one asks for: the index is made anew, from the entries.
    private const string Tables =
        """
        DROP TABLE IF EXISTS entry_index;
        CREATE TABLE entry_index (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid NOT NULL UNIQUE, network_id uuid NOT NULL,
          name_key text COLLATE "C" NOT NULL, contributions integer NOT NULL, said_on date NOT NULL, created_at timestamptz NOT NULL,
          latitude double precision, longitude double precision, codes tsvector NOT NULL, words tsvector NOT NULL);
        CREATE INDEX ix_entry_index_newest ON entry_index (network_id, said_on DESC, contributions DESC, name_key, id);
        CREATE INDEX ix_entry_index_number ON entry_index (network_id, number);
        CREATE INDEX ix_entry_index_words ON entry_index USING gin (words) WITH (gin_pending_list_limit = 1024);

        """;

    private const string Fill =
        """
        INSERT INTO entry_index (id, network_id, name_key, contributions, said_on, created_at, latitude, longitude, codes, words)
          SELECT id, network_id, name_key, contributions, said_on, created_at, latitude, longitude,
            array_to_tsvector(CASE strpos(search_text, ' _') WHEN 0 THEN '{}'::text[] ELSE string_to_array(trim(substr(search_text, strpos(search_text, ' _'))), ' ') END),
            array_to_tsvector(string_to_array(trim(replace(search_text, ' ', ' ' || right(network_id::text, 12))), ' ')) FROM entry;

        """;

    // '~' stands for the letters of the network; a person's words cannot hold it, and no other network's letters come in.
    private const string Functions =
        """
        CREATE OR REPLACE FUNCTION entry_indexed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
          IF TG_OP <> 'INSERT' THEN DELETE FROM public.entry_index WHERE id = OLD.id; END IF;
          IF TG_OP <> 'DELETE' THEN
            INSERT INTO public.entry_index (id, network_id, name_key, contributions, said_on, created_at, latitude, longitude, codes, words)
              VALUES (NEW.id, NEW.network_id, NEW.name_key, NEW.contributions, NEW.said_on, NEW.created_at, NEW.latitude, NEW.longitude,
                array_to_tsvector(CASE strpos(NEW.search_text, ' _') WHEN 0 THEN '{}'::text[] ELSE string_to_array(trim(substr(NEW.search_text, strpos(NEW.search_text, ' _'))), ' ') END),
                array_to_tsvector(string_to_array(trim(replace(rtrim(NEW.search_text), ' ', ' ' || right(NEW.network_id::text, 12))), ' ')));
          END IF;
          RETURN NULL;
        END $$;
        DROP TRIGGER IF EXISTS entry_index_write ON entry;
        CREATE TRIGGER entry_index_write AFTER INSERT OR DELETE OR UPDATE OF search_text, name_key, contributions, said_on, latitude, longitude, network_id
          ON entry FOR EACH ROW EXECUTE FUNCTION entry_indexed();
        CREATE OR REPLACE FUNCTION entry_hits(question text)
          RETURNS TABLE (id uuid, name_key text, contributions integer, said_on date, created_at timestamptz, latitude double precision, longitude double precision)
          LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE mine uuid := nullif(current_setting('app.network', true), '')::uuid;
        BEGIN
          IF question = '' THEN
            RETURN QUERY SELECT i.id, i.name_key, i.contributions, i.said_on, i.created_at, i.latitude, i.longitude FROM public.entry_index i WHERE i.network_id = mine;
          ELSE
            RETURN QUERY SELECT i.id, i.name_key, i.contributions, i.said_on, i.created_at, i.latitude, i.longitude FROM public.entry_index i
              WHERE i.words @@ replace(question, '~', right(mine::text, 12))::tsquery AND i.network_id = mine;
          END IF;
        END $$;
        CREATE OR REPLACE FUNCTION entry_sweep(question text)
          RETURNS TABLE (id uuid, name_key text, contributions integer, said_on date, created_at timestamptz, latitude double precision, longitude double precision, codes tsvector)
          LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE mine uuid := nullif(current_setting('app.network', true), '')::uuid;
        DECLARE asked tsquery := replace(question, '~', right(mine::text, 12))::tsquery;
        BEGIN
          -- OFFSET keeps the network out of the choice of index: the words' lists are its own already.
          RETURN QUERY SELECT i.id, i.name_key, i.contributions, i.said_on, i.created_at, i.latitude, i.longitude, i.codes
            FROM (SELECT * FROM public.entry_index x WHERE x.words @@ asked OFFSET 0) i WHERE i.network_id = mine;
        END $$;
        CREATE OR REPLACE FUNCTION entry_count(question text) RETURNS bigint
          LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE mine uuid := nullif(current_setting('app.network', true), '')::uuid;
        BEGIN
          IF question = '' THEN
            RETURN (SELECT count(*) FROM public.entry_index i WHERE i.network_id = mine);
          END IF;
          RETURN (SELECT count(*) FROM public.entry_index i WHERE i.words @@ replace(question, '~', right(mine::text, 12))::tsquery AND i.network_id = mine);
        END $$;
        CREATE OR REPLACE FUNCTION entry_newest(most integer)
          RETURNS TABLE (id uuid, name_key text, contributions integer, said_on date, created_at timestamptz, latitude double precision, longitude double precision)
          LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
          RETURN QUERY SELECT i.id, i.name_key, i.contributions, i.said_on, i.created_at, i.latitude, i.longitude FROM public.entry_index i
            WHERE i.network_id = nullif(current_setting('app.network', true), '')::uuid
            ORDER BY i.network_id, i.said_on DESC, i.contributions DESC, i.name_key, i.id LIMIT most;
        END $$;
        CREATE OR REPLACE FUNCTION entry_stamp() RETURNS bigint
          LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
          SELECT coalesce(max(i.number), 0) FROM public.entry_index i WHERE i.network_id = nullif(current_setting('app.network', true), '')::uuid
        $$;

        """;

    private sealed record HitRow(Guid Id, double? Square);

    private sealed record CountRow(int At, long Rows);

    /// <summary>Parameters as they are needed; nothing a person typed ever becomes part of the text.</summary>
    private sealed class QueryText
    {
        private readonly List<object> _parameters = [];

        public object[] Parameters => [.. _parameters];

        public string Add(object value)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"@s{_parameters.Count}");
            _parameters.Add(new NpgsqlParameter(name, value));
            return name;
        }

        // Terms hold letters, digits and few marks (SearchTerm), so that quoting is complete.
        public string Match(SearchQuestion question) =>
            Add(string.Join(" & ", question.All.Select(c => "(" + string.Join(" | ", c.AnyOf.Select(t => $"'~{t.Text}'{(t.Begins ? ":*" : "")}")) + ")"))
                + (question is { All.Count: > 0, Without: { } word } ? $" & !'~{word.Text}'" : ""));

        /// <summary>The same asked of the codes that stand beside the index.</summary>
        public string Holds(SearchQuestion question)
        {
            var codes = SweepText.Rest(question).Select(c => "(" + string.Join(" | ", c.AnyOf.Select(Code)) + ")").ToList();
            if (question.Without is { } word)
            {
                codes.Add("!" + Code(word));
            }

            var conditions = new[] { codes.Count == 0 ? null : $"i.codes @@ {Add(string.Join(" & ", codes))}::tsquery", Near(question), Since(question) }.OfType<string>().ToList();
            return conditions.Count == 0 ? "true" : string.Join(" AND ", conditions);

            static string Code(SearchTerm term) => $"'{term.Text}'{(term.Begins ? ":*" : "")}";
        }

        public string? Square(SearchNear? near) => DistanceText.Square(near, Add);

        public string? Near(SearchQuestion question) => DistanceText.Within(question.Near, Add);

        public string? Since(SearchQuestion question) => question.CreatedAfter is { } moment ? $"i.created_at > {Add(moment.ToUniversalTime())}" : null;
    }
}
