using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

internal sealed record PeerRow(OrganisationId School, string Name, bool IsOpen, IReadOnlyDictionary<ReadinessArea, ReadinessBandWord> Bands);

/// <summary>What the members have chosen to show. Reads the told words only; the items themselves are out of reach here.</summary>
[Requires(NetworksPermissions.SeeReadiness)]
internal sealed class ShowPeersModel(AppDbContext db, INetworkDirectory networks) : NetworkPage
{
    public IReadOnlyList<PeerRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network)
        {
            return NotThere();
        }

        var bands = (await db.Set<ReadinessBand>().AsNoTracking().Where(b => b.NetworkId == network).ToListAsync(ct)).ToLookup(b => b.OrganisationId);
        var open = (await db.Set<ReadinessShown>().AsNoTracking().Where(s => s.NetworkId == network).Select(s => s.OrganisationId).Distinct().ToListAsync(ct)).ToHashSet();
        Rows =
        [
            .. (await networks.MembersAsync(network, ct)).Where(m => bands.Contains(m.Id))
                .Select(m => new PeerRow(m.Id, m.Name, open.Contains(m.Id), bands[m.Id].ToDictionary(b => b.Area, b => b.Word))),
        ];
        return Page();
    }
}
