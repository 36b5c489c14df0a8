using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>The report on paper, for the sides. Before every side has answered there is none.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class PrintReviewPage(PartnershipDoor door, ReviewBook book, ReviewFactBook facts) : ReviewPage
{
    public ReviewReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(door, book, ct) || Round.Sheets is not { } sheets)
        {
            return NotThere();
        }

        // On paper stands what every side may see: it may be handed on.
        Reading = new(Round, ReviewResult.Of(Round.Sides, sheets), await facts.OfAsync(Round, null, Today, ct));
        return Page();
    }
}
