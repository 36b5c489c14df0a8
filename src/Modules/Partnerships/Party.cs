using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

/// <param name="ContactMail">Where the link goes by which a party without accounts answers.</param>
internal sealed record PartyTerms(
    string? Name, OrganisationKind Kind, string? Country, string? Zone, string? Language, string? ContactName, string? ContactMail, Guid? ExaminedBody)
{
    public static readonly Refusal NoName = new("party.no-name", "Write the name of the partner.", nameof(Name));
    public static readonly Refusal NoZone = new("party.no-zone", "Choose the partner's time zone.", nameof(Zone));
    public static readonly Refusal BadMail = new("party.bad-mail", "Write a mail address such as name@school.example.", nameof(ContactMail));
    public static readonly Refusal NoContact = new("party.no-contact", "Say who reads this address.", nameof(ContactName));

    /// <summary>The address as it is stored and written to.</summary>
    public string Mail => (ContactMail ?? "").Trim().ToLowerInvariant();

    public Refusal? Check() =>
        FormText.Check(Name, Partnership.LongestName, nameof(Name), NoName)
        ?? FormText.Check(Country, Typed.Line, nameof(Country))
        ?? (Zone is null || !LocalDay.IsZone(Zone) ? NoZone : null)
        ?? (Mail.Length > 0 && !OutboxMail.IsAddress(Mail) ? BadMail : null)
        ?? FormText.Check(ContactName, Partnership.LongestName, nameof(ContactName), Mail.Length > 0 ? NoContact : null);
}

/// <summary>
/// One side of a partnership: a member organisation whose people have accounts, or a body outside that answers by link. Of
/// the link only a hash is kept; a new one ends the one before.
/// </summary>
internal sealed class Party : IOwnedByNetwork, IVersioned
{
    public const int Least = 2;
    public const int Most = 6;

    public static readonly Refusal NoSponsor = new("party.no-sponsor", "Write the name of the leader who stands behind it.", "SponsorName");
    public static readonly Refusal NoCapacity = new("party.no-capacity", "Say in which capacity, such as: head, chair of the board.", "SponsorCapacity");
    public static readonly Refusal NoMail = new("party.no-mail", "There is no mail address to which a link could go.", "ContactMail");

    private Party()
    {
    }

    public PartyId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    /// <summary>1, 2 …: plan parts name a party by it.</summary>
    public int Number { get; private set; }

    /// <summary>Null: a body without accounts here.</summary>
    public OrganisationId? Member { get; private set; }

    public string Name { get; private set; } = "";

    public OrganisationKind Kind { get; private set; }

    public string Country { get; private set; } = "";

    public string Zone { get; private set; } = "UTC";

    public string Language { get; private set; } = "en";

    public string ContactName { get; private set; } = "";

    public string ContactMail { get; private set; } = "";

    /// <summary>The file in which somebody looked into this body before it was trusted.</summary>
    public Guid? ExaminedBody { get; private set; }

    public string SponsorName { get; private set; } = "";

    public string SponsorCapacity { get; private set; } = "";

    public DateOnly? SponsorSince { get; private set; }

    public byte[] SecretHash { get; private set; } = [];

    public DateTimeOffset? LinkSentAt { get; private set; }

    public int Version { get; private set; }

    public bool IsSchool => Kind == OrganisationKind.School;

    public bool HasLink => SecretHash.Length > 0;

    public static Party Join(Partnership partnership, int number, OrganisationCard member, TimeProvider clock) => new()
    {
        Id = EntityId.New<PartyId>(clock),
        NetworkId = partnership.NetworkId,
        PartnershipId = partnership.Id,
        Number = number,
        Member = member.Id,
        Name = member.Name,
        Kind = member.Kind,
        Country = member.Area,
        Zone = member.Zone,
    };

    public static (Party? Party, Refusal? Refusal) Describe(Partnership partnership, int number, PartyTerms terms, TimeProvider clock)
    {
        if (terms.Check() is { } refusal)
        {
            return (null, refusal);
        }

        var party = new Party { Id = EntityId.New<PartyId>(clock), NetworkId = partnership.NetworkId, PartnershipId = partnership.Id, Number = number };
        party.Write(terms);
        return (party, null);
    }

    /// <summary>Of a side without accounts; a member's name, kind and zone are those of its organisation.</summary>
    public Refusal? Change(PartyTerms terms)
    {
        if (terms.Check() is { } refusal)
        {
            return refusal;
        }

        var moved = !string.Equals(ContactMail, terms.Mail, StringComparison.Ordinal);
        Write(terms);
        if (moved)
        {
            // Whoever read the old address does not keep the key of the new one.
            SecretHash = [];
        }

        return null;
    }

