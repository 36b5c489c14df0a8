using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Writes findings and their ends. Each touches the review's row: a conclusion agreed to in that moment looks again.</summary>
internal sealed class KeepFindingsHandler(AppDbContext db, PartnershipDoor door, ReviewBook book, TimeProvider clock)
{
    public async Task<Refusal?> WriteAsync(PartnershipId id, ReviewId review, Lens? lens, string? text, Guid? owner, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, review, actor, ct) is not { } found)
        {
            return PartnershipDoor.Gone;
        }

        var (finding, refusal) = !found.AllIn ? (null, ReviewFinding.NotYet)
            : found.Findings.Count >= ReviewFinding.Most ? (null, ReviewFinding.TooMany)
            : ReviewFinding.Write(found.Review, found.View, lens, text, Owner(found.View, owner), actor.Name, clock);
        if (finding is null)
        {
            return refusal;
        }

        db.Add(finding);
        found.Review.FindingsChanged();
        return await db.TrySaveAsync("finding.written", finding.Id.Value, ct);
    }

    public async Task<Refusal?> FinishAsync(PartnershipId id, ReviewId review, PartnershipRowId finding, FindingResult result, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, review, actor, ct) is not { } found || await db.Set<ReviewFinding>().FirstOrDefaultAsync(f => f.Id == finding && f.ReviewId == review, ct) is not { } open)
        {
            return PartnershipDoor.Gone;
        }

        var (today, holder) = (clock.Today(actor.Zone), Owner(found.View, result.Holder));
        var refusal = !found.Review.IsOpen ? PartnershipReview.Closed : open.Finish(result, holder, today, actor.Name, () => Act(found.View, holder!, result, actor.Name, today));
        if (refusal is not null)
        {
            return refusal;
        }

        found.Review.FindingsChanged();
        return await db.TrySaveAsync("finding.ended", finding.Value, ct);
    }

    /// <summary>The action stands among the contacts of the sides, where it is done, and shows when it is overdue.</summary>
    private ContactEntry? Act(PartnershipView view, PartyOwner holder, FindingResult result, string byName, DateOnly today)
    {
        var side = view.Parties.First(p => p.Id == holder.PartyId).Number;
        var (entry, _) = ContactEntry.Note(view, new(ContactKind.Action, today, [side], FormText.Tidy(result.Text), 0, result.DueOn), byName, today, clock);
        if (entry is not null)
        {
            db.Add(entry);
        }

        return entry;
    }

    private static PartyOwner? Owner(PartnershipView view, Guid? id) => view.Parties.SelectMany(view.OwnersOf).FirstOrDefault(o => o.Id.Value == id);

    private async Task<ReviewView?> FindAsync(PartnershipId id, ReviewId review, Actor actor, CancellationToken ct) =>
        await door.EnterAsync(id, actor, ct) is { } view ? await book.FindAsync(view, review, ct) : null;
}
