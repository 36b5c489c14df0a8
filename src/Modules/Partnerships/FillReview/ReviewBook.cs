using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Where one side stands; nothing of what it wrote.</summary>
internal sealed record ReviewStand(Party Party, DateTimeOffset? HandedInAt, bool IsMarked)
{
    public bool IsIn => HandedInAt is not null;
}

/// <summary>Where a peer stands; nothing of the notes.</summary>
internal sealed record PeerStand(string Name, string From, bool IsIn);

/// <summary>What a peer saw.</summary>
internal sealed record PeerView(string Name, string From, IReadOnlyList<PeerNote> Notes);

/// <param name="Sheets">In the order of the stands; null until every side has handed in.</param>
/// <param name="Notes">Of peers who have handed in; empty until every side has.</param>
internal sealed record ReviewView(
    PartnershipView View, PartnershipReview Review, IReadOnlyList<ReviewStand> Stands, IReadOnlyList<ReviewSheet>? Sheets, IReadOnlyList<PeerStand> Peers, IReadOnlyList<PeerView> Notes, IReadOnlyList<ReviewFinding> Findings)
{
    public bool AllIn => Sheets is not null;

    public IReadOnlyList<Party> Sides => [.. Stands.Select(s => s.Party)];

    public ReviewStand Own => Stands.First(s => s.Party.Id == View.Own!.Id);

    public bool FocusAgreed => Sides.All(Review.HasAgreedFocus);
}

/// <summary>The only class that reads a side's answers. Another side's are not given out by it before every side has handed in.</summary>
internal sealed class ReviewBook(AppDbContext db, PlanBook plans, TimeProvider clock)
{
    public static readonly Refusal FocusFirst = new("review.focus-first", "Every side agrees to the focus first; until then this stays a draft.");

    public async Task OpenAsync(PartnershipReview review, PartnershipView view, CancellationToken ct)
    {
        await db.AddAsync(review, ct);
        db.AddRange(view.Parties.Select(p => ReviewSheet.Ask(review, p, clock)));
    }

    /// <summary>Reviews in which the reader's own side is asked, the latest first.</summary>
    public async Task<IReadOnlyList<PartnershipReview>> ListAsync(PartnershipView view, CancellationToken ct)
    {
        if (view.Own is not { } own)
        {
            return [];
        }

        return await db.Set<PartnershipReview>().AsNoTracking().Where(r => r.PartnershipId == view.Partnership.Id && db.Set<ReviewSheet>().Any(s => s.ReviewId == r.Id && s.PartyId == own.Id))
            .OrderByDescending(r => r.OpenedOn).ThenByDescending(r => r.Id).ToListAsync(ct);
    }

    /// <summary>Null: not there, of another partnership, or the reader's side is not asked in it.</summary>
    public async Task<ReviewView?> FindAsync(PartnershipView view, ReviewId id, CancellationToken ct)
    {
        if (view.Own is not { } own || await db.Set<PartnershipReview>().FirstOrDefaultAsync(r => r.Id == id && r.PartnershipId == view.Partnership.Id, ct) is not { } review)
        {
            return null;
        }

        var stands = await StandsAsync(view, id, ct);
        return stands.Any(s => s.Party.Id == own.Id) ? await ViewAsync(view, review, stands, ct) : null;
    }

    /// <summary>The review that runs.</summary>
    public async Task<ReviewView?> RunningAsync(PartnershipView view, CancellationToken ct) =>
        await db.Set<PartnershipReview>().AsNoTracking().Where(r => r.OpenFor == view.Partnership.Id.Value).Select(r => (ReviewId?)r.Id).FirstOrDefaultAsync(ct) is { } id ? await FindAsync(view, id, ct) : null;

    /// <summary>A concluded review, for somebody whom the sides let read it. The caller has seen their yes.</summary>
    public async Task<ReviewView?> ForReaderAsync(PartnershipView view, PartnershipReview review, CancellationToken ct) =>
        review.State == ReviewState.Concluded ? await ViewAsync(view, review, await StandsAsync(view, review.Id, ct), ct) : null;

    /// <summary>The own side's answers; null for a reader without a side in it.</summary>
    public async Task<ReviewSheet?> OwnAsync(PartnershipView view, ReviewId id, CancellationToken ct) =>
        view.Own is { } own ? await db.Set<ReviewSheet>().FirstOrDefaultAsync(s => s.ReviewId == id && s.PartyId == own.Id && s.PartnershipId == view.Partnership.Id, ct) : null;

    /// <summary>Reviews that run in which this organisation has not answered.</summary>
    public async Task<IReadOnlyList<ReviewId>> OwedByAsync(OrganisationId organisation, CancellationToken ct) => await (
        from s in db.Set<ReviewSheet>().AsNoTracking()
        join p in db.Set<Party>() on s.PartyId equals p.Id
        where p.Member == organisation && s.HandedInAt == null
        select s.ReviewId).ToListAsync(ct);

    /// <summary>Of these, the reviews in which every side has answered; and those in which this organisation's mark is missing.</summary>
    public async Task<(IReadOnlySet<ReviewId> AllIn, IReadOnlySet<ReviewId> Unmarked)> StateAsync(IReadOnlyCollection<ReviewId> reviews, OrganisationId organisation, CancellationToken ct)
    {
        var rows = await (from s in db.Set<ReviewSheet>().AsNoTracking()
                          join p in db.Set<Party>() on s.PartyId equals p.Id
                          where reviews.Contains(s.ReviewId)
                          select new { s.ReviewId, In = s.HandedInAt != null, Marked = s.Alike != null, Own = p.Member == organisation }).ToListAsync(ct);
        var allIn = rows.GroupBy(r => r.ReviewId).Where(g => g.All(r => r.In)).Select(g => g.Key).ToHashSet();
        return (allIn, rows.Where(r => r.Own && !r.Marked && allIn.Contains(r.ReviewId)).Select(r => r.ReviewId).ToHashSet());
    }

