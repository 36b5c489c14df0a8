using Causeway.Kernel;
using Causeway.Persistence;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Cases;

/// <summary>What colleagues of the made-up city reported: one worry in hand, one that waits, one concern about an adult.</summary>
internal sealed class DemoWorries(AppDbContext db, IActorSource actors, ReportWorryHandler worries, ReportConcernHandler concerns, WorryBook book) : IDemoPart
{
    public int Order => 71;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Ids.TryGetValue("person:mara", out var mara) || !city.Ids.TryGetValue("person:jo", out var teacher))
        {
            return;
        }

        var reporter = await EnterAsync(teacher, ct);
        Must(await worries.HandleAsync(
            new() { Child = "Nadia Okafor", Class = "Year 6", Seen = "Sat alone on the stairs and cried when I asked whether she would walk home.", ChildsWords = "Not today, please.", SeenOn = city.Today.AddDays(-1), Place = "East stairs", FirstStep = "She stayed with me until the bus came." },
            [], reporter, ct));
        var lead = await EnterAsync(mara, ct);
        var first = (await book.MineAsync(ct))[0].Worry.Id;
        Must(await book.ChangeAsync(first, null, lead, ct));
        reporter = await EnterAsync(teacher, ct);
        Must(await worries.HandleAsync(
            new() { Child = "A boy of Year 2 with a green satchel", Seen = "Marks on both wrists when he washed his hands. He pulled his sleeves down at once.", Marks = ["right-hand", "left-hand"], MarksNote = "Thin and red, all round.", SeenOn = city.Today, Place = "Wash room by the gym" },
            [], reporter, ct));
        Must(await concerns.HandleAsync(
            new() { AboutName = "A driver of the afternoon bus", Seen = "Lets one pupil ride in front every day and sends him messages.", SeenOn = city.Today.AddDays(-2), Place = "Bus 3" }, reporter, ct));
    }

    private async Task<Actor> EnterAsync(Guid person, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        db.Scope.Set(Actor.Anonymous with { Person = new(person) });
        var actor = await actors.FindAsync(new(person), null, ct) ?? throw new InvalidOperationException("The made-up city lacks a person.");
        db.Scope.Set(actor);
        return actor;
    }
}
