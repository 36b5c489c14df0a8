using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

internal sealed record AnswerLink(NetworkId Network, InvitationId Invitation, string Secret);

internal sealed record OpenedInvitation(Invitation Invitation, MeetingSeries Series, IReadOnlyList<(Meeting Meeting, Reply Reply, string? Alternate)> Coming);

/// <summary>
/// Answers to a series or to one of its meetings: by link without an account, or signed in to one's own invitation. The link
/// carries the network's id and a secret; the scope is narrowed to that network to find the row the secret must match.
/// </summary>
internal sealed class AnswerHandler(AppDbContext db, MeetingDoor door, TimeProvider clock)
{
    private const int MostShown = 12;

    public async Task<OpenedInvitation?> LookAsync(AnswerLink link, CancellationToken ct)
    {
        db.Scope.Narrow(default, link.Network);
        var invitation = await db.Set<Invitation>().FirstOrDefaultAsync(i => i.Id == link.Invitation && i.NetworkId == link.Network, ct);
        if (invitation is null || !invitation.Knows(link.Secret))
        {
            return null;
        }

        var series = await db.Set<MeetingSeries>().FirstAsync(s => s.Id == invitation.SeriesId, ct);
        var now = clock.GetUtcNow();
        var coming = await db.Set<Meeting>().AsNoTracking()
            .Where(m => m.SeriesId == series.Id && (invitation.OnlyMeeting == null || m.Id == invitation.OnlyMeeting) && m.StartsAt > now && (m.State == MeetingState.Draft || m.State == MeetingState.Open || m.State == MeetingState.Cancelled))
            .OrderBy(m => m.StartsAt).Take(MostShown).ToListAsync(ct);
        var ids = coming.Select(m => m.Id).ToList();
        var replies = await db.Set<Response>().AsNoTracking().Where(r => r.InvitationId == invitation.Id && ids.Contains(r.MeetingId)).ToDictionaryAsync(r => r.MeetingId, ct);
        return new OpenedInvitation(invitation, series, [.. coming.Select(m =>
        {
            var seat = RepresentationBook.Seat(m, invitation, replies.GetValueOrDefault(m.Id));
            return (m, seat.Reply, seat.Alternate);
        })]);
    }

    /// <param name="meeting">Null: the answer is for the whole series.</param>
    public async Task<Refusal?> ByLinkAsync(AnswerLink link, MeetingId? meeting, Reply reply, string? alternate, CancellationToken ct)
    {
        if (await LookAsync(link, ct) is not { } opened)
        {
            return MeetingDoor.Gone;
        }

        return await AnswerAsync(opened.Invitation, meeting, reply, alternate, "meeting.answered-by-link", ct);
    }

    public async Task<Refusal?> SignedInAsync(MeetingId id, bool wholeSeries, Reply reply, string? alternate, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Answer, ct) is not { } meeting || await OwnAsync(meeting.SeriesId, actor, ct) is not { } own)
        {
            return MeetingDoor.Gone;
        }

        return await AnswerAsync(own, wholeSeries ? null : id, reply, alternate, "meeting.answered", ct);
    }

    public async Task<Invitation?> OwnAsync(MeetingSeriesId series, Actor actor, CancellationToken ct) =>
        await db.Set<Invitation>().FirstOrDefaultAsync(i => i.SeriesId == series && i.PersonId == actor.Person && i.RevokedAt == null, ct);

    public async Task<Refusal?> StopAsync(AnswerLink link, CancellationToken ct)
    {
        if (await LookAsync(link, ct) is not { } opened)
        {
            return MeetingDoor.Gone;
        }

        opened.Invitation.StopMails(clock.GetUtcNow());
        db.Record("meeting.reminders-stopped", opened.Invitation.Id.Value, link.Network.Value);
        return await db.TrySaveAsync(ct);
    }

    /// <param name="whole">At each change the whole series, not the one date.</param>
    public async Task<Refusal?> SendWholeAsync(AnswerLink link, bool whole, CancellationToken ct)
    {
        if (await LookAsync(link, ct) is not { } opened)
        {
            return MeetingDoor.Gone;
        }

        opened.Invitation.GetWholeSeries(whole);
        db.Record("meeting.calendar-chosen", opened.Invitation.Id.Value, link.Network.Value);
        return await db.TrySaveAsync(ct);
    }

    private async Task<Refusal?> AnswerAsync(Invitation invitation, MeetingId? id, Reply reply, string? alternate, string act, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Refusal? refusal;
        if (id is { } one)
        {
            var meeting = await db.Set<Meeting>().FirstOrDefaultAsync(m => m.Id == one && m.SeriesId == invitation.SeriesId && (invitation.OnlyMeeting == null || m.Id == invitation.OnlyMeeting), ct);
            if (meeting is null)
            {
                return MeetingDoor.Gone;
            }

            if (!meeting.IsAhead || meeting.StartsAt <= now)
            {
                return meeting.State == MeetingState.Cancelled ? Meeting.IsCancelled : Response.TooLate;
            }

            var response = await db.Set<Response>().FirstOrDefaultAsync(r => r.MeetingId == one && r.InvitationId == invitation.Id, ct);
            var begun = response ?? Response.Begin(meeting, invitation, clock);
            refusal = begun.Say(reply, alternate, now);
            if (refusal is null && response is null)
            {
                db.Add(begun);
            }
        }
        else
        {
            refusal = Enum.IsDefined(reply) && reply != Reply.NeedsAction ? invitation.AnswerAll(reply, now) : Response.NoAnswer;
        }

        if (refusal is not null)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        db.Record(act, invitation.Id.Value, invitation.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }
}
