using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>Which days are free at a school: what it told itself, else what is usual in its country. The one place that decides it.</summary>
internal sealed class SchoolWeeks(AppDbContext db) : ISchoolWeeks
{
    public async Task<IReadOnlyCollection<DayOfWeek>> FreeDaysAsync(OrganisationId organisation, CancellationToken ct) => FreeDays(
        await db.Set<SchoolTimes>().AsNoTracking().FirstOrDefaultAsync(t => t.OrganisationId == organisation, ct),
        await db.Set<Organisation>().Where(o => o.Id == organisation).Select(o => o.CountryCode).FirstOrDefaultAsync(ct));

    public static IReadOnlyList<DayOfWeek> FreeDays(SchoolTimes? told, string? country) => told?.WeekendDays ?? [.. SchoolWeek.FreeDays(country)];
}
