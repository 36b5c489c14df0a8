using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>Whoever holds an action tells its result; for somebody who has left, a colleague of the same organisation or the coordinator does.</summary>
internal sealed class ActionsHandler(AppDbContext db, MeetingDoor door, TimeProvider clock)
{
    public async Task<ActionItem?> FindAsync(ActionItemId id, Actor actor, CancellationToken ct)
    {
        var action = door.May(actor, MeetingsPermissions.See) ? await db.Set<ActionItem>().FirstOrDefaultAsync(a => a.Id == id && a.NetworkId == actor.Network, ct) : null;
        return action is not null && (action.Holder == actor.Person || await door.Meetings(actor).AnyAsync(m => m.Id == action.MeetingId, ct)) ? action : null;
    }

    public bool MayTell(ActionItem action, Actor actor) => action.Holder == actor.Person
        || door.May(actor, MeetingsPermissions.Plan)
        || (action.Organisation == actor.Organisation && door.May(actor, MeetingsPermissions.Append));

    public Task<Refusal?> SettleAsync(ActionItemId id, ActionState state, string? result, string? lateReason, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, a => a.Settle(state, result, lateReason, clock.Today(actor.Zone), clock.GetUtcNow()), "action.settled", actor, ct);

    public Task<Refusal?> PutOffAsync(ActionItemId id, DateOnly? day, string? reason, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, a => a.PutOff(day, reason, clock.Today(actor.Zone)), "action.put-off", actor, ct);

    private async Task<Refusal?> ChangeAsync(ActionItemId id, Func<ActionItem, Refusal?> change, string act, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } action || !MayTell(action, actor))
        {
            return MeetingDoor.Gone;
        }

        if (change(action) is { } refusal)
        {
            return refusal;
        }

        db.Record(act, id.Value);
        return await db.TrySaveAsync(ct);
    }
}
