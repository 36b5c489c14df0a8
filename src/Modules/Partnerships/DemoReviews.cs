using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Partnerships;

/// <summary>
/// A full review of the made-up city's oldest partnership, concluded after its first year: far apart on who leads, a peer from
/// outside, three findings with three kinds of end, one reader allowed and one refused.
/// </summary>
internal sealed class DemoReviews(AppDbContext db, IActorSource actors, ReviewBook book, ReviewFactBook facts, TimeProvider clock) : IDemoPart
{
    private const int Opened = -112, Answered = -98, Talked = -82, Concluded = -78;
    private DateOnly _today;

    public int Order => 62;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Ids.TryGetValue("person:mara", out var person))
        {
            return;
        }

        _today = city.Today;
        var by = await db.ActAsAsync(actors, new PersonId(person), ct);
        if (by?.Organisation is not { } own || await DemoReviewText.FindAsync(db, own, ct) is not { } view)
        {
            return;
        }

        var review = Must(PartnershipReview.Open(view, new(ReviewKind.Full, "Is the work shared in a way that both schools could keep up for three more years?", Day(Answered)), by.Name, Day(Opened), At(Opened)));
        Must(review.AgreeFocus(new(2, "Farah Idris", Day(Opened + 3))));
        await book.OpenAsync(review, view, ct);
        db.Add(PartnershipChange.Note(view.Partnership, ChangeOf.Review, "", "Full review opened", null, by.Name, At(Opened)));
        Answer(view, review, by);
        Find(view, review, by);
        Read(view, review, by, city);
        Sign(view, by);
        db.Record("review.opened", review.Id.Value);
        await db.SaveChangesAsync(ct);
        await ConcludeAsync(view, review, by, ct);
    }

    private void Answer(PartnershipView view, PartnershipReview review, Actor by)
    {
        var sheets = db.ChangeTracker.Entries<ReviewSheet>().Select(e => e.Entity).Where(s => s.ReviewId == review.Id).ToList();
        foreach (var (number, name, form, expected) in new[] { (1, by.Name, DemoReviewText.Harbour, "Real figures and somebody who asks back"), (2, "Farah Idris", DemoReviewText.Kelong, "Readers for our pupils' English") })
        {
            var sheet = sheets.First(s => s.PartyId == view.PartyOf(number)!.Id);
            Must(sheet.Fill(form, new([(1, PlanCatalogue.Aims[0].Text), (2, "Every pupil writes one letter that gets an answer")], expected), isFull: true, handIn: true, name, At(Answered - 2 + number).GetUtcNow()));
            Must(sheet.Mark(Alikeness.Near, StillLive.Yes, name));
        }

        var peer = Must(ReviewPeer.Ask(review, view, new("Solveig Aune", "Fjord Coast School", "solveig@fjord-coast.example"), by.Name, At(Opened + 5)));
        peer.NewLink();
        Must(peer.Fill(DemoReviewText.Peer.ToDictionary(n => n.Key, n => (string?)n.Value.Text), DemoReviewText.Peer.ToDictionary(n => n.Key, n => (PeerStep?)n.Value.Step), handIn: true, At(Answered + 6).GetUtcNow()));
        db.Add(peer);
    }

    private void Find(PartnershipView view, PartnershipReview review, Actor by)
    {
        var (ours, theirs) = (view.OwnersOf(view.Parties[0]).First(), view.OwnersOf(view.Parties[1]).First());
        Finding(Lens.Leadership, "Lantern Hill thinks that both lead; Kelong Bay does the writing, the translation and the dates.", theirs, new(FindingEnd.Action, "Lantern Hill keeps the calendar and the minutes from now on", ours.Id.Value, Day(6)), ours);
        Finding(Lens.Boundaries, "Nobody knew who may say yes to a visit.", ours, new(FindingEnd.Decision, "A visit is decided by both heads, in writing, a term ahead.", null, null), null);
        Finding(Lens.Setting, "A third port asked twice to join.", theirs, new(FindingEnd.NoAction, "Two are as many as the letters bear; we tell them so, and why.", null, null), null);

        void Finding(Lens lens, string text, PartyOwner owner, FindingResult result, PartyOwner? holder)
        {
            var finding = Must(ReviewFinding.Write(review, view, lens, text, owner, by.Name, At(Talked)));
            var action = holder is null ? null : Must(ContactEntry.Note(view, new(ContactKind.Action, Day(Talked), [1], result.Text, 0, result.DueOn), by.Name, Day(Talked), At(Talked)));
            Must(finding.Finish(result, holder, Day(Talked), by.Name, () => action));
            db.Add(finding);
            if (action is not null)
            {
                db.Add(action);
            }
        }
    }

    private void Read(PartnershipView view, PartnershipReview review, Actor by, DemoCity city)
    {
        var coordinator = city.Ids.TryGetValue("person:samira", out var id) ? new PersonId(id) : (PersonId?)null;
        var allowed = Must(ReviewReader.Propose(review, coordinator, "Samira Benyoucef", "Network office", "To show other schools what a review looks like", new(1, true, by.Name, Day(Concluded + 5), ""), At(Concluded + 5)));
        Must(allowed.Decide(new(2, true, "Farah Idris", Day(Concluded + 9), ""), [1, 2]));
        var refused = Must(ReviewReader.Propose(review, null, "Coastal Accreditation Board", "Coastal Accreditation Board", "For the visit in spring", new(1, true, by.Name, Day(Concluded + 5), ""), At(Concluded + 5)));
        Must(refused.Decide(new(2, false, "Farah Idris", Day(Concluded + 9), "It was written for us, not for an examiner."), [1, 2]));
        db.AddRange(allowed, refused);
        db.AddRange(
            PartnershipChange.Note(view.Partnership, ChangeOf.Review, "", "Report opened to a reader", "Samira Benyoucef, Network office", "Farah Idris", At(Concluded + 9)),
            PartnershipChange.Note(view.Partnership, ChangeOf.Review, "", "Reader of the report refused", "Coastal Accreditation Board", "Farah Idris", At(Concluded + 9)));
    }

    private void Sign(PartnershipView view, Actor by) => db.AddRange(view.Parties.Select(p =>
        Must(SponsorWord.Sign(p, SponsorOccasion.Review, standsBehind: true, "Read the findings and signed them", by, Day(Concluded - 1), At(Concluded - 1)))));

    private async Task ConcludeAsync(PartnershipView view, PartnershipReview review, Actor by, CancellationToken ct)
    {
        var (next, horizon) = (view.Partnership.ReviewOn, view.Partnership.HorizonOn);
        Must(review.Propose(new(ReviewOutcome.Change, null, next, "We go on. The work is shared out anew, and in a year we ask again whether it is."), view.Partnership, new(1, by.Name, Day(Concluded - 1)), Day(Concluded)));
        Must(review.Agree(new(2, "Farah Idris", Day(Concluded))));
        var round = (await book.FindAsync(view, review.Id, ct))!;
        review.Conclude([.. (await facts.OfAsync(round, null, Day(Concluded), ct)).Where(g => !g.OnlyOwn)], Day(Concluded));
        view.Partnership.Reviewed(next, horizon);
        db.Add(PartnershipChange.Note(view.Partnership, ChangeOf.Review, "", "Review concluded: they go on with changes", review.Words, $"{by.Name}, Farah Idris", At(Concluded)));
        db.Record("review.concluded", review.Id.Value);
        await db.SaveChangesAsync(ct);
    }

    private DateOnly Day(int day) => _today.AddDays(day);

    private DemoThen At(int day) => new(clock, day);
}

/// <summary>The clock as it stood on another day.</summary>
internal sealed class DemoThen(TimeProvider now, int day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.GetUtcNow().AddDays(day);
}
