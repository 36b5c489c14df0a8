using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Turns groups of contributions into entries with lasting ids: an entry keeps its id as long as it keeps the
/// contribution it began with; an entry that was joined into another leaves a pointer behind.
/// </summary>
internal sealed class JoinPlan(AppDbContext db, TimeProvider clock)
{
    /// <param name="groups">Every contribution of the entries concerned, each in exactly one group.</param>
    /// <param name="entries">Every entry these contributions belong to now.</param>
    public async Task ApplyAsync(
        NetworkId network, IReadOnlyList<IReadOnlyList<Contribution>> groups, IReadOnlyDictionary<EntryId, Entry> entries, CancellationToken ct)
    {
        var firstOf = groups.SelectMany(g => g).GroupBy(c => c.EntryId).ToDictionary(g => g.Key, g => g.MinBy(Age)!.Id);
        var ids = entries.Keys.ToList();
        var pointers = await db.Set<EntryMoved>().Where(m => ids.Contains(m.Now)).ToListAsync(ct);
        var merged = new List<(Entry From, Entry To)>();
        var kept = new HashSet<EntryId>();
        foreach (var group in groups.OrderBy(g => g.Min(Age)))
        {
            var claimed = group.Where(c => firstOf[c.EntryId] == c.Id && entries.ContainsKey(c.EntryId)).OrderBy(Age).Select(c => entries[c.EntryId]).ToList();
            var changed = claimed.Count != 1 || entries[claimed[0].Id].Contributions != group.Count || claimed[0].Form != Entry.PresentForm || group.Any(c => c.EntryId != claimed[0].Id);
            var entry = claimed.Count > 0 ? claimed[0] : Open(network, group, pointers);
            kept.Add(entry.Id);
            merged.AddRange(claimed.Skip(1).Select(other => (other, entry)));
            if (changed)
            {
                foreach (var contribution in group)
                {
                    contribution.MoveTo(entry.Id);
                }

                entry.ShowWhat([.. group], clock);
            }
        }

        foreach (var (from, to) in merged)
        {
            db.Add(new EntryMoved(from.Id, firstOf[from.Id], to.Id, network));
            pointers.Where(m => m.Now == from.Id).ToList().ForEach(m => m.PointTo(to.Id));
        }

        db.RemoveRange(entries.Values.Where(e => !kept.Contains(e.Id)));
    }

    private Entry Open(NetworkId network, IReadOnlyList<Contribution> group, List<EntryMoved> pointers)
    {
        var before = pointers.Find(m => group.Any(c => c.Id == m.Began));
        if (before is not null)
        {
            pointers.Remove(before);
            db.Remove(before);
        }

        var entry = Entry.Open(network, clock, before?.Id);
        db.Add(entry);
        return entry;
    }

    // What was lent first comes first; ids decide between those of one import.
    private static (DateTimeOffset, Guid) Age(Contribution c) => (c.SharedAt, c.Id.Value);
}
