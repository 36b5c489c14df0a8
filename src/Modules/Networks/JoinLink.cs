using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal readonly record struct JoinLinkId(Guid Value) : IEntityId<JoinLinkId>
{
    public static JoinLinkId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// A link that a coordinator passes on by hand to an organisation which already works here. Whoever may answer for that
/// organisation opens it and joins; only the hash of the secret is kept.
/// </summary>
internal sealed class JoinLink : IOwnedByNetwork, IVersioned
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    public static readonly Refusal Closed = new("join-link.closed", "This link has been used, taken back or has run out. Ask the coordinator for a new one.");

    private JoinLink()
    {
    }

    public JoinLinkId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    /// <summary>Whom it was made for, in the coordinator's words.</summary>
    public string MadeFor { get; private set; } = "";

    public MembershipKind Kind { get; private set; }

    public byte[] SecretHash { get; private set; } = [];

    public PersonId CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public OrganisationId? UsedBy { get; private set; }

    public int Version { get; private set; }

    public static JoinLink Make(NetworkId network, string madeFor, MembershipKind kind, byte[] secretHash, PersonId by, TimeProvider clock) => new()
    {
        Id = EntityId.New<JoinLinkId>(clock),
        NetworkId = network,
        MadeFor = madeFor,
        Kind = kind,
        SecretHash = secretHash,
        CreatedBy = by,
        CreatedAt = clock.GetUtcNow(),
        ExpiresAt = clock.GetUtcNow() + Life,
    };

    public bool IsOpen(DateTimeOffset now) => ClosedAt is null && now < ExpiresAt;

    public bool OpensWith(string? secret, DateTimeOffset now) => Vault.SecretHash.Matches(secret, SecretHash) && IsOpen(now);

    public Refusal? Use(OrganisationId by, DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            return Closed;
        }

        (ClosedAt, UsedBy) = (now, by);
        return null;
    }

    public Refusal? TakeBack(DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            return Closed;
        }

        ClosedAt = now;
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<JoinLink>
    {
        public void Configure(EntityTypeBuilder<JoinLink> builder)
        {
            builder.HasKey(l => l.Id);
            builder.Property(l => l.MadeFor).HasMaxLength(Organisation.LongestName);
            builder.Property(l => l.SecretHash).HasMaxLength(32);
            builder.HasIndex(l => l.NetworkId);
            builder.HasOne<Network>().WithMany().HasForeignKey(l => l.NetworkId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
