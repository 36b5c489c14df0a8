using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Partnerships;

/// <summary>
/// The life of the made-up city's oldest partnership: it slipped once and was talked about, and slips again this month; a
/// letter without an answer, a hand-over past its day, give and take of two years with one line corrected.
/// </summary>
internal sealed class DemoKeepAlive(AppDbContext db, IActorSource actors, INetworkDirectory networks, TimeProvider clock) : IDemoPart
{
    private static readonly (int Day, int[] Came)[] Meetings =
        [(-370, [1, 2]), (-340, [1, 2]), (-310, [1, 2]), (-280, [1, 2]), (-250, [1, 2]), (-220, [1, 2]), (-190, [1]), (-160, []), (-124, [1, 2]), (-96, [1, 2]), (-68, [1, 2]), (-40, [1]), (-12, [2])];

    private static readonly (int Day, int Side, int Promise, int? Answered, string About)[] Messages =
        [(-330, 2, 5, -326, "Which probes fit both classrooms"), (-176, 2, 5, -127, "Dates after the long holiday"), (-90, 1, 5, -86, "Pictures without faces"), (-21, 2, 5, null, "Week of the letters"), (-3, 1, 5, null, "Names of tides in both languages")];

    private static readonly (int Day, int Side, int Due, int? Done, string What)[] Actions =
        [(-250, 1, -230, -233, "Send the second set of probes"), (-124, 2, -100, -98, "Put the holidays into the plan"), (-68, 1, -9, null, "Translate the safety card"), (-40, 2, 14, null, "Choose twelve letters for the exhibition")];

    private static readonly (int Day, int Side, ContributionKind Kind, decimal Amount, string Currency, string Note)[] Given =
    [
        (-360, 1, ContributionKind.Hours, 26, "", "Planning and first lessons"), (-355, 2, ContributionKind.Hours, 31, "", "Planning and first lessons"),
        (-300, 1, ContributionKind.Money, 420, "EUR", "Probes for both schools"), (-120, 2, ContributionKind.DecisionsLed, 2, "", "Led the catch-up and the new calendar"),
        (-80, 1, ContributionKind.Hours, 14, "", "Lessons and letters"), (-75, 2, ContributionKind.Hours, 18.5m, "", "Lessons, letters, translation"),
        (-60, 2, ContributionKind.Hosting, 6, "", "Our teacher stayed with a family of theirs"), (-60, 1, ContributionKind.Travel, 1, "", "One flight, one teacher"),
        (-55, 1, ContributionKind.Money, 890, "EUR", "The flight"), (-50, 2, ContributionKind.Money, 240, "SGD", "Boat to the outer harbour"),
        (-34, 2, ContributionKind.Materials, 40, "", "Tide tables, printed"), (-30, 1, ContributionKind.DecisionsLed, 1, "", "Led the choice of this year's question"),
    ];

    private DemoCity _city = null!;

    public int Order => 61;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        _city = city;
        if (!city.Ids.TryGetValue("person:mara", out var person) || await db.ActAsAsync(actors, new PersonId(person), ct) is not { Network: not null, Organisation: { } own } by
            || await FindAsync(own, ct) is not { } view)
        {
            return;
        }

