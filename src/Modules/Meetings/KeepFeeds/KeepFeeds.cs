using Causeway.Accounts;
using Causeway.Calendar;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>Makes, takes back and answers calendar addresses.</summary>
internal sealed class FeedsHandler(AppDbContext db, MeetingDoor door, MeetingCalendar calendar, INetworkDirectory networks, TimeProvider clock)
{
    /// <returns>The path to subscribe to; its secret is shown once.</returns>
    public async Task<(string? Path, Refusal? Refusal)> MakeAsync(FeedReach reach, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !door.May(actor, MeetingsPermissions.See) || (reach != FeedReach.Mine && !door.May(actor, MeetingsPermissions.SeeAll)))
        {
            return (null, MeetingDoor.Gone);
        }

        if (await db.Set<CalendarFeedLink>().CountAsync(f => f.Holder == actor.Person && f.RevokedAt == null, ct) >= CalendarFeedLink.MostOfOne)
        {
            return (null, CalendarFeedLink.TooMany);
        }

        var secret = RandomSecret.New();
        var link = CalendarFeedLink.Make(network, actor, reach, secret, clock);
        db.Add(link);
        db.Record("feed.made", link.Id.Value);
        await db.SaveChangesAsync(ct);
        return ($"/meetings/feed/{network}/{link.Id}/{secret}.ics", null);
    }

    public async Task<Refusal?> TakeBackAsync(MeetingRowId id, Actor actor, CancellationToken ct)
    {
        if (await db.Set<CalendarFeedLink>().FirstOrDefaultAsync(f => f.Id == id && f.Holder == actor.Person && f.RevokedAt == null, ct) is not { } link)
        {
            return MeetingDoor.Gone;
        }

        link.TakeBack(clock.GetUtcNow());
        db.Record("feed.taken-back", id.Value);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>Null: never was, taken back, or whoever made it holds that post no more.</summary>
    public async Task<CalendarObject?> FetchAsync(NetworkId network, MeetingRowId id, string? secret, CancellationToken ct)
    {
        db.Scope.Narrow(default, network);
        var link = await db.Set<CalendarFeedLink>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id && f.NetworkId == network, ct);
        if (link is null || !link.Knows(secret)
            || (await networks.PostsInAsync(network, ct)).FirstOrDefault(p => p.Id == link.Post && p.Person == link.Holder) is not { } post)
        {
            return null;
        }

        var actor = new Actor(link.Holder, post.PersonName, post.Id, post.Role, post.Organisation, post.OrganisationName, network, null);
        var reach = link.Reach == FeedReach.Mine || door.May(actor, MeetingsPermissions.SeeAll) ? link.Reach : FeedReach.Mine;
        var all = db.Set<MeetingSeries>().Where(s => s.NetworkId == network);
        var shown = reach switch
        {
            FeedReach.Mine => all.Where(s => db.Set<Invitation>().Any(i => i.SeriesId == s.Id && i.PersonId == link.Holder && i.RevokedAt == null && i.OnlyMeeting == null)),
            FeedReach.School => all.Where(s => db.Set<Invitation>().Any(i => i.SeriesId == s.Id && i.School == link.School && i.RevokedAt == null && i.OnlyMeeting == null)),
            _ => all,
        };
        var name = (await networks.FindNetworkAsync(network, ct))?.Name ?? "Causeway";
        var single = reach == FeedReach.Network ? [] : await db.Set<Meeting>().AsNoTracking()
            .Where(m => m.NetworkId == network && db.Set<Invitation>().Any(i => i.OnlyMeeting == m.Id && i.RevokedAt == null && (i.PersonId == link.Holder || (reach == FeedReach.School && i.School == link.School))))
            .ToListAsync(ct);
        var neutral = reach != FeedReach.Mine ? [] : await AnswerNeutralHandler.Of(db, link.Holder).AsNoTracking().ToListAsync(ct);
        return await calendar.FeedAsync(name, shown, single, neutral, ct);
    }
}
