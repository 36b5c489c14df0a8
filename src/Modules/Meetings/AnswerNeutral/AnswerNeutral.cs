using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

internal sealed record OpenedNeutral(NeutralMeeting Meeting, NeutralInvitation? Own);

/// <summary>The way to a neutral meeting for its people: by link without an account, or signed in and invited. There is no other.</summary>
internal sealed class AnswerNeutralHandler(AppDbContext db, MeetingDoor door, TimeProvider clock)
{
    /// <summary>Meetings this person is invited to or convened.</summary>
    public static IQueryable<NeutralMeeting> Of(AppDbContext db, PersonId person) => db.Set<NeutralMeeting>()
        .Where(m => m.ConvenedBy == person || db.Set<NeutralInvitation>().Any(i => i.MeetingId == m.Id && i.PersonId == person && i.RevokedAt == null));

    /// <summary>Meetings to come that this person has not answered.</summary>
    public static IQueryable<NeutralMeeting> Unanswered(AppDbContext db, PersonId person, DateTimeOffset now) => db.Set<NeutralMeeting>().Where(m => m.CancelledAt == null && m.StartsAt > now
        && db.Set<NeutralInvitation>().Any(i => i.MeetingId == m.Id && i.PersonId == person && i.RevokedAt == null && i.Reply == Reply.NeedsAction));

    public async Task<OpenedNeutral?> LookAsync(AnswerLink link, CancellationToken ct)
    {
        db.Scope.Narrow(default, link.Network);
        var invitation = await db.Set<NeutralInvitation>().FirstOrDefaultAsync(i => i.Id == link.Invitation && i.NetworkId == link.Network, ct);
        return invitation is null || !invitation.Knows(link.Secret) ? null
            : new(await db.Set<NeutralMeeting>().FirstAsync(m => m.Id == invitation.MeetingId, ct), invitation);
    }

    public async Task<OpenedNeutral?> LookAsync(NeutralMeetingId id, Actor actor, CancellationToken ct) =>
        door.May(actor, MeetingsPermissions.See) && await Of(db, actor.Person).FirstOrDefaultAsync(m => m.Id == id, ct) is { } meeting
            ? new(meeting, await db.Set<NeutralInvitation>().FirstOrDefaultAsync(i => i.MeetingId == id && i.PersonId == actor.Person && i.RevokedAt == null, ct))
            : null;

    /// <summary>For whoever convened it alone.</summary>
    public async Task<IReadOnlyList<NeutralInvitation>> AnswersAsync(NeutralMeeting meeting, Actor actor, CancellationToken ct) =>
        meeting.ConvenedBy != actor.Person ? []
            : await db.Set<NeutralInvitation>().AsNoTracking().Where(i => i.MeetingId == meeting.Id && i.RevokedAt == null).OrderBy(i => i.Name).ToListAsync(ct);

    public async Task<Refusal?> AnswerAsync(OpenedNeutral? opened, Reply reply, CancellationToken ct)
    {
        if (opened is not { Own: { } own, Meeting: var meeting })
        {
            return MeetingDoor.Gone;
        }

        if (own.Answer(meeting, reply, clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        // In the trail of whoever convened it: the network's trail would tell others that it takes place.
        db.Record("neutral-meeting.answered", own.Id.Value, meeting.Convener.Value);
        return await db.TrySaveAsync(ct);
    }
}
