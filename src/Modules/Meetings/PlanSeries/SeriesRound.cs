using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>
/// A series' daily round: further meetings are laid out, the next one opens, schools without anybody are reminded,
/// and people whose clock moves. Calendars are told what is still untold. Asks the
/// database what is missing and commits once, so it may be killed anywhere, come late or come twice.
/// </summary>
internal sealed class SeriesRound(AppDbContext db, SeriesWork work, Reminders reminders, CalendarPost post, INetworkDirectory networks) : IJobHandler
{
    public const string JobKind = "meetings.series";

    public string Kind => JobKind;

    public bool IsRound => true;

    // Somebody may answer or move a meeting in the very moment: then it looks again.
    public Task RunAsync(JobRun run, CancellationToken ct) => db.LookAgainAsync(20, () => OnceAsync(new MeetingSeriesId(run.Subject), ct));

    private async Task OnceAsync(MeetingSeriesId id, CancellationToken ct)
    {
        if (await db.Set<MeetingSeries>().FirstOrDefaultAsync(s => s.Id == id && s.EndedAt == null, ct) is not { } series)
        {
            return;
        }

        var fresh = work.LayOut(series);
        await work.OpenNextAsync(series, fresh, ct);
        var invited = await InvitedAsync(series, ct);
        await reminders.NudgeAsync(series, invited, ct);
        await reminders.NoticeAsync(series, invited, ct);
        post.OrderNow(series);
        var now = work.Clock.GetUtcNow();
        if (fresh.Count > 0 || await db.Set<Meeting>().AnyAsync(m => m.SeriesId == id && m.StartsAt > now, ct))
        {
            await work.OrderRoundAsync(series, ct);
        }

        db.Record("series.round", id.Value, series.NetworkId.Value);
        await db.SaveChangesAsync(ct);
    }

    // Whoever left the school, or whose school left the network, is asked no more and the links of the mails end.
    private async Task<IReadOnlyList<Invitation>> InvitedAsync(MeetingSeries series, CancellationToken ct)
    {
        var posts = await networks.PostsInAsync(series.NetworkId, ct);
        var invited = await db.Set<Invitation>().Where(i => i.SeriesId == series.Id && i.RevokedAt == null).OrderBy(i => i.Id).ToListAsync(ct);
        var gone = invited.Where(i => i.PersonId is { } person && !posts.Any(p => p.Person == person && (i.School is null || p.Organisation == i.School))).ToList();
        if (gone.Count > 0)
        {
            // Saved first: who stands for which school is read from the database.
            gone.ForEach(i => i.TakeBack(work.Clock.GetUtcNow()));
            db.Record("meeting.invitations-lapsed", series.Id.Value, series.NetworkId.Value);
            await db.SaveChangesAsync(ct);
        }

        return [.. invited.Where(i => i.Stands)];
    }
}