    /// <summary>What the plan puts before the reader's side.</summary>
    public async Task<ReviewAsked> AskedAsync(PartnershipView view, CancellationToken ct) => await plans.FindAsync(view, null, ct) is { } plan
        ? new([.. plan.Rows(PlanPartKind.Aims).Select(r => (r.Id, PlanChecks.Name(PlanPartKind.Aims, r)))], plan.Rows(PlanPartKind.Benefits).FirstOrDefault(r => r.Side() == view.Own?.Number)?["expected"] ?? "")
        : new([], "");

    /// <summary>Empties a side's answers while they are blind: whoever changes the address of its link must not read them through it.</summary>
    public async Task BlankAsync(PartnershipView view, Party side, CancellationToken ct)
    {
        var open = await db.Set<PartnershipReview>().Where(r => r.OpenFor == view.Partnership.Id.Value).Select(r => (ReviewId?)r.Id).FirstOrDefaultAsync(ct);
        if (open is { } id && (await StandsAsync(view, id, ct)).Any(s => !s.IsIn) && await db.Set<ReviewSheet>().FirstOrDefaultAsync(s => s.ReviewId == id && s.PartyId == side.Id, ct) is { } sheet)
        {
            sheet.Blank();
            db.Record("review-sheet.blanked", sheet.Id.Value);
        }
    }

    /// <param name="version">Of the sheet as it stood on the page.</param>
    public async Task<Refusal?> FillAsync(PlanWriter by, ReviewId id, ReviewForm form, bool handIn, int version, CancellationToken ct)
    {
        if (await FindAsync(by.View, id, ct) is not { } review || await OwnAsync(by.View, id, ct) is not { } sheet)
        {
            return PartnershipDoor.Gone;
        }

        var asked = await AskedAsync(by.View, ct);
        var refusal = by.View.Partnership.IsOver ? Partnership.Over
            : !review.Review.IsOpen ? PartnershipReview.Closed
            : sheet.HandedInAt is null && sheet.Version != version ? Refusal.ChangedMeanwhile
            : handIn && sheet.HandedInAt is null && !review.FocusAgreed ? FocusFirst
            : sheet.Fill(form, asked, review.Review.Kind == ReviewKind.Full, handIn, by.Name, clock.GetUtcNow());
        if (refusal is not null)
        {
            return refusal;
        }

        db.Record(handIn ? "review-sheet.handed-in" : "review-sheet.saved", sheet.Id.Value, by.Chain);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>How alike the statements of purpose are to this reviewer, and whether the need is still there.</summary>
    public async Task<Refusal?> MarkAsync(PlanWriter by, ReviewId id, Alikeness? alike, StillLive? need, CancellationToken ct)
    {
        if (await FindAsync(by.View, id, ct) is not { } review || await OwnAsync(by.View, id, ct) is not { } sheet)
        {
            return PartnershipDoor.Gone;
        }

        var refusal = !review.Review.IsOpen ? PartnershipReview.Closed : !review.AllIn ? ReviewSheet.NotOpen : sheet.Mark(alike, need, by.Name);
        if (refusal is not null)
        {
            return refusal;
        }

        db.Record("review-sheet.marked", sheet.Id.Value, by.Chain);
        return await db.TrySaveAsync(ct);
    }

    private async Task<IReadOnlyList<ReviewStand>> StandsAsync(PartnershipView view, ReviewId id, CancellationToken ct)
    {
        var rows = await db.Set<ReviewSheet>().AsNoTracking().Where(s => s.ReviewId == id).Select(s => new { s.PartyId, s.HandedInAt, Marked = s.Alike != null && s.Need != null }).ToListAsync(ct);
        return [.. from p in view.Parties let row = rows.Find(r => r.PartyId == p.Id) where row is not null select new ReviewStand(p, row.HandedInAt, row.Marked)];
    }

    private async Task<ReviewView> ViewAsync(PartnershipView view, PartnershipReview review, IReadOnlyList<ReviewStand> stands, CancellationToken ct)
    {
        var allIn = stands.All(s => s.IsIn);
        var sheets = allIn ? await db.Set<ReviewSheet>().AsNoTracking().Where(s => s.ReviewId == review.Id).ToListAsync(ct) : null;
        var peers = await db.Set<ReviewPeer>().AsNoTracking().Where(p => p.ReviewId == review.Id).OrderBy(p => p.Id).ToListAsync(ct);
        var findings = await db.Set<ReviewFinding>().AsNoTracking().Where(f => f.ReviewId == review.Id).OrderBy(f => f.Lens).ThenBy(f => f.Id).ToListAsync(ct);
        return new(
            view, review, stands, sheets is null ? null : [.. stands.Select(s => sheets.First(x => x.PartyId == s.Party.Id))],
            [.. peers.Select(p => new PeerStand(p.Name, p.From, p.HandedInAt is not null))],
            allIn ? [.. peers.Where(p => p.HandedInAt is not null).Select(p => new PeerView(p.Name, p.From, p.Notes))] : [],
            [.. findings.OrderBy(f => f.Lens)]);
    }
}
