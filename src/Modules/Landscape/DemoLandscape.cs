using System.Text.Json;
using Causeway.Kernel;
using Causeway.Persistence;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Landscape;

/// <summary>The made-up city's landscape: a law that lapsed, a check that is overdue, gaps that nobody fills, a seat that ends soon.</summary>
internal sealed class DemoLandscape(AppDbContext db, IActorSource actors, ParticipationSeal seal, TimeProvider clock) : IDemoPart
{
    public int Order => 70;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        // The small worlds of the tests bring no lists, and have no life of their own.
        if (!city.Description.TryGetProperty("lists", out var lists) || lists.ValueKind != JsonValueKind.Array || lists.GetArrayLength() == 0
            || await db.ActAsAsync(actors, city, "samira", ct) is not { Network: not null } coordinator)
        {
            return;
        }

        var duties = new List<Duty>();
        foreach (var law in DemoLaws.All)
        {
            duties.AddRange(State(coordinator, law, city));
        }

        AddCountry(coordinator);
        await db.SaveChangesAsync(ct);
        foreach (var note in DemoPractice.All)
        {
            await AsAsync(city, note.Writer, (actor, then) => Add(Must(PracticeNote.Write(duties.Single(d => d.Code == note.Code), note.Form(city.Today), actor, then)), "practice.noted", n => n.Id.Value), note.Seen, ct);
        }

        foreach (var e in DemoPractice.Engagements)
        {
            await AsAsync(city, e.Writer, (actor, then) => Add(Must(OfficialEngagement.Log(actor.Network!.Value, e.Form(city.Today), actor, then)), "engagement.logged", x => x.Id.Value), e.Day, ct);
        }

        foreach (var m in DemoPractice.Mechanisms)
        {
            await AsAsync(city, m.Writer, (actor, then) => Add(Must(InformalMechanism.Enter(actor.Network!.Value, m.Form(city.Today), actor, then)), "mechanism.kept", x => x.Id.Value), m.Day, ct);
        }

        await ForumsAsync(city, coordinator, ct);
        await ParticipationAsync(city, ct);
    }

    private List<Duty> State(Actor actor, DemoLaw law, DemoCity city)
    {
        var instrument = PolicyInstrument.Open(actor.Network!.Value, On(law.Known[0].Day));
        db.Add(instrument);
        InstrumentStatement? last = null;
        foreach (var known in law.Known)
        {
            last = Must(instrument.State(law.Form(known, city.Today), last, actor, On(known.Day)));
            db.Add(last);
        }

        db.Record("law.stated", instrument.Id.Value);
        var duties = new List<Duty>();
        foreach (var d in law.Duties)
        {
            var then = On(law.Known[0].Day);
            var duty = Duty.Open(instrument, d.Code, then);
            db.Add(duty);
            db.Add(Must(duty.State(new() { Code = d.Code, What = d.What, Who = d.Who, AgeTo = d.AgeTo, KnownOn = city.Today.AddDays(law.Known[0].Day) }, null, actor, then)));
            duties.Add(duty);
        }

        return duties;
    }

    private void AddCountry(Actor actor)
    {
        var network = actor.Network!.Value;
        var first = Must(CountryPage.Write(network, "XH", 1, DemoLaws.Country("Within one week, in writing, by the head.", 10), actor, On(-700)));
        Must(first.Confirm("Read with the duty desk of the Child Protection Office", actor.Name, Day(-690)));
        var second = Must(CountryPage.Write(network, "XH", 2, DemoLaws.Country("Whoever works in a school reports a reasonable suspicion on the same day, to the duty desk. The head is told, not asked.", 25), actor, On(-9)));
        db.AddRange(first, second);
        db.Record("country.written", second.Id.Value);
    }

    private async Task ForumsAsync(DemoCity city, Actor coordinator, CancellationToken ct)
    {
        await db.ActAsAsync(actors, city, "samira", ct);
        foreach (var f in DemoPractice.Forums)
        {
            var forum = Must(Forum.Open(coordinator.Network!.Value, new() { Name = f.Name, Convenor = f.Convenor, Rhythm = f.Rhythm, Terms = f.Terms }, On(-600)));
            db.Add(forum);
            foreach (var (person, from, until) in f.Seats)
            {
                var holder = city.Description.GetProperty("people").EnumerateArray().First(p => p.GetProperty("key").GetString() == person);
                var school = holder.GetProperty("posts")[0].GetProperty("organisation").GetString()!;
                db.Add(ForumSeat.Give(forum, new(new(city.Ids["person:" + person]), holder.GetProperty("name").GetString()!, new(city.Ids["organisation:" + school]), f.School), Day(from), Day(until), On(from)));
            }

            foreach (var (day, notes) in f.Days)
            {
                db.Add(ForumDay.Note(forum, Day(day), notes, coordinator, On(Math.Min(day, 0))));
            }

            db.Record("forum.kept", forum.Id.Value);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task ParticipationAsync(DemoCity city, CancellationToken ct)
    {
        foreach (var school in DemoParticipation.All.GroupBy(p => p.Writer, StringComparer.Ordinal))
        {
            if (await db.ActAsAsync(actors, city, school.Key, ct) is not { Organisation: { } own, Network: { } network } actor)
            {
                continue;
            }

            var plans = new List<ParticipationPlan>();
            foreach (var p in school)
            {
                var plan = Must(ParticipationPlan.Open(own, p.Form(city.Today), Day(p.Opened), On(p.Opened)));
                if (p.Changed is not null)
                {
                    Must(plan.GiveFeedback(new() { Changed = p.Changed, FeedbackOn = Day(p.Opened + 40), FeedbackHow = "A page with three pictures, talked through" }, city.Today));
                }

                if (p.Stopped)
                {
                    plan.Stop(Day(p.Opened + 25), actor.Name);
                }

                plans.Add(plan);
                db.Add(plan);
                await seal.CloseAsync(plan, ct);
                db.Record("participation.planned", plan.Id.Value);
            }

            foreach (var year in plans.GroupBy(p => p.OpenedOn.Year))
            {
                var count = ParticipationCount.Of(network, own, year.Key, clock);
                count.Set([.. year]);
                db.Add(count);
            }

            await db.SaveChangesAsync(ct);
        }
    }

    private async Task AsAsync(DemoCity city, string person, Action<Actor, TimeProvider> act, int day, CancellationToken ct)
    {
        if (await db.ActAsAsync(actors, city, person, ct) is { Network: not null } actor)
        {
            act(actor, On(day));
            await db.SaveChangesAsync(ct);
        }
    }

    private void Add<T>(T made, string act, Func<T, Guid> id)
        where T : class
    {
        db.Add(made);
        db.Record(act, id(made));
    }

    private DateOnly Day(int day) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(day);

    private DemoClock On(int day) => new(clock, day);
}
