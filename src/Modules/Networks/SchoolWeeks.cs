using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

internal sealed class SchoolWeeks(AppDbContext db) : ISchoolWeeks
{
    public async Task<IReadOnlyCollection<DayOfWeek>> FreeDaysAsync(OrganisationId organisation, CancellationToken ct) =>
        SchoolWeek.FreeDays(await db.Set<Organisation>().Where(o => o.Id == organisation).Select(o => o.CountryCode).FirstOrDefaultAsync(ct));
}
