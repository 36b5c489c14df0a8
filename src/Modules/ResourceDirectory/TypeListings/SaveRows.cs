using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>One line of the table as it was typed.</summary>
/// <param name="Id">Null: a new listing.</param>
/// <param name="Was">What the cells showed when the person began to type: decides what they changed.</param>
internal sealed record TypedRow(ListingId? Id, IReadOnlyDictionary<ListColumn, string> Cells, IReadOnlyDictionary<ListColumn, string> Was);

/// <param name="IsWrong">False: saved, but not understood.</param>
internal sealed record CellRemark(ListColumn Column, bool IsWrong, Wording Text);

/// <param name="Saved">Null: nothing was typed there.</param>
/// <param name="Cells">What is kept now, or what was typed and refused.</param>
/// <param name="Was">What the person has seen as saved; the next typing is measured against it.</param>
internal sealed record RowAnswer(
    bool? Saved, ListingId? Id, IReadOnlyDictionary<ListColumn, string> Cells, IReadOnlyDictionary<ListColumn, string> Was, IReadOnlyList<CellRemark> Remarks);

internal sealed record SaveRows(ListingPlace Place, IReadOnlyList<TypedRow> Rows);

/// <summary>
/// Saves lines of the table. Only cells that were changed are written, so two people may work on one line; where both changed
/// the same cell, the later one is told and decides. A line that cannot be saved stops no other.
/// </summary>
internal sealed class SaveRowsHandler(AppDbContext db, ListingReach reach, Access access, INetworkDirectory networks, TimeProvider clock)
{
    public const int MostRows = 500;

    public async Task<IReadOnlyList<RowAnswer>?> HandleAsync(SaveRows command, Actor actor, CancellationToken ct)
    {
        if (command.Rows.Count > MostRows || actor.Organisation is not { } owner || !access.Allows(actor, DirectoryPermissions.EditListings, new AccessObject(owner)))
        {
            return null;
        }

        var ids = command.Rows.Select(r => r.Id).OfType<ListingId>().ToList();
        var there = await db.Set<Listing>().Where(l => ids.Contains(l.Id) && l.OrganisationId == owner && l.RemovedAt == null).ToDictionaryAsync(l => l.Id, ct);
        var card = await networks.FindOrganisationAsync(owner, ct);
        var write = new RowWriting(owner, actor, clock, new ListReadingOptions(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), card?.CallingCode), Batch.New(clock));
        var answers = new List<RowAnswer>();
        var saved = new List<Listing>();
        foreach (var row in command.Rows)
        {
            var known = row.Id is { } id ? there.GetValueOrDefault(id) : null;
            var (answer, change) = write.Write(row, known, command.Place);
            answers.Add(answer);
            if (change is not null)
            {
                Keep(change.Value, known, saved);
            }
            else if (known is not null && answer.Saved == false)
            {
                // A refused change must not travel along with the lines that are saved.
                db.Entry(known).State = EntityState.Detached;
            }
        }

        return saved.Count == 0 || await SaveAsync(saved, actor, ct) ? answers : [.. answers.Select((a, i) => a.Saved is null ? a : Late(a, command.Rows[i]))];
    }

    private void Keep((Listing Listing, ListingChange Change) written, Listing? known, List<Listing> saved)
    {
        if (known is null)
        {
            db.Add(written.Listing);
        }

        db.Add(written.Change);
        db.Record(known is null ? "listing.added" : "listing.edited", written.Listing.Id.Value);
        saved.Add(written.Listing);
    }

    private static RowAnswer Late(RowAnswer answer, TypedRow row) => answer with
    {
        Saved = false,
        Id = row.Id,
        Cells = row.Cells,
        Was = row.Was,
        Remarks = [new CellRemark(row.Cells.Keys.First(), IsWrong: true, new Wording(Refusal.ChangedMeanwhile.Message))],
    };

    private async Task<bool> SaveAsync(List<Listing> saved, Actor actor, CancellationToken ct)
    {
        await reach.FollowAsync(saved, actor, ct);
        return await db.TrySaveAsync(ct) is null;
    }
}
