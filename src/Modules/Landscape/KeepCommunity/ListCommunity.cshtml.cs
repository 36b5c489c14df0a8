using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.See)]
internal sealed class ListCommunityModel(AppDbContext db, LandscapeDoor door) : LandscapePage
{
    public IReadOnlyList<InformalMechanism> Rows { get; private set; } = [];

    public bool MayWrite(InformalMechanism m) => door.MayWrite(Actor, m.School);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See))
        {
            return NotThere();
        }

        Rows = [.. (await db.Set<InformalMechanism>().AsNoTracking().Where(m => m.NetworkId == db.ScopedNetworkId).ToListAsync(ct)).OrderBy(m => m.Kind).ThenBy(m => m.Name, StringComparer.CurrentCulture)];
        return Page();
    }
}
