using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases;

/// <param name="About">English; the localizer's key.</param>
internal sealed record MySlip(DateTimeOffset At, string About, SlipState State);

/// <summary>When, and how far it is. No words: they are not the reporter's to read any more.</summary>
[Requires(WorryPermissions.Report)]
internal sealed class MyWorriesPage(AppDbContext db) : CasePage
{
    private const int Shown = 50;

    public IReadOnlyList<MySlip> Slips { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(WorryPermissions.Report))
        {
            return NotThere();
        }

        var me = Actor.Person;
        var worries = await db.Set<Worry>().AsNoTracking().Where(w => w.ReportedBy == me).OrderByDescending(w => w.ReportedAt).Take(Shown)
            .Select(w => new { w.ReportedAt, w.State }).ToListAsync(ct);
        var concerns = await db.Set<StaffConcern>().AsNoTracking().Where(c => c.ReportedBy == me).OrderByDescending(c => c.ReportedAt).Take(Shown)
            .Select(c => new { c.ReportedAt, c.State }).ToListAsync(ct);
        Slips =
        [
            .. worries.Select(w => new MySlip(w.ReportedAt, "About a child", w.State))
                .Concat(concerns.Select(c => new MySlip(c.ReportedAt, "About an adult", c.State))).OrderByDescending(s => s.At),
        ];
        return Page();
    }
}
