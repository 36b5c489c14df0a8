using System.Globalization;
using System.Text.Json;
using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Instruments;

/// <summary>What the made-up city's rounds and files need: who speaks, who is asked, and the days.</summary>
internal sealed class DemoAsked(AppDbContext db, IActorSource actors, INetworkDirectory networks, IPersonDirectory people, TimeProvider clock)
{
    /// <summary>Actors of the city's network by role; empty where the city has no life of its own: the tests' worlds.</summary>
    public async Task<IReadOnlyList<Actor>> SpeakersAsync(DemoCity city, CancellationToken ct)
    {
        var found = new List<Actor>();
        if (!city.Description.TryGetProperty("lists", out var lists) || lists.ValueKind != JsonValueKind.Array || lists.GetArrayLength() == 0)
        {
            return found;
        }

        foreach (var (_, id) in city.Ids.Where(i => i.Key.StartsWith("person:", StringComparison.Ordinal)).OrderBy(i => i.Key, StringComparer.Ordinal))
        {
            if (await EnterAsync(new PersonId(id), ct) is { Network: not null, Organisation: not null } actor)
            {
                found.Add(actor);
            }
        }

        return found;
    }

    public Task<Actor?> EnterAsync(PersonId person, CancellationToken ct) => db.ActAsAsync(actors, person, ct);

    /// <summary>Everybody in a post of the two schools with the most posts, filled up to six with people who answer by link.</summary>
    public async Task<IReadOnlyList<AskedPerson>> TwoSchoolsAsync(NetworkId network, CancellationToken ct)
    {
        var posts = (await networks.PostsInAsync(network, ct)).Where(AskPartnersHandler.MayBeAsked).DistinctBy(p => p.Person).ToList();
        var cards = await people.FindAsync([.. posts.Select(p => p.Person)], ct);
        var schools = posts.Where(p => cards.ContainsKey(p.Person)).GroupBy(p => (p.Organisation, p.OrganisationName)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.OrganisationName, StringComparer.Ordinal).Take(2);
        var asked = new List<AskedPerson>();
        foreach (var school in schools)
        {
            asked.AddRange(school.OrderBy(p => p.PersonName, StringComparer.Ordinal).Take(6).Select(p => new AskedPerson(p.Organisation, p.OrganisationName, p.Person, cards[p.Person].Name, cards[p.Person].Email, "en")));
            for (var n = Math.Min(school.Count(), 6); n < 6; n++)
            {
                asked.Add(new(school.Key.Organisation, school.Key.OrganisationName, null, "Colleague " + (n + 1), $"colleague-{n + 1}-{school.Key.Organisation.Value:N}@staff.example", "en"));
            }
        }

        return asked;
    }

    public TimeProvider On(int day) => new DemoClock(clock, day);
}

/// <summary>The made-up city's rounds: a pulse of last year and one of this week half answered, and a readiness round whose day has passed.</summary>
internal sealed class DemoWaves(AppDbContext db, DemoAsked cast, AskPartnersHandler asking) : IDemoPart
{
    // The second school is content with less: what last year was apart is far apart for "Both give" and "Roles clear".
    private static readonly (string Theme, int One, int Other)[] LastYear =
        [("purpose", 4, 4), ("gain", 4, 3), ("give", 5, 3), ("roles", 4, 2), ("decisions", 3, 3), ("talk", 4, 4), ("leaders", 2, 2), ("survives", 2, 2)];

    public int Order => 50;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if ((await cast.SpeakersAsync(city, ct)).FirstOrDefault(s => s.Role == Role.NetworkCoordinator) is not { } coordinator)
        {
            return;
        }

        await cast.EnterAsync(coordinator.Person, ct);
        var asked = await cast.TwoSchoolsAsync(coordinator.Network!.Value, ct);
        await PulseAsync(coordinator, asked, "Pulse of the sister schools, last year", (-365, -340), asked.Count, true, ct);
        await PulseAsync(coordinator, asked, "Pulse of the sister schools", (-4, 12), asked.Count / 2, false, ct);
        await PulseAsync(coordinator, [.. asked.Where((_, n) => n % 6 < 2)], "Ready to begin together?", (-30, -3), 3, false, ct, "school-readiness");
    }

    private async Task PulseAsync(Actor by, IReadOnlyList<AskedPerson> asked, string title, (int Opened, int Closes) days, int answers, bool isClosed, CancellationToken ct, string form = "pulse")
    {
        var then = cast.On(days.Opened);
        var wave = Must(Wave.Open(by.Network!.Value, ShippedInstruments.Find(form)!, new(title, then.Today(by.Zone).AddDays(days.Closes - days.Opened), new(null, null, null)), by, then));
        db.Add(wave);
        asking.Rows(wave, asked, then);
        var sets = db.ChangeTracker.Entries<ResponseSet>().Select(e => e.Entity).ToList();
        var schools = sets.Select(s => s.PartnerId).Distinct().ToList();
        for (var n = 0; n < sets.Count && n < answers; n++)
        {
            // The half that has answered is of both schools.
            var set = sets[isClosed ? n : n * 2 % sets.Count];
            set.Save(Answers(wave.Instrument, schools.IndexOf(set.PartnerId), n), cast.On(days.Opened + 2).GetUtcNow());
            set.Submit(cast.On(days.Opened + 2).GetUtcNow());
        }

        if (isClosed)
        {
            Must(wave.Close(cast.On(days.Closes).GetUtcNow()));
            Must(wave.Conclude("Roles first: every running activity gets a stand-in at either school by Easter, and hosting changes sides.", by));
        }

        db.Record("wave.opened", wave.Id.Value);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private static AnswerSheet Answers(Instrument instrument, int school, int person) => new(instrument.Items().Where(i => i.Kind is ItemKind.Rating or ItemKind.YesNo).Select((item, n) =>
    {
        if (item.Kind == ItemKind.YesNo)
        {
            return KeyValuePair.Create(item.Key, (n + school) % 4 == 0 && item.Polarity != Polarity.RedFlag ? "no" : "yes");
        }

        var (_, one, other) = LastYear.First(t => item.Key.StartsWith(t.Theme + "-", StringComparison.Ordinal));
        var value = Math.Clamp((school == 0 ? one : other) + ((n + person) % 5 == 0 ? 1 : (n + person) % 7 == 0 ? -1 : 0), 1, 5);
        return KeyValuePair.Create(item.Key, value.ToString(CultureInfo.InvariantCulture));
    }));
}

