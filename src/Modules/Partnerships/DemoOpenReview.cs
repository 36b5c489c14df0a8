using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Partnerships;

/// <summary>A partnership of two schools of the made-up city whose light review runs: one has answered, the other has not.</summary>
internal sealed class DemoOpenReview(AppDbContext db, IActorSource actors, INetworkDirectory networks, ReviewBook book, TimeProvider clock) : IDemoPart
{
    private DemoCity _city = null!;

    public int Order => 63;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Ids.TryGetValue("person:tomas", out var person) || !city.Ids.ContainsKey("organisation:vieux-port"))
        {
            return;
        }

        _city = city;
        var by = (await db.ActAsAsync(actors, new PersonId(person), ct))!;
        var partnership = Must(Partnership.Begin(
            by.Network!.Value,
            new("Two libraries, one shelf", PartnershipType.CurriculumLink, "Families of both schools read aloud together, in whichever language.", "Two librarians lent each other a box of books in the rain.", Day(12), Day(400)),
            Formality.Informal, by, Day(-360), At(-360)));
        db.Add(partnership);
        db.Add(PartnershipChange.Note(partnership, ChangeOf.Stage, "", "Exploring", null, by.Name, At(-360)));
        Move(partnership, by, (Stage.Preparing, -350, "A morning in each library"), (Stage.Active, -340, "A word between the two heads"));
        var view = await SidesAsync(partnership, ct);
        var review = Must(PartnershipReview.Open(view, new(ReviewKind.Light, "What would happen if one of the two librarians left?", Day(9)), by.Name, Day(-12), At(-12)));
        Must(review.AgreeFocus(new(2, "Hélène Castaing", Day(-10))));
        await book.OpenAsync(review, view, ct);
        db.Add(PartnershipChange.Note(partnership, ChangeOf.Review, "", "Light review opened", null, by.Name, At(-12)));
        var sheet = db.ChangeTracker.Entries<ReviewSheet>().Select(e => e.Entity).First(s => s.ReviewId == review.Id && s.PartyId == view.Own!.Id);
        Must(sheet.Fill(DemoReviewText.Library, new([], ""), isFull: false, handIn: true, by.Name, At(-4).GetUtcNow()));
        db.Record("review.opened", review.Id.Value);
        await db.SaveChangesAsync(ct);
    }

    private async Task<PartnershipView> SidesAsync(Partnership partnership, CancellationToken ct)
    {
        var parties = new List<Party>();
        var owners = new List<PartyOwner>();
        (string School, string Sponsor, string Capacity, (string Person, string Name, string Title)[] Owners)[] sides =
        [
            ("lantern-hill", "Ines Falkenrath", "Head of School", [("tomas", "Tomás Abreu", "Counsellor"), ("jo", "Jo Castellan", "Class teacher Year 8")]),
            ("vieux-port", "Odile Perrachon", "Directrice", [("helene", "Hélène Castaing", "Référente protection de l'enfance"), ("bastien", "Bastien Morvan", "Conseiller d'éducation")]),
        ];
        foreach (var (school, sponsor, capacity, people) in sides)
        {
            var card = await networks.FindOrganisationAsync(new(_city.Ids["organisation:" + school]), ct) ?? throw new InvalidOperationException(school);
            var party = Party.Join(partnership, parties.Count + 1, card, clock);
            Must(party.NameSponsor(sponsor, capacity, partnership.OpenedOn));
            parties.Add(party);
            owners.AddRange(people.Select(p => PartyOwner.Take(party, new PersonId(_city.Ids["person:" + p.Person]), p.Name, p.Title, Day(-360), At(-360))));
        }

        db.AddRange(parties);
        db.AddRange(owners);
        db.AddRange(parties.Select(p => IntentSheet.Open(p, At(-360))));
        return new(partnership, parties, owners, parties[0]);
    }

    private void Move(Partnership partnership, Actor by, params (Stage To, int Day, string Evidence)[] moves)
    {
        foreach (var (to, day, evidence) in moves)
        {
            var before = partnership.Stage;
            Must(partnership.GoTo(to, evidence, [], null, Day(day)));
            db.Add(PartnershipChange.Note(partnership, ChangeOf.Stage, PartnershipWords.Of(before).Text, PartnershipWords.Of(to).Text, evidence, by.Name, At(day)));
        }
    }

    private DateOnly Day(int day) => _city.Today.AddDays(day);

    private DemoThen At(int day) => new(clock, day);
}
