using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>Changes the words and the template of a series, or ends it. Past meetings never follow.</summary>
internal sealed class ChangeSeriesHandler(AppDbContext db, MeetingDoor door, CalendarPost post, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(MeetingSeriesId id, SeriesDetails details, int version, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Plan, ct) is not { } series)
        {
            return MeetingDoor.Gone;
        }

        if (series.Version != version)
        {
            return Refusal.ChangedMeanwhile;
        }

        if (series.Change(details) is { } refusal)
        {
            return refusal;
        }

        (await ComingAsync(series, ct)).ForEach(m => m.Follow(series));
        post.OrderLater(series);
        db.Record("series.changed", id.Value);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>No meeting after today. Those laid out are cancelled, and whoever was asked is told once.</summary>
    public async Task<Refusal?> EndAsync(MeetingSeriesId id, string? reason, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Plan, ct) is not { } series)
        {
            return MeetingDoor.Gone;
        }

        var coming = await ComingAsync(series, ct);
        if ((coming.Select(m => m.Cancel(reason)).FirstOrDefault(r => r is not null) ?? series.End(clock.GetUtcNow())) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        post.OrderNow(series);
        db.Record("series.ended", id.Value);
        return await db.TrySaveAsync(ct);
    }

    private Task<List<Meeting>> ComingAsync(MeetingSeries series, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Set<Meeting>().Where(m => m.SeriesId == series.Id && m.StartsAt > now && (m.State == MeetingState.Draft || m.State == MeetingState.Open))
            .OrderBy(m => m.StartsAt).ToListAsync(ct);
    }
}
