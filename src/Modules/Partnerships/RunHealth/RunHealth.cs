using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Calls a catch-up about all that shows, and writes down its result.</summary>
internal sealed class RunHealthHandler(AppDbContext db, PartnershipDoor door, HealthBook book, TimeProvider clock)
{
    public async Task<Refusal?> CallAsync(PartnershipId id, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view)
        {
            return PartnershipDoor.Gone;
        }

        var today = clock.Today(actor.Zone);
        var health = await book.OfAsync(view, today, ct);
        if (health.Proposal.Count == 0)
        {
            return CatchUp.NothingNew;
        }

        var talk = CatchUp.Call(view.Partnership, health.Proposal, actor.Name, today, clock);
        db.Add(talk);
        try
        {
            return await db.TrySaveAsync("catch-up.called", talk.Id.Value, ct);
        }
        catch (DbUpdateException)
        {
            // Somebody of the other side pressed in the same moment: the open one is unique.
            db.ChangeTracker.Clear();
            return CatchUp.NothingNew;
        }
    }

    public async Task<Refusal?> CloseAsync(PartnershipId id, PartnershipRowId talk, CatchUpResult result, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is null || await db.Set<CatchUp>().FirstOrDefaultAsync(c => c.Id == talk && c.PartnershipId == id, ct) is not { } found)
        {
            return PartnershipDoor.Gone;
        }

        return found.Close(result, actor.Name, clock.Today(actor.Zone)) ?? await db.TrySaveAsync("catch-up.closed", talk.Value, ct);
    }
}
