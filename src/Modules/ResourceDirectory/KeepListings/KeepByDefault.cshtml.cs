using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Which facts the school keeps of every listing it lends.</summary>
[Requires(DirectoryPermissions.ShareListings)]
internal sealed class KeepByDefaultPage(AppDbContext db, KeepByDefaultHandler handler, JobBell bell) : CausewayPage
{
    [BindProperty]
    public List<FactField> Kept { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var defaults = await db.Set<ListingDefaults>().AsNoTracking().FirstOrDefaultAsync(ct);
        (Kept, Version) = ([.. defaults?.KeptFields ?? []], defaults?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await handler.HandleAsync(Kept, Version, Actor, ct) is not { } refusal)
        {
            bell.Ring();
            return Done("/directory/listings", "Saved. Copies that are lent already follow within a minute.");
        }

        if (refusal == Refusal.ChangedMeanwhile)
        {
            Version = await db.Set<ListingDefaults>().Select(d => d.Version).FirstOrDefaultAsync(ct);
            ModelState.Remove(nameof(Version));
        }

        return refusal == ShareListingsHandler.NotThere ? NotThere() : Refuse(refusal);
    }
}
