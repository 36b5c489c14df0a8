using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Partnerships;

/// <summary>What waits of partnerships: our sheet, a plan that others confirmed, my signature, a review that is due.</summary>
internal sealed class PartnershipsWorkList(AppDbContext db, PartnershipDoor door, SheetBook sheets, TimeProvider clock, IStringLocalizer t) : IWorkList
{
    private const int Most = 50;
    private const int DaysBeforeReview = 14;
    private const int DaysOfNews = 30;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        var mine = await door.Inside(actor).AsNoTracking().Where(p => p.Stage != Stage.Ended).OrderBy(p => p.Title).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
        if (mine.Count == 0 || actor.Organisation is not { } own)
        {
            return [];
        }

        var owed = await sheets.OwedByAsync(own, ct);
        var looked = await LookedAtAsync(mine, ct);
        return
        [
            .. mine.Where(p => owed.Contains(p.Id)).Select(p => Item(p, p.OpenedOn.AddDays(DaysBeforeReview), actor, t["Write what your school wants: {0}", p.Title], t["The other side's sheet opens when yours is in."], $"/partnerships/{p.Id}/sheet", t["Write"], PartnershipsWork.Sheet)),
            .. await PlansAsync(mine, own, actor, ct),
            .. await SignaturesAsync(mine, actor, ct),
            .. mine.Where(p => p.ReviewOn <= clock.Today(actor.Zone).AddDays(DaysBeforeReview) && !looked.Contains(p.Id)).Select(p => Item(p, p.ReviewOn!.Value, actor, t["Look at it together again: {0}", p.Title], t["The day you both set for it has come near."], $"/partnerships/{p.Id}/reviews", t["Open"], PartnershipsWork.Review)),
            .. await SponsorsAsync(mine, actor, ct),
        ];
    }

    /// <summary>Somebody else's side has confirmed the plan as it stands; ours has not.</summary>
    private async Task<IEnumerable<WorkItem>> PlansAsync(List<Partnership> mine, OrganisationId own, Actor actor, CancellationToken ct)
    {
        var ids = mine.ConvertAll(p => p.Id);
        var waiting = await Unconfirmed(ids, own).ToListAsync(ct);
        return waiting.DistinctBy(w => w.PartnershipId).Select(w => (Partnership: mine.First(p => p.Id == w.PartnershipId), w.At)).Select(w => Item(
            w.Partnership, LocalDay.Of(w.At, actor.Zone).AddDays(7), actor, t["Confirm the plan: {0}", w.Partnership.Title], t["The other side has confirmed it as it stands."], $"/partnerships/{w.Partnership.Id}/plan", t["Read and confirm"], PartnershipsWork.Plan));
    }

    private async Task<IEnumerable<WorkItem>> SignaturesAsync(List<Partnership> mine, Actor actor, CancellationToken ct)
    {
        var ids = mine.ConvertAll(p => p.Id);
        var due = await Unsigned(ids, actor.Person).ToListAsync(ct);
        return due.Select(d => (Partnership: mine.First(p => p.Id == d.PartnershipId), d.At)).Select(d => Item(
            d.Partnership, LocalDay.Of(d.At, actor.Zone).AddDays(7), actor, t["Read and sign: {0}", d.Partnership.Title], t["It is your turn; those after you wait for it."], $"/partnerships/{d.Partnership.Id}/agreement/sign", t["Read and sign"], PartnershipsWork.Signature));
    }

    /// <summary>Where a review runs, or the last one decided to end it.</summary>
    private async Task<HashSet<PartnershipId>> LookedAtAsync(List<Partnership> mine, CancellationToken ct)
    {
        var ids = mine.ConvertAll(p => p.Id);
        return (await db.Set<PartnershipReview>().AsNoTracking().Where(r => ids.Contains(r.PartnershipId) && (r.State == ReviewState.Open || (r.State == ReviewState.Concluded && r.Outcome == ReviewOutcome.End)))
            .Select(r => r.PartnershipId).ToListAsync(ct)).ToHashSet();
    }

    private IQueryable<Waiting> Unconfirmed(List<PartnershipId> ids, OrganisationId own) =>
        from c in db.Set<PlanConfirmation>().AsNoTracking()
        join p in db.Set<Plan>() on c.PlanId equals p.Id
        where ids.Contains(p.PartnershipId) && c.Revision == p.Revision
            && !db.Set<PlanConfirmation>().Any(o => o.PlanId == p.Id && o.Revision == p.Revision && db.Set<Party>().Any(s => s.Id == o.PartyId && s.Member == own))
        select new Waiting(p.PartnershipId, c.At);

    private IQueryable<Waiting> Unsigned(List<PartnershipId> ids, PersonId person) =>
        from s in db.Set<Signer>().AsNoTracking()
        join v in db.Set<AgreementVersion>() on s.VersionId equals v.Id
        join a in db.Set<Agreement>() on v.PartnershipId equals a.PartnershipId
        where ids.Contains(a.PartnershipId) && v.Number == a.Current && s.PersonId == person && s.SignedAt == null
            && !db.Set<Signer>().Any(o => o.VersionId == v.Id && o.Order < s.Order && o.SignedAt == null)
        select new Waiting(a.PartnershipId, v.MadeAt);

    private sealed record Waiting(PartnershipId PartnershipId, DateTimeOffset At);

    private async Task<IEnumerable<WorkItem>> SponsorsAsync(List<Partnership> mine, Actor actor, CancellationToken ct)
    {
        var ids = mine.ConvertAll(p => p.Id);
        var since = clock.GetUtcNow().AddDays(-DaysOfNews);
        var changed = await db.Set<PartnershipChange>().AsNoTracking().Where(c => ids.Contains(c.PartnershipId) && c.What == ChangeOf.Sponsor && c.Before != "" && c.At >= since)
            .OrderByDescending(c => c.At).Take(Most).ToListAsync(ct);
        return changed.DistinctBy(c => c.PartnershipId).Select(c => (Partnership: mine.First(p => p.Id == c.PartnershipId), c)).Select(x => Item(
            x.Partnership, LocalDay.Of(x.c.At, actor.Zone).AddDays(14), actor, t["A new sponsor: {0}", x.Partnership.Title], t["Tell them what you do together, and ask for their word."], $"/partnerships/{x.Partnership.Id}/parties", t["Look"], PartnershipsWork.Sponsor) with { Mark = x.c.Id.ToString() });
    }

    private WorkItem Item(Partnership partnership, DateOnly due, Actor actor, string title, string why, string url, string action, WorkKind kind)
    {
        var today = clock.Today(actor.Zone);
        return new(
            WorkItem.At(due), WorkItem.UrgencyOf(due, today),
            due.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture), title, why, url, action) { Kind = kind };
    }
}
