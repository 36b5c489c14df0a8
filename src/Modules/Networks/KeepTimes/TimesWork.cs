using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Networks;

/// <summary>What waits of days and terms: the dates of a school year that has begun, or begins soon, are missing.</summary>
internal sealed class TimesWork(AppDbContext db, Access access, TimeProvider clock, IStringLocalizer t) : IWorkList
{
    private const int DaysBefore = 30;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        // Only where times are kept at all: nobody is pressed into it.
        if (actor.Organisation is not { } own || !access.Allows(actor, NetworksPermissions.EditOrganisation, new(Organisation: own))
            || await db.Set<SchoolTimes>().AsNoTracking().FirstOrDefaultAsync(s => s.OrganisationId == own, ct) is not { } times)
        {
            return [];
        }

        var today = clock.Today(await db.Set<Organisation>().Where(o => o.Id == own).Select(o => o.Zone).FirstAsync(ct));
        var year = times.YearAt(today.AddDays(DaysBefore));
        if (await db.Set<SchoolDate>().AnyAsync(d => d.OrganisationId == own && d.Year == year, ct))
        {
            return [];
        }

        var first = times.YearOf(year).First;
        return
        [
            new(WorkItem.At(first), first <= today ? Urgency.Late : Urgency.Soon, TimeWords.Year(year, times.FirstMonth),
                t["The dates of this school year are missing"], t["Others plan meetings around your holidays and examinations."], $"/organisations/{own}/times/{year}", t["Write the dates"]),
        ];
    }
}
