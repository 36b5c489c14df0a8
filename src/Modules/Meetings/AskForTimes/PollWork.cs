using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Meetings;

/// <summary>What waits of polls: my answer, and a poll of mine that can be closed.</summary>
internal sealed class PollWork(AppDbContext db, PollBook book, TimeProvider clock, IStringLocalizer t) : IWorkList
{
    private const int Most = 5;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        var today = clock.Today(actor.Zone);
        var open = book.Polls(actor).AsNoTracking().Where(p => p.ClosedAt == null);
        var waiting = await open.Where(p => db.Set<PollVoter>().Any(v => v.PollId == p.Id && v.PersonId == actor.Person && v.AnsweredAt == null))
            .OrderBy(p => p.AskedAt).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
        var ripe = await open.Where(p => p.AskedBy == actor.Person
                && (p.AnswerBy < today || !db.Set<PollVoter>().Any(v => v.PollId == p.Id && v.AnsweredAt == null)))
            .OrderBy(p => p.AskedAt).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
        return
        [
            .. waiting.Select(p => Item(p, actor, t["Which times suit you? {0}", p.Title], t["One answer for each time is enough."], t["Answer"])),
            .. ripe.Select(p => Item(p, actor, t["A poll can be closed: {0}", p.Title], t["Everybody has answered, or the day for it has passed."], t["Look"])),
        ];
    }

    private WorkItem Item(SlotPoll poll, Actor actor, string title, string why, string action)
    {
        var due = poll.AnswerBy ?? MeetingTimes.Day(poll.AskedAt, actor.Zone);
        var today = clock.Today(actor.Zone);
        return new(
            WorkItem.At(due), poll.AnswerBy is not null && due < today ? Urgency.Late : due == today ? Urgency.Today : Urgency.Soon,
            due.ToString(t["d MMMM yyyy"], System.Globalization.CultureInfo.CurrentCulture), title, why, $"/meetings/polls/{poll.Id}", action);
    }
}
