using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Something that leaders are asked to do.</summary>
/// <param name="Text">English with {0} for the value; the localizer's key.</param>
internal sealed record BriefAsk(string Text, string Value = "");

/// <summary>One partnership on the page. Lists are cut so that all of it stays on one sheet of paper.</summary>
internal sealed record BriefRow(Partnership Partnership, IReadOnlyList<Party> Sides, Party Own)
{
    public IReadOnlyList<string> Aims { get; init; } = [];

    public IReadOnlyList<string> Activities { get; init; } = [];

    public IReadOnlyList<(DateOnly On, string What)> Dates { get; init; } = [];

    public IReadOnlyList<BriefAsk> Asks { get; init; } = [];

    public IReadOnlyList<HealthSignal> Risks { get; init; } = [];

    public IReadOnlyList<(string Side, string Text)> Learned { get; init; } = [];

    /// <summary>Of the term, by number of the side.</summary>
    public IReadOnlyList<LedgerTotal> Given { get; init; } = [];

    /// <summary>What each side said of the term, as far as the reader's side may read it.</summary>
    public IReadOnlyList<(string Side, int Felt)> Felt { get; init; } = [];
}

/// <param name="Also">Titles of those that did not fit.</param>
internal sealed record SchoolBrief(string Term, IReadOnlyList<string> Terms, IReadOnlyList<BriefRow> Rows, IReadOnlyList<string> Also);

/// <summary>One page of a term over all partnerships of a school that the reader sees, from the records alone.</summary>
internal sealed class BriefBook(AppDbContext db, PartnershipDoor door, PlanBook plans, HealthBook health, ReviewBook reviews)
{
    private const int MostRows = 6;
    private const int MostRead = 24;
    private const int Longest = 130;

    public async Task<SchoolBrief> OfAsync(Actor actor, string? term, DateOnly today, CancellationToken ct)
    {
        var inside = await door.Inside(actor).AsNoTracking().OrderBy(p => p.Title).ThenBy(p => p.Id).ToListAsync(ct);
        var terms = SchoolTerm.Between(inside.Select(p => p.OpenedOn).DefaultIfEmpty(today).Min(), today);
        var chosen = term is not null && terms.Contains(term, StringComparer.Ordinal) ? term : terms[0];
        var last = SchoolTerm.LastDay(chosen) is var end && end < today ? end : today;
        var running = inside.Where(p => p.OpenedOn <= last && !(p.EndedOn < FirstDay(chosen))).OrderBy(p => StageMap.IsAtWork(p.Stage) ? 0 : 1).ThenBy(p => p.Title, StringComparer.Ordinal).ToList();
        var owed = actor.Organisation is { } own ? await reviews.OwedByAsync(own, ct) : [];
        var rows = new List<BriefRow>();
        foreach (var partnership in running.Take(MostRead))
        {
            rows.Add(await RowAsync(partnership, actor, chosen, last, today, running.Count <= 2 ? 3 : running.Count <= 4 ? 2 : 1, owed, ct));
        }

        // What asks something of leaders comes before what runs by itself.
        List<BriefRow> first = [.. rows.OrderBy(r => r.Asks.Count + r.Risks.Count > 0 ? 0 : 1).Take(MostRows)];
        return new(chosen, terms, first, [.. running.Where(p => first.TrueForAll(r => r.Partnership.Id != p.Id)).Select(p => p.Title)]);
    }

