using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Reads a list once to recognise its lines among those of earlier versions. Writes nothing.</summary>
internal static class ListComparison
{
    public static async Task<EarlierList> FindAsync(AppDbContext db, ListImport import, ListReadingOptions options, Func<long, long, Task> report, CancellationToken ct)
    {
        if (!import.IsNewVersion)
        {
            return EarlierList.None;
        }

        var before = await EarlierLines.OfAsync(db, import, ct);
        if (before.Count == 0)
        {
            return EarlierList.None;
        }

        var decisions = await EarlierLines.DecisionsAsync(db, import, ct);
        var said = new List<(int Line, ListedLine Said)>(import.Rows);
        var understanding = ImportReading.Understanding(import, options);
        var record = BatchReading.RecordColumn(import);
        var last = 0;
        while (await RowsInTurn.AfterAsync(db.Set<ImportRow>(), import.Id, last, r => new { r.Line, r.Cells }, ct) is { Count: > 0 } rows)
        {
            last = rows[^1].Line;
            said.AddRange(await Task.Run(() => Said(import, understanding, rows.ConvertAll(r => new RawRow(r.Line, r.Cells)), record), ct));

            // Tells that it is alive; nothing is taken yet.
            await report(import.Seen, import.Rows);
        }

        var matches = LineMatching.Match(said, before);
        var decided = decisions.Values.Where(d => d.ListingId is not null).Select(d => d.ListingId!.Value).ToHashSet();
        return new(matches with { Gone = [.. matches.Gone.Where(g => !decided.Contains(g.Id))] }, decisions);
    }

    private static IEnumerable<(int Line, ListedLine Said)> Said(ListImport import, ListUnderstanding understanding, List<RawRow> rows, int record)
    {
        var lines = new ListedLine?[rows.Count];
        Parallel.For(0, rows.Count, BatchReading.Cores, i =>
            lines[i] = BatchReading.DraftOf(understanding.Understand(rows[i], null), import.Place) is { } draft ? ListedLine.Of(draft, BatchReading.RecordOf(rows[i], record)).KeysOnly() : null);
        return rows.Zip(lines).Where(r => r.Second is not null).Select(r => (r.First.Line, r.Second!));
    }
}
