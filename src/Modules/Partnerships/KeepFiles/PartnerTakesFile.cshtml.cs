using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>A version for whoever holds the link of a side; the act stands in the network's trail.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class PartnerTakesFilePage(AppDbContext db, PartnershipDoor door, FileBook book) : PartnerLinkPage
{
    public async Task<IActionResult> OnGetAsync(Guid file, int number, CancellationToken ct)
    {
        if (!await EnterAsync(door, ct) || await book.OpenAsync(View!, new(file), number, ct) is not var (found, version, content) || FileFormat.Of(version.Ending) is not { } format)
        {
            return Nowhere();
        }

        db.Record("partnership-file.taken", file, Network);
        await db.SaveChangesAsync(ct);
        return File(content, format.ContentType, found.Title + version.Ending);
    }
}
