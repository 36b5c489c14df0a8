using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class PrintPlanPage(PartnershipDoor door, PlanBook book) : PartnershipPage
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public string? Year { get; set; }

    public PlanView Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view || await book.FindAsync(view, Year, ct) is not { } plan)
        {
            return NotThere();
        }

        (View, Plan) = (view, plan);
        return Page();
    }
}
