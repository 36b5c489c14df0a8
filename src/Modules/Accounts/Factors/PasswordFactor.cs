using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Accounts;

/// <summary>
/// The second way to sign in: a password together with an authenticator app, never one without the other. One row a
/// person; nothing readable in it.
/// </summary>
internal sealed class PasswordFactor : IOwnedByPerson, IVersioned
{
    private PasswordFactor()
    {
    }

    public PersonId PersonId { get; private set; }

    public string PasswordHash { get; private set; } = "";

    /// <summary>Sealed with the root key for this person alone.</summary>
    public byte[] AuthenticatorSecret { get; private set; } = [];

    /// <summary>The last code that was accepted; it and older ones are spent.</summary>
    public long LastStep { get; private set; }

    public DateTimeOffset SetAt { get; private set; }

    public int Version { get; private set; }

    public static PasswordFactor Set(PersonId person, string passwordHash, byte[] sealedSecret, long step, TimeProvider clock) => new()
    {
        PersonId = person,
        PasswordHash = passwordHash,
        AuthenticatorSecret = sealedSecret,
        LastStep = step,
        SetAt = clock.GetUtcNow(),
    };

    public void Replace(string passwordHash, byte[] sealedSecret, long step, DateTimeOffset now) =>
        (PasswordHash, AuthenticatorSecret, LastStep, SetAt) = (passwordHash, sealedSecret, step, now);

    public void Spend(long step) => LastStep = step;

    /// <summary>The same password under today's hashing; done when the person proves to know it.</summary>
    public void Rehash(string passwordHash) => PasswordHash = passwordHash;

    internal sealed class Configuration : IEntityTypeConfiguration<PasswordFactor>
    {
        public void Configure(EntityTypeBuilder<PasswordFactor> builder)
        {
            builder.HasKey(f => f.PersonId);
            builder.Property(f => f.PersonId).ValueGeneratedNever();
            builder.Property(f => f.PasswordHash).HasMaxLength(200);
            builder.Property(f => f.AuthenticatorSecret).HasMaxLength(120);
            builder.HasOne<Person>().WithOne().HasForeignKey<PasswordFactor>(f => f.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
