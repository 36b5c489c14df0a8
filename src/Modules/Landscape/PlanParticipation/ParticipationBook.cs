using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Landscape;

/// <param name="Plans">Null: hidden, because a number so small could point at somebody.</param>
internal sealed record ParticipationYear(int Year, int? Plans, int? WithFeedback);

/// <summary>Sums over all schools. A cell below five, and one whose complement or whose rest beside the reader's own school is, stays hidden.</summary>
internal sealed class ParticipationBook(AppDbContext db)
{
    public const int Least = 5;

    public async Task<IReadOnlyList<ParticipationYear>> CountsAsync(NetworkId network, OrganisationId? own, CancellationToken ct)
    {
        var rows = await db.Set<ParticipationCount>().AsNoTracking().Where(c => c.NetworkId == network).ToListAsync(ct);
        return [.. rows.GroupBy(c => c.Year).OrderByDescending(g => g.Key).Select(g => Year(g.Key, [.. g], own))];
    }

    private static ParticipationYear Year(int year, IReadOnlyList<ParticipationCount> rows, OrganisationId? own)
    {
        var plans = Shown(rows, r => r.Plans, own);
        var feedback = Shown(rows, r => r.WithFeedback, own);
        var without = rows.Sum(r => r.Plans - r.WithFeedback);
        return new(year, plans, plans is null || without is > 0 and < Least ? null : feedback);
    }

    private static int? Shown(IReadOnlyList<ParticipationCount> rows, Func<ParticipationCount, int> of, OrganisationId? own)
    {
        var (all, others) = (rows.Sum(of), rows.Where(r => r.School != own).Sum(of));
        return all < Least || others < Least ? null : all;
    }
}

/// <summary>Plans that wait for consent or for feedback, for those of the school who keep them.</summary>
internal sealed class ParticipationWork(LandscapeDoor door, IStringLocalizer t) : IWorkList
{
    private const int DaysUntilFeedback = 60;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (!door.May(actor, LandscapePermissions.KeepParticipation))
        {
            return [];
        }

        var today = door.Today(actor);
        var open = await door.Db.Set<ParticipationPlan>().AsNoTracking().Where(p => p.OrganisationId == door.Db.ScopedOrganisationId && p.FeedbackOn == null).OrderBy(p => p.OpenedOn).Take(50).ToListAsync(ct);
        return
        [
            .. open.Where(p => p.State == PlanState.WaitsForConsent || p.StoppedOn is not null || p.BeginsOn <= today.AddDays(-DaysUntilFeedback)).Select(p => new WorkItem(
                WorkItem.At(p.OpenedOn), Urgency.Soon, LandscapeWork.Day(p.OpenedOn, t),
                p.State == PlanState.WaitsForConsent ? t["Consent or assent is missing: {0}", p.Reference] : t["Tell them what changed: {0}", p.Reference],
                t["A young person takes part, or did."], $"/landscape/participation/{p.Id}", t["Open"]) { Kind = LandscapeWork.Participation }),
        ];
    }
}
