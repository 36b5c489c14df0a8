using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <param name="IsThin">A school stands on one person or none.</param>
internal sealed record RegisterRow(Partnership Partnership, IReadOnlyList<string> Others, bool IsThin);

[Requires(PartnershipsPermissions.See)]
internal sealed class ListPartnershipsPage(AppDbContext db, PartnershipDoor door, LetReadHandler reports) : PartnershipPage
{
    private const int Most = 200;

    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];

    public bool IsRegister => Actor.Role == Role.NetworkCoordinator;

    public bool HasBrief => Rows.Count > 0 && MayHere(PartnershipsPermissions.Work);

    public bool HasReports { get; private set; }

    public bool MayBegin => MayHere(PartnershipsPermissions.Begin);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(PartnershipsPermissions.See))
        {
            return NotThere();
        }

        var seen = await door.Seen(Actor).AsNoTracking().OrderBy(p => p.Title).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
        var ids = seen.ConvertAll(p => p.Id);
        var parties = (await db.Set<Party>().AsNoTracking().Where(p => ids.Contains(p.PartnershipId)).OrderBy(p => p.Number).ToListAsync(ct)).ToLookup(p => p.PartnershipId);
        var owners = (await db.Set<PartyOwner>().AsNoTracking().Where(o => ids.Contains(o.PartnershipId) && o.Until == null).ToListAsync(ct)).ToLookup(o => o.PartyId);
        Rows = [.. seen.OrderBy(p => p.IsOver).ThenBy(p => p.Stage == Stage.Dormant).Select(p => new RegisterRow(
            p, [.. parties[p.Id].Where(s => IsRegister || s.Member != Actor.Organisation).Select(s => s.Name)], !p.IsOver && parties[p.Id].Any(s => s.IsSchool && owners[s.Id].Count() < PartyOwner.Least)))];
        HasReports = (await reports.ReadableAsync(Actor, ct)).Count > 0;
        return Page();
    }
}
