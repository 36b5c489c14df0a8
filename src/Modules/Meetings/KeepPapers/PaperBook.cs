using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Meetings;

/// <summary>A paper as a meeting shows it.</summary>
/// <param name="Item">The item of this meeting it belongs to; null: to the meeting as a whole.</param>
/// <param name="IsEarlier">It came with the item from an earlier meeting.</param>
internal sealed record ShownPaper(MeetingPaper Paper, AgendaItemId? Item, bool IsEarlier);

/// <summary>
/// Reads papers. The bytes lie with the school that brought them, under its key; for a reader of another school they are
/// opened in a unit of work of that school, and only after the meeting itself was found through the door.
/// </summary>
internal sealed class PaperBook(AppDbContext db, MeetingDoor door, IServiceScopeFactory scopes)
{
    /// <summary>Papers of a meeting and those its items brought along from where they were carried over.</summary>
    public static async Task<IReadOnlyList<ShownPaper>> OfAsync(AppDbContext db, Meeting meeting, IReadOnlyList<AgendaItem> agenda, CancellationToken ct)
    {
        var carried = agenda.All(i => i.FromId is null) ? []
            : await db.Set<AgendaItem>().AsNoTracking().Where(i => i.SeriesId == meeting.SeriesId && i.FromId != null).ToDictionaryAsync(i => i.Id, i => i.FromId!.Value, ct);
        var home = new Dictionary<AgendaItemId, AgendaItemId>();
        foreach (var item in agenda)
        {
            for (AgendaItemId? at = item.Id; at is { } one && home.TryAdd(one, item.Id); at = carried.TryGetValue(one, out var from) ? from : null)
            {
                // Each step is one meeting back.
            }
        }

        var items = home.Keys.Select(i => (AgendaItemId?)i).ToList();
        var papers = await db.Set<MeetingPaper>().AsNoTracking().Where(p => p.MeetingId == meeting.Id || (p.Kind == PaperKind.Paper && items.Contains(p.AgendaItemId)))
            .OrderBy(p => p.At).ThenBy(p => p.Id).ToListAsync(ct);
        return [.. papers.Select(p => new ShownPaper(p, p.AgendaItemId is { } of && home.TryGetValue(of, out var at) ? at : null, p.MeetingId != meeting.Id))];
    }

    /// <summary>Null: not there, or not for this actor.</summary>
    public async Task<(MeetingPaper Paper, byte[] Content)?> OpenAsync(MeetingId id, MeetingRowId paper, Actor actor, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, MeetingsPermissions.See, ct) is not { } meeting)
        {
            return null;
        }

        var agenda = await db.Set<AgendaItem>().AsNoTracking().Where(i => i.MeetingId == id).ToListAsync(ct);
        return (await OfAsync(db, meeting, agenda, ct)).FirstOrDefault(p => p.Paper.Id == paper)?.Paper is { FileId: { } file } found
            ? (found, await ReadAsync(found, file, ct)) : null;
    }

    /// <summary>In the owner's unit of work, for a paper that the caller may read.</summary>
    public Task<byte[]> ReadAsync(MeetingPaper paper, FileId file, CancellationToken ct) => scopes.ReadFileAsync(paper.Owner, paper.NetworkId, file, paper.Bytes, ct);

    /// <summary>
    /// Takes the paper and its bytes away in one commit, in the owner's unit of work, since the coordinator may clear what
    /// another school brought.
    /// </summary>
    /// <param name="besides">What is kept about it in the same commit.</param>
    public async Task<Refusal?> RemoveAsync(MeetingPaper paper, Correction? besides, Actor actor, CancellationToken ct)
    {
        await using var owners = scopes.CreateAsyncScope();
        var scope = owners.ServiceProvider.GetRequiredService<Scope>();
        scope.Set(actor);
        scope.From = db.Scope.From;
        scope.Narrow(paper.Owner, paper.NetworkId);
        var theirs = owners.ServiceProvider.GetRequiredService<AppDbContext>();
        if (await theirs.Set<MeetingPaper>().FirstOrDefaultAsync(p => p.Id == paper.Id, ct) is not { } found)
        {
            return MeetingDoor.Gone;
        }

        theirs.Remove(found);
        if (found.FileId is { } file)
        {
            await owners.ServiceProvider.GetRequiredService<FileStore>().RemoveAsync(file, ct);
        }

        if (besides is not null)
        {
            theirs.Add(besides);
        }

        theirs.Record(paper.IsSheet ? "attendance.sheet-removed" : "paper.removed", paper.Id.Value, actor.Organisation?.Value);
        return await theirs.TrySaveAsync(ct);
    }
}
