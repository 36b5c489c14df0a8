using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Meetings;

/// <summary>What waits of meetings: my actions, an invitation to answer, minutes to write, a school without anybody.</summary>
internal sealed class MeetingsWorkList(AppDbContext db, MeetingDoor door, RepresentationBook book, TimeProvider clock, IStringLocalizer t) : IWorkList
{
    private const int DaysOfActions = 14;

    /// <summary>Home shows them as one line where there are several.</summary>
    private const int Most = 50;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        if (!door.May(actor, MeetingsPermissions.See))
        {
            return items;
        }

        items.AddRange(await ActionsAsync(actor, ct));
        var unanswered = await Unanswered(actor.Person).Take(Most).ToListAsync(ct);
        items.AddRange(Invitations(unanswered, actor));
        items.AddRange(await NeutralAsync(actor, ct));
        items.AddRange(await SeatsAsync(unanswered, actor, ct));
        if (door.May(actor, MeetingsPermissions.Plan))
        {
            items.AddRange(await MinutesAsync(actor, ct));
            items.AddRange(await MissingAsync(actor, ct));
        }

        return items;
    }

    private async Task<IEnumerable<WorkItem>> ActionsAsync(Actor actor, CancellationToken ct)
    {
        var today = clock.Today(actor.Zone);
        var soon = today.AddDays(DaysOfActions);
        var mine = await db.Set<ActionItem>().AsNoTracking().Where(a => a.Holder == actor.Person && a.State == ActionState.Open && a.DueOn <= soon)
            .OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(Most).ToListAsync(ct);
        return mine.Select(a => new WorkItem(
            WorkItem.At(a.DueOn),
            WorkItem.UrgencyOf(a.DueOn, today),
            a.DueOn < today ? t.Count(today.DayNumber - a.DueOn.DayNumber, "{0} day late", "{0} days late") : a.DueOn.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture),
            a.What,
            t["You took this on in a meeting."],
            $"/meetings/actions/{a.Id}",
            t["Tell the result"]) { Kind = MeetingsWork.Action });
    }

    private IEnumerable<WorkItem> Invitations(IEnumerable<Meeting> unanswered, Actor actor) => unanswered.Select(m => new WorkItem(
        m.StartsAt, Urgency.Soon, MeetingTimes.Words(m.StartsAt, m.Minutes, actor.Zone, t), t["Do you come? {0}", m.Title],
        t["Your school counts as represented once somebody accepts."], $"/meetings/{m.Id}", t["Answer"]) { Kind = MeetingsWork.Invitation });

    private async Task<IEnumerable<WorkItem>> NeutralAsync(Actor actor, CancellationToken ct) =>
        (await AnswerNeutralHandler.Unanswered(db, actor.Person, clock.GetUtcNow()).AsNoTracking().OrderBy(m => m.StartsAt).Take(Most).ToListAsync(ct)).Select(m => new WorkItem(
            m.StartsAt, Urgency.Soon, MeetingTimes.Words(m.StartsAt, m.Minutes, actor.Zone, t), t["Do you come? {0}", t[m.Title].Value],
            t["You are asked by name; only those who are invited see this meeting."], $"/meetings/invited/{m.Id}", t["Answer"]) { Kind = MeetingsWork.Invitation });

    /// <summary>Whoever stands for a school for which nobody has accepted yet, and did not answer or said no.</summary>
    private async Task<IEnumerable<WorkItem>> SeatsAsync(IReadOnlyCollection<Meeting> unanswered, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var soon = now.AddDays(Reminders.FirstNudge);
        var near = await (
            from i in db.Set<Invitation>().AsNoTracking()
            join m in db.Set<Meeting>() on i.SeriesId equals m.SeriesId
            join s in db.Set<MeetingSeries>() on m.SeriesId equals s.Id
            where i.PersonId == actor.Person && i.RevokedAt == null && i.StoppedAt == null && i.School == actor.Organisation && s.LeastPerSchool > 0
                && m.StartsAt > now && m.StartsAt <= soon && (m.State == MeetingState.Open || m.State == MeetingState.Draft)
            orderby m.StartsAt
            select m).Take(Most).ToListAsync(ct);
        var asked = unanswered.Select(m => m.Id).ToHashSet();
        var seats = await book.OfAsync([.. near.Where(m => !asked.Contains(m.Id))], ct);
        return near.Where(m => seats.TryGetValue(m.Id, out var of) && of.Any(s => s.School == actor.Organisation && !s.Green && s.State != SeatState.Excused)).Select(m => new WorkItem(
            m.StartsAt, Urgency.Today, MeetingTimes.Words(m.StartsAt, m.Minutes, actor.Zone, t), t["Who stands for your school? {0}", m.Title],
            t["Nobody has accepted for your school yet. Come after all, or name somebody who comes instead."], $"/meetings/{m.Id}", t["Answer"]) { Kind = MeetingsWork.Seat });
    }

    private IQueryable<Meeting> Unanswered(PersonId person)
    {
        var now = clock.GetUtcNow();
        return
            from i in db.Set<Invitation>().AsNoTracking()
            join m in db.Set<Meeting>() on i.SeriesId equals m.SeriesId
            where i.PersonId == person && i.RevokedAt == null && (i.OnlyMeeting == null || i.OnlyMeeting == m.Id)
                && (i.Standing == Reply.NeedsAction || (m.MovedAt != null && (i.AnsweredAt == null || i.AnsweredAt <= m.MovedAt))) && m.State == MeetingState.Open && m.StartsAt > now
                && !db.Set<Response>().Any(r => r.InvitationId == i.Id && r.MeetingId == m.Id && (m.MovedAt == null || r.AnsweredAt > m.MovedAt))
            orderby m.StartsAt, m.Id
            select m;
    }

    private async Task<IEnumerable<WorkItem>> MinutesAsync(Actor actor, CancellationToken ct)
    {
        var today = clock.Today(actor.Zone);
        var open = await (
            from m in db.Set<Minutes>().AsNoTracking()
            join held in db.Set<Meeting>() on m.MeetingId equals held.Id
            where m.State != MinutesState.Approved
            orderby m.DueOn, m.MeetingId
            select new { m.DueOn, m.State, held.Title, held.Id }).Take(Most).ToListAsync(ct);
        return open.Select(m => new WorkItem(
            WorkItem.At(m.DueOn),
            m.State == MinutesState.Draft && m.DueOn < today ? Urgency.Late : Urgency.Soon,
            m.DueOn.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture),
            m.State == MinutesState.Draft ? t["Minutes to send round: {0}", m.Title] : t["Minutes to approve: {0}", m.Title],
            t["A draft is due five days after the meeting."], $"/meetings/{m.Id}/minutes", t["Open"]) { Kind = MeetingsWork.Minutes });
    }

    private async Task<IEnumerable<WorkItem>> MissingAsync(Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var soon = now.AddDays(Reminders.FirstNudge);
        var near = await (
            from m in db.Set<Meeting>().AsNoTracking()
            join s in db.Set<MeetingSeries>() on m.SeriesId equals s.Id
            where m.StartsAt > now && m.StartsAt <= soon && (m.State == MeetingState.Open || m.State == MeetingState.Draft) && s.LeastPerSchool > 0
            orderby m.StartsAt
            select m).Take(Most).ToListAsync(ct);
        var seats = await book.OfAsync(near, ct);
        return near.Select(m => (Meeting: m, Missing: seats[m.Id].Where(s => !s.Green && s.State != SeatState.Excused).ToList())).Where(x => x.Missing.Count > 0).Select(x => new WorkItem(
            x.Meeting.StartsAt, Urgency.Today, MeetingTimes.Words(x.Meeting.StartsAt, x.Meeting.Minutes, actor.Zone, t),
            t.Count(x.Missing.Count, "{0} school has nobody for the next meeting", "{0} schools have nobody for the next meeting"),
            string.Join(", ", x.Missing.Select(s => s.Name)), $"/meetings/{x.Meeting.Id}", t["Look"]) { Kind = MeetingsWork.Missing });
    }
}
