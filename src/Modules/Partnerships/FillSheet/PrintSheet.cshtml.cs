using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>The empty sheet on paper, for people without a screen. It holds no answer of anybody.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class PrintSheetPage(PartnershipDoor door) : PartnershipPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return NotThere();
        }

        View = view;
        return Page();
    }
}
