using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Finds the lists a list is a newer version of, and their lines.</summary>
internal static class EarlierLines
{
    private static readonly string[] SaysNothing = ["copy", "final", "new", "old", "updated", "version", "draft", "kopie", "neu", "copie", "copia", "of", "the"];

    /// <summary>Lists of this school that were taken in, the latest version of each first.</summary>
    public static async Task<IReadOnlyList<ListImport>> ListsAsync(AppDbContext db, ListImport import, CancellationToken ct)
    {
        var before = await db.Set<ListImport>().AsNoTracking().Where(i => i.State == ImportState.Done && i.Id != import.Id && i.Upload != import.Upload)
            .OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Take(200).ToListAsync(ct);
        return [.. before.DistinctBy(i => i.Series)];
    }

    /// <summary>Those this could be the newer version of: the name says so but for a year, and most of the columns are the same.</summary>
    public static IReadOnlyList<ListImport> Alike(ListImport import, IEnumerable<ListImport> before) =>
        [.. before.Where(b => Stem(b.FileName) == Stem(import.FileName) && SearchWords.Key(b.Sheet) == SearchWords.Key(import.Sheet) && SameColumns(b, import))];

    /// <summary>The lines of its earlier versions as they were before this import began, so that one that was stopped comes to the same when it goes on.</summary>
    public static async Task<IReadOnlyList<EarlierLine>> OfAsync(AppDbContext db, ListImport import, CancellationToken ct)
    {
        var versions = await VersionsAsync(db, import, ct);
        if (versions.Count == 0)
        {
            return [];
        }

        var changes = await db.Set<ImportChange>().AsNoTracking().Where(c => versions.Contains(c.ImportId) || c.ImportId == import.Id)
            .Where(c => c.ImportId == import.Id || c.Kind == ImportChangeKind.TakenAway).Select(c => new { c.ImportId, c.ListingId, c.Kind, c.ListedBefore }).ToListAsync(ct);
        var before = changes.Where(c => c.ImportId == import.Id).ToDictionary(c => c.ListingId);
        var away = changes.Where(c => c.ImportId != import.Id).Select(c => c.ListingId).ToHashSet();
        var lines = new List<EarlierLine>();
        // One by one: a hundred thousand of them as text would take more memory than all the rest.
        await foreach (var line in db.Set<Listing>().AsNoTracking().Where(l => l.ImportId != null && versions.Contains(l.ImportId.Value)).OrderBy(l => l.Id)
            .Select(l => new { l.Id, l.Listed, Away = l.RemovedAt != null, Asked = l.MissingSince != null, Facts = l.Listed == null ? l.Facts : null, l.Note })
            .AsAsyncEnumerable().WithCancellation(ct))
        {
            var mine = before.GetValueOrDefault(line.Id);
            var said = mine is null ? line.Listed : mine.ListedBefore;
            var wasAway = mine is null ? line.Away : mine.Kind == ImportChangeKind.BroughtBack;
            lines.Add(new(line.Id, (said is null ? ListedLine.Of(line.Facts ?? [], line.Note, null) : ListedLine.Read(said)).KeysOnly(), wasAway, away.Contains(line.Id), line.Asked));
        }

        return lines;
    }

    /// <summary>What people decided about held rows of earlier versions, by the row's own words.</summary>
    public static async Task<IReadOnlyDictionary<string, ImportRow>> DecisionsAsync(AppDbContext db, ListImport import, CancellationToken ct)
    {
        var versions = await VersionsAsync(db, import, ct);
        var decided = await db.Set<ImportRow>().AsNoTracking().Where(r => versions.Contains(r.ImportId) && r.Decision != RowDecision.None)
            .OrderByDescending(r => r.Id).ToListAsync(ct);
        return decided.DistinctBy(r => WordsOf(r.Cells), StringComparer.Ordinal).ToDictionary(r => WordsOf(r.Cells), StringComparer.Ordinal);
    }

    /// <summary>The other imports of the same list that were taken in.</summary>
    private static Task<List<ListImportId>> VersionsAsync(AppDbContext db, ListImport import, CancellationToken ct) =>
        db.Set<ListImport>().AsNoTracking().Where(i => i.Series == import.Series && i.Id != import.Id && i.State == ImportState.Done).Select(i => i.Id).ToListAsync(ct);

    public static string WordsOf(IReadOnlyList<string> cells) => string.Join('\u001F', cells).TrimEnd('\u001F');

    private static string Stem(string fileName)
    {
        var words = SearchWords.Key(Path.GetFileNameWithoutExtension(fileName)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(w => !w.Any(char.IsDigit) && !SaysNothing.Contains(w, StringComparer.Ordinal)));
    }

    private static bool SameColumns(ListImport a, ListImport b)
    {
        var (mine, theirs) = (Headings(a), Headings(b));
        return mine.Count == 0 ? theirs.Count == 0 : mine.Intersect(theirs, StringComparer.Ordinal).Count() * 2 >= Math.Max(mine.Count, theirs.Count);
    }

    private static HashSet<string> Headings(ListImport import) =>
        [.. import.Columns.Select(c => SearchWords.Key(c.Heading ?? "")).Where(h => h.Length > 0)];
}
