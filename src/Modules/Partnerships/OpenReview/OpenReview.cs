using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Who may decide for a side in a review.</summary>
internal static class ReviewVoiceRule
{
    public static readonly Refusal NotAnOwner = new("review.not-an-owner", "An owner of your side decides this, or one of its senior leaders.");

    public static bool MaySpeak(PartnershipView view, Actor actor) =>
        view.Own is { } own && (actor.Role == Role.SeniorLeader || view.OwnersOf(own).Any(o => o.PersonId == actor.Person));
}

/// <summary>Opens a review with a focus, lets the other sides agree to it, asks peers from outside, and calls a review off.</summary>
internal sealed class OpenReviewHandler(AppDbContext db, PartnershipDoor door, ReviewBook book, PartyMails mails, TimeProvider clock)
{
    public async Task<Refusal?> OpenAsync(PartnershipId id, ReviewTerms terms, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view)
        {
            return PartnershipDoor.Gone;
        }

        if (!ReviewVoiceRule.MaySpeak(view, actor))
        {
            return ReviewVoiceRule.NotAnOwner;
        }

        var (review, refusal) = await db.Set<PartnershipReview>().AnyAsync(r => r.OpenFor == id.Value, ct) ? (null, PartnershipReview.Runs) : PartnershipReview.Open(view, terms, actor.Name, clock.Today(actor.Zone), clock);
        if (review is null)
        {
            return refusal;
        }

        await book.OpenAsync(review, view, ct);
        foreach (var party in view.Parties.Where(p => p.Member is null && p.ContactMail.Length > 0))
        {
            mails.AskToReview(party, actor.OrganisationName ?? "");
        }

        db.Add(PartnershipChange.Note(view.Partnership, ChangeOf.Review, "", $"{ReviewWords.Of(review.Kind)} opened", null, actor.Name, clock));
        try
        {
            return await db.TrySaveAsync("review.opened", review.Id.Value, ct);
        }
        catch (DbUpdateException)
        {
            // The other side opened one in the same moment: the open one is unique.
            db.ChangeTracker.Clear();
            return PartnershipReview.Runs;
        }
    }

    public Task<Refusal?> AgreeFocusAsync(PlanWriter by, ReviewId id, CancellationToken ct) =>
        ChangeAsync(by, id, "review.focus-agreed", (r, voice, _) => r.Review.AgreeFocus(voice), ct);

    public async Task<Refusal?> ChangeFocusAsync(PartnershipId id, ReviewId review, string? focus, Actor actor, CancellationToken ct) =>
        await SpeakAsync(id, actor, by => ChangeAsync(by, review, "review.focus-changed", (r, voice, _) => r.Review.ChangeFocus(focus, r.Stands.Any(s => s.IsIn), voice), ct), ct);

    public async Task<Refusal?> AgreeFocusAsync(PartnershipId id, ReviewId review, Actor actor, CancellationToken ct) => await SpeakAsync(id, actor, by => AgreeFocusAsync(by, review, ct), ct);

    public async Task<Refusal?> CallOffAsync(PartnershipId id, ReviewId review, string? why, Actor actor, CancellationToken ct) =>
        await SpeakAsync(id, actor, by => ChangeAsync(by, review, "review.called-off", (r, voice, today) =>
        {
            var refusal = r.Review.CallOff(why, r.AllIn, today);
            if (refusal is null)
            {
                db.Add(PartnershipChange.Note(by.View.Partnership, ChangeOf.Review, "", "Review called off", why, voice.Name, clock));
            }

            return refusal;
        }, ct), ct);

    public async Task<Refusal?> AskPeerAsync(PartnershipId id, ReviewId review, PeerTerms terms, Actor actor, CancellationToken ct) =>
        await SpeakAsync(id, actor, by => PeerAsync(by, review, terms, actor, ct), ct);

    private async Task<Refusal?> PeerAsync(PlanWriter by, ReviewId id, PeerTerms terms, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(by.View, id, ct) is not { } review)
        {
            return PartnershipDoor.Gone;
        }

        var (peer, refusal) = review.Peers.Count >= ReviewPeer.Most ? (null, ReviewPeer.TooMany) : ReviewPeer.Ask(review.Review, by.View, terms, by.Name, clock);
        if (peer is null)
        {
            return refusal;
        }

        db.Add(peer);
        mails.AskPeer(peer, actor.OrganisationName ?? "");
        try
        {
            return await db.TrySaveAsync("review-peer.asked", peer.Id.Value, ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return ReviewPeer.Twice;
        }
    }

    private async Task<Refusal?> SpeakAsync(PartnershipId id, Actor actor, Func<PlanWriter, Task<Refusal?>> act, CancellationToken ct) =>
        await door.EnterAsync(id, actor, ct) is not { } view ? PartnershipDoor.Gone
        : !ReviewVoiceRule.MaySpeak(view, actor) ? ReviewVoiceRule.NotAnOwner
        : view.Partnership.IsOver ? Partnership.Over
        : await act(new(view, actor.Name, null));

    private async Task<Refusal?> ChangeAsync(PlanWriter by, ReviewId id, string act, Func<ReviewView, ReviewVoice, DateOnly, Refusal?> change, CancellationToken ct)
    {
        if (await book.FindAsync(by.View, id, ct) is not { } review)
        {
            return PartnershipDoor.Gone;
        }

        var today = clock.Today(by.View.Own!.Zone);
        if (change(review, new(by.View.Own.Number, by.Name, today), today) is { } refusal)
        {
            return refusal;
        }

        db.Record(act, id.Value, by.Chain);
        return await db.TrySaveAsync(ct);
    }
}
