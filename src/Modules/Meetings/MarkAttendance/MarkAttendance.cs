using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>Who was there and for which school. Closed with the meeting; afterwards only with a reason that stays in the log.</summary>
internal sealed class MarkAttendanceHandler(AppDbContext db, MeetingDoor door, RepresentationBook book, SeriesWork work)
{
    /// <param name="reason">Asked for when the meeting is closed.</param>
    public async Task<Refusal?> MarkAsync(MeetingId id, IReadOnlyDictionary<MeetingRowId, Presence> marks, string? reason, Actor actor, CancellationToken ct)
    {
        var (meeting, refusal) = await FindAsync(id, actor, ct);
        if (meeting is null)
        {
            return refusal;
        }

        var rows = await db.Set<Attendance>().Where(a => a.MeetingId == id).OrderBy(a => a.Organisation).ThenBy(a => a.Name).ToListAsync(ct);
        var changed = rows.Where(r => marks.TryGetValue(r.Id, out var p) && Enum.IsDefined(p) && p != r.Presence).ToList();
        foreach (var row in changed)
        {
            var before = row.Presence;
            row.Mark(marks[row.Id]);
            if (meeting.State == MeetingState.Closed && Log(meeting, row, MeetingWords.Of(before), MeetingWords.Of(row.Presence), reason, actor) is { } no)
            {
                db.ChangeTracker.Clear();
                return no;
            }
        }

        return changed.Count == 0 ? null : await SaveAsync(meeting, rows, "attendance.marked", ct);
    }

    /// <summary>Somebody who was not invited, or an alternate: with the school the person stands for, or none.</summary>
    public async Task<Refusal?> AddAsync(MeetingId id, string? name, OrganisationId? school, string? organisation, string? reason, Actor actor, CancellationToken ct)
    {
        var (meeting, refusal) = await FindAsync(id, actor, ct);
        if (meeting is null)
        {
            return refusal;
        }

        var card = school is { } chosen ? (await work.SchoolsAsync(meeting.NetworkId, ct)).FirstOrDefault(s => s.Id == chosen) : null;
        if (school is not null && card is null)
        {
            return HoldMeetingHandler.NoSchool;
        }

        var (row, unfit) = Attendance.Walked(meeting, name, card?.Id, card?.Name ?? Short(organisation), work.Clock);
        if (row is null)
        {
            return unfit;
        }

        if (meeting.State == MeetingState.Closed && Log(meeting, row, "", MeetingWords.Of(Presence.Present), reason, actor) is { } no)
        {
            return no;
        }

        db.Add(row);
        var rows = await db.Set<Attendance>().Where(a => a.MeetingId == id).ToListAsync(ct);
        return await SaveAsync(meeting, [.. rows, row], "attendance.added", ct);
    }

    /// <summary>A person signs for oneself by typing the name, once, during or after the meeting.</summary>
    public async Task<Refusal?> SignAsync(MeetingId id, string? typed, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Answer, ct) is not { } meeting
            || await db.Set<Attendance>().FirstOrDefaultAsync(a => a.MeetingId == id && a.PersonId == actor.Person, ct) is not { } own)
        {
            return MeetingDoor.Gone;
        }

        if ((meeting.State is MeetingState.InProgress or MeetingState.Closed ? own.Sign(typed, work.Clock.GetUtcNow()) : Meeting.NotStarted) is { } refusal)
        {
            return refusal;
        }

        db.Record("attendance.signed", own.Id.Value);
        return await db.TrySaveAsync(ct);
    }

    private async Task<(Meeting? Meeting, Refusal? Refusal)> FindAsync(MeetingId id, Actor actor, CancellationToken ct) =>
        await door.FindAsync(id, actor, MeetingsPermissions.Append, ct) switch
        {
            null => (null, MeetingDoor.Gone),
            { State: MeetingState.Draft or MeetingState.Open } => (null, Meeting.NotStarted),
            { State: MeetingState.Cancelled } => (null, Meeting.IsCancelled),
            var meeting => (meeting, null),
        };

    private Refusal? Log(Meeting meeting, Attendance row, string before, string after, string? reason, Actor actor)
    {
        var (correction, refusal) = Correction.Log(meeting, row.Name, before, after, reason, actor.Name, work.Clock);
        if (correction is not null)
        {
            db.Add(correction);
        }

        return refusal;
    }

    private async Task<Refusal?> SaveAsync(Meeting meeting, IReadOnlyList<Attendance> rows, string act, CancellationToken ct)
    {
        if (meeting.State == MeetingState.Closed)
        {
            await book.SettleAsync(meeting, rows, ct);
        }

        db.Record(act, meeting.Id.Value);
        return await db.TrySaveAsync(ct);
    }

    private static string Short(string? text) => (text ?? "").Trim() is { Length: > 200 } longer ? longer[..200] : (text ?? "").Trim();
}
