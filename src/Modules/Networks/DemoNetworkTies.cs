using Causeway.Kernel;
using Causeway.Persistence;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Networks;

/// <summary>The made-up city's authorities: kept ties, an officer who left, one record nobody confirmed for long, one nobody holds.</summary>
internal sealed class DemoAuthorities(AppDbContext db, DemoCast cast) : IDemoPart
{
    private static readonly (string Name, AuthorityKind Kind, string Phone, string Hours, string WillDo, string WillNotDo, int? Confirmed, bool Emergency)[] Desks =
    [
        ("Harbour Police, Children's Desk", AuthorityKind.Police, "555 0141", "day and night", "Comes in plain clothes. Speaks with a child only together with somebody the child trusts.", "Gives no advice by mail. Does not tell a school how an inquiry ended.", -24, true),
        ("City Hospital, Children's Emergency Room", AuthorityKind.Hospital, "555 0142", "day and night", "Examines at once, writes down what it sees, keeps a child overnight if home is not safe.", "Does not report in the school's place.", -61, true),
        ("Child Protection Office, Duty Desk", AuthorityKind.ChildProtectionOffice, "555 0140", "day and night", "Takes reports by phone, answers in writing within two working days, comes to case meetings.", "Does not give names of other families or helpers.", -12, true),
        ("Family Court, Registry", AuthorityKind.Court, "555 0143", "weekdays 9:00 to 12:00", "Says which judge is on duty and what a school may be asked for.", "Gives no legal advice.", -260, false),
        ("Consuls' Table for Families", AuthorityKind.Embassy, "555 0144", "by appointment", "Finds relatives abroad, helps with papers of a child that must leave quickly.", "Does not act without the guardian's word unless a court says so.", null, false),
    ];

    private static readonly (int Desk, string Name, string Position, string Phone, int From, int? Until)[] Officers =
    [
        (0, "Inspector Rhea Calloway", "Head of the desk", "555 0151", -820, null),
        (0, "Sergeant Bram Ostrow", "Night duty", "555 0152", -1400, -95),
        (0, "Sergeant Idris Vane", "Night duty", "555 0153", -90, null),
        (1, "Dr. Petra Solano", "Paediatrician on call", "555 0154", -540, null),
        (2, "Dana Whitlock", "Child protection officer", "555 0155", -610, 45),
        (3, "Mr. Anselm Kerr", "Registrar", "", -2000, -30),
    ];

    public int Order => 22;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (await cast.SpeakersAsync(city, ct) is not { } speakers || speakers.Where(s => s.Role == Role.SafeguardingLead).ToList() is not { Count: > 2 } leads)
        {
            return;
        }

        for (var i = 0; i < Desks.Length; i++)
        {
            var keeper = leads[i % Math.Min(leads.Count, 4)];
            await cast.EnterAsync(keeper.Person, ct);
            Keep(city, i, keeper, leads[(i + 1) % leads.Count]);
            await db.SaveChangesAsync(ct);
        }
    }

    private void Keep(DemoCity city, int i, Actor keeper, Actor other)
    {
        var desk = Desks[i];
        var holder = i == Desks.Length - 1 ? (PersonId?)null : keeper.Person;
        var terms = new LiaisonTerms(desk.Name, desk.Kind, keeper.Organisation!.Value, holder, desk.Phone, "Old Port, Harbour City", desk.Hours, desk.WillDo, desk.WillNotDo, desk.Emergency);
        var liaison = Must(AuthorityLiaison.Open(keeper.Network!.Value, terms, cast.On(-500 + i)));
        db.Add(liaison);
        db.Add(LiaisonChange.Note(liaison, LiaisonAct.Opened, keeper.OrganisationName!, keeper, cast.On(-500 + i)));
        if (desk.Confirmed is { } day)
        {
            Must(liaison.Confirm(city.Today.AddDays(day), keeper.Name, city.Today));
            db.Add(LiaisonChange.Note(liaison, LiaisonAct.Confirmed, "", keeper, cast.On(day)));
        }

        foreach (var o in Officers.Where(o => o.Desk == i))
        {
            var named = new OfficerTerms(o.Name, o.Position, o.Phone, null, "English", city.Today.AddDays(o.From), o.Until is { } until ? city.Today.AddDays(until) : null);
            var officer = Must(LiaisonOfficer.Appoint(liaison, named, cast.On(-499 + i)));
            db.Add(officer);
            db.Add(LiaisonChange.Note(liaison, LiaisonAct.OfficerNamed, officer.Name, keeper, cast.On(-499 + i)));
            if (officer.IsInOffice(city.Today.AddDays(-40)))
            {
                db.Add(Must(LiaisonContact.Note(liaison, (city.Today.AddDays(-40), ContactWay.Meeting, "Yearly talk: what each side needs from the other at night and at weekends."), officer, keeper, city.Today, cast.On(-40))));
            }
        }

        if (i < 3)
        {
            db.Add(Must(LiaisonContact.Note(liaison, (city.Today.AddDays(-6 - i), ContactWay.Call, "Asked who is on duty in the holidays."), null, other, city.Today, cast.On(-6))));
        }

        db.Record("liaison.kept", liaison.Id.Value, liaison.NetworkId.Value);
    }
}

/// <summary>The made-up city's questions: closed ones with answers that helped, one that closes tomorrow, one of today.</summary>
internal sealed class DemoQuestions(AppDbContext db, DemoCast cast) : IDemoPart
{
    private static readonly (int Day, int Days, string Topic, string Text, string[] Answers)[] Asked =
    [
        (-210, 7, "Interpreters for talks with parents", "Where do you find interpreters who keep silent outside the room, and what do you pay?", ["The hospital lends us its list; two of them come in the evening. 40 an hour.", "We trained four parents of older pupils. They sign the same promise as staff."]),
        (-120, 5, "Pictures of school events", "How do you ask families about pictures without sending six forms?", ["One page with four boxes, signed once a year, and a sticker on the badge for no.", "We stopped posting faces at all. Nobody missed them."]),
        (-45, 3, "Supervision for counsellors", "Who supervises your counsellors, and how often?", ["A colleague of another school, every second week, in exchange.", "Tidewater Family Practice, once a month."]),
        (-4, 5, "Sleep-over trips and who may open which door", "What does your rule for night rounds on trips say?", ["Two adults, never one, and the round is written down."]),
        (-1, 7, "First talk after a long absence", "What helps a young person in the first hour back at school?", []),
    ];

    public int Order => 23;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (await cast.SpeakersAsync(city, ct) is not { } speakers || speakers.Where(s => s.Role is Role.SafeguardingLead or Role.Counsellor).ToList() is not { Count: > 3 } voices)
        {
            return;
        }

        for (var i = 0; i < Asked.Length; i++)
        {
            var (day, days, topic, text, answers) = Asked[i];
            var asker = voices[i * 2 % voices.Count];
            await cast.EnterAsync(asker.Person, ct);
            var question = Must(Question.Ask(asker.Network!.Value, (topic, text, days), asker, city.Today.AddDays(day), cast.On(day)));
            db.Add(question);
            var others = voices.Where(v => v.Organisation != asker.Organisation && v.Network == asker.Network).ToList();
            for (var n = 0; n < answers.Length && n < others.Count; n++)
            {
                var answer = Must(question.Take(answers[n], others[(i + (n * 3)) % others.Count], city.Today.AddDays(day + 1), cast.On(day + 1)));
                answer.Mark(n == 0 && i < 3);
                db.Add(answer);
            }

            db.Record("question.asked", question.Id.Value, question.NetworkId.Value);
            await db.SaveChangesAsync(ct);
        }
    }
}
