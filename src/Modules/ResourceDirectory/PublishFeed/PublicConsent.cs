using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>How a practitioner agreed.</summary>
internal enum ConsentWay
{
    OnPaper,
    ByMail,

    /// <summary>On the page of the yearly check, reached by the link in a mail.</summary>
    ByCheckLink,
}

/// <param name="GivenBy">Who agreed: the practitioner, or whoever may speak for them.</param>
internal sealed record NewConsent(string? GivenBy, ConsentWay Way, DateOnly? GivenOn, DateOnly? Until);

/// <summary>
/// A practitioner agreed that the public may read what one school says of them, through this network, until a day. Kept with
/// the network, as the copy it is about is: whoever builds the public record must be able to see it, whichever school acts.
/// A line that is never changed, only withdrawn.
/// </summary>
internal sealed class PublicConsent : IOwnedByNetwork, IVersioned
{
    public const int LongestYears = 3;

    public static readonly Refusal Missing =
        new("consent.missing", "This is a person: the public may read of them only with their consent. Write down who gave it.", "GivenBy");

    public static readonly Refusal NoDay = new("consent.no-day", "Write the day on which consent was given.", "GivenOn");

    public static readonly Refusal InFuture = new("consent.in-future", "This day has not come yet.", "GivenOn");

    public static readonly Refusal NoEnd = new("consent.no-end", "Write until when it holds: a day to come, within {0} years.", "Until", LongestYears);

    public static readonly Refusal NoneToWithdraw = new("consent.none", "There is no consent to withdraw.");

    private PublicConsent()
    {
    }

    public DirectoryRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public ListingId ListingId { get; private set; }

    /// <summary>Whose listing it is. Not an ownership: the row is the network's.</summary>
    public OrganisationId School { get; private set; }

    public string GivenBy { get; private set; } = "";

    public ConsentWay Way { get; private set; }

    public DateOnly GivenOn { get; private set; }

    /// <summary>Last day on which it holds.</summary>
    public DateOnly Until { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string RecordedByName { get; private set; } = "";

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string WithdrawnByName { get; private set; } = "";

    public int Version { get; private set; }

    public static Refusal? Check(NewConsent consent, DateOnly today) =>
        string.IsNullOrWhiteSpace(consent.GivenBy) || consent.GivenBy.Trim().Length > ListingDraft.LongestName ? Missing
        : consent.GivenOn is not { } given ? NoDay
        : given > today ? InFuture
        : consent.Until is not { } until || until < today || until > today.AddYears(LongestYears) ? NoEnd
        : null;

    /// <param name="consent">Checked before.</param>
    public static PublicConsent Give(NetworkId network, ListingId listing, OrganisationId school, NewConsent consent, string recordedBy, TimeProvider clock) => new()
    {
        Id = EntityId.New<DirectoryRowId>(clock),
        NetworkId = network,
        ListingId = listing,
        School = school,
        GivenBy = consent.GivenBy!.Trim(),
        Way = consent.Way,
        GivenOn = consent.GivenOn!.Value,
        Until = consent.Until!.Value,
        RecordedAt = clock.GetUtcNow(),
        RecordedByName = recordedBy,
        Version = 1,
    };

    public bool Holds(DateOnly today) => WithdrawnAt is null && Until >= today;

    public void Withdraw(string by, TimeProvider clock) => (WithdrawnAt, WithdrawnByName) = (WithdrawnAt ?? clock.GetUtcNow(), WithdrawnAt is null ? by : WithdrawnByName);

    public static string Label(ConsentWay way) => way switch
    {
        ConsentWay.OnPaper => "On paper",
        ConsentWay.ByMail => "By mail",
        ConsentWay.ByCheckLink => "On the page of the yearly check",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    internal sealed class Configuration : IEntityTypeConfiguration<PublicConsent>
    {
        public void Configure(EntityTypeBuilder<PublicConsent> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.GivenBy).HasMaxLength(ListingDraft.LongestName);
            builder.Property(c => c.RecordedByName).HasMaxLength(300);
            builder.Property(c => c.WithdrawnByName).HasMaxLength(300);
            builder.HasIndex(c => new { c.NetworkId, c.ListingId });
        }
    }
}
