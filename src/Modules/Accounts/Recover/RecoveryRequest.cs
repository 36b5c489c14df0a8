using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Accounts;

internal readonly record struct RecoveryRequestId(Guid Value) : IEntityId<RecoveryRequestId>
{
    public static RecoveryRequestId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// Somebody showed two printed codes and waits a day. The person is told at once and can stop it; afterwards the same two
/// codes open a session once. Other factors stay as they are.
/// </summary>
internal sealed class RecoveryRequest : IOwnedByPerson, IVersioned
{
    public static readonly TimeSpan Delay = TimeSpan.FromHours(24);

    /// <summary>Not taken up within a week, it lapses.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(8);

    private RecoveryRequest()
    {
    }

    public RecoveryRequestId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public int FirstCode { get; private set; }

    public int SecondCode { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public int Version { get; private set; }

    public static RecoveryRequest Ask(PersonId person, int first, int second, TimeProvider clock) => new()
    {
        Id = EntityId.New<RecoveryRequestId>(clock),
        PersonId = person,
        FirstCode = Math.Min(first, second),
        SecondCode = Math.Max(first, second),
        RequestedAt = clock.GetUtcNow(),
    };

    public DateTimeOffset OpensAt => RequestedAt + Delay;

    public bool IsRunning(DateTimeOffset now) => StoppedAt is null && DoneAt is null && now < RequestedAt + Life;

    public bool IsFor(int first, int second) => FirstCode == Math.Min(first, second) && SecondCode == Math.Max(first, second);

    public void Stop(DateTimeOffset now) => StoppedAt ??= now;

    public void Finish(DateTimeOffset now) => DoneAt ??= now;

    internal sealed class Configuration : IEntityTypeConfiguration<RecoveryRequest>
    {
        public void Configure(EntityTypeBuilder<RecoveryRequest> builder)
        {
            builder.HasKey(r => r.Id);
            builder.HasIndex(r => r.PersonId);
            builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
