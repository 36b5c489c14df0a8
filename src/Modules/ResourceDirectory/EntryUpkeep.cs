using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Keeps the joint directory in step with what schools lend, in the commit of the act itself: what is shared is found at
/// once, what is taken back is gone at once. Saves nothing by itself.
/// </summary>
internal sealed class EntryUpkeep(AppDbContext db, TimeProvider clock)
{
    private (OrganisationId School, IReadOnlyList<FactField> Fields)? kept;

    /// <summary>What the school in scope keeps of every listing. Asked once.</summary>
    public async Task<IReadOnlyList<FactField>> KeptByDefaultAsync(CancellationToken ct)
    {
        if (kept is not { } known || known.School != db.Scope.Organisation)
        {
            var school = db.Scope.Organisation;
            var defaults = await db.Set<ListingDefaults>().AsNoTracking().FirstOrDefaultAsync(d => d.OrganisationId == school, ct);
            kept = known = (school, defaults?.KeptFields ?? []);
        }

        return known.Fields;
    }

    /// <summary>Lends the listings, which are shared, or refreshes what was lent. New ones get entries of their own until they are joined.</summary>
    public async Task PutAsync(IReadOnlyCollection<Listing> listings, NetworkId network, string sourceName, CancellationToken ct)
    {
        var keptByDefault = await KeptByDefaultAsync(ct);
        var ids = listings.Select(l => l.Id).ToList();
        var lent = await db.Set<Contribution>().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var words = await db.Set<Assurance>().AsNoTracking().Where(a => ids.Contains(a.About) && a.UndoneAt == null).ToListAsync(ct);
        foreach (var listing in listings)
        {
            if (lent.TryGetValue(listing.Id, out var contribution))
            {
                contribution.Follow(listing, keptByDefault);
            }
            else
            {
                PutNew(listing, network, sourceName, keptByDefault, [.. words.Where(w => w.About == listing.Id)]);
            }
        }

        await RebuildAsync([.. lent.Values.Select(c => c.EntryId).Distinct()], [], ct);
    }

    /// <summary>For a listing that is not lent now.</summary>
    /// <param name="words">What was confirmed of it when it was lent before.</param>
    private void PutNew(Listing listing, NetworkId network, string sourceName, IReadOnlyCollection<FactField> keptByDefault, IReadOnlyCollection<Assurance> words)
    {
        var (contribution, entry) = Lend(listing, network, sourceName, keptByDefault, clock, words);
        db.Add(contribution);
        db.Add(entry);
    }

    /// <summary>What is lent of a listing, and its entry; nothing is kept yet.</summary>
    /// <param name="keptByDefault">See <see cref="KeptByDefaultAsync"/>.</param>
    /// <param name="words">What was confirmed of it when it was lent before; null: it certainly never was.</param>
    public static Lent Lend(
        Listing listing, NetworkId network, string sourceName, IReadOnlyCollection<FactField> keptByDefault, TimeProvider clock, IReadOnlyCollection<Assurance>? words = null)
    {
        var entry = Entry.Open(network, clock);
        var contribution = Contribution.Of(listing, network, sourceName, entry.Id, keptByDefault);
        contribution.Assure(EntryCare.Newest(words ?? []));
        entry.ShowWhat([contribution], clock);
        return new(contribution, entry);
    }

    /// <summary>Keeps many at once, for lists that come in.</summary>
    public async Task InsertAsync(IReadOnlyCollection<Lent> lent, CancellationToken ct)
    {
        await db.InsertAllAsync([.. lent.Select(l => l.Contribution)], ct);
        await db.InsertAllAsync([.. lent.Select(l => l.Entry)], ct);
    }

    /// <summary>Takes back what was lent of these listings.</summary>
    public async Task TakeBackAsync(IReadOnlyCollection<ListingId> listings, CancellationToken ct)
    {
        var lent = await db.Set<Contribution>().Where(c => listings.Contains(c.Id)).ToListAsync(ct);
        await TakeBackAsync(lent, ct);
    }

    public async Task TakeBackAsync(IReadOnlyList<Contribution> lent, CancellationToken ct)
    {
        var ids = lent.Select(c => c.Id).ToList();
        db.RemoveRange(lent);
        db.RemoveRange(await db.Set<JoinProposal>().Where(p => ids.Contains(p.Left) || ids.Contains(p.Right)).ToListAsync(ct));
        await RebuildAsync([.. lent.Select(c => c.EntryId).Distinct()], [.. ids], ct);
    }

    private async Task RebuildAsync(List<EntryId> entries, HashSet<ListingId> gone, CancellationToken ct)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var shown = await db.Set<Entry>().Where(e => entries.Contains(e.Id)).ToListAsync(ct);
        var all = await db.Set<Contribution>().Where(c => entries.Contains(c.EntryId)).ToListAsync(ct);
        var say = all.Where(c => !gone.Contains(c.Id)).ToLookup(c => c.EntryId);
        var lost = all.Where(c => gone.Contains(c.Id)).ToLookup(c => c.EntryId);
        foreach (var entry in shown)
        {
            if (say.Contains(entry.Id))
            {
                lost[entry.Id].ToList().ForEach(say[entry.Id].MinBy(c => (c.SharedAt, c.Id.Value))!.TakeOver);
                entry.ShowWhat([.. say[entry.Id]], clock);
            }
            else
            {
                db.Remove(entry);
                db.RemoveRange(await db.Set<EntryMoved>().Where(m => m.Now == entry.Id).ToListAsync(ct));
            }
        }
    }
}

/// <summary>One new contribution and the entry that shows it.</summary>
internal readonly record struct Lent(Contribution Contribution, Entry Entry);
