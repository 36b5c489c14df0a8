using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

internal sealed record ReportRow(ReviewId Id, string Title, DateOnly On);

/// <summary>Reports of reviews that their sides opened to this person.</summary>
[Requires(PartnershipsPermissions.ReadReport)]
internal sealed class ListReportsPage(AppDbContext db, LetReadHandler handler) : PartnershipPage
{
    public IReadOnlyList<ReportRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var reviews = await handler.ReadableAsync(Actor, ct);
        var ids = reviews.Select(r => r.PartnershipId).ToList();
        var titles = await db.Set<Partnership>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title, ct);
        Rows = [.. reviews.Select(r => new ReportRow(r.Id, titles[r.PartnershipId], r.EndedOn!.Value))];
        return Page();
    }
}
