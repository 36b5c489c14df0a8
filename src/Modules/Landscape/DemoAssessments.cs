using System.Text.Json;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Landscape;

/// <summary>Two communities of a city that does not exist: one assessment that was given back, one left in its third step.</summary>
internal sealed class DemoAssessments(AppDbContext db, IActorSource actors, PracticeBook practice, TimeProvider clock) : IDemoPart
{
    public int Order => 71;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("lists", out var lists) || lists.ValueKind != JsonValueKind.Array || lists.GetArrayLength() == 0
            || await db.ActAsAsync(actors, city, "anke", ct) is not { Network: { } network } writer)
        {
            return;
        }

        var way = await db.Set<InformalMechanism>().AsNoTracking().FirstOrDefaultAsync(m => m.Name == "Saltmarsh Parents' Tea Table", ct);
        var gap = (await practice.ReadAsync(network, city.Today, ct)).Gaps.FirstOrDefault(g => g.Note.Locality == "Saltmarsh");
        Finished(writer, way, gap);
        await db.SaveChangesAsync(ct);
        if (await db.ActAsAsync(actors, city, "theo", ct) is { Network: not null } other)
        {
            Begun(other);
            await db.SaveChangesAsync(ct);
        }
    }

    private void Finished(Actor by, InformalMechanism? way, PracticeCell? gap)
    {
        var then = new DemoClock(clock, -290);
        var a = Must(CommunityAssessment.Begin(by.Network!.Value, new()
        {
            Area = "Saltmarsh", Purpose = "Every third new pupil lives there, and nobody of us knew whom their parents ask first.", People = 11400, Children = 3100,
            CountedBy = "City school office, last year", Languages = "Arabic, Portuguese, Ukrainian",
        }, by, then));
        db.Add(a);
        Must(a.Save(new TogetherForm { Alone = false, Partners = "Parents of the quarter, the health post, two schools", WhoDoesWhat = "The schools walk and write; the parents say whom to ask and read everything first." }, Day(-280)));
        Line(a, new() { Kind = LineKind.InformalMechanism, Text = "A table of parents who are asked before any office", Link = way?.Id.Value }, -270);
        Line(a, new() { Kind = LineKind.Place, Text = "The washhouse yard, full every afternoon and seen from all windows" }, -270);
        Line(a, new() { Kind = LineKind.PeopleWhoHelp, Text = "Two midwives of the health post who speak all three languages" }, -268);
        Line(a, new() { Kind = LineKind.Need, Text = "Therapy in reach of a child who walks there", Grade = Confidence.TwoTellers }, -266, gap);
        Line(a, new() { Kind = LineKind.Need, Text = "Light on the way along the canal", Grade = Confidence.SeenByUs }, -266);
        Line(a, new() { Kind = LineKind.Voice, Text = "Mothers and grandmothers", Count = 23, How = "Four Thursdays, with an interpreter" }, -262);
        Line(a, new() { Kind = LineKind.Voice, Text = "Shopkeepers along the canal", Count = 9, How = "Walking from shop to shop" }, -260);
        Must(a.Save(new CollectForm { Services = "Health post, weekdays until four\nOne kindergarten with a waiting list\nHomework room of the faith table", Barriers = "Papers that nobody has complete\nNo bus after six\nFear that a question is passed on", HeardTo5 = 0, HeardTo11 = 17, HeardTo15 = 12, HeardTo17 = 4, NoChild = true }, Day(-255)));
        Must(a.Save(new FindingsForm { Findings = "Families go to each other first and well. What they do not do is go on from there: nobody told them that the duty desk answers in their language.\nChildren name the canal at dusk as the one place they avoid.", NotKnown = "How many children of school age are in no school.", NoChild = true }, Day(-240)));
        Line(a, new() { Kind = LineKind.Action, Text = "A page in three languages: whom to ring, and what happens then", How = "The two schools with the duty desk", DueOn = Day(-180) }, -238);
        Line(a, new() { Kind = LineKind.Action, Text = "Light along the canal", How = "City council, pressed by the forum", DueOn = Day(-60) }, -238);
        Must(a.Save(new PrioritiesForm { Priorities = "Parents carry the first one: what they hand out themselves is read. Light comes second because children asked for it.", GiveBackOn = Day(-210), GiveBackForm = "An evening in the washhouse yard, in three languages, with pictures" }, Day(-235)));
        Must(a.Save(new GivingForm { GivenBackOn = Day(-208), TheySaid = "Right about the canal. Wrong about the kindergarten: the list is short since spring.", NextOn = Day(520) }, Day(-207)));
        Must(a.Finish([], by, Day(-205)));
        db.Record("assessment.finished", a.Id.Value);
    }

    private void Begun(Actor by)
    {
        var a = Must(CommunityAssessment.Begin(by.Network!.Value, new() { Area = "Houses along the Ropewalk", Purpose = "The boarding house opens its yard to the quarter and wants to know what is there already.", People = 2600, CountedBy = "Counted from the doors, a guess", Languages = "English, Korean" }, by, new DemoClock(clock, -41)));
        db.Add(a);
        Must(a.Save(new TogetherForm { Alone = true, WhoDoesWhat = "Two boarding tutors walk; the lead writes." }, Day(-36)));
        Line(a, new() { Kind = LineKind.Need, Text = "Somewhere dry to be on Sundays", Grade = Confidence.OneTeller }, -34);
        Line(a, new() { Kind = LineKind.Voice, Text = "Bus drivers of the last line", Count = 5, How = "At the end of their shift" }, -33);
        Must(a.Touch(AssessmentStep.Collect, Day(-33)));
        db.Record("assessment.begun", a.Id.Value);
    }

    private void Line(CommunityAssessment a, LineForm form, int day, PracticeCell? gap = null) => db.Add(Must(AssessmentLine.Add(a, form, gap, Day(day), new DemoClock(clock, day))));

    private DateOnly Day(int day) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(day);
}
