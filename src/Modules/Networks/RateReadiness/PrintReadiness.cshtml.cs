using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Networks;

/// <summary>The school's own sheet on paper, for the board.</summary>
[Requires(NetworksPermissions.SeeReadiness)]
internal sealed class PrintReadinessModel(AppDbContext db) : NetworkPage
{
    public IReadOnlyList<ReadinessItem> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Organisation is not { } own)
        {
            return NotThere();
        }

        Items = await ShowReadinessModel.ReadAsync(db, own, ct);
        db.Record("readiness.printed", own.Value);
        await db.SaveChangesAsync(ct);
        return Page();
    }
}
