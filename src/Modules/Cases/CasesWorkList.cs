using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Cases;

/// <summary>What waits in the cases one leads: reviews and steps whose day is near. Only codes; nothing is opened for it.</summary>
internal sealed class CasesWorkList(AppDbContext db, CaseBook book, TimeProvider clock, IStringLocalizer t) : IWorkList
{
    private const int DaysAhead = 7;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        var led = (await book.MineAsync(ct)).Select(m => m.File).Where(f => f.IsOpen && f.IsLedBy(actor.Person)).ToList();
        if (led.Count == 0)
        {
            return [];
        }

        var today = clock.Today(actor.Zone);
        var until = today.AddDays(DaysAhead);
        var ids = led.ConvertAll(f => f.Id);
        var steps = await db.Set<PlanRow>().AsNoTracking().Where(r => ids.Contains(r.CaseId) && r.State == StepState.Open && r.DueOn <= until)
            .GroupBy(r => r.CaseId).Select(g => new { Case = g.Key, First = g.Min(r => r.DueOn) }).ToListAsync(ct);
        return
        [
            .. led.Where(f => f.NextReviewOn <= until).Select(f => Item(f, f.NextReviewOn!.Value, today, t["Review the case {0}", f.Code], t["No open case stays without a next review."], $"/cases/{f.Id}/review", t["Review"], CasesWork.Review)),
            .. steps.Select(s => (File: led.Find(f => f.Id == s.Case)!, s.First)).Select(s => Item(s.File, s.First, today, t["A step of the case {0} is due", s.File.Code], t["Ask for the result, or move the day and say why."], $"/cases/{s.File.Id}#plan", t["Open"], CasesWork.Action)),
        ];
    }

    private WorkItem Item(CaseFile file, DateOnly due, DateOnly today, string title, string why, string url, string action, WorkKind kind) =>
        new(WorkItem.At(due), WorkItem.UrgencyOf(due, today), due.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture), title, why, url, action) { Kind = kind, Mark = file.Code };
}