/// <summary>The made-up city's bodies: one ready, one ready with conditions of which one is overdue, one run out, one with an open blocker, one waiting.</summary>
internal sealed class DemoBodies(AppDbContext db, DemoAsked cast) : IDemoPart
{
    private static readonly (string Name, OrganisationKind Kind, int Day, Conclusion? Conclusion, string Reason, (int Due, string Text, bool Met)[] Conditions)[] Bodies =
    [
        ("Lantern House", OrganisationKind.Ngo, -60, Conclusion.Ready, "Visited twice; staff and children answered openly.", []),
        ("Harbour Youth Club", OrganisationKind.CommunityGroup, -100, Conclusion.ReadyWithConditions, "Good work with too few adults who were checked.", [(-12, "Every volunteer is checked before the first evening", false), (40, "Two people sign for the account", false), (-30, "A child can complain to somebody outside the club", true)]),
        ("Open Door Families", OrganisationKind.FaithBody, -420, Conclusion.Ready, "All nine sections in order.", []),
        ("Bright Path Residential", OrganisationKind.Ngo, -20, Conclusion.NotNow, "Money goes to a personal account, and nobody could show a licence.", []),
        ("Tidewater Family Practice", OrganisationKind.Practice, -2, null, "", []),
    ];

    public int Order => 51;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        var speakers = await cast.SpeakersAsync(city, ct);
        if (speakers.FirstOrDefault(s => s.Role == Role.NetworkCoordinator) is not { } decider || speakers.FirstOrDefault(s => s.Role == Role.SafeguardingLead && s.Network == decider.Network) is not { } lead)
        {
            return;
        }

        await cast.EnterAsync(lead.Person, ct);
        foreach (var body in Bodies)
        {
            Build(body, lead, decider);
            await db.SaveChangesAsync(ct);
        }
    }

    private void Build((string Name, OrganisationKind Kind, int Day, Conclusion? Conclusion, string Reason, (int Due, string Text, bool Met)[] Conditions) body, Actor lead, Actor decider)
    {
        var (begun, submitted, decided) = (cast.On(body.Day - 20), cast.On(body.Day - 5), cast.On(body.Day));
        var checklist = ShippedInstruments.Find(ShippedInstruments.DueDiligence)!;
        var file = Must(DueDiligenceFile.Propose(lead.Network!.Value, new(body.Name, body.Kind, "PT", "The office, by appointment"), InstrumentJson.Write(checklist), lead, begun));
        db.Add(file);
        db.Add(DiligenceStep.Take(file, null, lead, begun));
        Must(file.Write(Answers(checklist, body.Conclusion == Conclusion.NotNow).Write()));
        db.Add(Must(DiligenceEvidence.Add(file, new("identity", "Extract of the register", "https://register.example/extract", null, null, body.Name == "Lantern House" ? cast.On(-3).Today("UTC") : cast.On(300).Today("UTC")), 1, lead, begun)));
        Must(file.Submit(true, lead));
        db.Add(DiligenceStep.Take(file, null, lead, submitted));
        if (body.Conclusion is { } conclusion)
        {
            var lines = string.Join('\n', body.Conditions.Select(c => $"{cast.On(c.Due).Today("UTC"):yyyy-MM-dd}, {c.Text}"));
            var (conditions, refusal) = DiligenceCondition.Read(file, lines, decided.Today("UTC"), decided);
            Must(refusal);
            Must(file.Conclude(conclusion, body.Reason, conclusion == Conclusion.NotNow, conditions.Count, decider, decided.Today("UTC")));
            foreach (var met in conditions.Where((_, n) => body.Conditions[n].Met))
            {
                Must(met.Meet(decider, cast.On(-35).Today("UTC")));
            }

            db.AddRange(conditions);
            db.Add(DiligenceStep.Take(file, body.Reason, decider, decided));
        }

        db.Record("diligence.proposed", file.Id.Value);
    }

    private static AnswerSheet Answers(Instrument checklist, bool personalAccount) => new(checklist.Items().Select(i => KeyValuePair.Create(i.Key, i.Kind switch
    {
        ItemKind.YesNo when i.Key == "money-account" => personalAccount ? "yes" : "no",
        ItemKind.YesNo => i.Polarity switch { Polarity.RedFlag => i.RaisedBy[0] == "yes" ? "no" : "yes", Polarity.Reversed => "no", _ => "yes" },
        ItemKind.OneChoice => i.Choices[0].Key,
        ItemKind.Date => "2027-12-31",
        _ => "Seen and noted in the talk at their office.",
    })));
}
