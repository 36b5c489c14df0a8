using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>Hands a file out to be kept, never to be shown inside a page; its type is the one its bytes had, not the one a browser claimed.</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class DownloadPaperPage(AppDbContext db, PaperBook book) : MeetingPage
{
    public async Task<IActionResult> OnGetAsync(Guid paper, CancellationToken ct)
    {
        if (await book.OpenAsync(new(Id), new(paper), Actor, ct) is not var (found, content) || FileFormat.Of(found.Ending) is not { } format)
        {
            return NotThere();
        }

        db.Record("paper.downloaded", paper);
        await db.SaveChangesAsync(ct);
        return File(content, format.ContentType, found.Title + found.Ending);
    }
}
