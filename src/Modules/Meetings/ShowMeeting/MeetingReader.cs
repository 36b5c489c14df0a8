using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>One meeting with everything its pages show.</summary>
internal sealed record MeetingView(
    Meeting Meeting,
    MeetingSeries Series,
    IReadOnlyList<SchoolSeat> Seats,
    IReadOnlyList<AgendaItem> Agenda,
    IReadOnlyList<Attendance> There,
    ILookup<AgendaItemId?, Outcome> Outcomes,
    ILookup<AgendaItemId?, ActionItem> Actions,
    Minutes? Minutes,
    IReadOnlyList<Correction> Corrections,
    IReadOnlyList<ShownPaper> Papers)
{
    /// <summary>Papers of an item; null: of the meeting as a whole.</summary>
    public IEnumerable<ShownPaper> PapersOf(AgendaItemId? item) => Papers.Where(p => p.Item == item && !p.Paper.IsSheet);

    public IEnumerable<MeetingPaper> Sheets => Papers.Select(p => p.Paper).Where(p => p.IsSheet);

    public int AgendaMinutes => Agenda.Sum(i => i.Minutes);

    public Attendance? OwnRow(PersonId person) => There.FirstOrDefault(a => a.PersonId == person);

    /// <summary>When an item begins, as the minutes before it add up.</summary>
    public string Begins(AgendaItem item, string zone) =>
        MeetingTimes.Clock(Meeting.StartsAt.AddMinutes(Agenda.TakeWhile(i => i.Id != item.Id).Sum(i => i.Minutes)), zone);
}

/// <summary>Reads a meeting for its pages, through the door.</summary>
internal sealed class MeetingReader(AppDbContext db, MeetingDoor door, RepresentationBook book, SeriesWork work, INetworkDirectory networks)
{
    public TimeProvider Clock => work.Clock;

    public async Task<MeetingView?> ReadAsync(MeetingId id, Actor actor, string permission, CancellationToken ct)
    {
        if (!door.May(actor, permission) || await door.Meetings(actor).AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
        {
            return null;
        }

        var agenda = await db.Set<AgendaItem>().AsNoTracking().Where(i => i.MeetingId == id).OrderBy(i => i.Position).ThenBy(i => i.Id).ToListAsync(ct);
        return new MeetingView(
            meeting,
            await db.Set<MeetingSeries>().AsNoTracking().FirstAsync(s => s.Id == meeting.SeriesId, ct),
            await book.OfAsync(meeting, ct),
            agenda,
            await db.Set<Attendance>().AsNoTracking().Where(a => a.MeetingId == id).OrderBy(a => a.Organisation).ThenBy(a => a.Name).ToListAsync(ct),
            (await db.Set<Outcome>().AsNoTracking().Where(o => o.MeetingId == id).OrderBy(o => o.At).ToListAsync(ct)).ToLookup(o => o.AgendaItemId),
            (await db.Set<ActionItem>().AsNoTracking().Where(a => a.MeetingId == id).OrderBy(a => a.DueOn).ThenBy(a => a.Id).ToListAsync(ct)).ToLookup(a => a.AgendaItemId),
            await db.Set<Minutes>().AsNoTracking().FirstOrDefaultAsync(m => m.MeetingId == id, ct),
            await db.Set<Correction>().AsNoTracking().Where(c => c.MeetingId == id).OrderBy(c => c.At).ToListAsync(ct),
            await PaperBook.OfAsync(db, meeting, agenda, ct));
    }

    public async Task<(Reply Reply, string? Alternate, Invitation Invitation)?> OwnAnswerAsync(Meeting meeting, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(i => i.SeriesId == meeting.SeriesId && i.PersonId == actor.Person && i.RevokedAt == null && (i.OnlyMeeting == null || i.OnlyMeeting == meeting.Id), ct) is not { } own)
        {
            return null;
        }

        var seat = RepresentationBook.Seat(meeting, own, await db.Set<Response>().AsNoTracking().FirstOrDefaultAsync(r => r.MeetingId == meeting.Id && r.InvitationId == own.Id, ct));
        return (seat.Reply, seat.Alternate, own);
    }

    public async Task<IReadOnlyList<(OrganisationCard School, Supervision? Adult)>> SupervisionAsync(MeetingView view, CancellationToken ct)
    {
        if (view.Series.Audience == MeetingAudience.Staff)
        {
            return [];
        }

        var named = await db.Set<Supervision>().AsNoTracking().Where(s => s.MeetingId == view.Meeting.Id).ToDictionaryAsync(s => s.School, ct);
        return [.. (await work.SchoolsAsync(view.Meeting.NetworkId, ct)).Select(s => (s, named.GetValueOrDefault(s.Id)))];
    }

    public Task<IReadOnlyList<PostCard>> PeopleAsync(MeetingView view, CancellationToken ct) => networks.PostsInAsync(view.Meeting.NetworkId, ct);

    public Task<IReadOnlyList<OrganisationCard>> SchoolsAsync(MeetingView view, CancellationToken ct) => work.SchoolsAsync(view.Meeting.NetworkId, ct);

    /// <summary>Actions of earlier meetings of the series that are not settled: what "actions from last time" is about.</summary>
    public async Task<IReadOnlyList<ActionItem>> OpenActionsAsync(MeetingView view, CancellationToken ct) =>
        await db.Set<ActionItem>().AsNoTracking().Where(a => a.SeriesId == view.Series.Id && a.MeetingId != view.Meeting.Id && a.State == ActionState.Open)
            .OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(30).ToListAsync(ct);
}