    /// <summary>Cut at a word, so that one talkative record does not push the others off the sheet.</summary>
    public static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : line[..(line.LastIndexOf(' ', Longest) is var space and > 40 ? space : Longest)] + " …";
    }

    private static DateOnly FirstDay(string term) => SchoolTerm.LastDay(term).AddDays(1).AddMonths(term[^1] switch { '1' => -5, '2' => -4, _ => -3 });

    private async Task<BriefRow> RowAsync(Partnership partnership, Actor actor, string term, DateOnly last, DateOnly today, int most, IReadOnlyList<ReviewId> owed, CancellationToken ct)
    {
        var view = (await door.EnterAsync(partnership.Id, actor, ct))!;
        var (id, own) = (partnership.Id, view.Own!);
        var plan = await plans.FindAsync(view, SchoolTerm.YearOf(term), ct) ?? await plans.FindAsync(view, null, ct);
        var lines = await db.Set<Contribution>().AsNoTracking().Where(c => c.PartnershipId == id).ToListAsync(ct);
        var learned = await db.Set<Learned>().AsNoTracking().Where(l => l.PartnershipId == id && l.Term == term).ToListAsync(ct);
        var felt = await db.Set<FeltBalance>().AsNoTracking().Where(f => f.PartnershipId == id && f.Term == term).ToListAsync(ct);
        return new(partnership, view.Parties, own)
        {
            Aims = [.. (plan?.Rows(PlanPartKind.Aims) ?? []).Select(r => Short(PlanChecks.Name(PlanPartKind.Aims, r))).Take(most)],
            Activities = [.. (plan?.Rows(PlanPartKind.Activities) ?? []).Select(r => Short(r["what"])).Take(most)],
            Dates = [.. (plan?.Rows(PlanPartKind.Milestones) ?? []).Select(r => (On: r.Day("on"), What: Short(r["what"]))).Where(d => d.On >= FirstDay(term)).OrderBy(d => d.On).Select(d => (d.On!.Value, d.What)).Take(most)],
            Asks = [.. (await AsksAsync(view, plan, owed, today, ct)).Take(most + 1)],
            Risks = [.. (await health.OfAsync(view, last, ct)).Signals.Take(most + 1)],
            Learned = [.. view.Parties.OrderBy(p => p.Id == own.Id ? 0 : 1).SelectMany(p => learned.Where(l => l.PartyId == p.Id).Select(l => (p.Name, Short(l.Text)))).Take(Math.Max(2, most))],
            Given = Totals(lines, term),
            Felt = [.. from p in view.Parties from f in FeltBalance.Readable(felt, own.Id) where f.PartyId == p.Id select (p.Name, f.Felt)],
        };
    }

    private static IReadOnlyList<LedgerTotal> Totals(List<Contribution> lines, string term) =>
    [
        .. Ledger.InForce(lines).Where(l => SchoolTerm.Of(l.Day) == term && l.Amount > 0).GroupBy(l => (l.Kind, l.Unit)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Unit, StringComparer.Ordinal)
            .Select(g => new LedgerTotal(g.Key.Kind, g.Key.Unit, g.GroupBy(l => l.Side).ToDictionary(s => s.Key, s => s.Sum(l => l.Amount)))),
    ];

    /// <summary>What waits for leaders of the reader's side, as it stands today.</summary>
    private async Task<IReadOnlyList<BriefAsk>> AsksAsync(PartnershipView view, PlanView? plan, IReadOnlyList<ReviewId> owed, DateOnly today, CancellationToken ct)
    {
        var (p, own, asks) = (view.Partnership, view.Own!, new List<BriefAsk>());
        var words = await db.Set<SponsorWord>().AsNoTracking().Where(w => w.PartyId == own.Id).ToListAsync(ct);
        var changes = await db.Set<PartnershipChange>().AsNoTracking().Where(c => c.PartnershipId == p.Id && c.What == ChangeOf.Sponsor).ToListAsync(ct);
        if (SponsorRule.Asks(p, own, SponsorRule.HasChanged(own, changes), words, today) is not null)
        {
            asks.Add(new("{0} signs as the sponsor.", own.SponsorName));
        }

        var unsigned = await (from s in db.Set<Signer>().AsNoTracking()
                              join v in db.Set<AgreementVersion>() on s.VersionId equals v.Id
                              join a in db.Set<Agreement>() on v.PartnershipId equals a.PartnershipId
                              where a.PartnershipId == p.Id && v.Number == a.Current && s.PartyId == own.Id && s.SignedAt == null
                              orderby s.Order
                              select s.Name).ToListAsync(ct);
        asks.AddRange(unsigned.Select(n => new BriefAsk("{0} signs the agreement.", n)));
        if (plan is { IsCurrent: true } && plan.Confirmations.Any(c => c.Revision == plan.Plan.Revision) && plan.ConfirmedBy(own) is null)
        {
            asks.Add(new("The plan {0} waits for our yes.", plan.Plan.SchoolYear));
        }

        var running = await reviews.RunningAsync(view, ct);
        if (running is not null && owed.Contains(running.Review.Id))
        {
            asks.Add(new("Our answers to the review, by {0}.", ReviewFacts.Day(running.Review.AnswerBy)));
        }
        else if (running is null && !p.IsOver && p.ReviewOn <= today)
        {
            asks.Add(new("A review is due since {0}.", ReviewFacts.Day(p.ReviewOn.Value)));
        }

        asks.AddRange((plan?.Rows(PlanPartKind.Expectations) ?? []).Where(r => r.Side("of") == own.Number && r["state"] is "" or "open" && PlanChecks.Counts(r, view.Parties)).Select(r => new BriefAsk("Expected of us: {0}", Short(r["what"]))));
        return p.IsOver ? [] : asks;
    }
}
