using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Names">Of the listings that were made again what they were.</param>
internal sealed record UndoAnswer(IReadOnlyList<string> Names, Refusal? Refusal);

/// <summary>
/// Takes back the last thing this person did to the school's listings, does it again, or makes one listing what it was at
/// any time. Nobody's later change is undone with it: then the answer is no, and the history shows what there is.
/// </summary>
internal sealed class UndoChangeHandler(AppDbContext db, ListingReach reach, Access access, TimeProvider clock)
{
    public static readonly Refusal Nothing = new("undo.nothing", "There is nothing left to undo.");

    public static readonly Refusal NothingAgain = new("undo.nothing-again", "There is nothing left to redo.");

    public static readonly Refusal ChangedSince = new("undo.changed-since", "“{0}” was changed since, by {1}. Its history shows every change, and each can be brought back there.");

    public async Task<UndoAnswer> UndoAsync(Actor actor, CancellationToken ct)
    {
        var last = await Mine(actor).Where(c => c.UndoneAt == null).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync(ct);
        return last is null ? new([], Nothing) : await SwapAsync(last.Batch, undo: true, actor, ct);
    }

    /// <summary>Again what was undone last, as long as nothing else was done after it.</summary>
    public async Task<UndoAnswer> RedoAsync(Actor actor, CancellationToken ct)
    {
        var done = await Mine(actor).Where(c => c.UndoneAt == null).OrderByDescending(c => c.At).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(ct);
        var next = await Mine(actor).Where(c => c.UndoneAt != null && (done == null || c.At > done)).OrderBy(c => c.At).ThenBy(c => c.Id).FirstOrDefaultAsync(ct);
        return next is null ? new([], NothingAgain) : await SwapAsync(next.Batch, undo: false, actor, ct);
    }

    /// <summary>Makes a listing what it was before a change, or after it. That is a change of its own.</summary>
    public async Task<UndoAnswer> BringBackAsync(ListingId id, DirectoryRowId changeId, bool before, Actor actor, CancellationToken ct)
    {
        var change = await db.Set<ListingChange>().FirstOrDefaultAsync(c => c.Id == changeId && c.ListingId == id, ct);
        var listing = await FindAsync(id, actor, ct);
        if (listing is null || change is not { States: [var was, var then] })
        {
            return new([], ShareListingsHandler.NotThere);
        }

        var now = listing.State();
        if (listing.Restore(before ? was : then, actor, clock) is { } refusal)
        {
            return new([], refusal);
        }

        db.Add(ListingChange.Of(listing, ListingAct.Restored, now, Batch.New(clock), actor, clock));
        return await SaveAsync([listing], "listing.restored", actor, ct);
    }

    private async Task<UndoAnswer> SwapAsync(Guid batch, bool undo, Actor actor, CancellationToken ct)
    {
        var changes = await db.Set<ListingChange>().Where(c => c.Batch == batch && ListingChange.Undoable.Contains(c.Act)).ToListAsync(ct);
        var ids = changes.Select(c => c.ListingId).ToList();
        var there = await db.Set<Listing>().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
        var listings = new List<Listing>();
        foreach (var change in undo ? changes.OrderByDescending(c => c.Id.Value) : changes.OrderBy(c => c.Id.Value))
        {
            var (from, to) = undo ? (change.States[1], change.States[0]) : (change.States[0], change.States[1]);
            var listing = there.GetValueOrDefault(change.ListingId);
            if (listing is null || !access.Allows(actor, DirectoryPermissions.EditListings, new AccessObject(listing.OrganisationId)) || !listing.State().IsSameAs(from))
            {
                return new([], ChangedSince with { Values = [listing?.Name ?? "", listing?.ChangedByName ?? ""] });
            }

            if (listing.Restore(to, actor, clock) is { } refusal)
            {
                return new([], refusal);
            }

            if (undo)
            {
                change.Undo(clock);
            }
            else
            {
                change.Redo();
            }

            listings.Add(listing);
        }

        return await SaveAsync(listings, undo ? "listing.undone" : "listing.redone", actor, ct);
    }

    private IQueryable<ListingChange> Mine(Actor actor) =>
        db.Set<ListingChange>().AsNoTracking().Where(c => c.OrganisationId == actor.Organisation && c.By == actor.Person && ListingChange.Undoable.Contains(c.Act));

    private async Task<Listing?> FindAsync(ListingId id, Actor actor, CancellationToken ct)
    {
        var listing = await db.Set<Listing>().FirstOrDefaultAsync(l => l.Id == id, ct);
        return listing is not null && access.Allows(actor, DirectoryPermissions.EditListings, new AccessObject(listing.OrganisationId)) ? listing : null;
    }

    private async Task<UndoAnswer> SaveAsync(List<Listing> listings, string act, Actor actor, CancellationToken ct)
    {
        await reach.FollowAsync([.. listings.Distinct()], actor, ct);
        foreach (var listing in listings)
        {
            db.Record(act, listing.Id.Value);
        }

        return await db.TrySaveAsync(ct) is { } clash ? new([], clash) : new([.. listings.Select(l => l.Name)], null);
    }
}
