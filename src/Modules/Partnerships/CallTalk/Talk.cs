using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

/// <param name="Day">By the clock of the side that calls.</param>
internal sealed record TalkTerms(DateOnly? Day, TimeOnly? Time, int? Minutes, string? How, string? About)
{
    public static readonly Refusal NoDay = new("talk.no-day", "Choose a day from today on.", nameof(Day));
    public static readonly Refusal NoTime = new("talk.no-time", "Say at what time, by your own clock.", nameof(Time));
    public static readonly Refusal NoMinutes = new("talk.no-minutes", "Between {0} and {1} minutes.", nameof(Minutes), Talk.Shortest, Talk.Longest);
    public static readonly Refusal NoHow = new("talk.no-how", "Say how you meet: by telephone, by video, in a room.", nameof(How));

    public Refusal? Check(DateOnly today) =>
        Day is not { } day || day < today ? NoDay
        : Time is null ? NoTime
        : Minutes is not (>= Talk.Shortest and <= Talk.Longest) ? NoMinutes
        : FormText.Check(How, Typed.Line, nameof(How), NoHow) ?? FormText.Check(About, Typed.Line, nameof(About));
}

/// <summary>A talk between the sides that is still to come: one moment, each side's own clock, and an answer asked of each.</summary>
internal sealed class Talk : IOwnedByNetwork, IVersioned
{
    public const int Shortest = 5;
    public const int Longest = 720;

    public static readonly Refusal CalledOff = new("talk.called-off", "This talk was called off.");

    private Talk()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    /// <summary>The side that calls.</summary>
    public PartyId PartyId { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public int Minutes { get; private set; }

    public string How { get; private set; } = "";

    public string About { get; private set; } = "";

    /// <summary>As the plan's language profile said when it was called.</summary>
    public bool NeedsInterpreter { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset CalledAt { get; private set; }

    public DateTimeOffset? CalledOffAt { get; private set; }

    public int Version { get; private set; }

    public static (Talk? Talk, Refusal? Refusal) Call(Party side, TalkTerms terms, bool interpreter, string byName, TimeProvider clock) => terms.Check(clock.Today(side.Zone)) is { } refusal ? (null, refusal) : (new Talk
    {
        Id = EntityId.New<PartnershipRowId>(clock),
        NetworkId = side.NetworkId,
        PartnershipId = side.PartnershipId,
        PartyId = side.Id,
        StartsAt = LocalDay.Moment(terms.Day!.Value, terms.Time!.Value, side.Zone),
        Minutes = terms.Minutes!.Value,
        How = FormText.Tidy(terms.How),
        About = FormText.Tidy(terms.About),
        NeedsInterpreter = interpreter,
        ByName = byName,
        CalledAt = clock.GetUtcNow(),
    }, null);

    public Refusal? CallOff(DateTimeOffset now)
    {
        if (CalledOffAt is not null)
        {
            return CalledOff;
        }

        CalledOffAt = now;
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Talk>
    {
        public void Configure(EntityTypeBuilder<Talk> builder)
        {
            builder.ToTable("partnership_talk");
            builder.HasKey(t => t.Id);
            builder.Property(t => t.How).HasMaxLength(Typed.Line);
            builder.Property(t => t.About).HasMaxLength(Typed.Line);
            builder.Property(t => t.ByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(t => new { t.PartnershipId, t.StartsAt });
            builder.HasOne<Partnership>().WithMany().HasForeignKey(t => t.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal enum AskedFor
{
    Talk,
    Message,
}

internal enum SideAnswer
{
    Waiting,
    Comes,
    CannotCome,
    Answered,
}

/// <summary>
/// One question to one side: does it come, or what does it answer. A side without accounts gets a link of its own for it, so
/// that a reply needs one page and one press, and no other link ends with it.
/// </summary>
internal sealed class SideAsk : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal NoAnswer = new("ask.no-answer", "Choose an answer.", "Answer");
    public static readonly Refusal Closed = new("ask.closed", "This is answered or called off already.");

    private SideAsk()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public PartyId PartyId { get; private set; }

    public AskedFor For { get; private set; }

    /// <summary>The talk, or the message.</summary>
    public PartnershipRowId AboutId { get; private set; }

    public byte[] SecretHash { get; private set; } = [];

    public SideAnswer Answer { get; private set; }

    public string Words { get; private set; } = "";

    public string ByName { get; private set; } = "";

    public DateTimeOffset? AnsweredAt { get; private set; }

    public int Version { get; private set; }

    public static SideAsk Of(Party side, AskedFor what, PartnershipRowId about, TimeProvider clock) => new()
    {
        Id = EntityId.New<PartnershipRowId>(clock),
        NetworkId = side.NetworkId,
        PartnershipId = side.PartnershipId,
        PartyId = side.Id,
        For = what,
        AboutId = about,
    };

    public string NewLink()
    {
        var secret = RandomSecret.New();
        SecretHash = Vault.SecretHash.Of(secret);
        return secret;
    }

    /// <summary>The address it went to is not the side's any more.</summary>
    public void EndLink() => SecretHash = [];

    public bool Knows(string? secret) => SecretHash.Length > 0 && Vault.SecretHash.Matches(secret, SecretHash);

    /// <summary>A talk is answered as often as plans change; a message once.</summary>
    public Refusal? Say(SideAnswer? answer, string? words, string byName, DateTimeOffset now)
    {
        var fits = For == AskedFor.Talk ? answer is SideAnswer.Comes or SideAnswer.CannotCome : answer is SideAnswer.Answered;
        var refusal = !fits ? NoAnswer : For == AskedFor.Message && Answer != SideAnswer.Waiting ? Closed : FormText.Check(words, Typed.Paragraph, "Words");
        if (refusal is null)
        {
            (Answer, Words, ByName, AnsweredAt) = (answer!.Value, FormText.Tidy(words), byName, now);
        }

        return refusal;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<SideAsk>
    {
        public void Configure(EntityTypeBuilder<SideAsk> builder)
        {
            builder.ToTable("partnership_ask");
            builder.HasKey(a => a.Id);
            builder.Property(a => a.SecretHash).HasMaxLength(32);
            builder.Property(a => a.Words).HasMaxLength(Typed.Paragraph);
            builder.Property(a => a.ByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(a => new { a.AboutId, a.PartyId }).IsUnique();
            builder.HasIndex(a => a.PartnershipId);
            builder.HasOne<Party>().WithMany().HasForeignKey(a => a.PartyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
