using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

internal sealed class KeepForumsHandler(LandscapeDoor door, INetworkDirectory networks)
{
    public async Task<(ForumId Id, Refusal? Refusal)> KeepAsync(ForumId? id, ForumForm form, Actor actor, CancellationToken ct)
    {
        var known = id is { } one ? await FindAsync(one, actor, ct) : null;
        if (actor.Network is not { } network || !door.May(actor, LandscapePermissions.Keep) || (id is not null && known is null))
        {
            return (default, LandscapeDoor.Gone);
        }

        if (known is not null && known.Version != form.Version)
        {
            return (known.Id, Refusal.ChangedMeanwhile);
        }

        var (kept, refusal) = known is null ? Forum.Open(network, form, door.Clock) : (known, known.Change(form));
        if (refusal is not null)
        {
            return (default, refusal);
        }

        if (known is null)
        {
            door.Db.Add(kept!);
        }

        return (kept!.Id, await door.SaveAsync("forum.kept", kept.Id.Value, ct));
    }

    public async Task<Refusal?> SeatAsync(ForumId id, SeatForm form, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } forum)
        {
            return LandscapeDoor.Gone;
        }

        if (form.Check() is { } refusal)
        {
            return refusal;
        }

        var post = (await networks.PostsInAsync(forum.NetworkId, ct)).FirstOrDefault(p => p.Person.Value == form.Holder);
        if (post is null)
        {
            return SeatForm.NoHolder;
        }

        var from = form.From!.Value;
        var others = await door.Db.Set<ForumSeat>().Where(s => s.ForumId == id && s.From < from && s.Until >= from).ToListAsync(ct);
        others.ForEach(s => s.EndBefore(from));
        door.Db.Add(ForumSeat.Give(forum, new(post.Person, post.PersonName, post.Organisation, post.OrganisationName), from, form.Until!.Value, door.Clock));
        return await door.SaveAsync("forum.seat-given", forum.Id.Value, ct);
    }

    public async Task<Refusal?> DayAsync(ForumId id, ForumDayForm form, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } forum)
        {
            return LandscapeDoor.Gone;
        }

        if (form.Check(door.Today(actor)) is { } refusal)
        {
            return refusal;
        }

        var on = form.On!.Value;
        var day = await door.Db.Set<ForumDay>().FirstOrDefaultAsync(d => d.ForumId == id && d.On == on, ct);
        if (day is null)
        {
            door.Db.Add(ForumDay.Note(forum, on, form.Notes, actor, door.Clock));
        }
        else
        {
            day.Write(form.Notes, actor);
        }

        return await door.SaveAsync("forum.day-noted", forum.Id.Value, ct);
    }

    private async Task<Forum?> FindAsync(ForumId id, Actor actor, CancellationToken ct) =>
        door.May(actor, LandscapePermissions.Keep) ? await door.Db.Set<Forum>().FirstOrDefaultAsync(f => f.Id == id && f.NetworkId == door.Db.ScopedNetworkId, ct) : null;
}
