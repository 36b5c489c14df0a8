using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>One line of the newer list beside what stands here.</summary>
internal sealed record ComparedLine(int Line, Listing Now, ListingDraft List, MergedLine Merged);

/// <summary>What would happen if the newer list was taken in now. Writes nothing.</summary>
internal sealed class ComparedList
{
    /// <summary>Longer lists are compared when a person asks for it: it takes a while.</summary>
    public const int AtOnce = 5000;

    // A page shows some of them; the rest is counted.
    private const int Shown = 2000;

    public List<(int Line, string Name, bool Unclear)> New { get; } = [];

    public List<ComparedLine> Changed { get; } = [];

    public List<ComparedLine> ByHand { get; } = [];

    public List<ListingId> Gone { get; } = [];

    public int NewCount { get; private set; }

    public int ChangedCount { get; private set; }

    public int ByHandCount { get; private set; }

    public int Unchanged { get; private set; }

    public static async Task<ComparedList> MakeAsync(AppDbContext db, ListImport import, ListReadingOptions options, CancellationToken ct)
    {
        var earlier = await ListComparison.FindAsync(db, import, options, (_, _) => Task.CompletedTask, ct);
        var compared = new ComparedList();
        compared.Gone.AddRange(earlier.Matches.Gone.Where(g => !g.Away).Select(g => g.Id));
        var understanding = ImportReading.Understanding(import, options);
        var spoken = SpokenFields.Of(import);
        var last = 0;
        while (await RowsInTurn.AfterAsync(db.Set<ImportRow>(), import.Id, last, ct) is { Count: > 0 } rows)
        {
            last = rows[^1].Line;
            var drafts = rows.ConvertAll(r => (r.Line, Draft: BatchReading.DraftOf(understanding.Understand(r.Raw), import.Place)));
            var known = drafts.Where(d => d.Draft is not null && earlier.Matches.Known.ContainsKey(d.Line)).ToList();
            var ids = known.ConvertAll(k => earlier.Matches.Known[k.Line].Id);
            var listings = await db.Set<Listing>().AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
            compared.AddNew(drafts.Where(d => d.Draft is not null && !earlier.Matches.Known.ContainsKey(d.Line)).Select(d => (d.Line, d.Draft!.Name, earlier.Matches.Unclear.Contains(d.Line))));
            foreach (var (line, draft) in known)
            {
                var before = earlier.Matches.Known[line];
                compared.Add(line, listings[before.Id], draft!, before, spoken, import.ListWins);
            }
        }

        return compared;
    }

    private void AddNew(IEnumerable<(int Line, string Name, bool Unclear)> rows)
    {
        foreach (var row in rows)
        {
            if (++NewCount <= Shown)
            {
                New.Add(row);
            }
        }
    }

    private void Add(int line, Listing now, ListingDraft list, EarlierLine before, IReadOnlySet<FactField> spoken, bool listWins)
    {
        if (before is { Away: true, AwayByList: false })
        {
            Unchanged++;
            return;
        }

        var said = now.Listed is { } listed ? ListedLine.Read(listed) : ListedLine.Of(now.Facts, now.Note, null);
        var compared = new ComparedLine(line, now, list, LineMerge.Merge(now, said, list, spoken, listWins));
        if (compared.Merged.IsChange || before.Away)
        {
            Keep(Changed, compared, ++ChangedCount);
        }
        else
        {
            Unchanged++;
        }

        if (compared.Merged.ByHand.Count > 0)
        {
            Keep(ByHand, compared, ++ByHandCount);
        }
    }

    private static void Keep(List<ComparedLine> lines, ComparedLine line, int count)
    {
        if (count <= Shown)
        {
            lines.Add(line);
        }
    }
}
