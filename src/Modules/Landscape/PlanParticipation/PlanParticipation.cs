using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

internal sealed class PlanParticipationHandler(LandscapeDoor door, ParticipationSeal seal)
{
    public async Task<ParticipationPlan?> FindAsync(Guid id, Actor actor, string permission, CancellationToken ct)
    {
        var key = new ParticipationPlanId(id);
        if (!door.May(actor, permission) || await door.Db.Set<ParticipationPlan>().FirstOrDefaultAsync(p => p.Id == key && p.OrganisationId == door.Db.ScopedOrganisationId, ct) is not { } plan)
        {
            return null;
        }

        await seal.OpenAsync([plan], ct);
        return plan;
    }

    public async Task<(ParticipationPlanId Id, Refusal? Refusal)> KeepAsync(Guid? id, ParticipationForm form, Actor actor, CancellationToken ct)
    {
        var known = id is { } one ? await FindAsync(one, actor, LandscapePermissions.KeepParticipation, ct) : null;
        if (actor.Organisation is not { } school || !door.May(actor, LandscapePermissions.KeepParticipation) || (id is not null && known is null))
        {
            return (default, LandscapeDoor.Gone);
        }

        if (known is not null && known.Version != form.Version)
        {
            return (known.Id, Refusal.ChangedMeanwhile);
        }

        var (kept, refusal) = known is null ? ParticipationPlan.Open(school, form, door.Today(actor), door.Clock) : (known, known.Change(form, door.Today(actor)));
        if (refusal is not null)
        {
            return (default, refusal);
        }

        if (known is null)
        {
            door.Db.Add(kept!);
        }

        await seal.CloseAsync(kept!, ct);
        await CountAsync(kept!, actor, ct);
        return (kept!.Id, await door.SaveAsync("participation.planned", kept.Id.Value, ct));
    }

    public async Task<Refusal?> StopAsync(Guid id, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, LandscapePermissions.KeepParticipation, ct) is not { } plan)
        {
            return LandscapeDoor.Gone;
        }

        plan.Stop(door.Today(actor), actor.Name);
        await seal.CloseAsync(plan, ct);
        return await door.SaveAsync("participation.stopped", id, ct);
    }

    public async Task<Refusal?> FeedbackAsync(Guid id, FeedbackForm form, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, LandscapePermissions.KeepParticipation, ct) is not { } plan)
        {
            return LandscapeDoor.Gone;
        }

        if (plan.GiveFeedback(form, door.Today(actor)) is { } refusal)
        {
            return refusal;
        }

        await seal.CloseAsync(plan, ct);
        await CountAsync(plan, actor, ct);
        return await door.SaveAsync("participation.feedback-given", id, ct);
    }

    /// <summary>The same commit says anew how many there are of that year.</summary>
    private async Task CountAsync(ParticipationPlan changed, Actor actor, CancellationToken ct)
    {
        var (network, school, year) = (actor.Network!.Value, changed.OrganisationId, changed.OpenedOn.Year);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var plans = await door.Db.Set<ParticipationPlan>().Where(p => p.OrganisationId == school && p.OpenedOn >= first && p.OpenedOn <= last).ToListAsync(ct);
        var count = await door.Db.Set<ParticipationCount>().FirstOrDefaultAsync(c => c.NetworkId == network && c.School == school && c.Year == year, ct);
        if (count is null)
        {
            door.Db.Add(count = ParticipationCount.Of(network, school, year, door.Clock));
        }

        count.Set([.. plans.Where(p => p.Id != changed.Id), changed]);
    }
}
