using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>What a school's own people did in meetings, as rows of a table. Of other schools there is nothing in it, save in minutes all of them approved.</summary>
internal sealed class MeetingsOfSchool(AppDbContext db)
{
    /// <summary>Held meetings at which somebody sat for the school, oldest first.</summary>
    public async Task<IReadOnlyList<Meeting>> AttendedAsync(OrganisationId school, NetworkId network, CancellationToken ct) =>
        await db.Set<Meeting>().AsNoTracking().Where(m => m.NetworkId == network && db.Set<Attendance>()
                .Any(a => a.MeetingId == m.Id && a.School == school && (a.Presence == Presence.Present || a.Presence == Presence.Late)))
            .OrderBy(m => m.StartsAt).ThenBy(m => m.Id).ToListAsync(ct);

    public static IEnumerable<string?[]> Meetings(IEnumerable<Meeting> attended) =>
        attended.Select(m => new[] { Day(m.Day), Clock(m.Time), m.Zone, Number(m.Minutes), m.Title, m.Place, m.State.ToString() })
            .Prepend(["day", "time", "zone", "minutes", "title", "place", "state"]);

    /// <summary>What its people answered: to the series, and to single meetings.</summary>
    public async Task<IEnumerable<string?[]>> AnswersAsync(OrganisationId school, NetworkId network, CancellationToken ct)
    {
        var series = await (
            from i in db.Set<Invitation>().AsNoTracking()
            join s in db.Set<MeetingSeries>() on i.SeriesId equals s.Id
            where i.NetworkId == network && i.School == school && i.AnsweredAt != null
            orderby s.Title, i.Name
            select new { s.Title, i.Name, i.Standing, i.AnsweredAt }).ToListAsync(ct);
        var single = await (
            from r in db.Set<Response>().AsNoTracking()
            join i in db.Set<Invitation>() on r.InvitationId equals i.Id
            join m in db.Set<Meeting>() on r.MeetingId equals m.Id
            where i.NetworkId == network && i.School == school
            orderby m.StartsAt, i.Name
            select new { m.Day, m.Title, i.Name, r.Reply, r.Alternate, r.AnsweredAt }).ToListAsync(ct);
        return series.Select(s => new[] { "all meetings", s.Title, s.Name, s.Standing.ToString(), null, Moment(s.AnsweredAt) })
            .Concat(single.Select(r => new[] { Day(r.Day), r.Title, r.Name, r.Reply.ToString(), r.Alternate, Moment(r.AnsweredAt) }))
            .Prepend(["day", "title", "person", "answer", "comes_instead", "answered"]);
    }

    /// <summary>Its own rows of the attendance, those of meetings it missed among them, and what became of the rule for it.</summary>
    public async Task<IEnumerable<string?[]>> AttendanceAsync(OrganisationId school, NetworkId network, CancellationToken ct)
    {
        var rows = await (
            from a in db.Set<Attendance>().AsNoTracking()
            join m in db.Set<Meeting>() on a.MeetingId equals m.Id
            where a.NetworkId == network && a.School == school
            orderby m.StartsAt, a.Name
            select new { m.Id, m.Day, m.Title, a.Name, a.Presence, a.Signature, a.SignedAt }).ToListAsync(ct);
        var results = await db.Set<Representation>().AsNoTracking().Where(r => r.NetworkId == network && r.School == school).ToDictionaryAsync(r => r.MeetingId, r => r.Result, ct);
        return rows.Select(a => new[]
        {
            Day(a.Day), a.Title, a.Name, a.Presence.ToString(), a.Signature, Moment(a.SignedAt), results.TryGetValue(a.Id, out var result) ? result.ToString() : "",
        }).Prepend(["day", "title", "person", "was_there", "signature", "signed", "school_represented"]);
    }

    /// <summary>Decisions of the meetings it took part in.</summary>
    public async Task<IEnumerable<string?[]>> DecisionsAsync(IReadOnlyList<Meeting> attended, CancellationToken ct)
    {
        var ids = attended.Select(m => m.Id).ToList();
        var decisions = (await db.Set<Outcome>().AsNoTracking().Where(o => o.Kind == OutcomeKind.Decision && ids.Contains(o.MeetingId)).OrderBy(o => o.Number).ToListAsync(ct)).ToLookup(o => o.MeetingId);
        return attended.SelectMany(m => decisions[m.Id].Select(d => new[] { Day(m.Day), m.Title, "D-" + Number(d.Number), d.Text, d.Rule?.ToString(), Number(d.For), Number(d.Against), Number(d.Abstained), Day(d.ReviewOn) }))
            .Prepend(["day", "title", "number", "decision", "rule", "for", "against", "abstained", "looked_at_again"]);
    }

    /// <summary>Actions it took on itself.</summary>
    public async Task<IEnumerable<string?[]>> ActionsAsync(OrganisationId school, NetworkId network, CancellationToken ct)
    {
        var rows = await (
            from a in db.Set<ActionItem>().AsNoTracking()
            join m in db.Set<Meeting>() on a.MeetingId equals m.Id
            where a.NetworkId == network && a.Organisation == school
            orderby a.DueOn, a.Id
            select new { m.Day, m.Title, a.What, a.HolderName, a.DueOn, a.State, a.Result, a.LateReason }).ToListAsync(ct);
        return rows.Select(a => new[] { Day(a.Day), a.Title, a.What, a.HolderName, Day(a.DueOn), a.State.ToString(), a.Result, a.LateReason })
            .Prepend(["day", "title", "action", "person", "due", "state", "result", "why_late"]);
    }

    /// <summary>Approved minutes of the meetings it took part in, with what was corrected afterwards.</summary>
    public async Task<IReadOnlyList<(Meeting Meeting, Minutes Minutes, IReadOnlyList<Correction> Corrections)>> MinutesAsync(IReadOnlyList<Meeting> attended, CancellationToken ct)
    {
        var ids = attended.Select(m => m.Id).ToList();
        var minutes = await db.Set<Minutes>().AsNoTracking().Where(m => m.State == MinutesState.Approved && ids.Contains(m.MeetingId)).ToDictionaryAsync(m => m.MeetingId, ct);
        var corrections = (await db.Set<Correction>().AsNoTracking().Where(c => c.About == Causeway.Meetings.Minutes.About && ids.Contains(c.MeetingId)).OrderBy(c => c.At).ToListAsync(ct)).ToLookup(c => c.MeetingId);
        return [.. attended.Where(m => minutes.ContainsKey(m.Id)).Select(m => (m, minutes[m.Id], (IReadOnlyList<Correction>)[.. corrections[m.Id]]))];
    }

    /// <summary>Papers it brought itself.</summary>
    public async Task<IReadOnlyList<(Meeting Meeting, MeetingPaper Paper)>> PapersAsync(OrganisationId school, NetworkId network, CancellationToken ct) =>
        [.. (await (
            from p in db.Set<MeetingPaper>().AsNoTracking()
            join m in db.Set<Meeting>() on p.MeetingId equals m.Id
            where p.NetworkId == network && p.Owner == school
            orderby m.StartsAt, p.At, p.Id
            select new { Meeting = m, Paper = p }).ToListAsync(ct)).Select(x => (x.Meeting, x.Paper))];

    internal static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    internal static string Moment(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
