using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Instruments;

/// <summary>Begins plans, chooses areas, plans steps and notes what support was given.</summary>
internal sealed class PlanGrowthHandler(AppDbContext db, GrowthBook book, WaveBook waves, INetworkDirectory networks)
{
    public static readonly Refusal Followed = new("growth.followed", "A newer plan has taken its place; this one is kept as it was.");
    public static readonly Refusal HasHistory = new("growth.has-history", "Something was done or given here already, so the area stays.");

    public async Task<(CapacityPlanId Id, Refusal? Refusal)> BeginAsync(WaveId waveId, WaveRowId partnerId, Actor actor, CancellationToken ct)
    {
        if (await waves.FindAsync(waveId, actor, ct) is not { } view || view.Partners.FirstOrDefault(p => p.Id == partnerId) is not { } partner || !book.MayBegin(view.Wave, partner, actor))
        {
            return (default, InstrumentPage.Gone);
        }

        if (await db.Set<CapacityPlan>().AsNoTracking().FirstOrDefaultAsync(p => p.PartnerId == partnerId, ct) is { } there)
        {
            return (there.Id, null);
        }

        var (plan, refusal) = CapacityPlan.Begin(view.Wave, partner, view.Levels.Count(l => l.PartnerId == partnerId), actor, book.Clock);
        if (plan is null)
        {
            return (default, refusal);
        }

        db.Add(plan);
        return (plan.Id, await SaveAsync("growth.begun", plan.Id.Value, ct));
    }

    public async Task<(GrowthRowId Id, Refusal? Refusal)> ChooseAsync(CapacityPlanId id, AreaForm form, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, ct) is not { } view || !book.MayKeep(view.Plan, actor))
        {
            return (default, InstrumentPage.Gone);
        }

        if (view.After is not null)
        {
            return (default, Followed);
        }

        var agreed = view.Agreed.FirstOrDefault(l => l.ItemKey == form.Item)?.Level;
        var (area, refusal) = PriorityArea.Choose(view.Plan, [.. view.Areas.Select(a => a.Area)], form, agreed, book.Clock.Today(actor.Zone), book.Clock);
        if (area is null)
        {
            return (default, refusal);
        }

        db.Add(area);
        return (area.Id, await SaveAsync("growth.area-chosen", area.Id.Value, ct));
    }

    public async Task<Refusal?> ChangeAsync(CapacityPlanId id, GrowthRowId areaId, AreaForm form, Actor actor, CancellationToken ct)
    {
        var (area, refusal) = await AreaAsync(id, areaId, actor, ct);
        return area is null ? refusal
            : area.Area.Version != form.Version ? Refusal.ChangedMeanwhile
            : area.Area.Change(form, book.Clock.Today(actor.Zone)) ?? await SaveAsync("growth.area-changed", areaId.Value, ct);
    }

    public async Task<Refusal?> DropAsync(CapacityPlanId id, GrowthRowId areaId, Actor actor, CancellationToken ct)
    {
        var (area, refusal) = await AreaAsync(id, areaId, actor, ct);
        if (area is null || !area.MayBeDropped)
        {
            return area is null ? refusal : HasHistory;
        }

        db.Remove(area.Area);
        return await SaveAsync("growth.area-dropped", areaId.Value, ct);
    }

    public async Task<Refusal?> StepAsync(CapacityPlanId id, GrowthRowId areaId, StepForm form, Actor actor, CancellationToken ct)
    {
        var (area, refusal) = await AreaAsync(id, areaId, actor, ct);
        if (area is null)
        {
            return refusal;
        }

        var plan = (await book.FindAsync(id, actor, ct))!.Plan;
        var person = form.Person is { } chosen ? (await PeopleAsync(plan, ct)).FirstOrDefault(p => p.Person.Value == chosen)?.PersonName : null;
        var (step, wrong) = GrowthStep.Plan(area.Area, form, person, book.Clock.Today(actor.Zone), book.Clock);
        if (step is null)
        {
            return wrong;
        }

        db.Add(step);
        return await SaveAsync("growth.step-planned", step.Id.Value, ct);
    }

    /// <summary>Whoever keeps the plan, and whoever does the step.</summary>
    public async Task<Refusal?> FinishAsync(CapacityPlanId id, GrowthRowId areaId, GrowthRowId stepId, string? result, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, ct) is not { } view || view.Areas.FirstOrDefault(a => a.Area.Id == areaId)?.Steps.FirstOrDefault(s => s.Id == stepId) is not { } step
            || !(book.MayKeep(view.Plan, actor) || step.PersonId == actor.Person))
        {
            return InstrumentPage.Gone;
        }

        return step.Finish(result, book.Clock.Today(actor.Zone)) ?? await SaveAsync("growth.step-done", stepId.Value, ct);
    }

    public async Task<Refusal?> SupportAsync(CapacityPlanId id, GrowthRowId areaId, SupportForm form, Actor actor, CancellationToken ct)
    {
        var (area, refusal) = await AreaAsync(id, areaId, actor, ct);
        if (area is null)
        {
            return refusal;
        }

        var (support, wrong) = GivenSupport.Note(area.Area, form, actor, book.Clock.Today(actor.Zone), book.Clock);
        if (support is null)
        {
            return wrong;
        }

        db.Add(support);
        return await SaveAsync("growth.support-noted", support.Id.Value, ct);
    }

    /// <summary>Who can take on a step and find it on their first page: people of the organisation, and coordinators.</summary>
    public async Task<IReadOnlyList<PostCard>> PeopleAsync(CapacityPlan plan, CancellationToken ct) =>
        [.. (await networks.PostsInAsync(plan.NetworkId, ct)).Where(p => AskPartnersHandler.MayBeAsked(p) && (p.Organisation == plan.OrganisationId || p.Role == Role.NetworkCoordinator))
            .DistinctBy(p => p.Person).OrderBy(p => p.PersonName, StringComparer.CurrentCulture)];

    private async Task<(AreaView? Area, Refusal? Refusal)> AreaAsync(CapacityPlanId id, GrowthRowId areaId, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, ct) is not { } view || !book.MayKeep(view.Plan, actor) || view.Areas.FirstOrDefault(a => a.Area.Id == areaId) is not { } area)
        {
            return (null, InstrumentPage.Gone);
        }

        return view.After is null ? (area, null) : (null, Followed);
    }

    // Two who take the last place in one moment: the database lets one in.
    private async Task<Refusal?> SaveAsync(string act, Guid id, CancellationToken ct)
    {
        try
        {
            return await db.TrySaveAsync(act, id, ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Refusal.ChangedMeanwhile;
        }
    }
}
