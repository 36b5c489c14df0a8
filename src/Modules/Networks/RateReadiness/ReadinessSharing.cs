using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal enum ReadinessLevel
{
    /// <summary>Nobody outside the school.</summary>
    Own,

    /// <summary>Peers see one word for each area.</summary>
    Banded,

    /// <summary>Peers see each item with its state and next look; never notes and owners.</summary>
    Open,
}

/// <summary>What the school lets its peers see of its self-audit.</summary>
internal sealed class ReadinessSharing : IOwnedByOrganisation, IVersioned
{
    private ReadinessSharing()
    {
    }

    public OrganisationId OrganisationId { get; private set; }

    public ReadinessLevel Level { get; private set; }

    /// <summary>
    /// Raised with every change of an item while something is shown: closing and rating at the same moment then collide, and
    /// nothing is shown again that was just closed.
    /// </summary>
    public DateTimeOffset FollowedAt { get; private set; }

    public int Version { get; private set; }

    public static ReadinessSharing Of(OrganisationId school) => new() { OrganisationId = school };

    public void Choose(ReadinessLevel level) => Level = level;

    public void Follow(DateTimeOffset now) => FollowedAt = Level == ReadinessLevel.Own ? FollowedAt : now;

    internal sealed class Configuration : IEntityTypeConfiguration<ReadinessSharing>
    {
        public void Configure(EntityTypeBuilder<ReadinessSharing> builder)
        {
            builder.HasKey(s => s.OrganisationId);
            builder.Property(s => s.OrganisationId).ValueGeneratedNever();
        }
    }
}

internal enum ReadinessBandWord
{
    /// <summary>Fewer than <see cref="ReadinessBand.FewestItems"/> items, or most of them not looked at: a word would tell of single items, or of nothing.</summary>
    TooEarly,
    NeedsWork,
    OnTheWay,
    Firm,
}

/// <summary>One word of one school about one area, told to one network. All that peers get at the level "banded".</summary>
internal sealed class ReadinessBand : IOwnedByOrganisation, IOwnedByNetwork
{
    /// <summary>Of one or two items a band would give the state away.</summary>
    public const int FewestItems = 3;

    private ReadinessBand()
    {
    }

    internal ReadinessBand(OrganisationId school, NetworkId network, ReadinessArea area, ReadinessBandWord word) =>
        (OrganisationId, NetworkId, Area, Word) = (school, network, area, word);

    public OrganisationId OrganisationId { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public ReadinessArea Area { get; private set; }

    public ReadinessBandWord Word { get; private set; }

    internal void Say(ReadinessBandWord word) => Word = word;

    /// <summary>In place counts one, under way a half; from 80 of 100 firm, from 45 on the way.</summary>
    public static ReadinessBandWord Of(IReadOnlyCollection<ReadinessState> states)
    {
        var looked = states.Where(s => s != ReadinessState.NotLookedAt).ToList();
        if (looked.Count < FewestItems || looked.Count * 2 < states.Count)
        {
            return ReadinessBandWord.TooEarly;
        }

        var points = looked.Sum(s => s switch { ReadinessState.InPlace => 2, ReadinessState.Underway => 1, _ => 0 }) * 50;
        return points >= 80 * looked.Count ? ReadinessBandWord.Firm : points >= 45 * looked.Count ? ReadinessBandWord.OnTheWay : ReadinessBandWord.NeedsWork;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ReadinessBand>
    {
        public void Configure(EntityTypeBuilder<ReadinessBand> builder)
        {
            builder.HasKey(b => new { b.OrganisationId, b.NetworkId, b.Area });
            builder.HasOne<Network>().WithMany().HasForeignKey(b => b.NetworkId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>One item as told to one network, at the level "open" only: no note, no owner.</summary>
internal sealed class ReadinessShown : IOwnedByOrganisation, IOwnedByNetwork
{
    private ReadinessShown()
    {
    }

    internal ReadinessShown(ReadinessItem item, NetworkId network)
    {
        (ItemId, NetworkId, OrganisationId, Area) = (item.Id, network, item.OrganisationId, item.Area);
        Tell(item);
    }

    public ReadinessItemId ItemId { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public ReadinessArea Area { get; private set; }

    public string Text { get; private set; } = "";

    public ReadinessState State { get; private set; }

    public DateOnly? ReviewOn { get; private set; }

    internal void Tell(ReadinessItem item) => (Text, State, ReviewOn) = (item.Text, item.State, item.ReviewOn);

    internal sealed class Configuration : IEntityTypeConfiguration<ReadinessShown>
    {
        public void Configure(EntityTypeBuilder<ReadinessShown> builder)
        {
            builder.HasKey(i => new { i.ItemId, i.NetworkId });
            builder.Property(i => i.Text).HasMaxLength(ReadinessItem.LongestText);
            builder.HasIndex(i => new { i.NetworkId, i.OrganisationId });
            builder.HasOne<Network>().WithMany().HasForeignKey(i => i.NetworkId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
