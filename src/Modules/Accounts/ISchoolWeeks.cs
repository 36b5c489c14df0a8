using Causeway.Kernel;

namespace Causeway.Accounts;

/// <summary>Knows on which days a person's school is closed every week.</summary>
public interface ISchoolWeeks
{
    Task<IReadOnlyCollection<DayOfWeek>> FreeDaysAsync(OrganisationId organisation, CancellationToken ct);
}
