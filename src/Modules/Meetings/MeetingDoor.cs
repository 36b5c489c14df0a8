using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>The only way to meetings: all of the network for its own people, those one is invited to for everybody else.</summary>
internal sealed class MeetingDoor(AppDbContext db, Access access)
{
    /// <summary>Missing and foreign alike; never shown as words.</summary>
    public static readonly Refusal Gone = new("not-there", "This is not there.");

    public bool May(Actor actor, string permission) =>
        actor.Network is { } network && access.Allows(actor, permission, new AccessObject(Network: network, Person: actor.Person));

    public IQueryable<MeetingSeries> Series(Actor actor)
    {
        var all = db.Set<MeetingSeries>().Where(s => s.NetworkId == db.ScopedNetworkId);
        return May(actor, MeetingsPermissions.SeeAll) ? all
            : May(actor, MeetingsPermissions.See) ? all.Where(s => db.Set<Invitation>().Any(i => i.SeriesId == s.Id && i.PersonId == actor.Person && i.RevokedAt == null && i.OnlyMeeting == null))
            : all.Where(s => false);
    }

    public IQueryable<Meeting> Meetings(Actor actor)
    {
        var all = db.Set<Meeting>().Where(m => m.NetworkId == db.ScopedNetworkId);
        return May(actor, MeetingsPermissions.SeeAll) ? all
            : May(actor, MeetingsPermissions.See) ? all.Where(m => db.Set<Invitation>().Any(i => i.SeriesId == m.SeriesId && i.PersonId == actor.Person && i.RevokedAt == null && (i.OnlyMeeting == null || i.OnlyMeeting == m.Id)))
            : all.Where(m => false);
    }

    /// <summary>Null: not there, or not for this actor, or this actor may not do that with it.</summary>
    public async Task<Meeting?> FindAsync(MeetingId id, Actor actor, string permission, CancellationToken ct) =>
        May(actor, permission) ? await Meetings(actor).FirstOrDefaultAsync(m => m.Id == id, ct) : null;

    public async Task<MeetingSeries?> FindAsync(MeetingSeriesId id, Actor actor, string permission, CancellationToken ct) =>
        May(actor, permission) ? await Series(actor).FirstOrDefaultAsync(s => s.Id == id, ct) : null;
}

/// <summary>What the pages of this room share.</summary>
internal abstract class MeetingPage : CausewayPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public bool MayHere(string permission) => Actor.Network is { } network && May(permission, new AccessObject(Network: network, Person: Actor.Person));

    protected IActionResult Answer(Refusal refusal) => refusal.Code == MeetingDoor.Gone.Code ? NotThere() : Refuse(refusal);

    /// <summary>Done, or the refusal at its field on the page as <paramref name="load"/> fills it.</summary>
    protected async Task<IActionResult> AnswerAsync(Refusal? refusal, Func<Task<bool>> load, string url, string message, params object[] values)
    {
        if (refusal is null)
        {
            return Done(url, message, values);
        }

        return refusal.Code == MeetingDoor.Gone.Code || !await load() ? NotThere() : Refuse(refusal);
    }
}
