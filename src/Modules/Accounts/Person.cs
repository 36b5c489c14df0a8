using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Accounts;

internal enum PersonState
{
    /// <summary>Has an invitation and no way yet to sign in.</summary>
    Invited,
    Active,

    /// <summary>Signs in no more; the row stays because trails and notes name it.</summary>
    Closed,
}

/// <summary>
/// Somebody who signs in. Belongs to no tenant: one person may hold posts in several schools, and is looked up before
/// anybody knows whose rows may be seen.
/// </summary>
internal sealed class Person : IVersioned
{
    public const int LongestName = 120;
    public const int LongestEmail = 254;

    private Person()
    {
    }

    public PersonId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>What is compared and unique; see <see cref="EmailAddress"/>.</summary>
    public string EmailKey { get; private set; } = "";

    public string Language { get; private set; } = "en";

    public string Zone { get; private set; } = "UTC";

    public PersonState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? FirstSignedInAt { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="ArgumentException">Name or address is not usable; callers have checked what a person typed.</exception>
    public static Person Invite(string name, string email, string language, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Person
        {
            Id = EntityId.New<PersonId>(clock),
            Name = Cut(name.Trim()),
            Email = email.Trim(),
            EmailKey = EmailAddress.KeyOf(email) ?? throw new ArgumentException("This is not a mail address.", nameof(email)),
            Language = language,
            CreatedAt = clock.GetUtcNow(),
        };
    }

    public void Activate() => State = State == PersonState.Invited ? PersonState.Active : State;

    public void SignedIn(DateTimeOffset now) => FirstSignedInAt ??= now;

    public void Close() => State = PersonState.Closed;

    public Refusal? Describe(string? name, string? language, string? zone)
    {
        name = name?.Trim();
        if (string.IsNullOrEmpty(name))
        {
            return new Refusal("person.no-name", "Write your name, so that colleagues know who you are.", "Name");
        }

        if (name.Length > LongestName)
        {
            return new Refusal("person.long-name", "A name has at most {0} characters.", "Name", LongestName);
        }

        if (zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) || !known.HasIanaId)
        {
            return new Refusal("person.no-zone", "Choose a time zone from the list.", "Zone");
        }

        if (language is null || !ReadingLanguages.Known(language))
        {
            return new Refusal("person.no-language", "Choose a language from the list.", "Language");
        }

        (Name, Language, Zone) = (name, language, zone);
        return null;
    }

    public PersonCard Card() => new(Id, Name, Email, Language, Zone, FirstSignedInAt is not null);

    private static string Cut(string name) => name.Length > LongestName ? name[..LongestName] : name;

    internal sealed class Configuration : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Name).HasMaxLength(LongestName);
            builder.Property(p => p.Email).HasMaxLength(LongestEmail);
            builder.Property(p => p.EmailKey).HasMaxLength(LongestEmail);
            builder.Property(p => p.Language).HasMaxLength(35);
            builder.Property(p => p.Zone).HasMaxLength(60);
            builder.HasIndex(p => p.EmailKey).IsUnique();
        }
    }
}
