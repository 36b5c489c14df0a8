using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>Hands a version out to be kept, never to be shown inside a page; its type is the one its bytes had.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class TakeFilePage(AppDbContext db, PartnershipDoor door, FileBook book) : PartnershipPage
{
    public async Task<IActionResult> OnGetAsync(Guid file, int number, CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view || await book.OpenAsync(view, new(file), number, ct) is not var (found, version, content) || FileFormat.Of(version.Ending) is not { } format)
        {
            return NotThere();
        }

        db.Record("partnership-file.taken", file);
        await db.SaveChangesAsync(ct);
        return File(content, format.ContentType, found.Title + version.Ending);
    }
}
