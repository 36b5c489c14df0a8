using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Instruments;

/// <summary>The made-up city's school that grows: two rounds about its levels, the plan between them with what became of it, and this year's.</summary>
internal sealed class DemoGrowth(AppDbContext db, DemoAsked cast, AskPartnersHandler asking) : IDemoPart
{
    private const int LastYear = -400;
    private const int ThisYear = -35;

    // By area, in the order of the form: what was agreed last year and this year.
    private static readonly (int Before, int Now)[] Agreed = [(3, 3), (2, 2), (2, 3), (1, 2), (3, 3), (3, 4), (2, 2), (2, 2), (1, 3), (2, 2)];

    private static readonly DemoArea[] First =
    [
        new(3, 3, "Nobody who works with children had anybody to talk to about it.", "Supervision for people who listen", [("Every counsellor has a fixed hour of supervision", -330, "Since May, every second week."), ("The load of each counsellor is counted", -250, "Two hand over four families.")], [("Supervisor of the hospital", "Six hours of supervision in two groups", 6m, -300), ("Sister school", "Lent its form for counting the load", 1.5m, -280)]),
        new(8, 3, "We work alone, and twice found out too late.", "", [("Ask for a seat at the city's table", -340, "Given in spring."), ("One evening a term with the partners", -200, "Three were held.")], [("Network coordinator", "Introduced us to the convenor", 2m, -335)]),
        new(2, 3, "We plan from event to event.", "Planning a school year with partners", [("A yearly plan on one page", -320, "It hangs in the staff room."), ("Look at it in the middle of the year", -180, "Two aims were dropped, openly.")], [("Board member", "Two evenings on the plan", 4m, -325)]),
    ];

    private static readonly DemoArea[] Second =
    [
        new(3, 3, "Supervision began well; now it must not end with one person.", "Supervision for people who listen", [("A second supervisor is found", 20, ""), ("Supervision stands in the yearly budget", -3, "")], [("Supervisor of the hospital", "A first talk about the new year", 1m, -5)]),
        new(7, 3, "We collect stories and change little by them.", "", [("One page a term: what we changed because of what we learned", 45, "")], []),
    ];

    public int Order => 52;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        var leads = (await cast.SpeakersAsync(city, ct)).Where(s => s.Role == Role.SafeguardingLead).ToList();
        if (leads.Count == 0 || await cast.EnterAsync(leads[0].Person, ct) is null)
        {
            return;
        }

        var asked = await cast.TwoSchoolsAsync(leads[0].Network!.Value, ct);
        if (leads.FirstOrDefault(l => asked.Any(a => a.Organisation == l.Organisation)) is not { } lead || await cast.EnterAsync(lead.Person, ct) is null)
        {
            return;
        }

        var own = asked.Where(a => a.Organisation == lead.Organisation).Take(4).ToList();
        await YearAsync(lead, own, "How strong are we? Last year", LastYear, [.. Agreed.Select(a => a.Before)], First, ct);
        await YearAsync(lead, own, "How strong are we? This year", ThisYear, [.. Agreed.Select(a => a.Now)], Second, ct);
    }

    private async Task YearAsync(Actor by, IReadOnlyList<AskedPerson> asked, string title, int day, int[] agreed, DemoArea[] areas, CancellationToken ct)
    {
        var (then, closed) = (cast.On(day), cast.On(day + 25));
        var wave = Must(Wave.Open(by.Network!.Value, ShippedInstruments.Find("organisational-capacity")!, new(title, then.Today(by.Zone).AddDays(20), new(null, null, null)), by, then));
        db.Add(wave);
        asking.Rows(wave, asked, then);
        var items = wave.Instrument.Items().Where(i => i.Kind == ItemKind.Levels).ToList();
        var person = 0;
        foreach (var set in db.ChangeTracker.Entries<ResponseSet>().Select(e => e.Entity).ToList())
        {
            set.Save(new(items.Select((item, n) => KeyValuePair.Create(item.Key, Math.Clamp(agreed[n] + ((n + person) % 4 == 0 ? 1 : (n + person) % 5 == 0 ? -1 : 0), 1, 4).ToString(CultureInfo.InvariantCulture)))), cast.On(day + 4).GetUtcNow());
            set.Submit(cast.On(day + 4).GetUtcNow());
            person++;
        }

        Must(wave.Close(closed.GetUtcNow()));
        Must(wave.Conclude("Agreed in one afternoon; where we saw it differently the lower level stands.", by));
        var partner = db.ChangeTracker.Entries<WavePartner>().Single().Entity;
        for (var n = 0; n < items.Count; n++)
        {
            var level = AgreedLevel.Begin(partner, items[n].Key, closed);
            Must(level.Agree(agreed[n], by, closed.Today(by.Zone)));
            db.Add(level);
        }

        Plan(wave, partner, items, agreed, areas, by, cast.On(day + 30));
        db.Record("wave.opened", wave.Id.Value);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private void Plan(Wave wave, WavePartner partner, List<Item> items, int[] agreed, DemoArea[] areas, Actor by, TimeProvider then)
    {
        var today = then.Today(by.Zone);
        var plan = Must(CapacityPlan.Begin(wave, partner, items.Count, by, then));
        db.Add(plan);
        var there = new List<PriorityArea>();
        foreach (var a in areas)
        {
            var form = new AreaForm { Item = items[a.Item].Key, Wanted = a.Wanted, WantedBy = today.AddMonths(11), Why = a.Why, CourseTitle = a.Course, CourseLink = a.Course.Length > 0 ? "https://courses.harbour.example/supervision" : "" };
            var area = Must(PriorityArea.Choose(plan, there, form, agreed[a.Item], today, then));
            there.Add(area);
            db.Add(area);
            foreach (var (what, due, result) in a.Steps)
            {
                var step = Must(GrowthStep.Plan(area, new() { What = what, Person = by.Person.Value, DueOn = cast.On(due).Today(by.Zone) }, by.Name, today, then));
                if (result.Length > 0)
                {
                    Must(step.Finish(result, cast.On(due - 2).Today(by.Zone)));
                }

                db.Add(step);
            }

            foreach (var (giver, help, hours, on) in a.Supports)
            {
                db.Add(Must(GivenSupport.Note(area, new() { Giver = giver, Help = help, Hours = hours.ToString(CultureInfo.InvariantCulture), GivenOn = cast.On(on).Today(by.Zone) }, by, cast.On(0).Today(by.Zone), then)));
            }
        }

        db.Record("growth.begun", plan.Id.Value);
    }

    /// <param name="Item">Place of the area in the form; the other numbers are days from today.</param>
    private sealed record DemoArea(int Item, int Wanted, string Why, string Course, (string What, int Due, string Result)[] Steps, (string Giver, string Help, decimal Hours, int On)[] Supports);
}
