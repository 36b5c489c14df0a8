using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

internal sealed class MeetingDesk(AppDbContext db, MeetingDoor door, IPersonDirectory people, NeutralMails mails) : IMeetingDesk
{
    public const int MostGuests = 60;

    public static readonly Refusal Nobody = new("neutral.nobody", "Choose at least one person.", "Guests");
    public static readonly Refusal TooMany = new("neutral.too-many", "Ask {0} people at most.", "Guests", MostGuests);

    public async Task<(NeutralMeetingId? Id, Refusal? Refusal)> PlanAsync(NeutralPlan plan, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || actor.Organisation is null || !door.May(actor, MeetingsPermissions.Append))
        {
            return (null, MeetingDoor.Gone);
        }

        var (meeting, refusal) = NeutralMeeting.Convene(network, plan, actor, mails.Clock);
        if (meeting is null)
        {
            return (null, refusal);
        }

        var (asked, unfit) = await AskedAsync(meeting, plan.Guests, [], actor, ct);
        if (unfit is not null)
        {
            return (null, unfit);
        }

        db.Add(meeting);
        Ask(meeting, asked);
        db.Record("neutral-meeting.planned", meeting.Id.Value);
        return (meeting.Id, null);
    }

    public async Task<Refusal?> InviteAsync(NeutralMeetingId id, IReadOnlyList<NeutralGuest> guests, Actor actor, CancellationToken ct)
    {
        if (await OpenAsync(id, actor, ct) is not { } meeting)
        {
            return MeetingDoor.Gone;
        }

        if (!meeting.IsAhead(mails.Clock.GetUtcNow()))
        {
            return NeutralMeeting.Past;
        }

        var (asked, unfit) = await AskedAsync(meeting, guests, await InvitedAsync(id, ct), actor, ct);
        if (unfit is null)
        {
            Ask(meeting, asked);
            db.Record("neutral-meeting.invited", id.Value);
        }

        return unfit;
    }

    public async Task<Refusal?> TakeBackAsync(NeutralMeetingId id, Guid invitation, Actor actor, CancellationToken ct)
    {
        var asked = new InvitationId(invitation);
        if (await OpenAsync(id, actor, ct) is not { } meeting
            || await db.Set<NeutralInvitation>().FirstOrDefaultAsync(i => i.Id == asked && i.MeetingId == id && i.RevokedAt == null, ct) is not { } found)
        {
            return MeetingDoor.Gone;
        }

        found.TakeBack(mails.Clock.GetUtcNow());
        if (meeting.IsAhead(mails.Clock.GetUtcNow()))
        {
            mails.Cancel(meeting, found);
        }

        db.Record("neutral-meeting.invitation-taken-back", invitation);
        return null;
    }

    public async Task<Refusal?> MoveAsync(NeutralMeetingId id, NeutralTime time, string? place, string? link, Actor actor, CancellationToken ct)
    {
        if (await OpenAsync(id, actor, ct) is not { } meeting)
        {
            return MeetingDoor.Gone;
        }

        var (otherTime, refusal) = meeting.Move(time, place, link, mails.Clock);
        if (refusal is not null)
        {
            return refusal;
        }

        foreach (var invitation in (await InvitedAsync(id, ct)).Where(i => i.Stands))
        {
            if (otherTime)
            {
                invitation.AskAnew();
            }

            mails.Move(meeting, invitation, otherTime);
        }

        db.Record("neutral-meeting.moved", id.Value);
        return null;
    }

    public async Task<Refusal?> CancelAsync(NeutralMeetingId id, Actor actor, CancellationToken ct)
    {
        if (await OpenAsync(id, actor, ct) is not { } meeting)
        {
            return MeetingDoor.Gone;
        }

        if (meeting.Cancel(mails.Clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        (await InvitedAsync(id, ct)).Where(i => i.Stands).ToList().ForEach(i => mails.Cancel(meeting, i));
        db.Record("neutral-meeting.cancelled", id.Value);
        return null;
    }

    public async Task<NeutralCard?> FindAsync(NeutralMeetingId id, Actor actor, CancellationToken ct) =>
        await OpenAsync(id, actor, ct) is not { } m ? null
        : new(m.Id, m.Kind, m.StartsAt, m.Minutes, m.Zone, m.Place, m.Link, m.CancelledAt is not null,
            [.. (await InvitedAsync(id, ct)).Where(i => i.Stands).OrderBy(i => i.Name, StringComparer.CurrentCulture).Select(i => new NeutralAnswer(i.Id.Value, i.PersonId, i.Name, Told(i.Reply)))]);

    private static NeutralReply Told(Reply reply) => reply switch
    {
        Reply.NeedsAction => NeutralReply.None,
        Reply.Accepted => NeutralReply.Comes,
        Reply.Tentative => NeutralReply.Perhaps,
        Reply.Declined => NeutralReply.DoesNotCome,
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };

    // The network's coordinator is nobody here: only the organisation that convened it reaches it.
    private async Task<NeutralMeeting?> OpenAsync(NeutralMeetingId id, Actor actor, CancellationToken ct) =>
        actor.Organisation is { } own && door.May(actor, MeetingsPermissions.Append)
            ? await db.Set<NeutralMeeting>().FirstOrDefaultAsync(m => m.Id == id && m.Convener == own, ct) : null;

    private Task<List<NeutralInvitation>> InvitedAsync(NeutralMeetingId id, CancellationToken ct) =>
        db.Set<NeutralInvitation>().Where(i => i.MeetingId == id).ToListAsync(ct);

    private void Ask(NeutralMeeting meeting, IReadOnlyList<NeutralInvitation> asked)
    {
        foreach (var invitation in asked)
        {
            if (db.Entry(invitation).State == EntityState.Detached)
            {
                db.Add(invitation);
            }

            mails.Ask(meeting, invitation);
        }
    }

    // Nothing is added before all of them fit. Who was taken off may be asked again; who stands is not.
    private async Task<(IReadOnlyList<NeutralInvitation> Asked, Refusal? Refusal)> AskedAsync(
        NeutralMeeting meeting, IReadOnlyList<NeutralGuest> guests, List<NeutralInvitation> before, Actor actor, CancellationToken ct)
    {
        if (guests.Count == 0 || guests.Count + before.Count > MostGuests)
        {
            return ([], guests.Count == 0 ? Nobody : TooMany);
        }

        var cards = await people.FindAsync([.. guests.Select(g => g.Person).OfType<PersonId>().Distinct()], ct);
        var asked = new List<NeutralInvitation>();
        foreach (var guest in guests)
        {
            var card = guest.Person is { } person ? cards.GetValueOrDefault(person) : null;
            var invitee = card is not null
                ? new Invitee(card.Id, card.Name, card.Email, null, "", card.Language, card.Zone, Part.Guest)
                : new Invitee(null, guest.Name ?? "", guest.Address ?? "", null, "", actor.Language, meeting.Zone, Part.Guest);
            var (made, refusal) = NeutralInvitation.Send(meeting, invitee, mails.Clock);
            if (made is null)
            {
                return ([], refusal);
            }

            if (asked.Exists(i => i.Address == made.Address) || before.Exists(i => i.Address == made.Address && i.Stands))
            {
                continue;
            }

            if (before.Find(i => i.Address == made.Address) is { } known)
            {
                known.SendAgain();
                meeting.Touch();
                made = known;
            }

            asked.Add(made);
        }

        return (asked, null);
    }
}
