using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>What is typed about an adult from outside.</summary>
internal sealed record GuestWords(string? Name, string? Address, string? Organisation);

/// <summary>Asks people to a series, once each, and takes invitations back.</summary>
internal sealed class InvitePeopleHandler(AppDbContext db, MeetingDoor door, INetworkDirectory networks, IPersonDirectory people, CalendarPost post)
{
    public static readonly Refusal Nobody = new("invitation.nobody", "Choose at least one person.", "Posts");
    public static readonly Refusal Already = new("invitation.already", "This address is invited already.", "Address");
    public static readonly Refusal SeriesEnded = new("invitation.series-ended", "The series has ended; nobody can be asked any more.");
    public static readonly Refusal NoMeeting = new("invitation.no-meeting", "No meeting of this series is to come.");

    /// <summary>For the plan of a series: the leads of every member school, their deputies as alternates.</summary>
    public async Task AskAsync(MeetingSeries series, FirstInvited whom, CancellationToken ct)
    {
        if (whom == FirstInvited.Nobody)
        {
            return;
        }

        var posts = (await networks.PostsInAsync(series.NetworkId, ct))
            .Where(p => p.Role is Role.SafeguardingLead or Role.NetworkCoordinator || (whom == FirstInvited.LeadsAndCounsellors && p.Role == Role.Counsellor)).ToList();
        await AskAsync(series, posts, null, null, ct);
    }

    /// <param name="only">To this one meeting; null: to the whole series.</param>
    public async Task<Refusal?> HandleAsync(MeetingSeriesId id, IReadOnlyCollection<PostId> chosen, Part part, MeetingId? only, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Plan, ct) is not { } series)
        {
            return MeetingDoor.Gone;
        }

        var refusal = await OpenAsync(series, only, ct);
        var posts = (await networks.PostsInAsync(series.NetworkId, ct)).Where(p => chosen.Contains(p.Id)).ToList();
        if ((refusal ?? (posts.Count == 0 ? Nobody : null)) is { } no)
        {
            return no;
        }

        await AskAsync(series, posts, part, only, ct);
        db.Record("meeting.invited", series.Id.Value);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>An adult from outside, by mail address. Comes for an item and counts for no school.</summary>
    public async Task<Refusal?> AskGuestAsync(MeetingSeriesId id, GuestWords words, MeetingId? only, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Plan, ct) is not { } series)
        {
            return MeetingDoor.Gone;
        }

        var refusal = await OpenAsync(series, only, ct);
        var guest = new Invitee(null, words.Name ?? "", words.Address ?? "", null, words.Organisation ?? "", actor.Language, series.Zone, Part.Guest);
        var (invitation, unfit) = Invitation.Send(series, guest, only, Clock);
        if ((refusal ?? unfit) is { } no)
        {
            return no;
        }

        if (await db.Set<Invitation>().FirstOrDefaultAsync(i => i.SeriesId == id && i.Address == invitation!.Address, ct) is { } before)
        {
            if (!AskAgain(before, Part.Guest, only))
            {
                return Already;
            }

            invitation = before;
        }
        else
        {
            db.Add(invitation!);
        }

        await post.TellAsync(series, [invitation!], onlyCancelled: false, ct);
        db.Record("meeting.invited", series.Id.Value);
        return await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> TakeBackAsync(MeetingSeriesId id, InvitationId invitation, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.Plan, ct) is not { } series
            || await db.Set<Invitation>().FirstOrDefaultAsync(i => i.Id == invitation && i.SeriesId == id && i.RevokedAt == null, ct) is not { } found)
        {
            return MeetingDoor.Gone;
        }

        found.TakeBack(Clock.GetUtcNow());
        post.OrderNow(series);
        db.Record("meeting.invitation-taken-back", invitation.Value);
        return await db.TrySaveAsync(ct);
    }

    private TimeProvider Clock => post.Clock;

    private async Task<Refusal?> OpenAsync(MeetingSeries series, MeetingId? only, CancellationToken ct)
    {
        if (series.EndedAt is not null)
        {
            return SeriesEnded;
        }

        var now = Clock.GetUtcNow();
        return await db.Set<Meeting>().AnyAsync(m => m.SeriesId == series.Id && (only == null || m.Id == only) && m.StartsAt > now && (m.State == MeetingState.Draft || m.State == MeetingState.Open), ct)
            ? null : NoMeeting;
    }

    // Who holds two posts is asked once, for the school of the first one; who was asked before is not asked again.
    private async Task AskAsync(MeetingSeries series, IReadOnlyList<PostCard> posts, Part? part, MeetingId? only, CancellationToken ct)
    {
        var cards = await people.FindAsync([.. posts.Select(p => p.Person).Distinct()], ct);
        var known = (await db.Set<Invitation>().Where(i => i.SeriesId == series.Id).ToListAsync(ct)).ToDictionary(i => i.Address, StringComparer.Ordinal);
        var members = (await networks.MembersAsync(series.NetworkId, ct)).ToDictionary(m => m.Id);
        var served = known.Values.Where(i => i is { Stands: true, School: not null, Part: Part.Representative }).Select(i => i.School!.Value).ToHashSet();
        var asked = new List<Invitation>();
        foreach (var held in posts.Where(p => cards.ContainsKey(p.Person)).OrderBy(p => p.Role).ThenBy(p => p.PersonName, StringComparer.Ordinal).DistinctBy(p => p.Person))
        {
            var card = cards[held.Person];
            var isSchool = members.TryGetValue(held.Organisation, out var member) && member.Kind == OrganisationKind.School;
            var role = !isSchool ? Part.Guest : part ?? (served.Add(held.Organisation) ? Part.Representative : Part.Alternate);
            if (known.TryGetValue(Invitation.Fold(card.Email), out var before))
            {
                if (AskAgain(before, role, only))
                {
                    asked.Add(before);
                }

                continue;
            }

            var invitee = new Invitee(held.Person, card.Name, card.Email, held.Organisation, held.OrganisationName, card.Language, card.Zone, role);
            if (Invitation.Send(series, invitee, only, Clock).Invitation is { } invitation)
            {
                db.Add(invitation);
                asked.Add(invitation);
            }
        }

        await post.TellAsync(series, asked, onlyCancelled: false, ct);
    }

    private bool AskAgain(Invitation before, Part part, MeetingId? only)
    {
        if (!before.Stands)
        {
            before.SendAgain(part, only, Clock.GetUtcNow());
            return true;
        }

        if (before.OnlyMeeting is null || only is not null)
        {
            return false;
        }

        before.Widen(part);
        return true;
    }
}
