using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Networks;

/// <summary>Items of the school that the reader answers for and whose day has come; leads and heads see the others' overdue ones too.</summary>
internal sealed class ReadinessWork(AppDbContext db, Access access, TimeProvider clock, IStringLocalizer texts) : IWorkList
{
    private const int DaysBefore = 7;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } own || !access.Allows(actor, NetworksPermissions.SeeReadiness))
        {
            return [];
        }

        var today = clock.Today(actor.Zone);
        var soon = today.AddDays(DaysBefore);
        var rates = access.Allows(actor, NetworksPermissions.RateReadiness, new(Organisation: own));
        var due = await db.Set<ReadinessItem>().AsNoTracking()
            .Where(i => i.OrganisationId == own && i.ReviewOn != null && i.ReviewOn <= soon && (i.Owner == actor.Person || (rates && i.ReviewOn <= today)))
            .OrderBy(i => i.ReviewOn).ThenBy(i => i.Id).ToListAsync(ct);
        if (due.Count == 0)
        {
            return [];
        }

        var first = due[0].ReviewOn!.Value;
        var what = due.Count == 1 ? due[0].Text : texts["{0} statements about your school", due.Count].Value;
        return
        [
            new WorkItem(
                WorkItem.At(first), first < today ? Urgency.Late : Urgency.Soon,
                first.ToString(texts["d MMMM yyyy"], System.Globalization.CultureInfo.CurrentCulture),
                texts["Look again: {0}", what], texts["The day set for it has come."],
                due.Count == 1 && rates ? $"/network/readiness/items/{due[0].Id}" : "/network/readiness", texts["Open"]) { Kind = NetworksWork.Readiness, Count = due.Count },
        ];
    }
}
