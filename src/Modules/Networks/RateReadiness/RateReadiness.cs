using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Id">Null: a new item in <paramref name="Area"/>.</param>
internal sealed record RateItem(ReadinessItemId? Id, ReadinessArea Area, string? Text, ReadinessState State, PersonId? Owner, DateOnly? ReviewOn, string? Note, int Version);

/// <summary>Begins the self-audit, rates and words items, drops them, and decides what peers see.</summary>
internal sealed class RateReadinessHandler(AppDbContext db, Access access, INetworkDirectory networks, ReadinessWindow window, TimeProvider clock)
{
    public async Task<Refusal?> BeginAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } own || !May(actor, NetworksPermissions.RateReadiness))
        {
            return NetworkPage.Gone;
        }

        if (await db.Set<ReadinessItem>().AnyAsync(i => i.OrganisationId == own, ct))
        {
            return null;
        }

        db.AddRange(ReadinessStart.Items.Select(i => ReadinessItem.Begin(own, i.Area, i.Text, clock)));
        db.Record("readiness.begun", own.Value);
        return await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> HandleAsync(RateItem command, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } own || !May(actor, NetworksPermissions.RateReadiness))
        {
            return NetworkPage.Gone;
        }

        var items = await db.Set<ReadinessItem>().Where(i => i.OrganisationId == own).ToListAsync(ct);
        var item = command.Id is { } id ? items.Find(i => i.Id == id) : ReadinessItem.Begin(own, command.Area, "", clock);
        if (item is null || (command.Id is not null && item.Version != command.Version))
        {
            return item is null ? NetworkPage.Gone : Refusal.ChangedMeanwhile;
        }

        var owner = (await networks.PostsAsync(own, ct)).FirstOrDefault(p => p.Person == command.Owner);
        var word = new ReadinessWord(command.Text, command.State, owner?.Person, owner?.PersonName ?? "", command.ReviewOn, command.Note);
        if (item.Rate(word, actor, clock.Today(actor.Zone)) is { } refusal)
        {
            return refusal;
        }

        if (command.Id is null)
        {
            db.Add(item);
            items.Add(item);
        }

        return await SaveAsync("readiness.rated", item.Id.Value, own, items, ct);
    }

    public async Task<Refusal?> DropAsync(ReadinessItemId id, int version, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } own || !May(actor, NetworksPermissions.RateReadiness))
        {
            return NetworkPage.Gone;
        }

        var items = await db.Set<ReadinessItem>().Where(i => i.OrganisationId == own).ToListAsync(ct);
        if (items.Find(i => i.Id == id) is not { } item || item.Version != version)
        {
            return items.Exists(i => i.Id == id) ? Refusal.ChangedMeanwhile : NetworkPage.Gone;
        }

        db.Remove(item);
        items.Remove(item);
        return await SaveAsync("readiness.dropped", id.Value, own, items, ct);
    }

    public async Task<Refusal?> ShareAsync(ReadinessLevel level, int version, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } own || !May(actor, NetworksPermissions.ShareReadiness))
        {
            return NetworkPage.Gone;
        }

        var sharing = await db.Set<ReadinessSharing>().FirstOrDefaultAsync(s => s.OrganisationId == own, ct);
        if ((sharing?.Version ?? -1) != version)
        {
            return Refusal.ChangedMeanwhile;
        }

        if (sharing is null)
        {
            sharing = ReadinessSharing.Of(own);
            db.Add(sharing);
        }

        sharing.Choose(level);
        await window.FollowAsync(own, level, await db.Set<ReadinessItem>().Where(i => i.OrganisationId == own).ToListAsync(ct), ct);
        db.Record("readiness.shared-" + (level switch { ReadinessLevel.Own => "own", ReadinessLevel.Banded => "banded", _ => "open" }), own.Value);
        return await TryAsync(ct);
    }

    private async Task<Refusal?> SaveAsync(string act, Guid id, OrganisationId own, List<ReadinessItem> items, CancellationToken ct)
    {
        var sharing = await db.Set<ReadinessSharing>().FirstOrDefaultAsync(s => s.OrganisationId == own, ct);
        sharing?.Follow(clock.GetUtcNow());
        await window.FollowAsync(own, sharing?.Level ?? ReadinessLevel.Own, items, ct);
        db.Record(act, id);
        return await TryAsync(ct);
    }

    // Two people who bring the same notice into being meet at its key.
    private async Task<Refusal?> TryAsync(CancellationToken ct)
    {
        try
        {
            return await db.TrySaveAsync(ct);
        }
        catch (DbUpdateException)
        {
            return Refusal.ChangedMeanwhile;
        }
    }

    private bool May(Actor actor, string permission) => access.Allows(actor, permission, new(Organisation: actor.Organisation));
}
