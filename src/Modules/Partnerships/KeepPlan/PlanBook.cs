using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <param name="IsCurrent">The latest year's: earlier ones are read and not changed.</param>
internal sealed record PlanView(
    Plan Plan, IReadOnlyDictionary<PlanPartKind, PlanPart> Parts, IReadOnlyList<PlanConfirmation> Confirmations, IReadOnlyList<string> Years, IReadOnlyList<Party> Parties,
    IReadOnlyList<SchoolTimesCard> Times, bool IsCurrent)
{
    public IReadOnlyList<PlanRow> Rows(PlanPartKind kind) => Parts.TryGetValue(kind, out var part) ? part.Rows : [];

    public PlanConfirmation? ConfirmedBy(Party party) => Confirmations.FirstOrDefault(c => c.PartyId == party.Id && c.Revision == Plan.Revision);

    public bool IsConfirmed => Parties.All(p => ConfirmedBy(p) is not null);

    public IReadOnlyList<PlanRemark> Remarks => PlanChecks.Of(this);

    /// <summary>When this side's staff can be reached on that day of the week, by its own clock.</summary>
    public (TimeOnly From, TimeOnly To)? Reach(Party party, DayOfWeek day)
    {
        if (Rows(PlanPartKind.Days).FirstOrDefault(r => r.Side() == party.Number) is { } typed && typed.Time("from") is { } from && typed.Time("to") is { } to)
        {
            return !WorkDays.Of(typed).Weekend.Contains(day) && from < to ? (from, to) : null;
        }

        return Times.FirstOrDefault(t => t.School == party.Member)?.StaffDay(day);
    }
}

/// <summary>Plans of a partnership, year by year. Reads through the door's view only.</summary>
internal sealed class PlanBook(AppDbContext db, ISchoolTimes times)
{
    /// <param name="year">Null: the latest.</param>
    public async Task<PlanView?> FindAsync(PartnershipView view, string? year, CancellationToken ct)
    {
        var plans = await db.Set<Plan>().Where(p => p.PartnershipId == view.Partnership.Id).OrderByDescending(p => p.SchoolYear).ToListAsync(ct);
        if (plans.FirstOrDefault(p => year is null || p.SchoolYear == year) is not { } plan)
        {
            return null;
        }

        var parts = await db.Set<PlanPart>().Where(p => p.PlanId == plan.Id).ToDictionaryAsync(p => p.Kind, ct);
        var confirmations = await db.Set<PlanConfirmation>().AsNoTracking().Where(c => c.PlanId == plan.Id).OrderBy(c => c.At).ToListAsync(ct);
        var members = view.Parties.Select(p => p.Member).OfType<OrganisationId>().ToList();
        return new(plan, parts, confirmations, [.. plans.Select(p => p.SchoolYear)], view.Parties, await times.OfAsync(members, ct), plan == plans[0]);
    }
}
