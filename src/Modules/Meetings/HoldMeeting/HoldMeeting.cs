using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>Opens, starts and closes a meeting; excuses a school; names the adults who look after pupils.</summary>
internal sealed class HoldMeetingHandler(AppDbContext db, MeetingDoor door, SeriesWork work, RepresentationBook book, INetworkDirectory networks)
{
    public static readonly Refusal NoSchool = new("meeting.no-school", "Choose a member school.", "School");

    public async Task<Refusal?> OpenAsync(MeetingId id, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } found)
        {
            return MeetingDoor.Gone;
        }

        return await work.OpenAsync(found.Meeting, found.Series, work.Clock.GetUtcNow(), ct) ?? await db.TrySaveAsync("meeting.opened", id.Value, ct);
    }

    /// <summary>Everybody invited stands in the attendance list from now on; the agenda may still grow.</summary>
    public async Task<Refusal?> StartAsync(MeetingId id, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } found)
        {
            return MeetingDoor.Gone;
        }

        var missing = await work.UnsupervisedAsync(found.Meeting, found.Series, ct);
        var refusal = missing.Count > 0
            ? Supervision.Missing with { Values = [string.Join(", ", missing.Select(s => s.Name))] }
            : found.Meeting.Start(work.Clock.GetUtcNow());
        if (refusal is not null)
        {
            return refusal;
        }

        var invited = await db.Set<Invitation>().Where(i => i.SeriesId == found.Series.Id && i.RevokedAt == null && (i.OnlyMeeting == null || i.OnlyMeeting == id)).OrderBy(i => i.Organisation).ThenBy(i => i.Name).ToListAsync(ct);
        var replies = await db.Set<Response>().Where(r => r.MeetingId == id).ToDictionaryAsync(r => r.InvitationId, ct);
        foreach (var invitation in invited)
        {
            var row = Attendance.Of(found.Meeting, invitation, work.Clock);
            var seat = RepresentationBook.Seat(found.Meeting, invitation, replies.GetValueOrDefault(invitation.Id));
            row.Mark(seat.Reply switch { Reply.Accepted => Presence.Present, Reply.Declined => Presence.Apologies, _ => Presence.Absent });
            db.Add(row);
        }

        return await db.TrySaveAsync("meeting.started", id.Value, ct);
    }

    /// <summary>Attendance is final, each school's result is kept, and the next meeting opens.</summary>
    public async Task<Refusal?> CloseAsync(MeetingId id, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } found)
        {
            return MeetingDoor.Gone;
        }

        var there = await db.Set<Attendance>().Where(a => a.MeetingId == id).ToListAsync(ct);
        if (found.Meeting.State == MeetingState.InProgress)
        {
            await book.SettleAsync(found.Meeting, there, ct);
        }

        if (found.Meeting.Close(work.Clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        db.Add(Minutes.Begin(found.Meeting));
        await work.OpenNextAsync(found.Series, [], ct);
        return await db.TrySaveAsync("meeting.closed", id.Value, ct);
    }

    public async Task<Refusal?> ExcuseAsync(MeetingId id, OrganisationId school, string? reason, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } found)
        {
            return MeetingDoor.Gone;
        }

        if (!found.Meeting.IsAhead && found.Meeting.State != MeetingState.InProgress)
        {
            return Meeting.Over;
        }

        if (reason is null || reason.Trim().Length is 0 or > Meeting.LongestReason)
        {
            return Meeting.NoReason;
        }

        if ((await work.SchoolsAsync(found.Meeting.NetworkId, ct)).FirstOrDefault(s => s.Id == school) is not { } card)
        {
            return NoSchool;
        }

        if (await db.Set<Representation>().FirstOrDefaultAsync(r => r.MeetingId == id && r.School == school, ct) is { } kept)
        {
            kept.Settle(RepresentationResult.Excused, reason.Trim());
        }
        else
        {
            db.Add(Representation.Keep(found.Meeting, school, card.Name, RepresentationResult.Excused, reason.Trim(), work.Clock));
        }

        return await db.TrySaveAsync("meeting.school-excused", id.Value, ct);
    }

    public async Task<Refusal?> SuperviseAsync(MeetingId id, PostId adult, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Append, ct) is not { } meeting)
        {
            return MeetingDoor.Gone;
        }

        // A school names its own adult; the coordinator may for any.
        var post = (await networks.PostsInAsync(meeting.NetworkId, ct)).FirstOrDefault(p => p.Id == adult);
        if (post is null || (post.Organisation != actor.Organisation && !door.May(actor, MeetingsPermissions.Plan)))
        {
            return Supervision.NoAdult;
        }

        if (!meeting.IsAhead)
        {
            return Meeting.Over;
        }

        if (await db.Set<Supervision>().FirstOrDefaultAsync(s => s.MeetingId == id && s.School == post.Organisation, ct) is { } named)
        {
            named.NameOther(post.Person, post.PersonName);
        }
        else
        {
            db.Add(Supervision.Name(meeting, post.Organisation, post.Person, post.PersonName, work.Clock));
        }

        return await db.TrySaveAsync("meeting.adult-named", id.Value, ct);
    }

    private async Task<(Meeting Meeting, MeetingSeries Series)?> FindAsync(MeetingId id, Actor actor, CancellationToken ct) =>
        await door.FindAsync(id, actor, MeetingsPermissions.Plan, ct) is { } meeting
            ? (meeting, await db.Set<MeetingSeries>().FirstAsync(s => s.Id == meeting.SeriesId, ct))
            : null;
}
