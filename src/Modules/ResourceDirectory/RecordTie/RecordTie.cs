using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Id">Null: a new tie.</param>
internal sealed record RecordTie(
    EntryId Entry, DirectoryRowId? Id, PostId? Post, TieStrength Strength, DateOnly? Since, DateOnly? LastContact, string? Note, int? Version);

internal sealed class RecordTieHandler(AppDbContext db, EntryDoor door, INetworkDirectory networks, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<Refusal?> HandleAsync(RecordTie command, Actor actor, CancellationToken ct)
    {
        if (await door.OpenAsync(command.Entry, actor, DirectoryPermissions.RecordTies, ct) is not { } entry)
        {
            return ShareListingsHandler.NotThere;
        }

        if (Tie.Wrong(command, Today.AddDays(1)) is { } wrong)
        {
            return wrong;
        }

        var refusal = command.Id is { } id
            ? await ChangeAsync(id, command, ct)
            : await KnotAsync(entry, command, actor, ct);
        return refusal ?? await db.TrySaveAsync("tie.recorded", command.Id?.Value ?? entry.Entry.Value, ct);
    }

    public async Task<Refusal?> EndAsync(EntryId entry, DirectoryRowId id, Actor actor, CancellationToken ct)
    {
        if (await door.OpenAsync(entry, actor, DirectoryPermissions.RecordTies, ct) is null
            || await db.Set<Tie>().FirstOrDefaultAsync(t => t.Id == id, ct) is not { } tie)
        {
            return ShareListingsHandler.NotThere;
        }

        if (tie.End(Today) is { } refusal)
        {
            return refusal;
        }

        await TellAsync(tie, ct);
        return await db.TrySaveAsync("tie.ended", id.Value, ct);
    }

    private async Task<Refusal?> KnotAsync(EntryAnchor entry, RecordTie command, Actor actor, CancellationToken ct)
    {
        var posts = await networks.PostsAsync(actor.Organisation!.Value, ct);
        if (posts.FirstOrDefault(p => p.Id == command.Post) is not { } post)
        {
            return Tie.NoPost;
        }

        var listings = await db.Set<Contribution>().Where(c => c.EntryId == entry.Entry).Select(c => c.Id).ToListAsync(ct);
        if ((await EntryDoor.RowsAsync<Tie>(db, entry.Entry, listings, ct)).Exists(t => t.Post == post.Id && t.EndedOn is null))
        {
            return Tie.Twice;
        }

        var tie = Tie.Knot(entry, post, command, clock);
        db.Add(tie);
        db.Add(TieNotice.Of(tie, entry.Network, actor.OrganisationName ?? post.OrganisationName));
        await TiesFollowPosts.OrderAsync(db, actor.Organisation!.Value, clock, ct);
        return null;
    }

    private async Task<Refusal?> ChangeAsync(DirectoryRowId id, RecordTie command, CancellationToken ct)
    {
        if (await db.Set<Tie>().FirstOrDefaultAsync(t => t.Id == id, ct) is not { } tie)
        {
            return ShareListingsHandler.NotThere;
        }

        if (tie.Version != command.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        if (tie.Change(command, Today) is { } refusal)
        {
            return refusal;
        }

        await TellAsync(tie, ct);
        return null;
    }

    private async Task TellAsync(Tie tie, CancellationToken ct) =>
        (await db.Set<TieNotice>().FirstOrDefaultAsync(n => n.Id == tie.Id, ct))?.Follow(tie);
}
