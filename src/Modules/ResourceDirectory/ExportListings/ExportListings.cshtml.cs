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
    [BindProperty(SupportsGet = true)]
    public ListingPlace Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty]
    public bool Narrowed { get; set; } = true;

    [BindProperty]
    public bool BothLists { get; set; }

    [BindProperty]
    public string Format { get; set; } = "xlsx";

    [BindProperty]
    public bool AllColumns { get; set; } = true;

    [BindProperty]
    public List<string> Columns { get; set; } = [];

    [BindProperty]
    public bool Notes { get; set; } = true;

    public int Found { get; private set; }

    public bool IsUsedUp { get; private set; }

    public ListingQuery Query => new(Place, Q, Show, Sort);

    public bool SeesNotes => May(DirectoryPermissions.SeeNotes);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Found = await Query.In(db, mayEdit: true).CountAsync(ct);
        return Page();
    }

    [WithoutKey("Makes a file of what is there; the limit of three a day counts every sending.")]
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Actor.Organisation is not { } owner || !May(DirectoryPermissions.ExportListings, new AccessObject(owner)))
        {
            return NotThere();
        }

        if (!await limits.TryExportAsync(Actor, ct))
        {
            IsUsedUp = true;
            Found = await Query.In(db, mayEdit: true).CountAsync(ct);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        var file = new MemoryStream();
        var wanted = Wanted(owner);
        var columns = await ListingFile.ColumnsAsync(wanted, AllColumns ? [] : [.. Columns.DefaultIfEmpty("none")], Notes && SeesNotes, ct);
        await (Format == "csv" ? ListingCsv.WriteAsync(file, wanted, columns, ct) : ListingXlsx.WriteAsync(file, wanted, columns, "Listings", ct));
        db.Record("listings.exported", owner.Value);
        await db.SaveChangesAsync(ct);
        file.Position = 0;
        return Format == "csv"
            ? File(file, "text/csv; charset=utf-8", "listings.csv")
            : File(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "listings.xlsx");
    }

    private IQueryable<Listing> Wanted(OrganisationId owner)
    {
        var listings = Narrowed && Query.IsNarrowed
            ? Query.In(db, mayEdit: true)
            : db.Set<Listing>().AsNoTracking().Where(l => l.RemovedAt == null && (BothLists || l.Place == Place));
        return listings.Where(l => l.OrganisationId == owner);
    }
}
