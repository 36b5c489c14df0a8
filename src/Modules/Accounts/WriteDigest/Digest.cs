using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Accounts;

internal readonly record struct DigestId(Guid Value) : IEntityId<DigestId>
{
    public static DigestId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// That a person got the mail of a day. Its key is the person and the day of the person's own clock, and it goes with the
/// mail in one commit: whatever becomes of the program, and however long the day is, there is one.
/// </summary>
internal sealed class Digest
{
    /// <summary>So long the links that stop mails hold.</summary>
    public const int DaysKept = 400;

    private Digest()
    {
    }

    public PersonId PersonId { get; private set; }

    public DateOnly Day { get; private set; }

    public DigestId Id { get; private set; }

    /// <summary>Of the links that stop mails; the secret itself stands in the mail alone.</summary>
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>Keys of all that waited, so that the next mail knows what is new.</summary>
    public string Keys { get; private set; } = "";

    public MailId Mail { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public static Digest Of(PersonId person, DateOnly day, IEnumerable<WorkItem> waiting, byte[] secretHash, TimeProvider clock) => new()
    {
        PersonId = person,
        Day = day,
        Id = EntityId.New<DigestId>(clock),
        SecretHash = secretHash,
        Keys = string.Join(' ', waiting.Select(w => w.Key).Distinct(StringComparer.Ordinal)),
        WrittenAt = clock.GetUtcNow(),
    };

    public void Carries(OutboxMail mail) => Mail = mail.Id;

    public HashSet<string> Named() => Keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    internal sealed class Configuration : IEntityTypeConfiguration<Digest>
    {
        public void Configure(EntityTypeBuilder<Digest> builder)
        {
            builder.HasKey(d => new { d.PersonId, d.Day });
            builder.HasIndex(d => d.Id).IsUnique();
            builder.Property(d => d.SecretHash).HasMaxLength(32);
            builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
