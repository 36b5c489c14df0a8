using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>The agenda of a meeting that has not closed, the backlog of its series, and what was left over.</summary>
internal sealed class EditAgendaHandler(AppDbContext db, MeetingDoor door, TimeProvider clock)
{
    public async Task<Refusal?> AddAsync(MeetingId id, AgendaWords words, bool park, Actor actor, CancellationToken ct)
    {
        var (meeting, refusal) = await OpenAsync(id, actor, ct);
        if (meeting is null)
        {
            return refusal;
        }

        var (item, unfit) = AgendaItem.Add(park ? null : meeting, meeting.SeriesId, meeting.NetworkId, await NextPositionAsync(park ? null : meeting, ct), words, actor.Name, clock);
        if (item is null)
        {
            return unfit;
        }

        db.Add(item);
        return await db.TrySaveAsync("agenda.item-added", item.Id.Value, ct);
    }

    public async Task<Refusal?> WriteAsync(MeetingId id, AgendaItemId item, AgendaWords words, int version, Actor actor, CancellationToken ct)
    {
        var (_, found, refusal) = await FindAsync(id, item, actor, ct);
        return refusal ?? (found!.Version != version ? Refusal.ChangedMeanwhile : found.Write(words)) ?? await db.TrySaveAsync("agenda.item-changed", item.Value, ct);
    }

    /// <summary>One place up or down.</summary>
    public async Task<Refusal?> PlaceAsync(MeetingId id, AgendaItemId item, bool up, Actor actor, CancellationToken ct)
    {
        var (meeting, found, refusal) = await FindAsync(id, item, actor, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var all = await db.Set<AgendaItem>().Where(i => i.MeetingId == meeting!.Id).OrderBy(i => i.Position).ThenBy(i => i.Id).ToListAsync(ct);
        var at = all.IndexOf(found!);
        var to = Math.Clamp(at + (up ? -1 : 1), 0, all.Count - 1);
        (all[at], all[to]) = (all[to], all[at]);
        for (var n = 0; n < all.Count; n++)
        {
            all[n].Place(n + 1);
        }

        return await db.TrySaveAsync("agenda.item-placed", item.Value, ct);
    }

    /// <summary>Onto the agenda from the backlog, or off the agenda into it.</summary>
    public async Task<Refusal?> ParkAsync(MeetingId id, AgendaItemId item, bool park, Actor actor, CancellationToken ct)
    {
        var (meeting, found, refusal) = await FindAsync(id, item, actor, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        if (!found!.IsLeft)
        {
            return AgendaItem.Carried;
        }

        found.PutInto(park ? null : meeting, await NextPositionAsync(park ? null : meeting, ct));
        return await db.TrySaveAsync(park ? "agenda.item-parked" : "agenda.item-taken", item.Value, ct);
    }

    /// <summary>Takes an unfinished item of an earlier meeting on: moved it is gone from there, copied it stays as it was.</summary>
    public async Task<Refusal?> CarryAsync(MeetingId id, AgendaItemId item, Carrying way, Actor actor, CancellationToken ct)
    {
        var (meeting, refusal) = await OpenAsync(id, actor, ct);
        if (meeting is null)
        {
            return refusal;
        }

        var found = await (
            from i in db.Set<AgendaItem>()
            join m in db.Set<Meeting>() on i.MeetingId equals m.Id
            where i.Id == item && i.SeriesId == meeting.SeriesId && m.State == MeetingState.Closed && m.StartsAt < meeting.StartsAt
            select i).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return MeetingDoor.Gone;
        }

        var (next, carried) = found.CarryTo(meeting, await NextPositionAsync(meeting, ct), way, actor.Name, clock);
        if (next is null)
        {
            return carried;
        }

        db.Add(next);
        return await db.TrySaveAsync(way == Carrying.Moved ? "agenda.item-moved" : "agenda.item-copied", item.Value, ct);
    }

    public async Task<Refusal?> SettleAsync(MeetingId id, AgendaItemId item, bool done, Actor actor, CancellationToken ct)
    {
        var (meeting, found, refusal) = await FindAsync(id, item, actor, ct);
        if (refusal is not null || meeting!.State != MeetingState.InProgress)
        {
            return refusal ?? Meeting.NotStarted;
        }

        found!.Settle(done);
        return await db.TrySaveAsync("agenda.item-settled", item.Value, ct);
    }

    /// <summary>What the last closed meeting of the series left over: offered, never forced.</summary>
    public async Task<IReadOnlyList<(AgendaItem Item, Meeting From)>> LeftOverAsync(Meeting meeting, CancellationToken ct)
    {
        var last = await db.Set<Meeting>().AsNoTracking()
            .Where(m => m.SeriesId == meeting.SeriesId && m.State == MeetingState.Closed && m.StartsAt < meeting.StartsAt)
            .OrderByDescending(m => m.StartsAt).FirstOrDefaultAsync(ct);
        return last is null || !(meeting.IsAhead || meeting.State == MeetingState.InProgress) ? []
            : [.. (await db.Set<AgendaItem>().AsNoTracking().Where(i => i.MeetingId == last.Id && !i.Done && i.ToId == null)
                .OrderBy(i => i.Position).ToListAsync(ct)).Select(i => (i, last))];
    }

    private async Task<(Meeting? Meeting, Refusal? Refusal)> OpenAsync(MeetingId id, Actor actor, CancellationToken ct) =>
        await door.FindAsync(id, actor, MeetingsPermissions.Append, ct) switch
        {
            null => (null, MeetingDoor.Gone),
            { State: MeetingState.Draft } => (null, Meeting.NotYet),
            { State: MeetingState.Closed } => (null, Meeting.Over),
            { State: MeetingState.Cancelled } => (null, Meeting.IsCancelled),
            var meeting => (meeting, null),
        };

    private async Task<(Meeting? Meeting, AgendaItem? Item, Refusal? Refusal)> FindAsync(MeetingId id, AgendaItemId item, Actor actor, CancellationToken ct)
    {
        var (meeting, refusal) = await OpenAsync(id, actor, ct);
        var found = meeting is null ? null
            : await db.Set<AgendaItem>().FirstOrDefaultAsync(i => i.Id == item && i.SeriesId == meeting.SeriesId && (i.MeetingId == meeting.Id || i.MeetingId == null), ct);
        return (meeting, found, found is null ? refusal ?? MeetingDoor.Gone : null);
    }

    private async Task<int> NextPositionAsync(Meeting? meeting, CancellationToken ct) =>
        meeting is null ? 0 : 1 + (await db.Set<AgendaItem>().Where(i => i.MeetingId == meeting.Id).MaxAsync(i => (int?)i.Position, ct) ?? 0);
}
