using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>What counts of one entry: the codes it stands under, whether it was confirmed, and until when it is there.</summary>
internal sealed record CoverageEntry(
    EntryId Id, string Name, bool Inside, IReadOnlyList<string> Families, IReadOnlyList<string> Languages, IReadOnlyList<string> Areas,
    IReadOnlyList<string> Concerns, IReadOnlyList<string> Stages, int? AgesFrom, int? AgesTo, bool AgesKnown, bool Confirmed, DateOnly? LeavesOn)
{
    /// <summary>A confirmation counts for a year.</summary>
    public const int ConfirmedDays = 366;

    public static CoverageEntry Of(Entry entry, DateOnly today)
    {
        var shown = entry.Claims.Where(c => c.Shown).Select(c => c.Fact).ToList();
        return new(
            entry.Id,
            entry.Name,
            entry.Place == ListingPlace.Inside,
            Parts(entry.Families),
            Parts(entry.Languages),
            Parts(entry.Areas),
            [.. shown.Of(FactField.Concern).Select(f => NeedTaxonomy.Find(f.Code)?.Code).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. shown.Of(FactField.Stage).Select(f => f.Code).OfType<string>().Distinct(StringComparer.Ordinal)],
            entry.AgesFrom,
            entry.AgesTo,
            entry.AgesKnown,
            entry.ConfirmedOn > today.AddDays(-ConfirmedDays),
            entry.LeavesOn);
    }

    /// <summary>True: takes this age; null: nobody knows.</summary>
    public bool? Takes(int age) => !AgesKnown ? null : (AgesFrom ?? 0) <= age && age <= (AgesTo ?? 120);

    private static string[] Parts(string barred) => barred.Split('|', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Reads the network's entries for counting; who has left covers nothing.</summary>
internal sealed class CoverageReader(AppDbContext db, TimeProvider clock)
{
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<IReadOnlyList<CoverageEntry>> EntriesAsync(NetworkId network, CancellationToken ct)
    {
        var today = Today;
        var counted = new List<CoverageEntry>();
        await foreach (var entry in db.Set<Entry>().AsNoTracking().Where(e => e.NetworkId == network && !e.Departed).OrderBy(e => e.NameKey).ThenBy(e => e.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            counted.Add(CoverageEntry.Of(entry, today));
        }

        return counted;
    }

    /// <summary>Folded key and name of each area some entry names, most entries first.</summary>
    public async Task<IReadOnlyList<(string Key, string Name)>> AreasAsync(NetworkId network, CancellationToken ct)
    {
        var names = await db.Set<Entry>().AsNoTracking().Where(e => e.NetworkId == network && e.Area != "")
            .GroupBy(e => e.Area).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return [.. names.GroupBy(n => SearchWords.Key(n.Key), StringComparer.Ordinal).Where(g => g.Key.Length > 0)
            .OrderByDescending(g => g.Sum(n => n.Count)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, g.MaxBy(n => (n.Count, n.Key))!.Key))];
    }
}
