using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>One listing of another school, as that school lends it to this one.</summary>
[Requires(DirectoryPermissions.SeeListings)]
internal sealed class ShowLentPage(AppDbContext db) : CausewayPage
{
    public LentCopy Copy { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(ListingId id, CancellationToken ct)
    {
        var copy = await LentToUsPage.LentTo(db, Actor).FirstOrDefaultAsync(c => c.ListingId == id, ct);
        if (copy is null)
        {
            return NotThere();
        }

        Copy = copy;
        return Page();
    }
}
