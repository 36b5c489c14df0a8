using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Keep">False: take it off.</param>
internal sealed record KeepShortlist(EntryId Entry, bool Keep);

/// <summary>Puts an entry on the person's own shortlist or takes it off. Doing it twice is doing it once.</summary>
internal sealed class KeepShortlistHandler(AppDbContext db, TimeProvider clock)
{
    public static readonly Refusal Full = new("shortlist.full", "Your shortlist holds {0} entries. Take some off first.", null, ShortlistItem.Most);

    public async Task<Refusal?> HandleAsync(KeepShortlist command, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || (command.Keep && !await db.Set<Entry>().AnyAsync(e => e.Id == command.Entry && e.NetworkId == network, ct)))
        {
            return ShareListingsHandler.NotThere;
        }

        var mine = await db.Set<ShortlistItem>().Where(i => i.PersonId == actor.Person && i.InNetwork == network).ToListAsync(ct);
        // Put on before it was joined into another: its old id still means the same.
        var before = await db.Set<EntryMoved>().AsNoTracking().Where(m => m.Now == command.Entry).Select(m => m.Id).ToListAsync(ct);
        var there = mine.Where(i => i.EntryId == command.Entry || before.Contains(i.EntryId)).ToList();
        if (command.Keep == there.Count > 0)
        {
            return null;
        }

        if (command.Keep && mine.Count >= ShortlistItem.Most)
        {
            return Full;
        }

        if (command.Keep)
        {
            db.Add(new ShortlistItem(actor.Person, network, command.Entry, clock));
        }
        else
        {
            db.RemoveRange(there);
        }

        db.Record(command.Keep ? "shortlist.added" : "shortlist.taken-off", command.Entry.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>The person's entries, oldest first; joined ones under their present id, gone ones counted apart.</summary>
    public async Task<(IReadOnlyList<Entry> Entries, IReadOnlyList<EntryId> Gone)> ListAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network)
        {
            return ([], []);
        }

        var kept = await db.Set<ShortlistItem>().AsNoTracking().Where(i => i.PersonId == actor.Person && i.InNetwork == network).OrderBy(i => i.AddedAt).ThenBy(i => i.Id)
            .Select(i => i.EntryId).Take(ShortlistItem.Most).ToListAsync(ct);
        var moved = await db.Set<EntryMoved>().AsNoTracking().Where(m => kept.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Now, ct);
        var now = kept.Select(k => moved.GetValueOrDefault(k, k)).Distinct().ToList();
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => now.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        return ([.. now.Where(entries.ContainsKey).Select(id => entries[id])], [.. kept.Where(k => !entries.ContainsKey(moved.GetValueOrDefault(k, k)))]);
    }
}
