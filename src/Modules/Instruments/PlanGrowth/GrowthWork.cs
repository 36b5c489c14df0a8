using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Instruments;

/// <summary>Steps for whoever does them; those of somebody without an account for whoever began the plan.</summary>
internal sealed class GrowthWork(AppDbContext db, GrowthBook book, IStringLocalizer t) : IWorkList
{
    private const int Most = 20;

    public static readonly WorkKind Step = new("growth", "Steps to grow stronger", "{0} step to grow stronger is due", "{0} steps to grow stronger are due", "/instruments/growth");

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Network is null || actor.Network != db.Scope.Network)
        {
            return [];
        }

        var today = book.Clock.Today(actor.Zone);
        var open = await (
            from s in db.Set<GrowthStep>().AsNoTracking()
            join a in db.Set<PriorityArea>() on s.AreaId equals a.Id
            join p in db.Set<CapacityPlan>() on a.PlanId equals p.Id
            where s.DoneOn == null && (s.PersonId == actor.Person || (s.PersonId == null && p.OpenedBy == actor.Person))
            orderby s.DueOn, s.Id
            select new { Step = s, Plan = p }).Take(Most).ToListAsync(ct);
        return
        [
            .. open.Where(o => book.MaySee(o.Plan, actor)).Select(o => new WorkItem(
                WorkItem.At(o.Step.DueOn), WorkItem.UrgencyOf(o.Step.DueOn, today), o.Step.DueOn.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture),
                t["A step to grow: {0}", o.Step.What], o.Step.PersonId is null ? t["{0} does it; you began the plan.", o.Step.WhoName] : t["You took it on in the plan of {0}.", o.Plan.PartnerName],
                $"/instruments/growth/{o.Plan.Id}/areas/{o.Step.AreaId}", t["Open"]) { Kind = Step, Mark = o.Step.Id.ToString() }),
        ];
    }
}
