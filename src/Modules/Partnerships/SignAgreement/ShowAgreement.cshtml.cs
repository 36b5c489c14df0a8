using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class ShowAgreementPage(PartnershipDoor door, AgreementBook book) : PartnershipPage
{
    [FromRoute]
    public int? Number { get; set; }

    public AgreementView? Agreement { get; private set; }

    public IReadOnlyList<AgreementVersion> Versions { get; private set; } = [];

    public bool IsMyTurn => Agreement?.Turn?.PersonId == Actor.Person && !View.Partnership.IsOver;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return NotThere();
        }

        View = view;
        Agreement = await book.FindAsync(view.Partnership.Id, Number, ct);
        Versions = await book.VersionsAsync(view.Partnership.Id, ct);
        return Number is not null && Agreement is null ? NotThere() : Page();
    }
}
