using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Lets the school's listings follow the newer version of their list, in the commit of the batch they stand in. What says
/// the same already is not touched.
/// </summary>
internal sealed class FollowList(AppDbContext db, ListingReach reach, ListImport import, ReadingFor reader)
{
    private readonly IReadOnlySet<FactField> _spoken = SpokenFields.Of(import);

    public async Task FollowAsync(IReadOnlyList<KnownRow> known, CancellationToken ct)
    {
        if (known.Count == 0)
        {
            return;
        }

        var ids = known.Select(k => k.Before.Id).ToList();
        var listings = await db.Set<Listing>().AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
        var changes = new List<ImportChange>();
        var history = new List<ListingChange>();
        var shared = new List<Listing>();
        foreach (var row in known)
        {
            var listing = listings[row.Before.Id];
            var before = listing.State();
            if (Follow(row, listing) is { } change)
            {
                changes.Add(change);
                history.Add(ListingChange.Of(listing, ListingAct.Edited, before, import.Id.Value, reader.Actor, reader.Clock));
                db.Record("listing.changed-by-list", listing.Id.Value);
                if (listing.Sharing != Sharing.OwnSchool)
                {
                    shared.Add(listing);
                }
            }
        }

        await db.InsertAllAsync(changes, ct);
        await db.InsertAllAsync(history, ct);
        await reach.FollowAsync(shared, reader.Actor, ct);
    }

    /// <summary>Lines that this version has no more. Batch by batch; what was done before a crash is not done again.</summary>
    public async Task<int> LeaveAsync(IReadOnlyList<EarlierLine> gone, int batch, CancellationToken ct)
    {
        var done = await db.Set<ImportChange>().AsNoTracking().Where(c => c.ImportId == import.Id && c.Kind != ImportChangeKind.Changed).Select(c => c.ListingId).ToListAsync(ct);
        var there = gone.Where(g => !g.Away).Select(g => g.Id).ToList();
        foreach (var ids in there.Except(done).Chunk(batch))
        {
            var listings = await db.Set<Listing>().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Id).ToListAsync(ct);
            await db.InsertAllAsync(listings.ConvertAll(l => ImportChange.Of(import.GoneLines == GoneLines.TakeAway ? ImportChangeKind.TakenAway : ImportChangeKind.Missing, import, l, reader.Clock)), ct);
            await LeaveAsync(listings, ct);
            db.Record("list.lines-gone", import.Id.Value, import.OrganisationId.Value);
            await db.SaveChangesAsync(ct);
            RunImport.Forget(db);
        }

        return there.Count;
    }

    private async Task LeaveAsync(List<Listing> listings, CancellationToken ct)
    {
        var shared = listings.Where(l => l.Sharing != Sharing.OwnSchool).ToList();
        foreach (var listing in listings)
        {
            if (import.GoneLines == GoneLines.Ask)
            {
                listing.AskWhetherItHolds(reader.Clock);
            }
            else if (import.GoneLines == GoneLines.TakeAway && listing.Remove(reader.Actor, reader.Clock) is null)
            {
                db.Record("listing.removed", listing.Id.Value);
            }
        }

        if (import.GoneLines == GoneLines.TakeAway && shared.Count > 0)
        {
            await reach.FollowAsync(shared, reader.Actor, ct);
        }
    }

    private ImportChange? Follow(KnownRow row, Listing listing)
    {
        if (listing.RemovedAt is not null && !row.Before.AwayByList)
        {
            row.Row.TakeAs(row.Understood, listing.Id, RowEffect.Unchanged);
            row.Row.Remark(new(ListColumn.Unknown, null, "row.stays-away", EarlierList.StaysAway.Message, []));
            return null;
        }

        var said = listing.Listed is { } listed ? ListedLine.Read(listed) : ListedLine.Of(listing.Facts, listing.Note, null);
        var merged = LineMerge.Merge(listing, said, row.Draft, _spoken, import.ListWins);
        var back = listing.RemovedAt is not null;
        if (!back && !merged.IsChange && listing.MissingSince is null)
        {
            row.Row.TakeAs(row.Understood, listing.Id, RowEffect.Unchanged);
            return null;
        }

        var change = ImportChange.Of(back ? ImportChangeKind.BroughtBack : ImportChangeKind.Changed, import, listing, reader.Clock);
        db.Attach(listing);
        var refusal = (back ? listing.BringBack(reader.Actor, reader.Clock) : null) ?? listing.Follow(merged.Draft, row.Listed, reader.Actor, reader.Clock);
        if (refusal is not null)
        {
            // A published person of the school must keep what makes a listing usable, whatever the list has lost.
            db.Entry(listing).State = EntityState.Detached;
            row.Row.TakeAs(row.Understood, listing.Id, RowEffect.Unchanged);
            row.Row.Remark(new(ListColumn.Unknown, null, refusal.Code, refusal.Message, []));
            return null;
        }

        row.Row.TakeAs(row.Understood, listing.Id, RowEffect.Changed);
        return change.Into(listing);
    }
}
