using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

internal enum SeatState
{
    Comes,
    AlternateComes,
    Perhaps,
    NoAnswer,
    NotComing,
    NobodyInvited,
    Excused,
    Met,
    Missed,
}

/// <param name="Reply">What counts for this meeting: the answer to it, else the answer to the series.</param>
internal sealed record SeatPerson(Invitation Invitation, Reply Reply, string? Alternate);

/// <summary>One member school at one meeting.</summary>
internal sealed record SchoolSeat(OrganisationId School, string Name, SeatState State, IReadOnlyList<SeatPerson> People, string? Reason, IReadOnlyList<Nudge> Nudges)
{
    public bool Green => State is SeatState.Comes or SeatState.AlternateComes or SeatState.Met;
}

/// <summary>Who stands for which school. Counted by school, not by head.</summary>
internal sealed class RepresentationBook(AppDbContext db, SeriesWork work)
{
    public async Task<IReadOnlyDictionary<MeetingId, IReadOnlyList<SchoolSeat>>> OfAsync(IReadOnlyCollection<Meeting> meetings, CancellationToken ct)
    {
        var found = new Dictionary<MeetingId, IReadOnlyList<SchoolSeat>>();
        if (meetings.Count == 0)
        {
            return found;
        }

        var ids = meetings.Select(m => m.Id).ToList();
        var series = meetings.Select(m => m.SeriesId).Distinct().ToList();
        var least = await db.Set<MeetingSeries>().AsNoTracking().Where(s => series.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.LeastPerSchool, ct);
        var invited = (await db.Set<Invitation>().AsNoTracking().Where(i => series.Contains(i.SeriesId) && i.School != null && i.RevokedAt == null)
            .OrderBy(i => i.Name).ThenBy(i => i.Id).ToListAsync(ct)).ToLookup(i => i.SeriesId);
        var replies = (await db.Set<Response>().AsNoTracking().Where(r => ids.Contains(r.MeetingId)).ToListAsync(ct)).ToDictionary(r => (r.MeetingId, r.InvitationId));
        var kept = (await db.Set<Representation>().AsNoTracking().Where(r => ids.Contains(r.MeetingId)).OrderBy(r => r.SchoolName).ToListAsync(ct)).ToLookup(r => r.MeetingId);
        var nudges = (await db.Set<Nudge>().AsNoTracking().Where(n => ids.Contains(n.MeetingId)).OrderBy(n => n.At).ToListAsync(ct)).ToLookup(n => (n.MeetingId, n.School));
        var schools = await work.SchoolsAsync(meetings.First().NetworkId, ct);
        foreach (var meeting in meetings)
        {
            found[meeting.Id] = meeting.State == MeetingState.Closed
                ? [.. kept[meeting.Id].Select(r => new SchoolSeat(r.School, r.SchoolName, Of(r.Result), [], r.Reason, [.. nudges[(meeting.Id, r.School)]]))]
                : [.. schools.Select(school =>
                {
                    var people = invited[meeting.SeriesId].Where(i => i.School == school.Id && i.IsFor(meeting)).OrderBy(i => i.Part).Select(i => Seat(meeting, i, replies.GetValueOrDefault((meeting.Id, i.Id)))).ToList();
                    var excuse = kept[meeting.Id].FirstOrDefault(r => r.School == school.Id && r.Result == RepresentationResult.Excused);
                    var state = StateOf(people, Math.Max(1, least[meeting.SeriesId]));
                    var green = state is SeatState.Comes or SeatState.AlternateComes;
                    return new SchoolSeat(school.Id, school.Name, excuse is not null && !green ? SeatState.Excused : state, people, excuse?.Reason, [.. nudges[(meeting.Id, school.Id)]]);
                })];
        }

        return found;
    }

    public async Task<IReadOnlyList<SchoolSeat>> OfAsync(Meeting meeting, CancellationToken ct) => (await OfAsync([meeting], ct))[meeting.Id];

    /// <summary>Fixes the result of a meeting that closes: who was there for whom.</summary>
    public async Task SettleAsync(Meeting meeting, IReadOnlyList<Attendance> there, CancellationToken ct)
    {
        var least = await db.Set<MeetingSeries>().Where(s => s.Id == meeting.SeriesId).Select(s => s.LeastPerSchool).FirstAsync(ct);
        var kept = await db.Set<Representation>().Where(r => r.MeetingId == meeting.Id).ToListAsync(ct);
        var schools = (await work.SchoolsAsync(meeting.NetworkId, ct)).Select(s => (s.Id, s.Name)).ToList();
        if (meeting.State == MeetingState.Closed)
        {
            // A correction years later changes the result of the schools of that day, whoever is a member now.
            schools = [.. kept.Select(r => (r.School, r.SchoolName))];
        }

        foreach (var (id, name) in schools)
        {
            var met = there.Count(a => a.WasThere && a.School == id) >= Math.Max(1, least);
            var row = kept.Find(r => r.School == id);
            var result = met ? RepresentationResult.Met : row?.Reason is not null ? RepresentationResult.Excused : RepresentationResult.Missed;
            if (row is null)
            {
                db.Add(Representation.Keep(meeting, id, name, result, null, work.Clock));
            }
            else
            {
                row.Settle(result, null);
            }
        }
    }

    private static SeatState Of(RepresentationResult result) => result switch
    {
        RepresentationResult.Met => SeatState.Met,
        RepresentationResult.Missed => SeatState.Missed,
        RepresentationResult.Excused => SeatState.Excused,
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    // An answer given for another time, before the meeting was moved, says nothing about this one.
    internal static SeatPerson Seat(Meeting meeting, Invitation invitation, Response? own) =>
        own is not null && (meeting.MovedAt is null || own.AnsweredAt > meeting.MovedAt) ? new(invitation, own.Reply, own.Alternate)
        : new(invitation, meeting.MovedAt is null || invitation.AnsweredAt > meeting.MovedAt ? invitation.Standing : Reply.NeedsAction, null);

    private static SeatState StateOf(List<SeatPerson> people, int least)
    {
        if (people.Count == 0)
        {
            return SeatState.NobodyInvited;
        }

        var come = people.Count(p => p.Reply == Reply.Accepted);
        return come >= least ? SeatState.Comes
            : come + people.Count(p => p.Reply != Reply.Accepted && p.Alternate is not null) >= least ? SeatState.AlternateComes
            : people.Any(p => p.Reply is Reply.Tentative or Reply.Accepted) ? SeatState.Perhaps
            : people.Any(p => p.Reply == Reply.NeedsAction) ? SeatState.NoAnswer
            : SeatState.NotComing;
    }
}
