using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>Reports that the sides let this person read; with an id, the report itself.</summary>
[Requires(PartnershipsPermissions.ReadReport)]
internal sealed class ReadReportPage(AppDbContext db, LetReadHandler handler, ReviewFactBook facts, TimeProvider clock) : PartnershipPage
{
    [FromRoute]
    public Guid Review { get; set; }

    public ReviewReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await handler.ReadAsync(new(Review), Actor, ct) is not { Sheets: { } sheets } round)
        {
            return NotThere();
        }

        Reading = new(round, ReviewResult.Of(round.Sides, sheets), await facts.OfAsync(round, null, clock.Today(Actor.Zone), ct));
        db.Record("review.read-by-reader", Review);
        await db.SaveChangesAsync(ct);
        return Page();
    }
}
