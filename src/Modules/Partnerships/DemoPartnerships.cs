using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Partnerships;

/// <summary>
/// The made-up city's partnerships: one at work eight hours apart, one whose second sheet is missing this week, one that waits
/// for a signature, one stuck at the gate with its review overdue, one that has ended well.
/// </summary>
internal sealed class DemoPartnerships(AppDbContext db, IActorSource actors, INetworkDirectory networks, TimeProvider clock) : IDemoPart
{
    private DemoCity _city = null!;

    public int Order => 60;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Ids.ContainsKey("person:mara") || !city.Ids.ContainsKey("organisation:al-manara-academy"))
        {
            return;
        }

        _city = city;
        await HarboursAsync(ct);
        await ReadingAsync(ct);
        await TrainingAsync(ct);
        await ListeningAsync(ct);
        await SongsAsync(ct);
    }

    private async Task HarboursAsync(CancellationToken ct)
    {
        var by = await EnterAsync("mara", ct);
        var p = Begin(by, -430, new("Two harbours, one sea", PartnershipType.CurriculumLink, "Pupils of two ports measure the same water and learn to ask each other.", "A storm closed both harbours in one week, and two classes wrote about it.", Day(45), Day(700)), Formality.Signed);
        var ours = await MemberAsync(p, 1, "lantern-hill", ct);
        var theirs = Outside(p, 2, new("Kelong Bay School", OrganisationKind.School, "Kelong Bay", "Asia/Singapore", "en", "Farah Idris", "farah@kelong-bay.example", null));
        Sponsors(p, (ours, "Ines Falkenrath", "Head of School"), (theirs, "Lim Boon Kiat", "Principal"));
        Owners(-430, (ours, "mara", by.Name, "Designated safeguarding lead"), (ours, "jo", "Jo Castellan", "Class teacher Year 8"), (theirs, null, "Farah Idris", "Science teacher"), (theirs, null, "Ong Wei Jie", "Deputy head"));
        Sheets(-425, (ours, DemoPlanLines.HarbourWishes, by.Name), (theirs, DemoPlanLines.KelongWishes, "Farah Idris"));
        var before = AddPlan(p, Day(-400), DemoPlanLines.Harbours(_city.Today, -1), -400);
        Confirm(before, -390, (ours, by.Name), (theirs, "Farah Idris"));
        var now = AddPlan(p, Day(0), DemoPlanLines.Harbours(_city.Today, 0), -70);
        Confirm(now, -64, (ours, by.Name), (theirs, "Farah Idris"));
        var agreement = Agreement.Open(p, At(-385));
        db.Add(agreement);
        Version(p, agreement, now, null, -385, [(ours, "ines", "Ines Falkenrath", "Head of School", -384), (theirs, null, "Lim Boon Kiat", "Principal", -380)]);
        Version(p, agreement, now, "The second year adds a visit by letter instead of by plane.", -60, [(ours, "ines", "Ines Falkenrath", "Head of School", -59), (theirs, null, "Lim Boon Kiat", "Principal", -52)]);
        Move(p, by, (Stage.Preparing, -420, "First talk by telephone"), (Stage.Active, -378, "Both heads signed"), (Stage.Slipping, -150, "Two letters without an answer during the long holiday"), (Stage.Active, -120, "Catch-up: the holidays now stand in the plan"));
        Must(p.Mark(new(GuideStep.Compare, StepState.Done, "", by.Name, Day(-420))));
        await SaveAsync(p, ct);
    }

    private async Task ReadingAsync(CancellationToken ct)
    {
        var by = await EnterAsync("helene", ct);
        var p = Begin(by, -6, new("Reading aloud in three languages", PartnershipType.CurriculumLink, "", "Two librarians met at the parents' evening.", null, null), Formality.Written);
        var ours = await MemberAsync(p, 1, "vieux-port", ct);
        var theirs = await MemberAsync(p, 2, "al-manara-academy", ct);
        Owners(-6, (ours, "helene", by.Name, "Référente protection de l'enfance"), (theirs, "amina", "Amina Al-Rashid", "Safeguarding lead"));
        Sheets(-2, (ours, DemoPlanLines.ReadingWishes, by.Name), (theirs, null, ""));
        await SaveAsync(p, ct);
    }

    private async Task TrainingAsync(CancellationToken ct)
    {
        var by = await EnterAsync("tomas", ct);
        var p = Begin(by, -75, new("Training days in turns", PartnershipType.SharedTraining, "Staff of both schools notice earlier that a child may be unsafe.", "Each school trained alone, eight people at a time.", Day(200), Day(900)), Formality.Signed);
        var ours = await MemberAsync(p, 1, "lantern-hill", ct);
        var theirs = await MemberAsync(p, 2, "north-quay", ct);
        Sponsors(p, (ours, "Ines Falkenrath", "Head of School"), (theirs, "Desmond Achterberg", "Head"));
        Owners(-75, (ours, "tomas", by.Name, "Counsellor"), (ours, "mara", "Mara Lindqvist", "Designated safeguarding lead"), (theirs, "anke", "Anke Brodersen", "Kinderschutzbeauftragte"), (theirs, "karin", "Karin Holm-Esser", "School counsellor"));
        Sheets(-70, (ours, DemoPlanLines.TrainingWishes, by.Name), (theirs, DemoPlanLines.QuayWishes, "Anke Brodersen"));
        var plan = AddPlan(p, Day(0), DemoPlanLines.Training(_city.Today), -40);
        Confirm(plan, -20, (ours, by.Name), (theirs, "Anke Brodersen"));
        var agreement = Agreement.Open(p, At(-9));
        db.Add(agreement);
        Version(p, agreement, plan, null, -9, [(ours, "ines", "Ines Falkenrath", "Head of School", -8), (theirs, "desmond", "Desmond Achterberg", "Head", null)]);
        Must(p.Mark(new(GuideStep.Compare, StepState.Done, "", by.Name, Day(-60))));
        Must(p.Mark(new(GuideStep.Profiles, StepState.Skipped, "We are neighbours: same clock, same cables, same language.", by.Name, Day(-55))));
        Move(p, by, (Stage.Preparing, -60, "Both sheets read together over coffee"));
        await SaveAsync(p, ct);
    }

    private async Task ListeningAsync(CancellationToken ct)
    {
        var by = await EnterAsync("theo", ct);
        var p = Begin(by, -95, new("Somebody who listens at night", PartnershipType.Ngo, "Pupils reach a trained listener when the school is closed.", "Three pupils said they had nobody to ring at night.", Day(-3), null), Formality.Written);
        var ours = await MemberAsync(p, 1, "ropewalk", ct);
        var theirs = Outside(p, 2, new("Lighthouse Listening Line", OrganisationKind.Ngo, "Harbour City", "Europe/Lisbon", "en", "Benedikt Sorrel", "benedikt@listening-line.example", null));
        Sponsors(p, (ours, "Margaret Oyelaran", "Principal"), (theirs, "Odette Marsh", "Chair of the board"));
        Owners(-95, (ours, "theo", by.Name, "Designated safeguarding lead"), (theirs, null, "Benedikt Sorrel", "Coordinator"));
        Sheets(-80, (ours, DemoPlanLines.ListeningWishes, by.Name), (theirs, DemoPlanLines.LineWishes, "Benedikt Sorrel"));
        Move(p, by, (Stage.Preparing, -60, "They visited, we asked about their checks of volunteers"));
        await SaveAsync(p, ct);
    }

    private async Task SongsAsync(CancellationToken ct)
    {
        var by = await EnterAsync("jihoon", ct);
        var p = Begin(by, -620, new("A song a month", PartnershipType.CurriculumLink, "Classes sing for each other across the river.", "Two music teachers shared a bus.", Day(-130), Day(-120)), Formality.Informal);
        var ours = await MemberAsync(p, 1, "harbour-korean-school", ct);
        var theirs = await MemberAsync(p, 2, "north-quay", ct);
        Sponsors(p, (ours, "Jung Min-seok", "Head"), (theirs, "Desmond Achterberg", "Head"));
        Owners(-620, (ours, "jihoon", by.Name, "Safeguarding lead"), (ours, "grace", "Grace Oh", "Form teacher"), (theirs, "weiling", "Wei-Ling Tan", "Class teacher 7b"), (theirs, "dmitri", "Dmitri Levchenko", "School counsellor"));
        Sheets(-610, (ours, DemoPlanLines.SongWishes, by.Name), (theirs, DemoPlanLines.QuayWishes, "Wei-Ling Tan"));
        Move(p, by, (Stage.Preparing, -600, "A first song on paper"), (Stage.Active, -580, "A word between the two heads"), (Stage.Ending, -140, "Both music teachers move on in summer"), (Stage.Ended, -118, "Last song, with both classes in one room"));
        await SaveAsync(p, ct);
    }

    private DateOnly Day(int day) => _city.Today.AddDays(day);

    private DemoClock At(int day) => new(clock, day);

    private async Task<Actor> EnterAsync(string person, CancellationToken ct) =>
        await db.ActAsAsync(actors, _city, person, ct) ?? throw new InvalidOperationException(person);

    private Partnership Begin(Actor by, int day, PartnershipBasics basics, Formality formality)
    {
        var partnership = Must(Partnership.Begin(by.Network!.Value, basics, formality, by, Day(day), At(day)));
        db.Add(partnership);
        db.Add(PartnershipChange.Note(partnership, ChangeOf.Stage, "", "Exploring", null, by.Name, At(day)));
        return partnership;
    }

    private async Task<Party> MemberAsync(Partnership partnership, int number, string key, CancellationToken ct)
    {
        var card = await networks.FindOrganisationAsync(new(_city.Ids["organisation:" + key]), ct) ?? throw new InvalidOperationException(key);
        var party = Party.Join(partnership, number, card, clock);
        db.Add(party);
        return party;
    }

    private Party Outside(Partnership partnership, int number, PartyTerms terms)
    {
        var party = Must(Party.Describe(partnership, number, terms, clock));
        party.NewLink(clock.GetUtcNow());
        db.Add(party);
        return party;
    }

    private static void Sponsors(Partnership partnership, params (Party Party, string Name, string Capacity)[] sponsors)
    {
        foreach (var (party, name, capacity) in sponsors)
        {
            Must(party.NameSponsor(name, capacity, partnership.OpenedOn));
        }
    }

    private void Owners(int day, params (Party Party, string? Person, string Name, string Title)[] owners) => db.AddRange(owners.Select(o =>
        PartyOwner.Take(o.Party, o.Person is null ? null : new PersonId(_city.Ids["person:" + o.Person]), o.Name, o.Title, Day(day), At(day))));

    private void Sheets(int day, params (Party Party, IReadOnlyDictionary<string, List<string>>? Answers, string By)[] sheets)
    {
        foreach (var (party, answers, by) in sheets)
        {
            var sheet = IntentSheet.Open(party, At(day));
            if (answers is not null)
            {
                Must(sheet.Fill(answers, handIn: true, by, At(day).GetUtcNow()));
            }

            db.Add(sheet);
        }
    }

    private PlanView AddPlan(Partnership partnership, DateOnly within, IReadOnlyDictionary<PlanPartKind, IReadOnlyList<PlanRow>> lines, int day)
    {
        var plan = Plan.Begin(partnership, Plan.YearOf(within), At(day));
        var parts = PlanSchema.All.ToDictionary(s => s.Kind, s => PlanPart.Open(plan, s.Kind, lines.GetValueOrDefault(s.Kind) ?? [], At(day)));
        db.Add(plan);
        db.AddRange(parts.Values);
        var sides = db.ChangeTracker.Entries<Party>().Select(e => e.Entity).Where(p => p.PartnershipId == partnership.Id).OrderBy(p => p.Number).ToList();
        return new(plan, parts, [], [plan.SchoolYear], sides, [], true);
    }

    private void Confirm(PlanView plan, int day, params (Party Party, string By)[] sides)
    {
        foreach (var (party, by) in sides)
        {
            plan.Plan.Confirmed();
            db.Add(PlanConfirmation.Give(plan.Plan, party, by, At(day++)));
        }
    }

    private void Version(Partnership partnership, Agreement agreement, PlanView plan, string? summary, int day, IReadOnlyList<(Party Party, string? Person, string Name, string Capacity, int? Signed)> signers)
    {
        agreement.Publish();
        var owners = db.ChangeTracker.Entries<PartyOwner>().Select(e => e.Entity).Where(o => o.PartnershipId == partnership.Id).ToList();
        var view = new PartnershipView(partnership, plan.Parties, owners, null);
        var version = AgreementVersion.Make(agreement, AgreementText.From(view, plan), [], plan.Plan, summary, partnership.OpenedByName, At(day));
        db.Add(version);
        var asked = signers.Select((s, i) => Signer.Ask(version, i + 1, s.Party, new(s.Party.Number, s.Person is null ? null : new PersonId(_city.Ids["person:" + s.Person]), s.Name, s.Capacity, true, s.Person is null ? s.Party.ContactMail : ""), At(day))).ToList();
        db.AddRange(asked);
        for (var i = 0; i < signers.Count; i++)
        {
            if (signers[i].Signed is { } signed)
            {
                Must(asked[i].Sign(version, asked, agreed: true, asked[i].PersonId is null, At(signed).GetUtcNow()));
                agreement.Signed();
            }
        }
    }

    private void Move(Partnership partnership, Actor by, params (Stage To, int Day, string Evidence)[] moves)
    {
        foreach (var (to, day, evidence) in moves)
        {
            var before = partnership.Stage;
            var closing = to is Stage.Ending or Stage.Ended ? new Closing("Both teachers who carried it move on, and nobody wants to sing with half a heart.", "The song book, one copy in each library", "Both staffs, and the parents at the summer concert") : null;
            Must(partnership.GoTo(to, evidence, [], closing, Day(day)));
            db.Add(PartnershipChange.Note(partnership, ChangeOf.Stage, PartnershipWords.Of(before).Text, PartnershipWords.Of(to).Text, evidence, by.Name, At(day)));
        }
    }

    private async Task SaveAsync(Partnership partnership, CancellationToken ct)
    {
        db.Record("partnership.begun", partnership.Id.Value);
        await db.SaveChangesAsync(ct);
    }
}
