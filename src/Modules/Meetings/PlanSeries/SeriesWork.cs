using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>The steps of a series: lay meetings out, open the next one. Adds and changes rows; they go with the caller's commit.</summary>
internal sealed class SeriesWork(AppDbContext db, INetworkDirectory networks, TimeProvider clock)
{
    private const int HourOfRound = 6;

    public TimeProvider Clock => clock;

    /// <param name="then">When the story happened, where it is told later; null: now.</param>
    public IReadOnlyList<Meeting> LayOut(MeetingSeries series, TimeProvider? then = null)
    {
        var to = Horizon(series, then);
        if (series.EndedAt is not null || to <= series.LaidOutTo)
        {
            return [];
        }

        var fresh = SeriesDays.Of(series, series.LaidOutTo, to).Select(d => Meeting.LayOut(series, d, clock)).ToList();
        series.LaidOut(to);
        db.AddRange(fresh);
        return fresh;
    }

    /// <summary>Up to which day meetings are laid out.</summary>
    public DateOnly Horizon(MeetingSeries series, TimeProvider? then = null)
    {
        var to = (then ?? clock).Today(series.Zone).AddDays(SeriesDays.DaysAhead);
        return to > series.FirstDay ? to : series.FirstDay;
    }

    /// <summary>The next meeting opens by itself, unless pupils come and a school has named no adult yet.</summary>
    public async Task<Meeting?> OpenNextAsync(MeetingSeries series, IReadOnlyList<Meeting> fresh, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var next = fresh.Count > 0 && fresh[0].Slot == series.FirstDay ? fresh[0] : await db.Set<Meeting>()
            .Where(m => m.SeriesId == series.Id && (m.State == MeetingState.Draft || m.State == MeetingState.Open) && m.StartsAt > now)
            .OrderBy(m => m.StartsAt).FirstOrDefaultAsync(ct);
        return next is { State: MeetingState.Draft } && await OpenAsync(next, series, now, ct) is null ? next : null;
    }

    public async Task<Refusal?> OpenAsync(Meeting meeting, MeetingSeries series, DateTimeOffset now, CancellationToken ct)
    {
        if (await UnsupervisedAsync(meeting, series, ct) is { Count: > 0 } missing)
        {
            return Supervision.Missing with { Values = [string.Join(", ", missing.Select(s => s.Name))] };
        }

        var wasDraft = meeting.State == MeetingState.Draft;
        if (meeting.Open(now) is { } refusal)
        {
            return refusal;
        }

        if (wasDraft)
        {
            var parked = await db.Set<AgendaItem>().CountAsync(i => i.MeetingId == meeting.Id, ct);
            var position = parked;
            db.AddRange(AgendaTemplate.Read(series.Template).Lines.Select(l => AgendaItem.FromTemplate(meeting, ++position, l, clock)));
        }

        return null;
    }

    /// <summary>Member schools that have named no adult for the pupils yet.</summary>
    public async Task<IReadOnlyList<OrganisationCard>> UnsupervisedAsync(Meeting meeting, MeetingSeries series, CancellationToken ct)
    {
        if (series.Audience == MeetingAudience.Staff)
        {
            return [];
        }

        var named = await db.Set<Supervision>().Where(s => s.MeetingId == meeting.Id).Select(s => s.School).ToListAsync(ct);
        return [.. (await SchoolsAsync(meeting.NetworkId, ct)).Where(s => !named.Contains(s.Id))];
    }

    public async Task<IReadOnlyList<OrganisationCard>> SchoolsAsync(NetworkId network, CancellationToken ct) =>
        [.. (await networks.MembersAsync(network, ct)).Where(m => m.Kind == OrganisationKind.School)];

    /// <summary>Orders tomorrow's round, once.</summary>
    public async Task OrderRoundAsync(MeetingSeries series, CancellationToken ct)
    {
        var subject = series.Id.Value;
        if (!await db.Set<Job>().AnyAsync(j => j.Kind == SeriesRound.JobKind && j.Subject == subject && j.State == JobState.Waiting, ct))
        {
            db.Add(Job.Order(SeriesRound.JobKind, subject, db.Scope, clock, MeetingTimes.At(clock.Today(series.Zone).AddDays(1), new TimeOnly(HourOfRound, 0), series.Zone)));
        }
    }
}
