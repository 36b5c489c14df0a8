using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>
/// A review is concluded by the yes of every side to the same words. What is missing is asked with each yes; the last one moves
/// the partnership's days in the same commit.
/// </summary>
internal sealed class ConcludeReviewHandler(AppDbContext db, ReviewBook book, ReviewFactBook facts, TimeProvider clock)
{
    public async Task<IReadOnlyList<ReviewMissing>> MissingAsync(ReviewView review, ReviewOutcome? outcome, CancellationToken ct)
    {
        var (id, opened) = (review.Review.PartnershipId, review.Review.OpenedOn);
        var words = await db.Set<SponsorWord>().AsNoTracking()
            .Where(w => w.PartnershipId == id && w.SignedOn >= opened && (w.Occasion == SponsorOccasion.Review || w.Occasion == SponsorOccasion.Renewal)).ToListAsync(ct);
        return ReviewConclusion.Missing(new(
            review.Review.Kind,
            [.. review.Stands.Select(s => new ReviewSide(s.Party.Name, s.IsIn, s.IsMarked, s.Party.SponsorName.Length > 0, words.Exists(w => w.PartyId == s.Party.Id && w.Name == s.Party.SponsorName)))],
            review.Peers.Count(p => p.IsIn), review.Findings.Count, review.Findings.Count(f => f.IsOpen)), outcome);
    }

    /// <param name="version">Of the review as it stood on the page.</param>
    public Task<Refusal?> ProposeAsync(PlanWriter by, ReviewId id, ReviewProposal proposal, int version, CancellationToken ct) =>
        SayAsync(by, id, version, proposal.Outcome, "review.conclusion-proposed", (r, voice) => r.Propose(proposal, by.View.Partnership, voice, voice.On), ct);

    /// <param name="version">What is agreed to is what stood on the page.</param>
    public Task<Refusal?> AgreeAsync(PlanWriter by, ReviewId id, int version, CancellationToken ct) =>
        SayAsync(by, id, version, null, "review.conclusion-agreed", (r, voice) => r.Agree(voice), ct);

    private async Task<Refusal?> SayAsync(PlanWriter by, ReviewId id, int version, ReviewOutcome? outcome, string act, Func<PartnershipReview, ReviewVoice, Refusal?> say, CancellationToken ct)
    {
        if (await book.FindAsync(by.View, id, ct) is not { } found)
        {
            return PartnershipDoor.Gone;
        }

        var review = found.Review;
        var today = clock.Today(by.View.Own!.Zone);
        var refusal = by.View.Partnership.IsOver ? Partnership.Over : !review.IsOpen ? PartnershipReview.Closed : review.Version != version ? Refusal.ChangedMeanwhile : null;
        if (refusal is not null)
        {
            return refusal;
        }

        var missing = await MissingAsync(found, outcome ?? review.Outcome, ct);
        refusal = missing.Count > 0 ? ReviewConclusion.NotReady with { Values = [string.Join("; ", missing.Select(m => string.Format(System.Globalization.CultureInfo.InvariantCulture, m.Text, m.Value)))] } : say(review, new(by.View.Own.Number, by.Name, today));
        if (refusal is not null)
        {
            return refusal;
        }

        if (found.Sides.All(s => review.AgreedBy.Any(v => v.Party == s.Number)))
        {
            await ConcludeAsync(found, by, today, ct);
        }

        db.Record(review.IsOpen ? act : "review.concluded", id.Value, by.Chain);
        return await db.TrySaveAsync(ct);
    }

    private async Task ConcludeAsync(ReviewView found, PlanWriter by, DateOnly today, CancellationToken ct)
    {
        var (review, partnership) = (found.Review, by.View.Partnership);
        review.Conclude([.. (await facts.OfAsync(found, null, today, ct)).Where(g => !g.OnlyOwn)], today);
        var before = partnership.HorizonOn;
        partnership.Reviewed(review.NextOn, review.RenewTo);
        db.Add(PartnershipChange.Note(partnership, ChangeOf.Review, "", review.Outcome switch
        {
            ReviewOutcome.Renew => "Review concluded: they go on",
            ReviewOutcome.Change => "Review concluded: they go on with changes",
            _ => "Review concluded: they end it",
        }, review.Words, string.Join(", ", review.AgreedBy.Select(v => v.Name)) is { Length: <= Partnership.LongestName } names ? names : by.Name, clock));
        if (partnership.HorizonOn != before)
        {
            db.Add(PartnershipChange.Note(partnership, ChangeOf.Horizon, $"{before:yyyy-MM-dd}", $"{partnership.HorizonOn:yyyy-MM-dd}", null, by.Name, clock));
        }
    }
}