    public Refusal? NameSponsor(string? name, string? capacity, DateOnly today)
    {
        var refusal = FormText.Check(name, Partnership.LongestName, "SponsorName", NoSponsor) ?? FormText.Check(capacity, Typed.Line, "SponsorCapacity", NoCapacity);
        if (refusal is null)
        {
            (SponsorName, SponsorCapacity, SponsorSince) = (FormText.Tidy(name), FormText.Tidy(capacity), today);
        }

        return refusal;
    }

    public (string? Secret, Refusal? Refusal) NewLink(DateTimeOffset now)
    {
        if (ContactMail.Length == 0)
        {
            return (null, NoMail);
        }

        var secret = RandomSecret.New();
        (SecretHash, LinkSentAt) = (Vault.SecretHash.Of(secret), now);
        return (secret, null);
    }

    public void EndLink() => SecretHash = [];

    public bool Knows(string? secret) => HasLink && Vault.SecretHash.Matches(secret, SecretHash);

    private void Write(PartyTerms terms) => (Name, Kind, Country, Zone, Language, ContactName, ContactMail, ExaminedBody) =
        (FormText.Tidy(terms.Name), terms.Kind, FormText.Tidy(terms.Country), terms.Zone!, terms.Language is { Length: > 1 and <= 35 } l ? l : "en", FormText.Tidy(terms.ContactName), terms.Mail, terms.ExaminedBody);

    internal sealed class Configuration : IEntityTypeConfiguration<Party>
    {
        public void Configure(EntityTypeBuilder<Party> builder)
        {
            builder.ToTable("partnership_party");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Name).HasMaxLength(Partnership.LongestName);
            builder.Property(p => p.Country).HasMaxLength(Typed.Line);
            builder.Property(p => p.Zone).HasMaxLength(60);
            builder.Property(p => p.Language).HasMaxLength(35);
            builder.Property(p => p.ContactName).HasMaxLength(Partnership.LongestName);
            builder.Property(p => p.ContactMail).HasMaxLength(254);
            builder.Property(p => p.SponsorName).HasMaxLength(Partnership.LongestName);
            builder.Property(p => p.SponsorCapacity).HasMaxLength(Typed.Line);
            builder.Property(p => p.SecretHash).HasMaxLength(32);
            builder.HasIndex(p => new { p.PartnershipId, p.Number }).IsUnique();
            builder.HasIndex(p => new { p.NetworkId, p.Member });
            builder.HasOne<Partnership>().WithMany().HasForeignKey(p => p.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A person of a party who answers for the partnership, from a day to a day.</summary>
internal sealed class PartyOwner : IOwnedByNetwork, IVersioned
{
    /// <summary>Below this one departure ends the tie.</summary>
    public const int Least = 2;

    public static readonly Refusal NoName = new("owner.no-name", "Choose a person, or write a name.", "OwnerName");
    public static readonly Refusal Twice = new("owner.twice", "This person is an owner already.", "OwnerName");

    private PartyOwner()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public PartyId PartyId { get; private set; }

    /// <summary>Null: somebody of a party without accounts.</summary>
    public PersonId? PersonId { get; private set; }

    public string Name { get; private set; } = "";

    public string Title { get; private set; } = "";

    public DateOnly Since { get; private set; }

    public DateOnly? Until { get; private set; }

    public int Version { get; private set; }

    public static PartyOwner Take(Party party, PersonId? person, string name, string title, DateOnly today, TimeProvider clock) => new()
    {
        Id = EntityId.New<PartnershipRowId>(clock),
        NetworkId = party.NetworkId,
        PartnershipId = party.PartnershipId,
        PartyId = party.Id,
        PersonId = person,
        Name = name,
        Title = title,
        Since = today,
    };

    public void HandOver(DateOnly today) => Until = today;

    internal sealed class Configuration : IEntityTypeConfiguration<PartyOwner>
    {
        public void Configure(EntityTypeBuilder<PartyOwner> builder)
        {
            builder.ToTable("partnership_owner");
            builder.HasKey(o => o.Id);
            builder.Property(o => o.Name).HasMaxLength(Partnership.LongestName);
            builder.Property(o => o.Title).HasMaxLength(Typed.Line);
            builder.HasIndex(o => o.PartnershipId);
            builder.HasIndex(o => new { o.NetworkId, o.PersonId });
            builder.HasOne<Party>().WithMany().HasForeignKey(o => o.PartyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
