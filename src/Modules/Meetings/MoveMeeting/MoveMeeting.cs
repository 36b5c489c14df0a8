using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>Moves, cancels or brings back one meeting of a series; everybody invited is told, in their own time: of a cancellation at once.</summary>
internal sealed class MoveMeetingHandler(AppDbContext db, MeetingDoor door, CalendarPost post, SeriesWork work, ClashBook clashes)
{
    public Task<Refusal?> MoveAsync(MeetingId id, DateOnly? day, TimeOnly? time, string? reason, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, m => m.Move(day, time, reason, work.Clock.GetUtcNow()), "meeting.moved", actor, ct);

    public Task<Refusal?> CancelAsync(MeetingId id, string? reason, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, m => m.Cancel(reason), "meeting.cancelled", actor, ct);

    /// <summary>A meeting that was cancelled takes place after all.</summary>
    public Task<Refusal?> RestoreAsync(MeetingId id, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, m => m.Restore(work.Clock.GetUtcNow()), "meeting.restored", actor, ct);

    private async Task<Refusal?> ChangeAsync(MeetingId id, Func<Meeting, Refusal?> change, string act, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Plan, ct) is not { } meeting)
        {
            return MeetingDoor.Gone;
        }

        var series = await db.Set<MeetingSeries>().FirstAsync(s => s.Id == meeting.SeriesId, ct);
        if ((series.EndedAt is null ? change(meeting) : MeetingSeries.Ended) is { } refusal)
        {
            return refusal;
        }

        if (meeting.Stands && await clashes.PupilsAsync(series, [SeriesDate.Of(meeting)], ct) is { } outside)
        {
            db.ChangeTracker.Clear();
            return outside;
        }

        series.Touch();
        meeting.TakeSequence(series);
        Action<MeetingSeries> order = meeting.State == MeetingState.Cancelled ? post.OrderNow : post.OrderLater;
        order(series);
        db.Record(act, id.Value);
        if (await db.TrySaveAsync(ct) is { } meanwhile)
        {
            return meanwhile;
        }

        // The next one opens by itself when the one that was next is gone.
        if (meeting.State == MeetingState.Cancelled && series.EndedAt is null && await work.OpenNextAsync(series, [], ct) is { } next)
        {
            db.Record("meeting.opened", next.Id.Value);
            await db.TrySaveAsync(ct);
        }

        return null;
    }
}
