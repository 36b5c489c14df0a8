using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// What a school takes with it, and what becomes of what it lent. Its listings stay its own in any case; what was lent goes,
/// unless it agreed to leave the copies behind.
/// </summary>
internal sealed class LeavingNetwork(AppDbContext db, EntryUpkeep upkeep, TimeProvider clock) : IDataToHandBack, IOnLeavingNetwork
{
    public string FileName => "listings.csv";

    public async Task WriteAsync(OrganisationId organisation, NetworkId network, Stream to, CancellationToken ct)
    {
        var listings = db.Set<Listing>().Where(l => l.OrganisationId == organisation && l.RemovedAt == null);
        await ListingCsv.WriteAsync(to, listings, await ListingFile.ColumnsAsync(listings, [], withNotes: true, ct), ct);
    }

    public async Task LeaveAsync(OrganisationId organisation, NetworkId network, bool leaveBehind, CancellationToken ct)
    {
        var shared = await db.Set<Listing>().Where(l => l.OrganisationId == organisation && l.Sharing != Sharing.OwnSchool).ToListAsync(ct);
        foreach (var listing in shared)
        {
            listing.StopSharing(db.Scope.Actor, clock);
        }

        if (!leaveBehind)
        {
            var lent = await db.Set<Contribution>().Where(c => c.NetworkId == network && c.Source == organisation).ToListAsync(ct);
            await upkeep.TakeBackAsync(lent, ct);
        }

        await LeavePublicAsync(organisation, network, ct);

        // Lent to one school by name, and lent to this one: among members only, so it ends whatever is left behind.
        db.RemoveRange(await db.Set<LentCopy>().Where(c => c.Through == network && (c.LenderId == organisation || c.OrganisationId == organisation)).ToListAsync(ct));
        db.Record(leaveBehind ? "listings.left-behind" : "listings.taken-back", organisation.Value);
    }

    // What stays behind stays among schools: the public was promised nothing, and consent was given for this school's word.
    private async Task LeavePublicAsync(OrganisationId organisation, NetworkId network, CancellationToken ct)
    {
        foreach (var contribution in await db.Set<Contribution>().Where(c => c.NetworkId == network && c.Source == organisation && c.IsPublic).ToListAsync(ct))
        {
            contribution.KeepFromPublic();
        }

        foreach (var consent in await db.Set<PublicConsent>().Where(c => c.NetworkId == network && c.School == organisation && c.WithdrawnAt == null).ToListAsync(ct))
        {
            consent.Withdraw(db.Scope.Actor.Name, clock);
        }
    }
}
