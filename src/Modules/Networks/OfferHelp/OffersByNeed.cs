using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>Which needs the members offer or ask help for, in the words that services, searches and gaps use too.</summary>
public interface IOffersByNeed
{
    /// <summary>Open offers and asks of the actor's network by code of <see cref="NeedTaxonomy"/>; none for who may not see them.</summary>
    Task<IReadOnlyDictionary<string, int>> OpenAsync(Actor actor, CancellationToken ct);
}

internal sealed class OffersByNeed(AppDbContext db, Access access, TimeProvider clock) : IOffersByNeed
{
    public async Task<IReadOnlyDictionary<string, int>> OpenAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !access.Allows(actor, NetworksPermissions.SeeOffers, new(Network: network)))
        {
            return new Dictionary<string, int>(StringComparer.Ordinal);
        }

        var today = clock.Today(actor.Zone);
        var codes = await db.Set<Offer>().Where(o => o.NetworkId == network && o.ClosedAt == null && o.Until >= today && o.Need != null).Select(o => o.Need!).ToListAsync(ct);
        return codes.Select(c => NeedTaxonomy.Find(c)?.Code).OfType<string>().CountBy(c => c, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }
}
