using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Accounts;

internal readonly record struct LoginSessionId(Guid Value) : IEntityId<LoginSessionId>
{
    public static LoginSessionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// One browser signed in as one person. The browser holds 256 random bits, this row their hash; everything else is here,
/// so nothing the browser sends can be forged or outlive the row. Read at every request, before any scope is known.
/// </summary>
internal sealed class LoginSession
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How long a proof of identity counts as fresh for acts that ask for one.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>Last seen is written at most once a minute: reading pages should not cost a commit each.</summary>
    public static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    private LoginSession()
    {
    }

    public LoginSessionId Id { get; private set; }

    public byte[] SecretHash { get; private set; } = [];

    public PersonId Person { get; private set; }

    public PostId? ActingPost { get; private set; }

    /// <summary><c>passkey</c>, <c>password+code</c>, <c>recovery</c>, <c>demo</c>.</summary>
    public string Method { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When the person last proved who they are: at the start, or since when asked again.</summary>
    public DateTimeOffset ProvedAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string Address { get; private set; } = "";

    /// <summary>Plain words for a person's own list: "Firefox on Windows".</summary>
    public string Device { get; private set; } = "";

    public static LoginSession Start(byte[] secretHash, PersonId person, string method, (string Address, string Device) from, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new LoginSession
        {
            Id = EntityId.New<LoginSessionId>(clock),
            SecretHash = secretHash,
            Person = person,
            Method = method,
            StartedAt = now,
            ProvedAt = now,
            LastSeenAt = now,
            Address = from.Address,
            Device = from.Device,
        };
    }

    public bool IsLive(DateTimeOffset now) => EndedAt is null && now - LastSeenAt < Idle && now - StartedAt < Longest;

    public bool IsFresh(DateTimeOffset now) => now - ProvedAt < Fresh;

    public void Seen(DateTimeOffset now) => LastSeenAt = now;

    /// <summary>Another post acts: rights change, so the browser gets a new secret.</summary>
    public void ActIn(PostId post, byte[] newSecretHash) => (ActingPost, SecretHash) = (post, newSecretHash);

    /// <summary>Proved again for an act that asks for it: what the browser held before is worth nothing.</summary>
    public void ProveAgain(string method, byte[] newSecretHash, DateTimeOffset now) =>
        (Method, SecretHash, ProvedAt, LastSeenAt) = (method, newSecretHash, now, now);

    public void End(DateTimeOffset now) => EndedAt ??= now;

    internal sealed class Configuration : IEntityTypeConfiguration<LoginSession>
    {
        public void Configure(EntityTypeBuilder<LoginSession> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.SecretHash).HasMaxLength(32);
            builder.Property(s => s.Method).HasMaxLength(30);
            builder.Property(s => s.Address).HasMaxLength(64);
            builder.Property(s => s.Device).HasMaxLength(80);
            builder.HasIndex(s => s.SecretHash).IsUnique();
            builder.HasIndex(s => new { s.Person, s.EndedAt });
            builder.HasOne<Person>().WithMany().HasForeignKey(s => s.Person).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
