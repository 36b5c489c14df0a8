using System.Globalization;
using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Partnerships;

/// <summary>
/// What the made-up city's oldest partnership made: a project that runs, one that is kept as it was taught, files of which one
/// has lost its keeper, and a talk to which the partner on thin internet is asked by mail.
/// </summary>
internal sealed class DemoJointWork(AppDbContext db, IActorSource actors, FileStore store, AskMails mails, TimeProvider clock) : IDemoPart
{
    private DemoCity _city = null!;

    public int Order => 63;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        _city = city;
        if (!city.Ids.TryGetValue("person:mara", out var person) || await db.ActAsAsync(actors, new PersonId(person), ct) is not { Network: not null, Organisation: { } own } by || await FindAsync(own, ct) is not { Own: { } side } view)
        {
            return;
        }

        var archived = Project(view, by, "Letters across the sea", -400, -190, Rows([("subject", "English"), ("unit.1", "Year 8, unit 2: asking open questions"), ("unit.2", "Primary 6: personal recount"), ("years.1", "Year 8"), ("years.2", "Primary 6")]), Rows([("what", "One letter a month, read aloud before it goes"), ("learning.1", "Asking so that somebody wants to answer"), ("learning.2", "Writing for a reader who knows nothing of here")]));
        Must(archived.Start(1, At(-398).GetUtcNow()));
        db.Add(Must(ProjectNote.Write(archived, side, "Next time fewer letters and more time for each.", by.Name, At(-188))));
        Must(archived.Finish(by.Name, At(-186).GetUtcNow()));
        var running = Project(view, by, "Salt, light and tides", -62, 40, DemoMap(), Rows([("what", "Measure on the same day"), ("learning.1", "Science, year 8: fair tests"), ("learning.2", "Science, primary 6: tables and graphs"), ("on", On(-30))], [("what", "Explain one difference in forty words"), ("learning.1", "English: precise writing"), ("on", On(21))]));
        Must(running.Start(2, At(-60).GetUtcNow()));
        db.Add(Must(ProjectNote.Write(running, side, "Their laboratory closes at four. Figures by mail on Thursday, pictures only if somebody asks.", by.Name, At(-33))));
        await FilesAsync(view, side, by, running, archived, ct);
        Call(view, side, by);
        db.Record("project.begun", running.Id.Value);
        await db.SaveChangesAsync(ct);
    }

    private static List<PlanRow> DemoMap() => Rows(
        [("subject", "Science"), ("unit.1", "Year 8, unit 4: mixtures and separation"), ("unit.2", "Primary 6, theme Interactions"), ("years.1", "Year 8"), ("years.2", "Primary 6")],
        [("subject", "Mathematics"), ("unit.1", "Year 8, unit 5: reading graphs"), ("years.1", "Year 8")]);

    private JointProject Project(PartnershipView view, Actor by, string title, int from, int to, List<PlanRow> map, List<PlanRow> activities)
    {
        var project = Must(JointProject.Begin(view.Partnership, new(title, Day(from), Day(to)), null, by.Name, At(from - 10)));
        db.Add(project);
        var rows = new Dictionary<ProjectPartKind, List<PlanRow>>
        {
            [ProjectPartKind.Curriculum] = map,
            [ProjectPartKind.Activities] = activities,
            [ProjectPartKind.Outputs] = Rows([("what", "An exhibition in both schools"), ("on", On(to)), ("where", "The wall outside the science room")]),
            [ProjectPartKind.Links] = Rows([("what", "Tide tables of both ports"), ("link", "https://tides.example/two-harbours")]),
            [ProjectPartKind.People] = Rows([("who", "Jo Castellan"), ("side", "1"), ("task", "Figures")], [("who", "Farah Idris"), ("side", "2"), ("task", "Figures and letters")]),
        };
        db.AddRange(ProjectSchema.All.Select(s => ProjectPart.Open(project, s.Kind, rows[s.Kind], At(from - 9))));
        return project;
    }

    private async Task FilesAsync(PartnershipView view, Party side, Actor by, JointProject running, JointProject archived, CancellationToken ct)
    {
        var gone = PartyOwner.Take(side, null, "Nuno Teles", "Class teacher Year 8, until last spring", Day(-430), At(-430));
        gone.HandOver(Day(-205));
        db.Add(gone);
        var stays = view.OwnersOf(side).First(o => o.PersonId == by.Person);
        var figures = await FileAsync(side, stays, "Figures of both harbours", new(FileShelf.Project, running.Id), "Figures.csv", "day;salt here;salt there\n3;34;29\n10;35;28\n", by, -58, ct);
        db.Add(await VersionAsync(figures, "Figures.csv", "day;salt here;salt there\n3;34;29\n10;35;28\n17;34;30\n24;36;29\n", by, -12, ct));
        await FileAsync(side, gone, "Safety at the water, both languages", new(FileShelf.Partnership, null), "Safety.txt", "Two adults at the water. Nobody stands with the back to the sea.\n", by, -300, ct);
        await FileAsync(side, gone, "Letters, first year", new(FileShelf.Project, archived.Id), "Letters.txt", "Thirty-eight letters, first names only.\n", by, -200, ct);
        await FileAsync(side, stays, "Costs of the second year", new(FileShelf.Agreement, null), "Costs.csv", "what;sum;who\nprobes;420 EUR;Lantern Hill\nboat;240 SGD;Kelong Bay\n", by, -50, ct);
    }

    private async Task<PartnershipFile> FileAsync(Party side, PartyOwner keeper, string title, FilePlace place, string name, string text, Actor by, int day, CancellationToken ct)
    {
        var file = PartnershipFile.Add(side, title, place, keeper.Id, by.Name, At(day));
        db.Add(file);
        db.Add(await VersionAsync(file, name, text, by, day, ct));
        return file;
    }

    private async Task<FileVersion> VersionAsync(PartnershipFile file, string name, string text, Actor by, int day, CancellationToken ct)
    {
        var brought = FileFormat.Look(new(name, Encoding.UTF8.GetBytes(text)), file.Title).File!;
        using var content = new MemoryStream(brought.Content, writable: false);
        return file.Next(brought, await store.AddAsync(content, file.Title + brought.Format.Ending, brought.Format.ContentType, ct), db.Scope.Organisation, by.Name, At(day));
    }

    private void Call(PartnershipView view, Party side, Actor by)
    {
        var talk = Must(Talk.Call(side, new(Day(9), new TimeOnly(9, 0), 40, "Telephone", "The exhibition, and who speaks when"), view.Profiles.Any(p => p.Interpreter), by.Name, clock));
        db.Add(talk);
        foreach (var other in view.Parties.Where(p => p.Id != side.Id))
        {
            var ask = SideAsk.Of(other, AskedFor.Talk, talk.Id, clock);
            db.Add(ask);
            if (other.ContactMail.Length > 0)
            {
                mails.ForTalk(ask, talk, other, view.ProfileOf(other), side.Name);
            }
        }
    }

    private async Task<PartnershipView?> FindAsync(OrganisationId own, CancellationToken ct)
    {
        if (await db.Set<Partnership>().FirstOrDefaultAsync(p => p.Stage == Stage.Active && db.Set<Party>().Any(s => s.PartnershipId == p.Id && s.Member == own && s.Number == 1), ct) is not { } found)
        {
            return null;
        }

        var parties = await db.Set<Party>().Where(p => p.PartnershipId == found.Id).OrderBy(p => p.Number).ToListAsync(ct);
        var owners = await db.Set<PartyOwner>().Where(o => o.PartnershipId == found.Id).ToListAsync(ct);
        var plan = await db.Set<Plan>().Where(p => p.PartnershipId == found.Id).OrderByDescending(p => p.SchoolYear).Select(p => p.Id).FirstOrDefaultAsync(ct);
        var parts = await db.Set<PlanPart>().AsNoTracking().Where(p => p.PlanId == plan).ToDictionaryAsync(p => p.Kind, p => p.Rows, ct);
        return parties.Count < Party.Least ? null : new(found, parties, owners, parties[0])
        {
            Profiles = SideProfile.Of(parties, parts.GetValueOrDefault(PlanPartKind.Internet) ?? [], parts.GetValueOrDefault(PlanPartKind.Languages) ?? []),
        };
    }

    private static List<PlanRow> Rows(params (string Key, string Value)[][] rows) => [.. rows.Select((r, i) => new PlanRow(i + 1, [.. r.Select(c => new PlanCell(c.Key, c.Value))]))];

    private DateOnly Day(int day) => _city.Today.AddDays(day);

    private string On(int day) => Day(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DemoClock At(int day) => new(clock, day);
}
