using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

internal enum FeedReach
{
    /// <summary>Meetings this person is invited to.</summary>
    Mine,

    /// <summary>Meetings somebody of this person's school is invited to.</summary>
    School,

    /// <summary>All meetings of the network.</summary>
    Network,
}

/// <summary>
/// A read-only calendar that somebody's program fetches again and again. The address is the key: only the hash of its secret is
/// kept, it can be taken back on any day, and it ends with the post of whoever made it.
/// </summary>
internal sealed class CalendarFeedLink : IOwnedByNetwork, IVersioned
{
    public const int MostOfOne = 6;

    public static readonly Refusal TooMany = new("feed.too-many", "You have {0} calendar addresses. Take one back first.", "Reach", MostOfOne);

    private CalendarFeedLink()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    /// <summary>Whoever made it; the feed shows what this person may see, no more.</summary>
    public PersonId Holder { get; private set; }

    public PostId Post { get; private set; }

    public OrganisationId? School { get; private set; }

    public FeedReach Reach { get; private set; }

    public byte[] SecretHash { get; private set; } = [];

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public int Version { get; private set; }

    public static CalendarFeedLink Make(NetworkId network, Actor actor, FeedReach reach, string secret, TimeProvider clock) => new()
    {
        Id = EntityId.New<MeetingRowId>(clock),
        NetworkId = network,
        Holder = actor.Person,
        Post = actor.Post ?? default,
        School = actor.Organisation,
        Reach = reach,
        SecretHash = Vault.SecretHash.Of(secret),
        MadeAt = clock.GetUtcNow(),
    };

    public bool Knows(string? secret) => RevokedAt is null && Vault.SecretHash.Matches(secret, SecretHash);

    public void TakeBack(DateTimeOffset now) => RevokedAt ??= now;

    internal sealed class Configuration : IEntityTypeConfiguration<CalendarFeedLink>
    {
        public void Configure(EntityTypeBuilder<CalendarFeedLink> builder)
        {
            builder.HasKey(f => f.Id);
            builder.Property(f => f.SecretHash).HasMaxLength(32);
            builder.HasIndex(f => new { f.NetworkId, f.Holder });
        }
    }
}
