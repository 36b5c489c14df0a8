using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Successor">A name; or the address or id of an entry of the directory.</param>
internal sealed record MarkDeparture(EntryId Entry, DateOnly? LeftOn, DepartureReason Reason, string? Successor);

/// <summary>Marks an entry as left, with who follows; takes that back; and notes that a school has seen it.</summary>
internal sealed class MarkDepartureHandler(AppDbContext db, EntryCare care, Access access, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(MarkDeparture command, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(command.Entry, actor, ct) is not { } cared)
        {
            return AnswerCheckHandler.NotThere;
        }

        if (cared.Entry.Departed || command.LeftOn is null || command.LeftOn > clock.Today(actor.Zone))
        {
            return cared.Entry.Departed ? Departure.Already : command.LeftOn is null ? Departure.NoDay : Departure.InFuture;
        }

        var (name, listing, refusal) = await SuccessorAsync(command, cared, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var speaker = new CheckSpeaker(actor.Person, actor.Name, actor.Organisation, actor.OrganisationName ?? "", CheckWay.Page);
        var departure = Departure.Mark(cared.Entry.NetworkId, cared.First.Id, cared.Entry.Name, command.LeftOn.Value, command.Reason, speaker, null, clock);
        departure.FollowedBy(name, listing);
        db.Add(departure);
        cared.First.Leave(command.LeftOn);
        cared.Entry.ShowWhat(cared.Contributions, clock);
        db.Record("entry.left", cared.Entry.Id.Value);
        return await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> UndoAsync(EntryId id, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } cared)
        {
            return AnswerCheckHandler.NotThere;
        }

        var ids = cared.Contributions.Select(c => c.Id).ToList();
        var open = await db.Set<Departure>().Where(d => ids.Contains(d.About) && d.UndoneAt == null).ToListAsync(ct);
        if (!cared.Entry.Departed)
        {
            return Departure.NotLeft;
        }

        open.ForEach(d => d.Undo(actor.Name, clock));
        cared.Contributions.ToList().ForEach(c => c.Leave(null));
        cared.Entry.ShowWhat(cared.Contributions, clock);
        db.Record("entry.left-undone", id.Value);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>The school has seen that this professional is gone and will refer elsewhere.</summary>
    public async Task<Refusal?> SeenAsync(EntryId id, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } school || await FindAsync(id, actor, ct) is not { } cared)
        {
            return AnswerCheckHandler.NotThere;
        }

        var ids = cared.Contributions.Select(c => c.Id).ToList();
        var open = await db.Set<Departure>().Where(d => ids.Contains(d.About) && d.UndoneAt == null).ToListAsync(ct);
        open.ForEach(d => d.Seen(school));
        db.Record("entry.left-seen", id.Value);
        return await db.TrySaveAsync(ct);
    }

    private async Task<CaredEntry?> FindAsync(EntryId id, Actor actor, CancellationToken ct) =>
        await care.FindAsync(id, ct) is { } cared && access.Allows(actor, DirectoryPermissions.AnswerChecks, new AccessObject(Network: cared.Entry.NetworkId)) ? cared : null;

    private async Task<(string Name, ListingId? Listing, Refusal? Refusal)> SuccessorAsync(MarkDeparture command, CaredEntry cared, CancellationToken ct)
    {
        var text = (command.Successor ?? "").Trim();
        if (text.Length > ListingDraft.LongestName)
        {
            return ("", null, Departure.NoSuchEntry);
        }

        if (text.Length == 0)
        {
            return (EntryCare.SuccessorOf(cared.Entry), null, null);
        }

        var last = text[(text.LastIndexOf('/') + 1)..];
        if (Guid.TryParse(last, out var id))
        {
            return await care.FindAsync(new EntryId(id), ct) is { } next && next.Entry.Id != cared.Entry.Id
                ? (next.Entry.Name, next.First.Id, null)
                : ("", null, Departure.NoSuchEntry);
        }

        // A name that is exactly one entry's points there; else it stands as a name.
        var key = SearchWords.Key(text);
        var named = await db.Set<Entry>().Where(e => e.NameKey == key && e.Id != cared.Entry.Id).Select(e => e.Id).Take(2).ToListAsync(ct);
        return named.Count == 1 && await care.FindAsync(named[0], ct) is { } found ? (found.Entry.Name, found.First.Id, null) : (text, null, null);
    }
}
