using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Guesses of which list a new file is the next version. Its name and columns only suggest: every programme calls its export
/// "records", so some of the people in it must be known from the earlier list, too. A person can say otherwise on the preview.
/// </summary>
internal static class SameList
{
    private const int RowsLookedAt = 300;

    /// <summary>Of the names looked at, so many must have been in the earlier list. Two unlike lists of one city share a few.</summary>
    private const double LeastKnown = 0.2;

    public static async Task<ListImport?> GuessAsync(AppDbContext db, ListImport import, ListSheet sheet, TimeProvider clock, CancellationToken ct)
    {
        var candidates = EarlierLines.Alike(import, await EarlierLines.ListsAsync(db, import, ct));
        if (candidates.Count == 0)
        {
            return null;
        }

        var sample = Spread(sheet, import.Rows);
        var names = Names(import, sample, clock);
        var (best, most) = ((ListImport?)null, LeastKnown);
        foreach (var before in candidates)
        {
            var known = Math.Max(await KnownNamesAsync(db, before, names, ct), await KnownRowsAsync(db, before, sample, ct));
            // Both ways: a page cut out of a long list is known from it, but is not next year's version of it, nor the other way round.
            var grown = (double)import.Rows / before.Rows;
            known = Math.Min(known, Math.Min(known * grown, 1 / grown));
            // Of equals the latest, which comes first.
            if (known > most || (best is null && known >= most))
            {
                (best, most) = (before, known);
            }
        }

        return best;
    }

    // From the whole of the list: one that grew at its top is the same list still.
    private static List<RawRow> Spread(ListSheet sheet, int rows)
    {
        var step = Math.Max(1, rows / RowsLookedAt);
        return [.. sheet.Rows().Where((_, i) => i % step == 0).Take(RowsLookedAt)];
    }

    private static HashSet<string> Names(ListImport import, IEnumerable<RawRow> sample, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var understanding = ImportReading.Understanding(import, new ListReadingOptions(today, null, import.MonthFirst, import.Currency));
        return
        [
            .. sample.Select(r => BatchReading.DraftOf(understanding.Understand(r, null), import.Place)).OfType<ListingDraft>()
                .Select(d => SearchWords.Key(d.Name)).Where(k => k.Length > 0),
        ];
    }

    private static async Task<double> KnownNamesAsync(AppDbContext db, ListImport before, HashSet<string> names, CancellationToken ct)
    {
        if (names.Count == 0)
        {
            return 0;
        }

        var versions = await db.Set<ListImport>().AsNoTracking().Where(i => i.Series == before.Series && i.State == ImportState.Done).Select(i => i.Id).ToListAsync(ct);
        var known = await db.Set<Listing>().AsNoTracking()
            .Where(l => l.OrganisationId == before.OrganisationId && names.Contains(l.NameKey) && l.ImportId != null && versions.Contains(l.ImportId.Value))
            .Select(l => l.NameKey).Distinct().CountAsync(ct);
        return (double)known / names.Count;
    }

    /// <summary>A table without names, or one whose people were renamed here since, is the same where it holds the same rows.</summary>
    private static async Task<double> KnownRowsAsync(AppDbContext db, ListImport before, List<RawRow> sample, CancellationToken ct)
    {
        var lines = sample.ConvertAll(r => r.Line);
        var (first, last) = (lines.Min() - RowsLookedAt, lines.Max() + RowsLookedAt);
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == before.Id && r.Line >= first && r.Line <= last).OrderBy(r => r.Line)
            .Take(RunImport.Batch * 10).Select(r => r.Cells).ToListAsync(ct);
        var words = rows.Select(EarlierLines.WordsOf).ToHashSet(StringComparer.Ordinal);
        return (double)sample.Count(r => words.Contains(EarlierLines.WordsOf(r.Cells))) / sample.Count;
    }
}
