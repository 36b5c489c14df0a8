using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal enum CharterReminderReason
{
    Published,
    StillUnsigned,
    LapsesSoon,
    Lapsed,
}

/// <summary>That a school was told, and of what. Its key is the reason and the day, so nobody is told twice.</summary>
internal sealed class CharterReminder : IOwnedByNetwork
{
    private CharterReminder()
    {
    }

    internal CharterReminder(NetworkId network, OrganisationId school, CharterReminderReason reason, DateOnly due, DateTimeOffset at) =>
        (NetworkId, School, Reason, Due, At) = (network, school, reason, due, at);

    public NetworkId NetworkId { get; private set; }

    public OrganisationId School { get; private set; }

    public CharterReminderReason Reason { get; private set; }

    /// <summary>The day on which it fell due; may be earlier than it was sent, when the program did not run.</summary>
    public DateOnly Due { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Everything that has fallen due for the school by today.</summary>
    public static IEnumerable<(CharterReminderReason Reason, DateOnly Due)> DueBy(DateOnly today, CharterVersion current, SigningStanding standing)
    {
        if (standing.Last is { } last && last.Number >= current.SignedFrom)
        {
            if (last.LapsesOn.AddDays(-SigningStanding.DaysBeforeLapse) is var soon && soon <= today)
            {
                yield return (CharterReminderReason.LapsesSoon, soon);
            }

            if (last.LapsesOn <= today)
            {
                yield return (CharterReminderReason.Lapsed, last.LapsesOn);
            }

            yield break;
        }

        yield return (CharterReminderReason.Published, current.PublishedOn);
        if (current.PublishedOn.AddDays(CharterReminders.DaysOfSilence) is var silent && silent <= today)
        {
            yield return (CharterReminderReason.StillUnsigned, silent);
        }
    }

    internal sealed class Configuration : IEntityTypeConfiguration<CharterReminder>
    {
        public void Configure(EntityTypeBuilder<CharterReminder> builder)
        {
            builder.HasKey(r => new { r.NetworkId, r.School, r.Reason, r.Due });
            builder.HasOne<Network>().WithMany().HasForeignKey(r => r.NetworkId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Tells the heads of schools that have not signed. One mail to a head a run, whatever has fallen due meanwhile.</summary>
internal sealed class CharterReminders(AppDbContext db, CharterBook book, People people, TimeProvider clock)
{
    public const int DaysOfSilence = 14;

    /// <summary>Adds mails and marks to the context; they go with the caller's commit.</summary>
    public async Task<int> TellAsync(CharterVersion current, CancellationToken ct)
    {
        var told = (await db.Set<CharterReminder>().AsNoTracking().Where(r => r.NetworkId == current.NetworkId).ToListAsync(ct))
            .Select(r => (r.School, r.Reason, r.Due)).ToHashSet();
        var count = 0;
        foreach (var signer in (await book.SignersAsync(current, ct)).Where(s => s.MustSign))
        {
            var due = CharterReminder.DueBy(clock.Today(signer.Zone), current, signer.Standing)
                .Where(d => !told.Contains((signer.Organisation, d.Reason, d.Due))).ToList();
            if (due.Count == 0)
            {
                continue;
            }

            db.AddRange(due.Select(d => new CharterReminder(current.NetworkId, signer.Organisation, d.Reason, d.Due, clock.GetUtcNow())));
            var heads = await book.HeadsAsync(signer.Organisation, current.NetworkId, signer.Zone, ct);
            await people.TellAsync(heads, "The network's charter waits for your signature", "Please read it and sign for your school:", "/network/charter", ct);
            count++;
        }

        return count;
    }
}

/// <summary>Looks once a day. Killed at any point it starts over: what was told is marked in the same commit as the mail.</summary>
internal sealed class CharterRound(AppDbContext db, CharterBook book, CharterReminders reminders, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "networks.charter";

    public string Kind => JobKind;

    public static DateTimeOffset NextLook(TimeProvider clock) => clock.GetUtcNow().AddHours(24);

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var network = new NetworkId(run.Subject);
        if (await book.CurrentAsync(network, ct) is not { } current)
        {
            return;
        }

        // First of all: whatever goes wrong today, tomorrow it is tried again.
        if (!await db.Set<Job>().AnyAsync(j => j.Kind == JobKind && j.Subject == run.Subject && j.State == JobState.Waiting, ct))
        {
            db.Add(Job.Order(JobKind, run.Subject, db.Scope, clock, NextLook(clock)));
            await db.SaveChangesAsync(ct);
        }

        if (await reminders.TellAsync(current, ct) > 0)
        {
            db.Record("charter.reminded", current.Id.Value, network.Value);
            await db.SaveChangesAsync(ct);
        }
    }
}
