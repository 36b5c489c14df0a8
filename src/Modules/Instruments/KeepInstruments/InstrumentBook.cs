using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Instruments;

/// <summary>Shipped instruments and the network's own, found by key.</summary>
internal sealed class InstrumentBook(AppDbContext db, Access access)
{
    public bool May(Actor actor, string permission) =>
        actor.Network is { } network && network == db.ScopedNetworkId && access.Allows(actor, permission, new(Network: network, Person: actor.Person));

    public async Task<(Instrument Instrument, OwnInstrument? Own)?> FindAsync(string key, Actor actor, CancellationToken ct)
    {
        if (!May(actor, InstrumentsPermissions.See))
        {
            return null;
        }

        var own = await db.Set<OwnInstrument>().FirstOrDefaultAsync(i => i.Key == key, ct);
        return own is not null ? (own.Instrument, own) : ShippedInstruments.Find(key) is { } shipped ? (shipped, null) : null;
    }

    public Task<List<OwnInstrument>> OwnAsync(CancellationToken ct) =>
        db.Set<OwnInstrument>().AsNoTracking().Where(i => i.NetworkId == db.ScopedNetworkId).OrderBy(i => i.Title).ThenBy(i => i.Id).ToListAsync(ct);
}
