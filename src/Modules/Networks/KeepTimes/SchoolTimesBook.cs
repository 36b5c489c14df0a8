using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>Reads days and dates of the organisations that the scope may see, a handful of queries for any number of them.</summary>
internal sealed class SchoolTimesBook(AppDbContext db) : ISchoolTimes
{
    public async Task<IReadOnlyList<SchoolTimesCard>> OfAsync(IReadOnlyCollection<OrganisationId> organisations, CancellationToken ct)
    {
        var asked = organisations.Distinct().ToList();
        var seen = await db.VisibleOrganisations().Where(o => asked.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var ids = seen.Keys.ToList();
        var told = await db.Set<SchoolTimes>().AsNoTracking().Where(t => ids.Contains(t.OrganisationId)).ToDictionaryAsync(t => t.OrganisationId, ct);
        var parts = (await db.Set<SchoolDayPart>().AsNoTracking().Where(p => ids.Contains(p.OrganisationId)).ToListAsync(ct)).ToLookup(p => p.OrganisationId);
        var dates = (await db.Set<SchoolDate>().AsNoTracking().Where(d => ids.Contains(d.OrganisationId)).OrderBy(d => d.From).ThenBy(d => d.To).ToListAsync(ct)).ToLookup(d => d.OrganisationId);
        return [.. asked.Where(seen.ContainsKey).Select(id => Card(seen[id], told.GetValueOrDefault(id), [.. parts[id]], [.. dates[id]]))];
    }

    private static SchoolTimesCard Card(Organisation of, SchoolTimes? told, IReadOnlyList<SchoolDayPart> parts, IReadOnlyList<SchoolDate> dates)
    {
        var weekend = SchoolWeeks.FreeDays(told, of.CountryCode);
        return new(of.Id, of.Name, of.Zone, parts.Count > 0, weekend, SchoolDayPart.Week(parts, weekend), [.. dates.Select(d => d.ToDates())]);
    }
}
