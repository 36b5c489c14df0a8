using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Version">0: there was no row yet.</param>
internal sealed record KeepFeed(FeedSettings Settings, int Version);

/// <summary>The coordinator decides whether the network publishes, and under which address.</summary>
internal sealed class KeepFeedHandler(AppDbContext db, Access access, INetworkDirectory networks, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(KeepFeed command, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !access.Allows(actor, DirectoryPermissions.KeepFeed, new AccessObject(Network: network)))
        {
            return ShareListingsHandler.NotThere;
        }

        var feed = await db.Set<PublicFeed>().FirstOrDefaultAsync(f => f.NetworkId == network, ct);
        if ((feed?.Version ?? 0) != command.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        var isNew = feed is null;
        feed ??= PublicFeed.Of(network);
        var was = (feed.Country, feed.Contact, feed.On);
        var name = (await networks.FindNetworkAsync(network, ct))?.Name ?? actor.NetworkName ?? "";
        if (feed.Set(command.Settings, name, actor, clock) is { } refusal)
        {
            return refusal;
        }

        if (await IsTakenAsync(feed, ct))
        {
            return PublicFeed.SlugTaken;
        }

        if (isNew)
        {
            db.Add(feed);
        }
        else if (was.Country != feed.Country || was.Contact != feed.Contact)
        {
            db.Add(Job.Order(RefreshPublic.JobKind, network.Value, db.Scope, clock));
        }

        db.Record(was.On == feed.On ? "feed.kept" : feed.On ? "feed.opened" : "feed.closed", network.Value, network.Value);
        return await SaveAsync(feed, ct);
    }

    private async Task<Refusal?> SaveAsync(PublicFeed feed, CancellationToken ct)
    {
        try
        {
            return await db.TrySaveAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Two at once: the same address by another network, or the first settings of this one.
            return await IsTakenAsync(feed, ct) ? PublicFeed.SlugTaken : Refusal.ChangedMeanwhile;
        }
    }

    private Task<bool> IsTakenAsync(PublicFeed feed, CancellationToken ct) =>
        db.Set<PublicFeed>().AsNoTracking().AnyAsync(f => f.Slug == feed.Slug && f.NetworkId != feed.NetworkId, ct);
}
