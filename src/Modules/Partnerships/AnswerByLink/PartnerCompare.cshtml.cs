using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[OpenTo(Audience.LinkHolders)]
internal sealed class PartnerComparePage(PartnershipDoor door, SheetBook book) : PartnerLinkPage
{
    /// <summary>Null until every sheet is in.</summary>
    public IReadOnlyList<SheetLine>? Lines { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await EnterAsync(door, ct))
        {
            return Nowhere();
        }

        Lines = await book.AllAsync(View!, ct) is { } sheets ? SheetLine.Compare(sheets) : null;
        return Page();
    }
}
