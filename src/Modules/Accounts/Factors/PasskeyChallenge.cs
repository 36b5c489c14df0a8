using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Accounts;

/// <summary>
/// What a browser was asked to sign. One answer only: the row goes when it is answered, so a recorded answer is worth
/// nothing. The browser is known by a short-lived cookie whose hash is the key.
/// </summary>
internal sealed class PasskeyChallenge
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private PasskeyChallenge()
    {
    }

    public byte[] CookieHash { get; private set; } = [];

    /// <summary>Null where the passkey itself will say who it is.</summary>
    public PersonId? Person { get; private set; }

    public string State { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    public static PasskeyChallenge Ask(byte[] cookieHash, PersonId? person, string state, TimeProvider clock) =>
        new() { CookieHash = cookieHash, Person = person, State = state, ExpiresAt = clock.GetUtcNow() + Life };

    internal sealed class Configuration : IEntityTypeConfiguration<PasskeyChallenge>
    {
        public void Configure(EntityTypeBuilder<PasskeyChallenge> builder)
        {
            builder.HasKey(c => c.CookieHash);
            builder.Property(c => c.CookieHash).HasMaxLength(32);
            builder.HasIndex(c => c.ExpiresAt);
        }
    }
}
