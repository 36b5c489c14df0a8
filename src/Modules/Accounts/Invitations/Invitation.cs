using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Accounts;

internal readonly record struct InvitationId(Guid Value) : IEntityId<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A link that lets one person choose, once, how they sign in. Found by the hash of its secret, so it belongs to no tenant.</summary>
internal sealed class Invitation : IVersioned
{
    private Invitation()
    {
    }

    public InvitationId Id { get; private set; }

    public byte[] SecretHash { get; private set; } = [];

    public PersonId Person { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>A newer one was sent in its place.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public int Version { get; private set; }

    public static Invitation Send(byte[] secretHash, PersonId person, TimeSpan life, TimeProvider clock) => new()
    {
        Id = EntityId.New<InvitationId>(clock),
        SecretHash = secretHash,
        Person = person,
        CreatedAt = clock.GetUtcNow(),
        ExpiresAt = clock.GetUtcNow() + life,
    };

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && WithdrawnAt is null && now < ExpiresAt;

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;

    public Refusal? Use(DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            return Closed;
        }

        UsedAt = now;
        return null;
    }

    public static readonly Refusal Closed = new("invitation.closed", "This invitation was used already or has run out. Ask for a new one.");

    internal sealed class Configuration : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> builder)
        {
            builder.HasKey(i => i.Id);
            builder.Property(i => i.SecretHash).HasMaxLength(32);
            builder.HasIndex(i => i.SecretHash).IsUnique();
            builder.HasIndex(i => i.Person);
            builder.HasOne<Person>().WithMany().HasForeignKey(i => i.Person).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
