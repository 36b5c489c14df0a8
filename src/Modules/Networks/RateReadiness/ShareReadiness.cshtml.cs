using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.ShareReadiness)]
internal sealed class ShareReadinessModel(AppDbContext db, RateReadinessHandler handler) : NetworkPage
{
    [BindProperty]
    public ReadinessLevel Level { get; set; }

    [BindProperty]
    public int Version { get; set; } = -1;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Organisation is not { } own)
        {
            return NotThere();
        }

        if (await db.Set<ReadinessSharing>().AsNoTracking().FirstOrDefaultAsync(s => s.OrganisationId == own, ct) is { } sharing)
        {
            (Level, Version) = (sharing.Level, sharing.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid
        ? Answer(await handler.ShareAsync(Level, Version, Actor, ct), "/network/readiness", "Saved. Peers see: {0}.", T[ReadinessWords.Of(Level).Text].Value)
        : Again();
}
