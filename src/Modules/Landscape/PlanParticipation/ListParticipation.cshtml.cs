using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

/// <summary>The own school's plans, where the reader may see them; sums of the network for everybody of this room.</summary>
[Requires(LandscapePermissions.See)]
internal sealed class ListParticipationModel(AppDbContext db, ParticipationBook book, ParticipationSeal seal) : LandscapePage
{
    public IReadOnlyList<ParticipationPlan> Plans { get; private set; } = [];

    public IReadOnlyList<ParticipationYear> Counts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See))
        {
            return NotThere();
        }

        Counts = await book.CountsAsync(Actor.Network!.Value, Actor.Organisation, ct);
        if (MayHere(LandscapePermissions.SeeParticipation))
        {
            Plans = await db.Set<ParticipationPlan>().Where(p => p.OrganisationId == db.ScopedOrganisationId).OrderByDescending(p => p.OpenedOn).ThenBy(p => p.Reference).ToListAsync(ct);
            await seal.OpenAsync(Plans, ct);
        }

        return Page();
    }
}
