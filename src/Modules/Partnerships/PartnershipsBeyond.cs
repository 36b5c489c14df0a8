using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Partnerships of an organisation, as far as the reader sees them in the register.</summary>
internal sealed class PartnershipsBeyond(AppDbContext db, PartnershipDoor door) : IBeyondWalls
{
    public string Heading => "Partnerships";

    public int Order => 60;

    public async Task<IReadOnlyList<BeyondWallsRow>> ForAsync(OrganisationId organisation, CancellationToken ct)
    {
        var found = await door.Seen(db.Scope.Actor).AsNoTracking().Where(p => db.Set<Party>().Any(s => s.PartnershipId == p.Id && s.Member == organisation))
            .OrderByDescending(p => p.OpenedOn).ThenBy(p => p.Id).ToListAsync(ct);
        return [.. found.Select(p => new BeyondWallsRow(p.Title, PartnershipWords.Of(p.Stage).Text, p.OpenedOn, p.EndedOn ?? p.HorizonOn, $"/partnerships/{p.Id}", StageMap.IsRunning(p.Stage)))];
    }
}

/// <summary>An organisation that leaves the network ends its partnerships in it; their record stays with the other sides.</summary>
internal sealed class LeavingPartnerships(AppDbContext db, TimeProvider clock) : IOnLeavingNetwork
{
    public async Task LeaveAsync(OrganisationId organisation, NetworkId network, bool leaveBehind, CancellationToken ct)
    {
        var running = await db.Set<Partnership>().Where(p => p.NetworkId == network && p.Stage != Stage.Ended && db.Set<Party>().Any(s => s.PartnershipId == p.Id && s.Member == organisation)).ToListAsync(ct);
        foreach (var partnership in running)
        {
            var party = await db.Set<Party>().FirstAsync(s => s.PartnershipId == partnership.Id && s.Member == organisation, ct);
            var before = partnership.Stage;
            (await db.Set<PartnershipReview>().FirstOrDefaultAsync(r => r.OpenFor == partnership.Id.Value, ct))?.EndWith(clock.Today(party.Zone));
            partnership.EndWith(party.Name, clock.Today(party.Zone));
            db.Add(PartnershipChange.Note(partnership, ChangeOf.Stage, PartnershipWords.Of(before).Text, PartnershipWords.Of(Stage.Ended).Text, null, party.Name, clock));
            db.Record("partnership.ended-with-membership", partnership.Id.Value);
        }
    }
}
