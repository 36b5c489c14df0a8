using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Instruments;

/// <summary>A party that is asked. Two people or fewer give one agreed sheet, and are told so before the first question.</summary>
internal sealed class WavePartner : IOwnedByNetwork
{
    private WavePartner()
    {
    }

    public WaveRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public WaveId WaveId { get; private set; }

    /// <summary>Null: a body outside the network.</summary>
    public OrganisationId? OrganisationId { get; private set; }

    public string Name { get; private set; } = "";

    public bool IsSheet { get; private set; }

    /// <summary>Known by the same name in every wave.</summary>
    public string Key => OrganisationId?.ToString() ?? Name.ToUpperInvariant();

    public static WavePartner Ask(Wave wave, OrganisationId? organisation, string name, int people, TimeProvider clock) => new()
    {
        Id = EntityId.New<WaveRowId>(clock),
        NetworkId = wave.NetworkId,
        WaveId = wave.Id,
        OrganisationId = organisation,
        Name = name,
        IsSheet = people <= Disclosure.MostForSheet,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<WavePartner>
    {
        public void Configure(EntityTypeBuilder<WavePartner> builder)
        {
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Name).HasMaxLength(200);
            builder.Ignore(p => p.Key);
            builder.HasIndex(p => p.WaveId);
            builder.HasOne<Wave>().WithMany().HasForeignKey(p => p.WaveId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>Answers: of one person, or the agreed sheet of a partner.</summary>
internal sealed class ResponseSet : IOwnedByNetwork, IVersioned
{
    private ResponseSet()
    {
    }

    public WaveRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public WaveId WaveId { get; private set; }

    public WaveRowId PartnerId { get; private set; }

    public string Answers { get; private set; } = "{}";

    public DateTimeOffset? SavedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public int Version { get; private set; }

    public AnswerSheet Sheet => AnswerSheet.Read(Answers);

    public static ResponseSet Begin(WavePartner partner, TimeProvider clock) => new()
    {
        Id = EntityId.New<WaveRowId>(clock),
        NetworkId = partner.NetworkId,
        WaveId = partner.WaveId,
        PartnerId = partner.Id,
    };

    public void Save(AnswerSheet sheet, DateTimeOffset now) => (Answers, SavedAt) = (sheet.Write(), now);

    public void Submit(DateTimeOffset now) => SubmittedAt ??= now;

    internal sealed class Configuration : IEntityTypeConfiguration<ResponseSet>
    {
        public void Configure(EntityTypeBuilder<ResponseSet> builder)
        {
            builder.HasKey(r => r.Id);
            builder.Ignore(r => r.Sheet);
            builder.HasIndex(r => r.WaveId);
            builder.HasOne<WavePartner>().WithMany().HasForeignKey(r => r.PartnerId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>Somebody asked. Whoever has no account gets a link, of which only a hash is kept.</summary>
internal sealed class Respondent : IOwnedByNetwork, IVersioned
{
    private Respondent()
    {
    }

    public WaveRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public WaveId WaveId { get; private set; }

    public WaveRowId PartnerId { get; private set; }

    public WaveRowId ResponseSetId { get; private set; }

    public PersonId? PersonId { get; private set; }

    public string Name { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string Language { get; private set; } = "en";

    public byte[] SecretHash { get; private set; } = [];

    /// <summary>Of links sent before by reminders, one hash after the other: whoever writes under one of them loses nothing.</summary>
    public byte[] EarlierHashes { get; private set; } = [];

    /// <summary>When the last mail with a link was written; null: never, since there is an account.</summary>
    public DateTimeOffset? MailedAt { get; private set; }

    /// <summary>0 none, 1 the one at half time, 2 the one before the last day.</summary>
    public int Reminders { get; private set; }

    public int Version { get; private set; }

    /// <summary>The same person in every wave, with or without an account.</summary>
    public string RaterKey => InstrumentText.Hash(Address);

    public static Respondent? Ask(ResponseSet set, PersonId? person, string name, string address, string language, TimeProvider clock)
    {
        var folded = address.Trim().ToLowerInvariant();
        return name.Trim().Length is 0 or > 120 || !OutboxMail.IsAddress(folded) ? null : new Respondent
        {
            Id = EntityId.New<WaveRowId>(clock),
            NetworkId = set.NetworkId,
            WaveId = set.WaveId,
            PartnerId = set.PartnerId,
            ResponseSetId = set.Id,
            PersonId = person,
            Name = name.Trim(),
            Address = folded,
            Language = language,
        };
    }

    /// <summary>A new link; every earlier one ends.</summary>
    public string NewSecret(DateTimeOffset now)
    {
        var secret = RandomSecret.New();
        (SecretHash, EarlierHashes, MailedAt) = (Vault.SecretHash.Of(secret), [], now);
        return secret;
    }

    /// <summary>The link of a reminder: the earlier ones go on, since somebody may be writing under one of them.</summary>
    public string Remind(int reminder, DateTimeOffset now)
    {
        var (before, secret) = ((byte[])[.. EarlierHashes, .. SecretHash], NewSecret(now));
        (EarlierHashes, Reminders) = (before, reminder);
        return secret;
    }

    public bool Knows(string? secret) =>
        SecretHash.Length > 0 && (Vault.SecretHash.Matches(secret, SecretHash) || EarlierHashes.Chunk(SecretHash.Length).Any(h => Vault.SecretHash.Matches(secret, h)));

    internal sealed class Configuration : IEntityTypeConfiguration<Respondent>
    {
        public void Configure(EntityTypeBuilder<Respondent> builder)
        {
            builder.HasKey(r => r.Id);
            builder.Property(r => r.Name).HasMaxLength(120);
            builder.Property(r => r.Address).HasMaxLength(254);
            builder.Property(r => r.Language).HasMaxLength(35);
            builder.Property(r => r.SecretHash).HasMaxLength(32);
            builder.Property(r => r.EarlierHashes).HasMaxLength(96);
            builder.Ignore(r => r.RaterKey);
            builder.HasIndex(r => new { r.WaveId, r.Address }).IsUnique();
            builder.HasIndex(r => new { r.NetworkId, r.PersonId });
            builder.HasOne<ResponseSet>().WithMany().HasForeignKey(r => r.ResponseSetId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>A level agreed in the consensus meeting of a partner.</summary>
internal sealed class AgreedLevel : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal NotALevel = new("level.not-a-level", "Choose one of the levels.");

    private AgreedLevel()
    {
    }

    public WaveRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public WaveId WaveId { get; private set; }

    public WaveRowId PartnerId { get; private set; }

    public string ItemKey { get; private set; } = "";

    public int Level { get; private set; }

    public string ByName { get; private set; } = "";

    public DateOnly On { get; private set; }

    public int Version { get; private set; }

    public static AgreedLevel Begin(WavePartner partner, string item, TimeProvider clock) => new()
    {
        Id = EntityId.New<WaveRowId>(clock),
        NetworkId = partner.NetworkId,
        WaveId = partner.WaveId,
        PartnerId = partner.Id,
        ItemKey = item,
    };

    public Refusal? Agree(int level, Actor by, DateOnly on)
    {
        if (level is < 1 or > InstrumentCheck.LevelCount)
        {
            return NotALevel;
        }

        if (level != Level)
        {
            (Level, ByName, On) = (level, by.Name, on);
        }

        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<AgreedLevel>
    {
        public void Configure(EntityTypeBuilder<AgreedLevel> builder)
        {
            builder.HasKey(l => l.Id);
            builder.Property(l => l.ItemKey).HasMaxLength(InstrumentText.LongestKey);
            builder.Property(l => l.ByName).HasMaxLength(120);
            builder.HasIndex(l => new { l.PartnerId, l.ItemKey }).IsUnique();
            builder.HasOne<WavePartner>().WithMany().HasForeignKey(l => l.PartnerId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
