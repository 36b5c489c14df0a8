using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>The files for a side without accounts: their names and sizes, each to be taken when it is wanted.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class PartnerFilesPage(PartnershipDoor door, FileBook book) : PartnerLinkPage
{
    public IReadOnlyList<KeptFile> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await EnterAsync(door, ct))
        {
            return Nowhere();
        }

        Files = await book.OfAsync(View!, ct);
        return Page();
    }
}
