using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>The own school's listings as a file. Three a day for each person, each with a line in the audit trail.</summary>
[Requires(DirectoryPermissions.ExportListings)]
internal sealed class ExportListingsPage(AppDbContext db, DirectoryLimits limits) : CausewayPage
{
    public async Task<IActionResult> OnGetAsync(ListingPlace place, CancellationToken ct)
    {
        if (Actor.Organisation is not { } owner || !May(DirectoryPermissions.ExportListings, new AccessObject(owner)))
        {
            return NotThere();
        }

        if (!await limits.TryExportAsync(Actor, ct))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        using var file = new MemoryStream();
        await ListingCsv.WriteAsync(db, file, db.Set<Listing>().Where(l => l.OrganisationId == owner && l.Place == place && l.RemovedAt == null), withNotes: true, T, ct);
        db.Record("listings.exported", owner.Value);
        await db.SaveChangesAsync(ct);
        return File(file.ToArray(), "text/csv; charset=utf-8", "listings.csv");
    }
}
