using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// What people keep about an entry beside its facts. Tied to a listing that was lent to it, so that it follows the right
/// person when a join is undone; the entry's id is kept for when that listing is taken back.
/// </summary>
internal interface IAboutEntry
{
    EntryId EntryId { get; }

    ListingId About { get; }
}

/// <summary>An entry somebody may write about, and the listing to tie the words to.</summary>
internal sealed record EntryAnchor(EntryId Entry, NetworkId Network, ListingId About, string Name);

/// <summary>Opens an entry for writing about it: the own school's listing where it has one, else the one lent first.</summary>
internal sealed class EntryDoor(AppDbContext db, Access access)
{
    /// <summary>Null: not there, or not for this actor; the answer to both is the same.</summary>
    public async Task<EntryAnchor?> OpenAsync(EntryId id, Actor actor, string permission, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().AsNoTracking().Where(e => e.Id == id).Select(e => new { e.NetworkId, e.Name }).FirstOrDefaultAsync(ct);
        if (entry is null || actor.Organisation is not { } own || !access.Allows(actor, permission, new AccessObject(own, entry.NetworkId)))
        {
            return null;
        }

        var lent = await db.Set<Contribution>().AsNoTracking().Where(c => c.EntryId == id).Select(c => new { c.Id, c.Source, c.SharedAt }).ToListAsync(ct);
        return lent.Count == 0
            ? null
            : new(id, entry.NetworkId, lent.OrderByDescending(c => c.Source == own).ThenBy(c => c.SharedAt).ThenBy(c => c.Id.Value).First().Id, entry.Name);
    }

    /// <summary>Rows about this entry: through its listings, or by its id (today's or an earlier one) where their listing is lent no more.</summary>
    public static async Task<List<T>> RowsAsync<T>(AppDbContext db, EntryId entry, IReadOnlyCollection<ListingId> listings, CancellationToken ct)
        where T : class, IAboutEntry
    {
        List<EntryId> ids = [entry, .. await db.Set<EntryMoved>().AsNoTracking().Where(m => m.Now == entry).Select(m => m.Id).ToListAsync(ct)];
        var rows = await db.Set<T>().AsNoTracking().Where(r => listings.Contains(r.About) || ids.Contains(r.EntryId)).ToListAsync(ct);
        var strays = rows.Select(r => r.About).Where(a => !listings.Contains(a)).Distinct().ToList();
        var elsewhere = strays.Count == 0
            ? []
            : await db.Set<Contribution>().Where(c => strays.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct);
        return [.. rows.Where(r => !elsewhere.Contains(r.About))];
    }
}
