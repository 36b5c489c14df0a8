using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>The school's list as a document for the wall of the staff room. Only what is published; never a note.</summary>
[Requires(DirectoryPermissions.SeeListings)]
internal sealed class PrintListingsPage(AppDbContext db, TimeProvider clock) : CausewayPage
{
    /// <summary>A printed list is for looking up, not for taking the directory away.</summary>
    public const int MostRows = 300;

    public ListingPlace Place { get; private set; }

    public IReadOnlyList<Listing> Rows { get; private set; } = [];

    public int All { get; private set; }

    public DateTimeOffset Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(string place, CancellationToken ct)
    {
        if (place is not ("inside" or "outside"))
        {
            return NotThere();
        }

        Place = place == "inside" ? ListingPlace.Inside : ListingPlace.Outside;
        Now = clock.GetUtcNow();
        var listings = db.Set<Listing>().AsNoTracking().Where(l => l.Place == Place && l.RemovedAt == null && l.Published);
        All = await listings.CountAsync(ct);
        Rows = await listings.OrderBy(l => l.NameKey).ThenBy(l => l.Id).Take(MostRows).ToListAsync(ct);
        db.Record("listings.printed", Actor.Organisation?.Value ?? Guid.Empty);
        await db.SaveChangesAsync(ct);
        return Page();
    }
}
