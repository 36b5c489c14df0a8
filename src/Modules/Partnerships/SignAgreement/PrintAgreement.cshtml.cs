using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class PrintAgreementPage(PartnershipDoor door, AgreementBook book) : PartnershipPage
{
    [FromRoute]
    public int Number { get; set; }

    public AgreementView Agreement { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view || await book.FindAsync(view.Partnership.Id, Number, ct) is not { } agreement)
        {
            return NotThere();
        }

        (View, Agreement) = (view, agreement);
        return Page();
    }
}
