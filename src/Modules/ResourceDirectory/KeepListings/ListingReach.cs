using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Keeps everything that is lent of a school's listings in step with them, in the commit of the act itself. Saves nothing
/// by itself.
/// </summary>
internal sealed class ListingReach(AppDbContext db, EntryUpkeep upkeep, INetworkDirectory networks, TimeProvider clock)
{
    /// <summary>After listings changed: copies follow, or go where nothing is shared any more.</summary>
    public async Task FollowAsync(IReadOnlyCollection<Listing> listings, Actor actor, CancellationToken ct)
    {
        var own = listings.Where(l => l.Sharing == Sharing.OwnSchool).Select(l => l.Id).ToList();
        var named = listings.Where(l => l.Sharing == Sharing.NamedSchools).ToDictionary(l => l.Id);
        var network = listings.Where(l => l.Sharing.ReachesNetwork()).ToList();
        if (named.Count > 0)
        {
            var keptByDefault = await upkeep.KeptByDefaultAsync(ct);
            var ids = named.Keys.ToList();
            foreach (var copy in await db.Set<LentCopy>().Where(c => ids.Contains(c.ListingId)).ToListAsync(ct))
            {
                copy.Follow(named[copy.ListingId], keptByDefault);
            }
        }

        await TakeBackAsync([.. own, .. named.Keys], own, ct);
        if (network.Count > 0 && actor.Network is { } id)
        {
            await TakeBackAsync([], [.. network.Select(l => l.Id)], ct);
            var lender = await LenderAsync(network[0].OrganisationId, id, actor, ct);
            await upkeep.PutAsync(network, id, lender.Name, ct);
            await JoinOrder.PlaceAsync(db, id, clock, ct);
        }
    }

    /// <summary>Gives exactly these schools a copy of each listing; others lose theirs.</summary>
    public async Task LendAsync(IReadOnlyCollection<Listing> listings, IReadOnlyCollection<OrganisationCard> receivers, Actor actor, CancellationToken ct)
    {
        if (listings.Count == 0 || actor.Network is not { } network)
        {
            return;
        }

        var lender = await LenderAsync(listings.First().OrganisationId, network, actor, ct);
        var ids = listings.Select(l => l.Id).ToList();
        await upkeep.TakeBackAsync(ids, ct);
        var there = (await db.Set<LentCopy>().Where(c => ids.Contains(c.ListingId)).ToListAsync(ct)).ToLookup(c => c.ListingId);
        foreach (var listing in listings)
        {
            db.RemoveRange(there[listing.Id].Where(c => receivers.All(r => r.Id != c.OrganisationId)));
            foreach (var receiver in receivers)
            {
                if (there[listing.Id].FirstOrDefault(c => c.OrganisationId == receiver.Id) is { } known)
                {
                    known.Follow(listing, lender.KeptByDefault);
                }
                else
                {
                    db.Add(LentCopy.Of(listing, lender, receiver.Id, receiver.Name, clock));
                }
            }
        }
    }

    private async Task<Lender> LenderAsync(OrganisationId owner, NetworkId network, Actor actor, CancellationToken ct) => new(
        (await networks.FindOrganisationAsync(owner, ct))?.Name ?? actor.OrganisationName ?? "", network, await upkeep.KeptByDefaultAsync(ct));

    private async Task TakeBackAsync(IReadOnlyCollection<ListingId> fromNetwork, List<ListingId> fromSchools, CancellationToken ct)
    {
        if (fromNetwork.Count > 0)
        {
            await upkeep.TakeBackAsync(fromNetwork, ct);
        }

        if (fromSchools.Count > 0)
        {
            db.RemoveRange(await db.Set<LentCopy>().Where(c => fromSchools.Contains(c.ListingId)).ToListAsync(ct));
        }
    }
}
