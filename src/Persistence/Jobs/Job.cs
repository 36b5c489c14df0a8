using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Persistence;

public readonly record struct JobId(Guid Value) : IEntityId<JobId>
{
    public static JobId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public enum JobState
{
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>
/// Work that outlives a request, as a row: written in the same commit as what it belongs to, claimed by one copy of the
/// program at a time, run again after a crash. A handler must therefore be able to start over from what is saved.
/// </summary>
public sealed class Job
{
    public const int MostAttempts = 5;

    private Job()
    {
    }

    public JobId Id { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>Ids only; never content.</summary>
    public Guid Subject { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public NetworkId Network { get; private set; }

    public PersonId OrderedBy { get; private set; }

    public PostId? OrderedIn { get; private set; }

    public JobState State { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }

    public long Done { get; private set; }

    public long Total { get; private set; }

    /// <summary>Type of the last error, never its text: texts may quote what was being worked on.</summary>
    public string? LastError { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public static Job Order(string kind, Guid subject, Scope scope, TimeProvider clock, DateTimeOffset? dueAt = null) => new()
    {
        Id = EntityId.New<JobId>(clock),
        Kind = kind,
        Subject = subject,
        Organisation = scope.Organisation,
        Network = scope.Network,
        OrderedBy = scope.Person,
        OrderedIn = scope.Actor.Post,
        CreatedAt = clock.GetUtcNow(),
        DueAt = dueAt ?? clock.GetUtcNow(),
    };

    internal void Start(DateTimeOffset leasedUntil) => (State, LeasedUntil, Attempts) = (JobState.Running, leasedUntil, Attempts + 1);

    internal void Progress(long done, long total, DateTimeOffset leasedUntil) => (Done, Total, LeasedUntil) = (done, total, leasedUntil);

    internal void Finish(DateTimeOffset now) => (State, LeasedUntil, EndedAt, LastError) = (JobState.Done, null, now, null);

    /// <param name="isRound">It begins anew in an hour instead of being given up.</param>
    internal void Fail(string error, bool isRound, DateTimeOffset now)
    {
        (LastError, LeasedUntil) = (error, null);
        if (Attempts >= MostAttempts)
        {
            if (isRound)
            {
                (State, DueAt, Attempts) = (JobState.Waiting, now.AddHours(1), 0);
                return;
            }

            (State, EndedAt) = (JobState.Failed, now);
            return;
        }

        // 10 s, 40 s, 90 s…: long enough for a database to come back, short enough to be seen.
        (State, DueAt) = (JobState.Waiting, now.AddSeconds(10 * Attempts * Attempts));
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> builder)
        {
            builder.HasKey(j => j.Id);
            builder.Property(j => j.Kind).HasMaxLength(60);
            builder.Property(j => j.LastError).HasMaxLength(200);
            builder.HasIndex(j => new { j.State, j.DueAt });
            builder.HasIndex(j => j.Subject);
        }
    }
}

/// <summary>Does one kind of work. Registered by its module; resolved in a scope that carries the job's own tenant.</summary>
public interface IJobHandler
{
    string Kind { get; }

    /// <summary>It orders the next one of its kind, so everything after it hangs on it: never given up, however often it fails.</summary>
    bool IsRound => false;

    Task RunAsync(JobRun run, CancellationToken ct);
}

/// <summary>One attempt.</summary>
public sealed class JobRun(JobId id, Guid subject, Func<long, long, Task> report)
{
    public JobId Id { get; } = id;

    public Guid Subject { get; } = subject;

    /// <summary>Tells how far it is and renews the lease. Call at least once a minute; cheap.</summary>
    public Task ReportAsync(long done, long total) => report(done, total);
}
