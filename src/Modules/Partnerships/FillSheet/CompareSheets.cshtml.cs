using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class CompareSheetsPage(PartnershipDoor door, SheetBook book) : PartnershipPage
{
    public IReadOnlyList<SheetStand> Stands { get; private set; } = [];

    /// <summary>Null until every sheet is in.</summary>
    public IReadOnlyList<SheetLine>? Lines { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return NotThere();
        }

        View = view;
        Stands = await book.StandsAsync(view, ct);
        Lines = await book.AllAsync(view, ct) is { } sheets ? SheetLine.Compare(sheets) : null;
        return Page();
    }
}
