using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Publish">Make a version of it, after saving.</param>
/// <param name="AsksAll">Ask every school to sign anew even if no norm changed.</param>
internal sealed record KeepCharter(CharterTerms Terms, DateOnly? ReviewOn, string? Summary, int Version, bool Publish, bool AsksAll);

/// <summary>Saves the draft; publishing makes an unchangeable version of it and tells the heads in the same commit.</summary>
internal sealed class KeepCharterHandler(AppDbContext db, Access access, CharterBook book, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(KeepCharter command, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !access.Allows(actor, NetworksPermissions.KeepCharter, new(Network: network)))
        {
            return NetworkPage.Gone;
        }

        var draft = await db.Set<CharterDraft>().FirstOrDefaultAsync(d => d.NetworkId == network, ct);
        if ((draft?.Version ?? -1) != command.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        if (draft is null)
        {
            draft = CharterDraft.Begin(network);
            db.Add(draft);
        }

        if (draft.Write(command.Terms, command.ReviewOn, command.Summary, actor, clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        db.Record("charter.drafted", network.Value, chain: network.Value);
        return command.Publish ? await PublishAsync(draft, command.AsksAll, actor, ct) : await SaveAsync(ct);
    }

    private async Task<Refusal?> PublishAsync(CharterDraft draft, bool asksAll, Actor actor, CancellationToken ct)
    {
        var before = await book.CurrentAsync(draft.NetworkId, ct);
        var (version, refusal) = CharterVersion.Publish(draft, before, asksAll, actor, clock.Today(actor.Zone), clock);
        if (version is null)
        {
            return refusal;
        }

        db.Add(version);
        db.Remove(draft);
        db.Record("charter.published", version.Id.Value, chain: draft.NetworkId.Value);
        return await SaveAsync(ct);
    }

    // Two coordinators who begin or publish in one moment meet at the key: the second one reads again.
    private async Task<Refusal?> SaveAsync(CancellationToken ct)
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
}
