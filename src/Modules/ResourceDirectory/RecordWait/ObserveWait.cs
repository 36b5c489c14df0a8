using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

internal sealed record ObserveWait(EntryId Entry, int? FromDays, int? ToDays, WaitSaidBy SaidBy, WaitUntil Until, DateOnly? On);

/// <summary>Adds one dated observation of a waiting time for all schools of the network, or takes an own one back.</summary>
internal sealed class ObserveWaitHandler(AppDbContext db, EntryDoor door, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(ObserveWait command, Actor actor, CancellationToken ct)
    {
        if (await door.OpenAsync(command.Entry, actor, DirectoryPermissions.TellEntries, ct) is not { } entry)
        {
            return ShareListingsHandler.NotThere;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var on = command.On ?? today;
        // A reader east of Greenwich may write of a day that has not begun in Greenwich.
        if (WaitingObservation.Wrong(command.FromDays, command.ToDays, on, today.AddDays(1)) is { } wrong)
        {
            return wrong;
        }

        var observation = WaitingObservation.Of(entry, command, on, actor, clock);
        db.Add(observation);
        db.Record("entry.wait-observed", observation.Id.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<Refusal?> TakeBackAsync(EntryId id, DirectoryRowId row, Actor actor, CancellationToken ct)
    {
        var entry = await door.OpenAsync(id, actor, DirectoryPermissions.TellEntries, ct);
        var own = await db.Set<WaitingObservation>().FirstOrDefaultAsync(w => w.Id == row && w.Source == actor.Organisation, ct);
        if (entry is null || own is null)
        {
            return ShareListingsHandler.NotThere;
        }

        db.Remove(own);
        db.Record("entry.wait-taken-back", own.Id.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
