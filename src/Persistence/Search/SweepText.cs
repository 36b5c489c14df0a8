using System.Globalization;

namespace Causeway.Persistence;

/// <summary>
/// The statement that answers a page and every count beside it in one pass: the hits of the widest question are read once,
/// each with a yes or no for each of the narrower ones. Both databases understand the same text.
/// </summary>
internal static class SweepText
{
    private const string Columns = "i.id, i.name_key, i.contributions, i.said_on, i.latitude, i.longitude";

    /// <param name="source">Rows named i, with their conditions: what follows FROM.</param>
    /// <param name="square">Squared distance, or nothing.</param>
    /// <param name="flags">A condition on i for each question; the first one's hits are the page.</param>
    /// <param name="strict">A condition for what comes first; null: none.</param>
    public static string Of(string source, string square, IReadOnlyList<string> flags, string? strict, string order, string take, string skip)
    {
        var named = flags.Select((f, n) => string.Create(CultureInfo.InvariantCulture, $"({f}) AS f{n}"));
        var counts = flags.Select((_, n) => string.Create(CultureInfo.InvariantCulture, $"count(*) FILTER (WHERE h.f{n})"));
        return $"""
            WITH h AS MATERIALIZED (SELECT {Columns}, {square} AS square, {string.Join(", ", named)}{(strict is null ? "" : $", ({strict}) AS strict")} FROM {source})
            SELECT p.id AS "Id", p.square AS "Square", c.counts AS "Counts"
            FROM (SELECT {string.Join(" || ' ' || ", counts)} || '' AS counts FROM h) c
            LEFT JOIN (SELECT i.id, i.square, row_number() OVER (ORDER BY {(strict is null ? "" : "i.strict DESC, ")}{order}) AS place FROM h i WHERE i.f0 ORDER BY place LIMIT {take} OFFSET {skip}) p ON 1 = 1
            ORDER BY p.place
            """;
    }

    public static SearchSwept Read(IReadOnlyList<SweepRow> rows) => new(
        [.. rows.Where(r => r.Id is not null).Select(r => new SearchHit(r.Id!.Value, r.Square is { } square ? Math.Sqrt(square) : null))],
        [.. rows[0].Counts.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture))]);

    /// <summary>What remains to be asked of a hit of the widest question: its coded words. Typed words all questions have in common.</summary>
    public static IEnumerable<SearchClause> Rest(SearchQuestion question) => question.All.Where(c => c.AnyOf.All(t => t.Text[0] == '_'));
}

/// <summary>One row of <see cref="SweepText"/>; there is always one, if only for its counts.</summary>
internal sealed record SweepRow(Guid? Id, double? Square, string Counts);
