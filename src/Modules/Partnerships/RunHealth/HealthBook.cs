using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <param name="Proposal">Signs that no catch-up has spoken about; empty while one is open.</param>
internal sealed record HealthView(IReadOnlyList<HealthSignal> Signals, IReadOnlyList<HealthSignal> Proposal, IReadOnlyList<CatchUp> CatchUps)
{
    public CatchUp? Open => CatchUps.FirstOrDefault(c => c.IsOpen);
}

/// <summary>Gathers what <see cref="HealthSignals"/> judges, for any number of partnerships that a door has let through.</summary>
internal sealed class HealthBook(AppDbContext db, ISchoolTimes times, TimeProvider clock)
{
    public async Task<HealthView> OfAsync(PartnershipView view, DateOnly today, CancellationToken ct) => (await OfAsync([view.Partnership], today, ct))[view.Partnership.Id];

    public async Task<IReadOnlyDictionary<PartnershipId, HealthView>> OfAsync(IReadOnlyCollection<Partnership> partnerships, DateOnly today, CancellationToken ct)
    {
        var ids = partnerships.Select(p => p.Id).ToList();
        var parties = await db.Set<Party>().AsNoTracking().Where(p => ids.Contains(p.PartnershipId)).OrderBy(p => p.Number).ToListAsync(ct);
        var numbers = parties.ToDictionary(p => p.Id, p => p.Number);
        var owners = (await db.Set<PartyOwner>().AsNoTracking().Where(o => ids.Contains(o.PartnershipId)).ToListAsync(ct)).ToLookup(o => o.PartnershipId);
        var entries = (await db.Set<ContactEntry>().AsNoTracking().Where(c => ids.Contains(c.PartnershipId)).ToListAsync(ct)).ToLookup(c => c.PartnershipId);
        var catchUps = (await db.Set<CatchUp>().Where(c => ids.Contains(c.PartnershipId)).ToListAsync(ct)).ToLookup(c => c.PartnershipId);
        var calendars = await CalendarsAsync(parties, ct);
        var days = await DaysAsync(ids, ct);
        var sides = parties.ToLookup(p => p.PartnershipId, p => Side(p, calendars, days.GetValueOrDefault(p.PartnershipId)));
        return partnerships.ToDictionary(p => p.Id, p =>
        {
            var signals = HealthSignals.Of(Facts(p, [.. sides[p.Id]], [.. entries[p.Id]], [.. owners[p.Id].Select(o => new OwnerFact(numbers[o.PartyId], o.Since, o.Until))]), today);
            var talks = catchUps[p.Id].OrderByDescending(c => c.CalledOn).ThenByDescending(c => c.Id).ToList();
            return new HealthView(signals, CatchUpRule.Proposal(signals, talks.ConvertAll(c => c.Fact())), talks);
        });
    }

    /// <summary>The sides with their calendars and clocks.</summary>
    public async Task<IReadOnlyList<SideFact>> SidesAsync(PartnershipView view, CancellationToken ct)
    {
        var calendars = await CalendarsAsync(view.Parties, ct);
        var days = await DaysAsync([view.Partnership.Id], ct);
        return [.. view.Parties.Select(p => Side(p, calendars, days.GetValueOrDefault(view.Partnership.Id)))];
    }

    private SideFact Side(Party party, IReadOnlyDictionary<OrganisationId, WorkDays> calendars, IReadOnlyList<PlanRow>? days) => new(
        party.Number, party.IsSchool,
        party.Member is { } member ? calendars.GetValueOrDefault(member, WorkDays.Usual) : WorkDays.Of(days?.FirstOrDefault(r => r.Side() == party.Number)),
        clock.Today(party.Zone));

    /// <summary>What the latest plan of each says about typical days.</summary>
    private async Task<IReadOnlyDictionary<PartnershipId, IReadOnlyList<PlanRow>>> DaysAsync(List<PartnershipId> ids, CancellationToken ct)
    {
        var plans = await db.Set<Plan>().AsNoTracking().Where(p => ids.Contains(p.PartnershipId)).Select(p => new { p.Id, p.PartnershipId, p.SchoolYear }).ToListAsync(ct);
        var latest = plans.GroupBy(p => p.PartnershipId).ToDictionary(g => g.MaxBy(p => p.SchoolYear, StringComparer.Ordinal)!.Id, g => g.Key);
        var keys = latest.Keys.ToList();
        var parts = await db.Set<PlanPart>().AsNoTracking().Where(p => keys.Contains(p.PlanId) && p.Kind == PlanPartKind.Days).ToListAsync(ct);
        return parts.ToDictionary(p => latest[p.PlanId], p => p.Rows);
    }

    private static HealthFacts Facts(Partnership partnership, IReadOnlyList<SideFact> sides, IReadOnlyList<ContactEntry> entries, IReadOnlyList<OwnerFact> owners) => new(
        StageMap.IsAtWork(partnership.Stage), partnership.OpenedOn, sides,
        [.. entries.Where(e => e.Kind == ContactKind.Meeting).Select(e => new MeetingFact(e.Id.Value, e.Day, e.Sides))],
        [.. entries.Where(e => e.Kind == ContactKind.Message).Select(e => new MessageFact(e.Id.Value, e.Side, e.Day, e.Promise, e.DoneOn))],
        [.. entries.Where(e => e.Kind == ContactKind.Action).Select(e => new ActionFact(e.Id.Value, e.Side, e.DueOn!.Value, e.DoneOn))],
        owners);

    /// <summary>Of a school that told nothing Saturday and Sunday are taken as free.</summary>
    private async Task<IReadOnlyDictionary<OrganisationId, WorkDays>> CalendarsAsync(IReadOnlyList<Party> parties, CancellationToken ct)
    {
        var cards = await times.OfAsync([.. parties.Select(p => p.Member).OfType<OrganisationId>()], ct);
        return cards.ToDictionary(c => c.School, c => new WorkDays(
            c.Weekend.Count > 0 ? c.Weekend : WorkDays.Usual.Weekend, [.. c.Dates.Where(d => d.Kind == SchoolDateKind.Holiday).Select(d => (d.From, d.To))]));
    }
}
