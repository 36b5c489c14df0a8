using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>Asks people to a series, once each, and takes invitations back.</summary>
internal sealed class InvitePeopleHandler(AppDbContext db, MeetingDoor door, INetworkDirectory networks, IPersonDirectory people, InvitationMails mails)
{
    public static readonly Refusal Nobody = new("invitation.nobody", "Choose at least one person.", "Posts");
    public static readonly Refusal Already = new("invitation.already", "This address is invited already.", "Address");
    public static readonly Refusal SeriesEnded = new("invitation.series-ended", "The series has ended; nobody can be asked any more.");
    public static readonly Refusal NoMeeting = new("invitation.no-meeting", "No meeting of this series is to come.");

    /// <summary>For the plan of a series: the leads of every member school, their deputies as alternates.</summary>
    public async Task AskAsync(MeetingSeries series, Meeting first, FirstInvited whom, CancellationToken ct)
    {
        if (whom == FirstInvited.Nobody)
        {
            return;
        }

        var posts = (await networks.PostsInAsync(series.NetworkId, ct))
            .Where(p => p.Role is Role.SafeguardingLead or Role.NetworkCoordinator || (whom == FirstInvited.LeadsAndCounsellors && p.Role == Role.Counsellor)).ToList();
        await AskAsync(series, first, posts, null, ct);
    }

    public async Task<Refusal?> HandleAsync(MeetingSeriesId id, IReadOnlyCollection<PostId> chosen, Part part, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Plan, ct) is not { } series)
        {
            return MeetingDoor.Gone;
        }

        var (next, refusal) = await NextAsync(series, ct);
        var posts = (await networks.PostsInAsync(series.NetworkId, ct)).Where(p => chosen.Contains(p.Id)).ToList();
        if ((refusal ?? (posts.Count == 0 ? Nobody : null)) is { } no)
        {
            return no;
        }

        await AskAsync(series, next!, posts, part, ct);
        db.Record("meeting.invited", series.Id.Value);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>An adult from outside, by mail address. Comes for an item and counts for no school.</summary>
    public async Task<Refusal?> AskGuestAsync(MeetingSeriesId id, string? name, string? address, string? organisation, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Plan, ct) is not { } series)
        {
            return MeetingDoor.Gone;
        }

        var (next, refusal) = await NextAsync(series, ct);
        var guest = new Invitee(null, name ?? "", address ?? "", null, organisation ?? "", actor.Language, series.Zone, Part.Guest);
        var (invitation, unfit) = Invitation.Send(series, guest, Clock);
        if ((refusal ?? unfit) is { } no)
        {
            return no;
        }

        if (await db.Set<Invitation>().FirstOrDefaultAsync(i => i.SeriesId == id && i.Address == invitation!.Address, ct) is { } before)
        {
            if (before.Stands)
            {
                return Already;
            }

            before.SendAgain(Part.Guest, Clock.GetUtcNow());
            invitation = before;
        }
        else
        {
            db.Add(invitation!);
        }

        mails.Invite(invitation!, next!);
        db.Record("meeting.invited", series.Id.Value);
        return await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> TakeBackAsync(MeetingSeriesId id, InvitationId invitation, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Plan, ct) is null
            || await db.Set<Invitation>().FirstOrDefaultAsync(i => i.Id == invitation && i.SeriesId == id && i.RevokedAt == null, ct) is not { } found)
        {
            return MeetingDoor.Gone;
        }

        found.TakeBack(Clock.GetUtcNow());
        db.Record("meeting.invitation-taken-back", invitation.Value);
        return await db.TrySaveAsync(ct);
    }

    private TimeProvider Clock => mails.Clock;

    private async Task<(Meeting? Next, Refusal? Refusal)> NextAsync(MeetingSeries series, CancellationToken ct)
    {
        if (series.EndedAt is not null)
        {
            return (null, SeriesEnded);
        }

        var now = Clock.GetUtcNow();
        var next = await db.Set<Meeting>().Where(m => m.SeriesId == series.Id && m.StartsAt > now && (m.State == MeetingState.Draft || m.State == MeetingState.Open))
            .OrderBy(m => m.StartsAt).FirstOrDefaultAsync(ct);
        return next is null ? (null, NoMeeting) : (next, null);
    }

    // Who holds two posts is asked once, for the school of the first one; who was asked before is not asked again.
    private async Task AskAsync(MeetingSeries series, Meeting next, IReadOnlyList<PostCard> posts, Part? part, CancellationToken ct)
    {
        var cards = await people.FindAsync([.. posts.Select(p => p.Person).Distinct()], ct);
        var known = (await db.Set<Invitation>().Where(i => i.SeriesId == series.Id).ToListAsync(ct)).ToDictionary(i => i.Address, StringComparer.Ordinal);
        var members = (await networks.MembersAsync(series.NetworkId, ct)).ToDictionary(m => m.Id);
        var served = known.Values.Where(i => i is { Stands: true, School: not null, Part: Part.Representative }).Select(i => i.School!.Value).ToHashSet();
        foreach (var post in posts.Where(p => cards.ContainsKey(p.Person)).OrderBy(p => p.Role).ThenBy(p => p.PersonName, StringComparer.Ordinal).DistinctBy(p => p.Person))
        {
            var card = cards[post.Person];
            var isSchool = members.TryGetValue(post.Organisation, out var member) && member.Kind == OrganisationKind.School;
            var role = !isSchool ? Part.Guest : part ?? (served.Add(post.Organisation) ? Part.Representative : Part.Alternate);
            if (known.TryGetValue(Invitation.Fold(card.Email), out var before))
            {
                if (before.Stands)
                {
                    continue;
                }

                before.SendAgain(role, Clock.GetUtcNow());
                mails.Invite(before, next);
                continue;
            }

            var invitee = new Invitee(post.Person, card.Name, card.Email, post.Organisation, post.OrganisationName, card.Language, card.Zone, role);
            if (Invitation.Send(series, invitee, Clock).Invitation is { } invitation)
            {
                db.Add(invitation);
                mails.Invite(invitation, next);
            }
        }
    }
}