        Log(view, by);
        var about = HealthSignals.Of(new(true, view.Partnership.OpenedOn, [], [.. Meetings.Where(m => m.Day < -130).Select(m => new MeetingFact(Guid.CreateVersion7(At(m.Day)), Day(m.Day), m.Came))], [], [], []), Day(-130));
        var talk = CatchUp.Call(view.Partnership, about, by.Name, Day(-130), new DemoClock(clock, -130));
        Must(talk.Close(new(Day(-124), "Both still want it. The third question was one too many.", "Letters lay unread for five weeks because nobody had written down the long holiday.", "Our pupils write more carefully than for us. Theirs ask more.", "Holidays of both schools stand in the plan; one meeting fewer, and kept."), by.Name, Day(-124)));
        db.Add(talk);
        Give(view, by);
        Words(view, by);
        db.AddRange(view.Parties.Where(p => p.SponsorName.Length > 0).Select(p => Must(SponsorWord.Sign(p, SponsorOccasion.Start, standsBehind: true, "Said so in the talk before the signing", by, Day(-380), new DemoClock(clock, -380)))));
        await LeaveAsync(view, own, ct);
        db.Record("contact.noted", view.Partnership.Id.Value);
        await db.SaveChangesAsync(ct);
    }

    private async Task<PartnershipView?> FindAsync(OrganisationId own, CancellationToken ct)
    {
        var found = await db.Set<Partnership>().FirstOrDefaultAsync(p => p.Stage == Stage.Active && db.Set<Party>().Any(s => s.PartnershipId == p.Id && s.Member == own && s.Number == 1), ct);
        if (found is null)
        {
            return null;
        }

        var parties = await db.Set<Party>().Where(p => p.PartnershipId == found.Id).OrderBy(p => p.Number).ToListAsync(ct);
        var owners = await db.Set<PartyOwner>().Where(o => o.PartnershipId == found.Id).ToListAsync(ct);
        return parties.Count < Party.Least ? null : new(found, parties, owners, parties[0]);
    }

    private void Log(PartnershipView view, Actor by)
    {
        foreach (var (day, came) in Meetings)
        {
            db.Add(Must(ContactEntry.Note(view, new(ContactKind.Meeting, Day(day), came, "Monthly talk", 0, null), by.Name, Day(day), new DemoClock(clock, day))));
        }

        foreach (var (day, side, promise, answered, about) in Messages)
        {
            var entry = Must(ContactEntry.Note(view, new(ContactKind.Message, Day(day), [side], about, promise, null), by.Name, Day(day), new DemoClock(clock, day)));
            Finish(entry, answered, by);
        }

        foreach (var (day, side, due, done, what) in Actions)
        {
            var entry = Must(ContactEntry.Note(view, new(ContactKind.Action, Day(day), [side], what, 0, Day(due)), by.Name, Day(day), new DemoClock(clock, day)));
            Finish(entry, done, by);
        }
    }

    private void Finish(ContactEntry entry, int? on, Actor by)
    {
        db.Add(entry);
        if (on is { } day)
        {
            Must(entry.Finish(Day(day), by.Name, _city.Today));
        }
    }

    private void Give(PartnershipView view, Actor by)
    {
        foreach (var (day, side, kind, amount, currency, note) in Given)
        {
            db.Add(Must(Contribution.Enter(view, new(side, kind, Day(day), amount, currency, note), null, by.Name, Day(day), new DemoClock(clock, day))));
        }

        var wrong = Must(Contribution.Enter(view, new(1, ContributionKind.Hours, Day(-20), 70, "", "Sorting letters"), null, by.Name, Day(-20), new DemoClock(clock, -20)));
        db.AddRange(wrong, Must(Contribution.Enter(view, new(1, ContributionKind.Hours, Day(-20), 7, "", "Sorting letters; a nought too many before"), wrong, by.Name, Day(-18), new DemoClock(clock, -18))));
    }

    /// <summary>Each term but the present one; once the other side wrote nothing.</summary>
    private void Words(PartnershipView view, Actor by)
    {
        string[][] learned = [["To let pupils wait for an answer, and to make waiting part of the lesson.", "That a question may be wrong and still be a good one."], ["How they open a lesson: one minute of silence at the window.", ""], ["To write instructions in forty words.", "To measure at the same tide, not at the same hour."]];
        var terms = SchoolTerm.Between(view.Partnership.OpenedOn, _city.Today).Skip(1).Take(learned.Length).ToList();
        for (var i = 0; i < terms.Count; i++)
        {
            var then = new DemoClock(clock, Math.Min(-1, SchoolTerm.LastDay(terms[i]).DayNumber - _city.Today.DayNumber));
            for (var side = 0; side < Party.Least; side++)
            {
                if (learned[i][side].Length > 0)
                {
                    db.Add(Must(Learned.Write(view.Parties[side], terms[i], learned[i][side], side == 0 ? by.Name : "Farah Idris", then)));
                }
            }

            db.Add(Must(FeltBalance.Say(view.Parties[0], terms[i], i == 0 ? 4 : 3, i == 0 ? "They translate everything for us." : "Both sides come prepared.", by.Name, then)));
            db.Add(Must(FeltBalance.Say(view.Parties[1], terms[i], i == 0 ? 2 : 3, i == 0 ? "The translation takes our evenings." : "We like it as it is.", "Farah Idris", then)));
        }
    }

    private async Task LeaveAsync(PartnershipView view, OrganisationId own, CancellationToken ct)
    {
        var posts = await networks.PostsAsync(own, ct);
        var leaver = view.OwnersOf(view.Own!).LastOrDefault();
        var successor = posts.Where(p => p.Role is Role.Teacher or Role.Counsellor && view.Owners.All(o => o.PersonId != p.Person)).OrderBy(p => p.PersonName, StringComparer.Ordinal).FirstOrDefault();
        if (leaver is null || successor is null)
        {
            return;
        }

        var handOver = Must(HandOver.Start(leaver, (successor.Person, successor.PersonName, successor.Title), Day(-2), Day(-25), new DemoClock(clock, -25)));
        Must(handOver.Tick([new(HandOverPart.Contacts, true, "Introduced by letter to both of theirs"), new(HandOverPart.Files, true, "Shelf in room 12, folder “Harbours”")]));
        db.Add(handOver);
    }

    private DateOnly Day(int day) => _city.Today.AddDays(day);

    private DateTimeOffset At(int day) => clock.GetUtcNow().AddDays(day);
}
