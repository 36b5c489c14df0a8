using Causeway.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Accounts;

internal readonly record struct PasskeyId(Guid Value) : IEntityId<PasskeyId>
{
    public static PasskeyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>The public half of a key that lives in a person's device or key ring.</summary>
internal sealed class Passkey : IOwnedByPerson
{
    public const int Most = 10;
    public const int LongestLabel = 60;

    private Passkey()
    {
    }

    public PasskeyId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public byte[] CredentialId { get; private set; } = [];

    public byte[] PublicKey { get; private set; } = [];

    public long SignCount { get; private set; }

    public string Transports { get; private set; } = "";

    /// <summary>False: the key can never leave its device.</summary>
    public bool IsBackupEligible { get; private set; }

    public bool IsBackedUp { get; private set; }

    public byte[] AttestationObject { get; private set; } = [];

    public byte[] ClientDataJson { get; private set; } = [];

    /// <summary>The person's own words: "Laptop at school".</summary>
    public string Label { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public static Passkey Register(PersonId person, UserPasskeyInfo info, string? label, TimeProvider clock)
    {
        var name = label?.Trim() ?? "";
        return new Passkey
        {
            Id = EntityId.New<PasskeyId>(clock),
            PersonId = person,
            CredentialId = info.CredentialId,
            PublicKey = info.PublicKey,
            SignCount = info.SignCount,
            Transports = string.Join(' ', info.Transports ?? []),
            IsBackupEligible = info.IsBackupEligible,
            IsBackedUp = info.IsBackedUp,
            AttestationObject = info.AttestationObject,
            ClientDataJson = info.ClientDataJson,
            Label = name.Length > LongestLabel ? name[..LongestLabel] : name,
            CreatedAt = clock.GetUtcNow(),
        };
    }

    public void Used(UserPasskeyInfo info, DateTimeOffset now) => (SignCount, IsBackedUp, LastUsedAt) = (info.SignCount, info.IsBackedUp, now);

    public Refusal? Rename(string? label)
    {
        label = label?.Trim() ?? "";
        if (label.Length is 0 or > LongestLabel)
        {
            return new Refusal("passkey.label", "Give it a name of up to {0} characters, such as the device it is on.", "Label", LongestLabel);
        }

        Label = label;
        return null;
    }

    public UserPasskeyInfo ToInfo() => new(
        CredentialId,
        PublicKey,
        CreatedAt,
        (uint)SignCount,
        Transports.Length == 0 ? [] : Transports.Split(' '),
        isUserVerified: true,
        IsBackupEligible,
        IsBackedUp,
        AttestationObject,
        ClientDataJson);

    internal sealed class Configuration : IEntityTypeConfiguration<Passkey>
    {
        public void Configure(EntityTypeBuilder<Passkey> builder)
        {
            builder.HasKey(p => p.Id);
            builder.Property(p => p.CredentialId).HasMaxLength(1024);
            builder.Property(p => p.Label).HasMaxLength(LongestLabel);
            builder.Property(p => p.Transports).HasMaxLength(120);
            builder.HasIndex(p => p.CredentialId).IsUnique();
            builder.HasIndex(p => p.PersonId);
            builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
