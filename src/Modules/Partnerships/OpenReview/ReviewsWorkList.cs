using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Partnerships;

/// <summary>
/// What waits of reviews: for the own side its answers, its mark, its yes; for a finding's holder the action; for leaders the
/// brief of the term that has ended; for a reader the report.
/// </summary>
internal sealed class ReviewsWorkList(AppDbContext db, PartnershipDoor door, ReviewBook book, TimeProvider clock, IStringLocalizer t) : IWorkList
{
    private const int Most = 50;
    private const int TalkDays = 14, DecideDays = 7, BriefDays = 21, ReportDays = 60, ActionDays = 14;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        var today = clock.Today(actor.Zone);
        var reports = await ReportsAsync(actor, today, ct);
        if (actor.Organisation is not { } own || !door.May(actor, PartnershipsPermissions.Work))
        {
            return [.. reports];
        }

        var inside = await door.Inside(actor).AsNoTracking().OrderBy(p => p.Title).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
        var ids = inside.ConvertAll(p => p.Id);
        var numbers = await db.Set<Party>().AsNoTracking().Where(p => ids.Contains(p.PartnershipId) && p.Member == own).ToDictionaryAsync(p => p.PartnershipId, p => p.Number, ct);
        var open = await db.Set<PartnershipReview>().AsNoTracking().Where(r => ids.Contains(r.PartnershipId) && r.State == ReviewState.Open).ToListAsync(ct);
        var concluded = await db.Set<PartnershipReview>().AsNoTracking().Where(r => ids.Contains(r.PartnershipId) && r.State == ReviewState.Concluded).ToListAsync(ct);
        var running = inside.Where(p => !p.IsOver).ToDictionary(p => p.Id);
        return
        [
            .. await RunningAsync(open.FindAll(r => running.ContainsKey(r.PartnershipId)), running, numbers, own, today, ct),
            .. concluded.Where(r => r.Outcome == ReviewOutcome.End && running.TryGetValue(r.PartnershipId, out var p) && p.Stage != Stage.Ending && r.EndedOn >= LastOf(concluded, r.PartnershipId))
                .Select(r => Item(Reviews.Closing, r.EndedOn!.Value.AddDays(DecideDays), today, t["Write the closing record: {0}", running[r.PartnershipId].Title], t["Every side has agreed to end it."], $"{At(r)}/conclusion", t["Write"])),
            .. await ReadersAsync(running, numbers, today, ct),
            .. await FindingsAsync(running, actor, today, ct),
            .. reports,
            .. Brief(actor, inside, today),
        ];
    }

    private static DateOnly? LastOf(List<PartnershipReview> reviews, PartnershipId id) => reviews.Where(r => r.PartnershipId == id).Max(r => r.EndedOn);

    private static string At(PartnershipReview review) => $"/partnerships/{review.PartnershipId}/reviews/{review.Id}";

    private async Task<IReadOnlyList<WorkItem>> RunningAsync(
        List<PartnershipReview> open, Dictionary<PartnershipId, Partnership> partnerships, Dictionary<PartnershipId, int> numbers, OrganisationId own, DateOnly today, CancellationToken ct)
    {
        var owed = await book.OwedByAsync(own, ct);
        var (allIn, unmarked) = await book.StateAsync(open.ConvertAll(r => r.Id), own, ct);
        var items = new List<WorkItem>();
        foreach (var review in open)
        {
            var (title, number) = (partnerships[review.PartnershipId].Title, numbers.GetValueOrDefault(review.PartnershipId));
            if (owed.Contains(review.Id))
            {
                var agreed = review.FocusBy.Any(v => v.Party == number);
                items.Add(Item(Reviews.Answer, review.AnswerBy, today, t["Answer alone: the review of {0}", title], agreed ? t["The other side's answers open when yours are in."] : t["Agree to the focus first, then answer."], agreed ? $"{At(review)}/answers" : At(review), t["Answer"]));
            }
            else if (allIn.Contains(review.Id))
            {
                var waits = review.AgreedBy.Count > 0 && !review.AgreedBy.Any(v => v.Party == number);
                items.Add(waits
                    ? Item(Reviews.Conclude, review.AgreedBy.Max(v => v.On).AddDays(DecideDays), today, t["Agree to the conclusion: {0}", title], t["The other side has put it forward."], $"{At(review)}/conclusion", t["Read"])
                    : Item(Reviews.Talk, review.AnswerBy.AddDays(TalkDays), today, t["Talk the review over: {0}", title], unmarked.Contains(review.Id) ? t["Every side has answered. Mark the statements of purpose, then write down what you find."] : t["Every side has answered. What you find ends as an action, a decision, or “no action because”."], At(review), t["Read side by side"]));
            }
        }

        return items;
    }

    private async Task<IEnumerable<WorkItem>> ReadersAsync(Dictionary<PartnershipId, Partnership> partnerships, Dictionary<PartnershipId, int> numbers, DateOnly today, CancellationToken ct)
    {
        var ids = partnerships.Keys.ToList();
        var asked = await db.Set<ReviewReader>().AsNoTracking().Where(r => ids.Contains(r.PartnershipId) && r.State == ReaderState.Proposed).OrderBy(r => r.ProposedOn).Take(Most).ToListAsync(ct);
        return asked.Where(r => !r.Voices.Any(v => v.Party == numbers.GetValueOrDefault(r.PartnershipId))).Select(r => Item(
            Reviews.Reader, r.ProposedOn.AddDays(DecideDays), today, t["May {0} read the report?", r.Name], partnerships[r.PartnershipId].Title, $"/partnerships/{r.PartnershipId}/reviews/{r.ReviewId}/readers", t["Decide"]) with { Mark = r.Id.ToString() });
    }

    /// <summary>An action until it is done; a finding without an end that I see to.</summary>
    private async Task<IEnumerable<WorkItem>> FindingsAsync(Dictionary<PartnershipId, Partnership> partnerships, Actor actor, DateOnly today, CancellationToken ct)
    {
        var ids = partnerships.Keys.ToList();
        var soon = today.AddDays(ActionDays);
        var mine = await (from f in db.Set<ReviewFinding>().AsNoTracking()
                          join r in db.Set<PartnershipReview>() on f.ReviewId equals r.Id
                          join c in db.Set<ContactEntry>() on f.ActionId equals (PartnershipRowId?)c.Id into actions
                          from action in actions.DefaultIfEmpty()
                          where ids.Contains(f.PartnershipId)
                              && ((f.HolderPerson == actor.Person && f.End == FindingEnd.Action && f.DueOn <= soon && action != null && action.DoneOn == null)
                                  || (f.OwnerPerson == actor.Person && f.End == FindingEnd.Open && r.State == ReviewState.Open))
                          select new { Finding = f, r.AnswerBy }).Take(Most).ToListAsync(ct);
        return mine.Select(m => m.Finding.End == FindingEnd.Action
            ? Item(Reviews.Finding, m.Finding.DueOn!.Value, today, m.Finding.EndText, t["After the review of {0}", partnerships[m.Finding.PartnershipId].Title], $"/partnerships/{m.Finding.PartnershipId}/contacts", t["Tick it off"]) with { Mark = m.Finding.Id.ToString() }
            : Item(Reviews.Finding, m.AnswerBy.AddDays(TalkDays), today, t["A finding waits for its end: {0}", partnerships[m.Finding.PartnershipId].Title], t["An action, a decision, or “no action because”."], $"/partnerships/{m.Finding.PartnershipId}/reviews/{m.Finding.ReviewId}/findings?finding={m.Finding.Id}", t["Say what comes of it"]) with { Mark = m.Finding.Id.ToString() });
    }

    private async Task<IEnumerable<WorkItem>> ReportsAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        if (!door.May(actor, PartnershipsPermissions.ReadReport))
        {
            return [];
        }

        var since = today.AddDays(-ReportDays);
        var open = await (from x in db.Set<ReviewReader>().AsNoTracking()
                          join r in db.Set<PartnershipReview>() on x.ReviewId equals r.Id
                          join p in db.Set<Partnership>() on r.PartnershipId equals p.Id
                          where x.NetworkId == db.ScopedNetworkId && x.PersonId == actor.Person && x.State == ReaderState.Allowed && r.State == ReviewState.Concluded && r.EndedOn >= since
                          select new { r.Id, r.EndedOn, p.Title }).Take(Most).ToListAsync(ct);
        return open.Select(r => Item(Reviews.Report, r.EndedOn!.Value.AddDays(ReportDays), today, t["You may read the report: {0}", r.Title], t["The sides decided so."], $"/partnerships/reports/{r.Id}", t["Read"]));
    }

    private IEnumerable<WorkItem> Brief(Actor actor, List<Partnership> inside, DateOnly today)
    {
        var term = SchoolTerm.Between(today.AddMonths(-5), today)[1];
        var until = SchoolTerm.LastDay(term).AddDays(BriefDays);
        return actor.Role != Role.SeniorLeader || today > until || !inside.Exists(p => p.OpenedOn <= SchoolTerm.LastDay(term)) ? []
            : [Item(Reviews.Brief, until, today, t["The past term on one page"], t["What your school did with others, what it asks, what may go wrong."], $"/partnerships/brief?term={Uri.EscapeDataString(term)}", t["Read"])];
    }

    private WorkItem Item(WorkKind kind, DateOnly due, DateOnly today, string title, string why, string url, string action) => new(
        WorkItem.At(due), WorkItem.UrgencyOf(due, today), due.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture), title, why, url, action) { Kind = kind };
}
