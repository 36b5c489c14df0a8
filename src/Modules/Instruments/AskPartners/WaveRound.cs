using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Instruments;

/// <summary>
/// A wave's daily round. Whoever has an account finds the questions on the first page and in the mail of the day; people without one
/// are reminded at half time and two days before the last day, once each, and of two waves on two days (docs/decisions/0013).
/// </summary>
internal sealed class WaveRound(AppDbContext db, WaveMails mails, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "instruments.wave";
    public const int HalfTimeReminder = 1;
    public const int LastReminder = 2;
    public const int DaysBefore = 2;

    private static readonly TimeOnly Morning = new(8, 0);
    private static readonly TimeSpan OneDay = TimeSpan.FromHours(20);

    public string Kind => JobKind;

    public bool IsRound => true;

    public static void Order(AppDbContext db, Wave wave, string zone, TimeProvider clock) =>
        db.Add(Job.Order(JobKind, wave.Id.Value, db.Scope, clock, LocalDay.Moment(clock.Today(zone).AddDays(1), Morning, zone)));

    public Task RunAsync(JobRun run, CancellationToken ct) => db.LookAgainAsync(20, () => OnceAsync(new WaveId(run.Subject), ct));

    /// <summary>Which reminder the day calls for; a wave of a few days has only the last one.</summary>
    public static int DueOn(DateOnly today, DateOnly opened, DateOnly closes)
    {
        var (half, last) = (opened.AddDays((closes.DayNumber - opened.DayNumber) / 2), closes.AddDays(-DaysBefore));
        return today > closes || today <= opened ? 0 : today >= last ? LastReminder : today >= half && half > opened ? HalfTimeReminder : 0;
    }

    private async Task OnceAsync(WaveId id, CancellationToken ct)
    {
        var zone = db.Scope.Actor.Zone;
        var today = clock.Today(zone);
        if (await db.Set<Wave>().FirstOrDefaultAsync(w => w.Id == id && w.ClosedAt == null, ct) is not { } wave || today > wave.ClosesOn)
        {
            return;
        }

        Order(db, wave, zone, clock);
        if (DueOn(today, LocalDay.Of(wave.OpenedAt, zone), wave.ClosesOn) is > 0 and var due)
        {
            await RemindAsync(wave, due, ct);
        }

        db.Record("wave.round", id.Value, wave.NetworkId.Value);
        await db.SaveChangesAsync(ct);
    }

    private async Task RemindAsync(Wave wave, int due, CancellationToken ct)
    {
        var silent = await (
            from r in db.Set<Respondent>()
            join s in db.Set<ResponseSet>() on r.ResponseSetId equals s.Id
            where r.WaveId == wave.Id && r.PersonId == null && r.Reminders < due && s.SubmittedAt == null
            orderby r.Id
            select r).ToListAsync(ct);
        var since = clock.GetUtcNow() - OneDay;
        var addresses = silent.ConvertAll(r => r.Address);
        var today = (await db.Set<Respondent>().AsNoTracking().Where(r => addresses.Contains(r.Address) && r.MailedAt > since).Select(r => r.Address).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);

        // Whoever had a mail of ours already is reminded tomorrow.
        foreach (var respondent in silent.Where(r => !today.Contains(r.Address)))
        {
            mails.Remind(respondent, due, wave.ClosesOn);
        }
    }
}
