using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>Moves or cancels one meeting of a series; everybody invited is told at once, in their own time.</summary>
internal sealed class MoveMeetingHandler(AppDbContext db, MeetingDoor door, InvitationMails mails, SeriesWork work)
{
    public Task<Refusal?> MoveAsync(MeetingId id, DateOnly? day, TimeOnly? time, string? reason, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, m => m.Move(day, time, reason, work.Clock.GetUtcNow()), mails.Moved, "meeting.moved", actor, ct);

    public Task<Refusal?> CancelAsync(MeetingId id, string? reason, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, m => m.Cancel(reason), mails.Cancelled, "meeting.cancelled", actor, ct);

    private async Task<Refusal?> ChangeAsync(MeetingId id, Func<Meeting, Refusal?> change, Action<Invitation, Meeting> tell, string act, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Plan, ct) is not { } meeting)
        {
            return MeetingDoor.Gone;
        }

        if (change(meeting) is { } refusal)
        {
            return refusal;
        }

        var series = await db.Set<MeetingSeries>().FirstAsync(s => s.Id == meeting.SeriesId, ct);
        series.Touch();
        (await db.Set<Invitation>().Where(i => i.SeriesId == meeting.SeriesId && i.RevokedAt == null).OrderBy(i => i.Id).ToListAsync(ct)).ForEach(i => tell(i, meeting));
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
