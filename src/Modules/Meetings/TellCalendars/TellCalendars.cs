using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>
/// Tells calendars what was edited. While a later order for the same series waits, only cancellations go: the rest is told
/// with the last edit. Asks the database what is still untold, so it may be killed anywhere or come twice.
/// </summary>
internal sealed class TellCalendars(AppDbContext db, CalendarPost post, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "meetings.tell";

    public string Kind => JobKind;

    // Somebody may edit or answer in the very moment, or a mail be on its way: then it looks again.
    public Task RunAsync(JobRun run, CancellationToken ct) => db.LookAgainAsync(20, () => OnceAsync(run, ct));

    private async Task OnceAsync(JobRun run, CancellationToken ct)
    {
        var id = new MeetingSeriesId(run.Subject);
        if (await db.Set<MeetingSeries>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } series)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var later = await db.Set<Job>().AnyAsync(j => j.Kind == JobKind && j.Subject == run.Subject && j.State == JobState.Waiting && j.DueAt > now, ct);
        await post.TellAsync(series, onlyCancelled: later, ct);
        if (db.ChangeTracker.HasChanges())
        {
            db.Record("meeting.calendars-told", run.Subject, series.NetworkId.Value);
            await db.SaveChangesAsync(ct);
        }
    }
}
