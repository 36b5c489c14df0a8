using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>
/// A series' daily round: further meetings are laid out, the next one opens, schools without anybody are reminded. Asks the
/// database what is missing and commits once, so it may be killed anywhere, come late or come twice.
/// </summary>
internal sealed class SeriesRound(AppDbContext db, SeriesWork work, RepresentationBook book, InvitationMails mails, INetworkDirectory networks) : IJobHandler
{
    public const string JobKind = "meetings.series";

    /// <summary>Days before a meeting on which a school with nobody is reminded.</summary>
    public const int FirstNudge = 7;
    public const int SecondNudge = 2;

    public string Kind => JobKind;

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
        await NudgeAsync(series, invited, ct);
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

    private async Task NudgeAsync(MeetingSeries series, IReadOnlyList<Invitation> invited, CancellationToken ct)
    {
        var (now, today) = (work.Clock.GetUtcNow(), work.Clock.Today(series.Zone));
        var last = today.AddDays(FirstNudge);
        var near = await db.Set<Meeting>()
            .Where(m => m.SeriesId == series.Id && (m.State == MeetingState.Draft || m.State == MeetingState.Open) && m.StartsAt > now && m.Day <= last)
            .OrderBy(m => m.StartsAt).ToListAsync(ct);
        if (near.Count == 0 || series.LeastPerSchool == 0)
        {
            return;
        }

        var seats = await book.OfAsync(near, ct);
        foreach (var meeting in near)
        {
            var days = meeting.Day.DayNumber - today.DayNumber <= SecondNudge ? SecondNudge : FirstNudge;
            foreach (var seat in seats[meeting.Id].Where(s => !s.Green && s.State != SeatState.Excused && s.Nudges.All(n => n.DaysBefore > days)))
            {
                var people = invited.Where(i => i.School == seat.School && i.StoppedAt is null).ToList();
                people.ForEach(i => mails.Nudge(i, meeting));
                db.Add(Nudge.Keep(meeting, seat.School, days, people.Count, work.Clock));
            }
        }
    }
}
