using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

internal enum RecordKind
{
    Service,
    Organization,
    ServiceAtLocation,
}

/// <summary>One object of the feed about to be kept: its JSON, and what requests choose by.</summary>
internal sealed record FeedObject(RecordKind Kind, Guid Id, Guid Organization, string Name, string Body)
{
    public string SearchText { get; init; } = "";

    /// <summary>Ids of terms and of their taxonomies, with bars around each.</summary>
    public string Terms { get; init; } = "";

    /// <summary>Folded postcode without blanks.</summary>
    public string Postcode { get; init; } = "";

    public MapPlace? Place { get; init; }
}

/// <summary>
/// One object of a network's public feed as it goes out. Made wholly of what schools made public, in the commit of whatever
/// changes that (<see cref="PublicUpkeep"/>); what was taken out keeps its id and the moment, and nothing else.
/// </summary>
internal sealed class PublicRecord : IOwnedByNetwork, IVersioned
{
    /// <summary>So long a service that was taken out is told as gone to those who ask what changed.</summary>
    public const int DaysTold = 365;

    private PublicRecord()
    {
    }

    public Guid Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public EntryId EntryId { get; private set; }

    public RecordKind Kind { get; private set; }

    public Guid Organization { get; private set; }

    public string Name { get; private set; } = "";

    public string SearchText { get; private set; } = "";

    public string Terms { get; private set; } = "";

    public string Postcode { get; private set; } = "";

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    public string Body { get; private set; } = "";

    /// <summary>To the millisecond, as it is told. One moment for all objects of an entry.</summary>
    public DateTimeOffset LastModified { get; private set; }

    /// <summary>Last day on which it may be read; null: no end. Asked at each reading, so that nothing depends on a job.</summary>
    public DateOnly? Until { get; private set; }

    public DateTimeOffset? GoneAt { get; private set; }

    public int Version { get; private set; }

    public static PublicRecord Of(NetworkId network, EntryId entry, FeedObject shown, DateOnly? until, DateTimeOffset at)
    {
        var record = new PublicRecord { Id = shown.Id, NetworkId = network, EntryId = entry, Kind = shown.Kind };
        record.Show(shown, until, at);
        return record;
    }

    public bool Shows(FeedObject shown, DateOnly? until) =>
        GoneAt is null && Until == until && Organization == shown.Organization && string.Equals(Body, shown.Body, StringComparison.Ordinal)
        && SearchText == shown.SearchText && Terms == shown.Terms && Postcode == shown.Postcode;

    public void Show(FeedObject shown, DateOnly? until, DateTimeOffset at)
    {
        (Organization, Name, Body) = (shown.Organization, shown.Name, shown.Body);
        (SearchText, Terms, Postcode) = (shown.SearchText, shown.Terms, shown.Postcode);
        (Latitude, Longitude) = (shown.Place?.Latitude, shown.Place?.Longitude);
        (Until, GoneAt, LastModified) = (until, null, at);
        Version++;
    }

    /// <summary>Out of the feed. Nothing of the person or service stays behind.</summary>
    public void Withdraw(DateTimeOffset at)
    {
        (Name, Body, SearchText, Terms, Postcode, Latitude, Longitude) = ("", "", "", "", "", null, null);
        (Until, GoneAt, LastModified) = (null, at, at);
        Version++;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<PublicRecord>
    {
        public void Configure(EntityTypeBuilder<PublicRecord> builder)
        {
            builder.HasKey(r => r.Id);
            builder.Property(r => r.Name).HasMaxLength(ListingDraft.LongestName);
            builder.Property(r => r.Postcode).HasMaxLength(40);
            builder.HasIndex(r => new { r.NetworkId, r.Kind, r.LastModified, r.Id });
            builder.HasIndex(r => r.EntryId);
        }
    }
}
