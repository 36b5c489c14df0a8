using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Meetings;

/// <summary>Two meetings of the made-up city about what is kept elsewhere: one of this week, half answered, and one that is over.</summary>
internal sealed class DemoNeutral(AppDbContext db, DemoSpeakers speakers, MeetingDesk desk, TimeProvider clock) : IDemoPart
{
    private const string Zone = "Europe/Lisbon";

    public int Order => 43;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        var school = city.Ids.GetValueOrDefault("organisation:lantern-hill");
        if (!city.Description.TryGetProperty("meetings", out _) || await speakers.FindAsync(city, a => a.Role == Role.SafeguardingLead && a.Organisation?.Value == school, ct) is not { Network: { } network } lead)
        {
            return;
        }

        var people = await speakers.InviteesAsync(network, ct);
        var guests = people.Where(p => p.Person != lead.Person && (p.School == lead.Organisation || p.Person is null)).Select(p => new NeutralGuest(p.Person, p.Name, p.Address)).ToList();
        var day = city.Today.AddDays(4);
        await desk.PlanAsync(new(NeutralKind.Clarifying, new(day, new(13, 30), 45, Zone), "The small meeting room", null, guests), lead, ct);
        var before = new ClockAt(clock.GetUtcNow().AddDays(-20));
        var over = NeutralMeeting.Convene(network, new(NeutralKind.WorkingGroup, new(city.Today.AddDays(-9), new(9, 0), 60, Zone), "The small meeting room", null, guests), lead, before).Meeting!;
        db.Add(over);
        foreach (var person in people.Where(p => p.Person != lead.Person && p.School == lead.Organisation))
        {
            var asked = NeutralInvitation.Send(over, person, before).Invitation!;
            asked.Answer(over, Reply.Accepted, before.GetUtcNow().AddDays(1));
            db.Add(asked);
        }

        db.Record("neutral-meeting.planned", over.Id.Value);
        await db.SaveChangesAsync(ct);
    }

    private sealed class ClockAt(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
