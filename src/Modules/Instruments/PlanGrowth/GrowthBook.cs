using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Instruments;

/// <summary>The level agreed in the next round. Compared only where its four descriptions are the same.</summary>
internal sealed record NextLevel(Wave Wave, int? Level, bool IsSame)
{
    public int? ChangeFrom(int before) => IsSame ? Level - before : null;
}

internal sealed record AreaView(PriorityArea Area, Item? Item, string Title, IReadOnlyList<GrowthStep> Steps, IReadOnlyList<GivenSupport> Supports, NextLevel? Next)
{
    public decimal Hours => Supports.Sum(s => s.Hours);

    /// <summary>Nothing of it is history yet.</summary>
    public bool MayBeDropped => Supports.Count == 0 && Steps.All(s => s.DoneOn is null);

    public string Named(int level) => Item?.Choices.ElementAtOrDefault(level - 1)?.Text ?? "";

    public string Described(int level) => Item?.Choices.ElementAtOrDefault(level - 1)?.Help ?? "";
}

/// <param name="Before">The plan of the round before.</param>
/// <param name="After">The plan of a later round: this one is read only.</param>
internal sealed record GrowthView(CapacityPlan Plan, Wave Wave, IReadOnlyList<AgreedLevel> Agreed, IReadOnlyList<AreaView> Areas, CapacityPlan? Before, CapacityPlan? After)
{
    public IEnumerable<(Item Item, string Title, int Level)> ToChoose(Instrument instrument) =>
        from level in Agreed
        where level.Level < InstrumentCheck.LevelCount && Areas.All(a => a.Area.ItemKey != level.ItemKey)
        let item = instrument.Find(level.ItemKey)
        where item is not null
        orderby level.Level
        select (item, TitleOf(instrument, level.ItemKey), level.Level);

    /// <summary>The part it stands in, where that part asks for one level alone: "Money" rather than the question.</summary>
    public static string TitleOf(Instrument instrument, string item) =>
        instrument.Sections.FirstOrDefault(s => s.Items.Any(i => i.Key == item)) is not { } part ? item
        : part.Items.Count(i => i.Kind == ItemKind.Levels) == 1 ? part.Text : instrument.Find(item)!.Text;
}

/// <param name="Plan">Null: none yet.</param>
internal sealed record GrowthStart(Wave Wave, WavePartner Partner, CapacityPlan? Plan);

/// <summary>The only way to plans. They belong to the organisation examined; the coordinator helps all of them.</summary>
internal sealed class GrowthBook(AppDbContext db, WaveBook waves)
{
    public TimeProvider Clock => waves.Clock;

    /// <summary>Of a body outside: whoever began the plan, and the coordinator.</summary>
    public bool MaySee(CapacityPlan plan, Actor actor) => waves.May(actor, InstrumentsPermissions.SeeGrowth) && IsTheirs(plan.OrganisationId, plan.OpenedBy, actor);

    public bool MayKeep(CapacityPlan plan, Actor actor) => waves.May(actor, InstrumentsPermissions.PlanGrowth) && IsTheirs(plan.OrganisationId, plan.OpenedBy, actor);

    public bool MayBegin(Wave wave, WavePartner partner, Actor actor) => waves.May(actor, InstrumentsPermissions.PlanGrowth) && IsTheirs(partner.OrganisationId, wave.OpenedBy, actor);

    public async Task<IReadOnlyList<CapacityPlan>> ListAsync(Actor actor, CancellationToken ct) =>
        [.. (await db.Set<CapacityPlan>().AsNoTracking().Where(p => p.NetworkId == db.ScopedNetworkId).ToListAsync(ct)).Where(p => MaySee(p, actor))
            .OrderBy(p => p.PartnerName, StringComparer.CurrentCulture).ThenByDescending(p => p.OpenedOn).ThenBy(p => p.Id.Value)];

    /// <summary>Partners of closed rounds with agreed levels and without a plan.</summary>
    public async Task<IReadOnlyList<GrowthStart>> StartsAsync(Actor actor, CancellationToken ct)
    {
        if (!waves.May(actor, InstrumentsPermissions.PlanGrowth))
        {
            return [];
        }

        var found = await (
            from p in WithoutPlan()
            join w in waves.Waves(actor).AsNoTracking() on p.WaveId equals w.Id
            where w.ClosedAt != null
            orderby w.ClosedAt descending, p.Name
            select new { Wave = w, Partner = p }).Take(20).ToListAsync(ct);
        return [.. found.Where(f => MayBegin(f.Wave, f.Partner, actor)).Select(f => new GrowthStart(f.Wave, f.Partner, null))];
    }

    /// <summary>Of one round: each partner whose levels were agreed and whose plan the actor may begin or read.</summary>
    public async Task<IReadOnlyList<GrowthStart>> OfWaveAsync(WaveView view, Actor actor, CancellationToken ct)
    {
        var plans = await db.Set<CapacityPlan>().AsNoTracking().Where(p => p.WaveId == view.Wave.Id).ToListAsync(ct);
        return
        [
            .. view.Partners.Where(p => view.Levels.Any(l => l.PartnerId == p.Id)).Select(p => new GrowthStart(view.Wave, p, plans.FirstOrDefault(c => c.PartnerId == p.Id)))
                .Where(s => s.Plan is { } plan ? MaySee(plan, actor) : MayBegin(s.Wave, s.Partner, actor)),
        ];
    }

