using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Partnerships;

/// <summary>
/// For owners: what shows, what runs out, what their side has not said. For whoever is asked to take over: that question.
/// For senior leaders: signatures of sponsors.
/// </summary>
internal sealed class KeepAliveWork(AppDbContext db, PartnershipDoor door, HealthBook book, TimeProvider clock, IStringLocalizer t) : IWorkList
{
    private const int Most = 30;

    /// <summary>Days before the end of a term in which its word is asked for.</summary>
    private const int TermNotice = 30;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (!door.May(actor, PartnershipsPermissions.Work))
        {
            return [];
        }

        var today = clock.Today(actor.Zone);
        var inside = await door.Inside(actor).AsNoTracking().Where(p => p.Stage != Stage.Ended).OrderBy(p => p.Title).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
        var ids = inside.ConvertAll(p => p.Id);
        var parties = await db.Set<Party>().AsNoTracking().Where(p => ids.Contains(p.PartnershipId)).ToListAsync(ct);
        var mine = (await db.Set<PartyOwner>().AsNoTracking().Where(o => ids.Contains(o.PartnershipId) && o.PersonId == actor.Person && o.Until == null).Select(o => o.PartnershipId).ToListAsync(ct)).ToHashSet();
        var owned = inside.FindAll(p => mine.Contains(p.Id));
        return
        [
            .. await AskedAsync(actor, today, ct),
            .. await SlippingAsync(owned, today, ct),
            .. await HandingOverAsync(owned, parties.FindAll(p => p.Member == actor.Organisation), today, ct),
            .. await SponsorsAsync(inside.FindAll(p => mine.Contains(p.Id) || actor.Role == Role.SeniorLeader), parties.FindAll(p => p.Member == actor.Organisation), today, ct),
            .. await TermsAsync(owned.FindAll(p => StageMap.IsAtWork(p.Stage)), parties.FindAll(p => p.Member == actor.Organisation), today, ct),
        ];
    }

    private async Task<IEnumerable<WorkItem>> AskedAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        var asked = await db.Set<HandOver>().AsNoTracking().Where(h => h.NetworkId == db.ScopedNetworkId && h.Successor == actor.Person && h.RunsFor != null && h.AcceptedOn == null).OrderBy(h => h.LeavesOn).Take(Most).ToListAsync(ct);
        return asked.Select(h => Item(KeepAlive.TakeOver, h.LeavesOn, today, t["Would you take over a partnership from {0}?", h.LeaverName], t["Say yes or no, so that it does not hang on one person."], $"/partnerships/take-over/{h.Id}", t["Answer"]));
    }

    private async Task<IEnumerable<WorkItem>> SlippingAsync(List<Partnership> owned, DateOnly today, CancellationToken ct)
    {
        var health = await book.OfAsync(owned, today, ct);
        return owned.Where(p => health[p.Id].Proposal.Count > 0).Select(p => Item(
            KeepAlive.Slipping, health[p.Id].Proposal.Min(s => s.Since), today, t["It may be slipping: {0}", p.Title],
            t.Count(health[p.Id].Proposal.Count, "{0} sign has not been spoken about yet.", "{0} signs have not been spoken about yet."), $"/partnerships/{p.Id}/health", t["Look"], quiet: true));
    }

    private async Task<IEnumerable<WorkItem>> HandingOverAsync(List<Partnership> owned, List<Party> own, DateOnly today, CancellationToken ct)
    {
        var sides = own.ConvertAll(p => p.Id);
        var running = await db.Set<HandOver>().AsNoTracking().Where(h => sides.Contains(h.PartyId) && h.RunsFor != null).ToListAsync(ct);
        return running.Where(h => owned.Exists(p => p.Id == h.PartnershipId)).Select(h => Item(
            KeepAlive.HandingOver, h.LeavesOn, today, t["{0} hands over to {1}", h.LeaverName, h.SuccessorName], t["{0} of {1} passed on", h.Items.Count(i => i.IsDone), h.Items.Count],
            $"/partnerships/{h.PartnershipId}/hand-overs?open={h.Id}", t["To the list"]));
    }

    private async Task<IEnumerable<WorkItem>> SponsorsAsync(List<Partnership> partnerships, List<Party> own, DateOnly today, CancellationToken ct)
    {
        var ids = partnerships.ConvertAll(p => p.Id);
        var words = await db.Set<SponsorWord>().AsNoTracking().Where(w => ids.Contains(w.PartnershipId)).ToListAsync(ct);
        var changes = await db.Set<PartnershipChange>().AsNoTracking().Where(c => ids.Contains(c.PartnershipId) && c.What == ChangeOf.Sponsor).ToListAsync(ct);
        return partnerships.SelectMany(p => own.Where(s => s.PartnershipId == p.Id).Select(s => (Partnership: p, Party: s, Asked: SponsorRule.Asks(p, s, SponsorRule.HasChanged(s, changes), words, today))))
            .Where(a => a.Asked is not null)
            .Select(a => Item(
                KeepAlive.NewSponsor, (a.Asked == SponsorOccasion.Change ? a.Party.SponsorSince : a.Partnership.ReviewOn) ?? today, today,
                a.Asked == SponsorOccasion.Change ? t["The new sponsor signs: {0}", a.Partnership.Title] : t["The sponsor signs at the review: {0}", a.Partnership.Title],
                t["{0} has not signed yet.", a.Party.SponsorName], $"/partnerships/{a.Partnership.Id}/sponsors", t["Sign"], quiet: true));
    }

    private async Task<IEnumerable<WorkItem>> TermsAsync(List<Partnership> atWork, List<Party> own, DateOnly today, CancellationToken ct)
    {
        var term = SchoolTerm.Of(today);
        var end = SchoolTerm.LastDay(term);
        if (today < end.AddDays(-TermNotice))
        {
            return [];
        }

        var sides = own.ConvertAll(p => p.Id);
        var learned = await db.Set<Learned>().AsNoTracking().Where(l => sides.Contains(l.PartyId) && l.Term == term).Select(l => l.PartyId).ToListAsync(ct);
        var felt = await db.Set<FeltBalance>().AsNoTracking().Where(f => sides.Contains(f.PartyId) && f.Term == term).Select(f => f.PartyId).ToListAsync(ct);
        return atWork.SelectMany(p => own.Where(s => s.PartnershipId == p.Id && !(learned.Contains(s.Id) && felt.Contains(s.Id))).Select(s => Item(
            KeepAlive.TermWords, end, today, t["Before the term ends: {0}", p.Title],
            learned.Contains(s.Id) ? t["How giving and taking feels to your side."] : t["What your side learned from the other, and how giving and taking feels."],
            $"/partnerships/{p.Id}/{(learned.Contains(s.Id) ? "balance" : "learned")}", t["Write"])));
    }

    /// <param name="quiet">Its day is that of the cause, not one by which it had to be done.</param>
    private WorkItem Item(WorkKind kind, DateOnly day, DateOnly today, string title, string why, string url, string action, bool quiet = false) => new(
        WorkItem.At(day), quiet ? Urgency.Soon : WorkItem.UrgencyOf(day, today),
        day.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture), title, why, url, action) { Kind = kind };
}
