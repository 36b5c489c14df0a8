using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Partnerships;

/// <param name="On">Its day; null: now.</param>
internal sealed record NextStep(DateOnly? On, string Text, string Url);

/// <summary>What comes next in a partnership, from what is written down: talks, what is promised, milestones, the review.</summary>
internal sealed class NextSteps(AppDbContext db, HealthBook health, PlanBook plans, IStringLocalizer t, TimeProvider clock)
{
    private const int Most = 6;

    public async Task<IReadOnlyList<NextStep>> OfAsync(PartnershipView view, DateOnly today, CancellationToken ct)
    {
        var (p, here) = (view.Partnership, $"/partnerships/{view.Partnership.Id}");
        if (p.IsOver)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var talks = await db.Set<Talk>().AsNoTracking().Where(x => x.PartnershipId == p.Id && x.CalledOffAt == null && x.StartsAt > now).OrderBy(x => x.StartsAt).Take(Most).ToListAsync(ct);
        var open = await db.Set<ContactEntry>().AsNoTracking().Where(c => c.PartnershipId == p.Id && c.Kind != ContactKind.Meeting && c.DoneOn == null).ToListAsync(ct);
        var sides = await health.SidesAsync(view, ct);
        var plan = await plans.FindAsync(view, null, ct);
        var steps = new List<NextStep>();
        steps.AddRange(talks.Select(x => new NextStep(Kernel.LocalDay.Of(x.StartsAt, view.Own!.Zone), t["Talk: {0}", x.How], $"{here}/talks")));
        steps.AddRange(open.Select(e => e.Kind == ContactKind.Action
            ? new NextStep(e.DueOn, t["{0}: {1}", view.PartyOf(e.Side)?.Name ?? "", e.About], $"{here}/contacts")
            : new NextStep(HealthSignals.LateFrom(new(e.Id.Value, e.Side, e.Day, e.Promise, null), sides).AddDays(-1), t["{0} answers: {1}", view.PartyOf(e.Side)?.Name ?? "", e.About], $"{here}/contacts")));
        steps.AddRange(plan?.Rows(PlanPartKind.Milestones).Where(m => m.Day("on") >= today).Select(m => new NextStep(m.Day("on"), t["Milestone: {0}", m["what"]], $"{here}/plan/Milestones")) ?? []);
        steps.AddRange(p.ReviewOn is { } review ? [new NextStep(review, t["Look at it together again"], here)] : []);
        return [.. steps.OrderBy(s => s.On ?? today).Take(Most)];
    }
}