    public async Task<GrowthView?> FindAsync(CapacityPlanId id, Actor actor, CancellationToken ct)
    {
        if (await db.Set<CapacityPlan>().FirstOrDefaultAsync(p => p.Id == id && p.NetworkId == db.ScopedNetworkId, ct) is not { } plan || !MaySee(plan, actor))
        {
            return null;
        }

        var wave = await db.Set<Wave>().AsNoTracking().FirstAsync(w => w.Id == plan.WaveId, ct);
        var rounds = await RoundsAsync(plan, wave, ct);
        var areas = await db.Set<PriorityArea>().Where(a => a.PlanId == id).OrderBy(a => a.Place).ToListAsync(ct);
        var ids = areas.ConvertAll(a => a.Id);
        var steps = (await db.Set<GrowthStep>().Where(s => ids.Contains(s.AreaId)).OrderBy(s => s.DueOn).ThenBy(s => s.Id).ToListAsync(ct)).ToLookup(s => s.AreaId);
        var supports = (await db.Set<GivenSupport>().AsNoTracking().Where(s => ids.Contains(s.AreaId)).OrderBy(s => s.On).ThenBy(s => s.Id).ToListAsync(ct)).ToLookup(s => s.AreaId);
        var levels = await db.Set<AgreedLevel>().AsNoTracking().Where(l => l.PartnerId == plan.PartnerId).ToListAsync(ct);
        var next = rounds.FirstOrDefault(r => r.Wave.ClosedAt > wave.ClosedAt);
        var (before, after) = (rounds.LastOrDefault(r => r.Wave.ClosedAt < wave.ClosedAt && r.Plan is not null), rounds.FirstOrDefault(r => r.Wave.ClosedAt > wave.ClosedAt && r.Plan is not null));
        var instrument = wave.Instrument;
        return new(
            plan, wave, levels, [.. areas.Select(a => new AreaView(a, instrument.Find(a.ItemKey), GrowthView.TitleOf(instrument, a.ItemKey), [.. steps[a.Id]], [.. supports[a.Id]], LevelIn(next, instrument.Find(a.ItemKey))))], before?.Plan, after?.Plan);
    }

    private IQueryable<WavePartner> WithoutPlan() => db.Set<WavePartner>().AsNoTracking()
        .Where(p => db.Set<AgreedLevel>().Any(l => l.PartnerId == p.Id) && !db.Set<CapacityPlan>().Any(c => c.PartnerId == p.Id));

    private static NextLevel? LevelIn(Round? next, Item? item)
    {
        if (next is null || item is null)
        {
            return null;
        }

        var same = next.Wave.Instrument.Find(item.Key) is { } then && InstrumentJson.Meaning(then) == InstrumentJson.Meaning(item);
        return new(next.Wave, next.Levels.FirstOrDefault(l => l.ItemKey == item.Key)?.Level, same);
    }

    private sealed record Round(Wave Wave, IReadOnlyList<AgreedLevel> Levels, CapacityPlan? Plan);

    /// <summary>Other closed rounds in which the same partner agreed on levels by kin questions, oldest first.</summary>
    private async Task<IReadOnlyList<Round>> RoundsAsync(CapacityPlan plan, Wave wave, CancellationToken ct)
    {
        var mine = await db.Set<WavePartner>().AsNoTracking().FirstAsync(p => p.Id == plan.PartnerId, ct);
        var partners = (await db.Set<WavePartner>().AsNoTracking().Where(p => p.NetworkId == plan.NetworkId && p.OrganisationId == plan.OrganisationId).ToListAsync(ct)).Where(p => p.Key == mine.Key && p.Id != mine.Id).ToList();
        var (waveIds, ids) = (partners.ConvertAll(p => p.WaveId), partners.ConvertAll(p => p.Id));
        var closed = await db.Set<Wave>().AsNoTracking().Where(w => waveIds.Contains(w.Id) && w.ClosedAt != null).OrderBy(w => w.ClosedAt).ToListAsync(ct);
        var levels = (await db.Set<AgreedLevel>().AsNoTracking().Where(l => ids.Contains(l.PartnerId)).ToListAsync(ct)).ToLookup(l => l.PartnerId);
        var plans = await db.Set<CapacityPlan>().AsNoTracking().Where(p => ids.Contains(p.PartnerId)).ToListAsync(ct);
        var instrument = wave.Instrument;
        return
        [
            .. from w in closed
               let p = partners.First(x => x.WaveId == w.Id)
               where levels[p.Id].Any() && w.SubjectId == wave.SubjectId && Kinship.AreKin(w.Instrument, instrument)
               select new Round(w, [.. levels[p.Id]], plans.FirstOrDefault(c => c.PartnerId == p.Id)),
        ];
    }

    private bool IsTheirs(OrganisationId? organisation, PersonId begun, Actor actor) =>
        waves.May(actor, InstrumentsPermissions.SeeAllWaves) || (organisation is { } o ? o == actor.Organisation : begun == actor.Person);
}
