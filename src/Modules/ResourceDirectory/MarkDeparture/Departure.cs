using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

internal enum DepartureReason
{
    /// <summary>Left the city or the post.</summary>
    Left,

    /// <summary>Asked to be taken off the list.</summary>
    Withdrew,

    /// <summary>Nobody is there any more: closed, number dead.</summary>
    Gone,
}

/// <summary>
/// Somebody is not there any more. The entry stays, says since when, and points to who follows; schools that list it are told
/// until each has said that it has seen it. Taking it back leaves this line, marked.
/// </summary>
internal sealed class Departure : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal NoDay = new("departure.no-day", "Write the day they left.", "LeftOn");
    public static readonly Refusal InFuture = new("departure.in-future", "This day is still to come. Write it as the day they are expected to leave.", "LeftOn");
    public static readonly Refusal Already = new("departure.already", "It is marked as left already.");
    public static readonly Refusal NotLeft = new("departure.not-left", "It is not marked as left.");
    public static readonly Refusal NoSuchEntry = new("departure.no-such-entry", "Choose an entry of the directory, or write a name.", "Successor");

    private Departure()
    {
    }

    public DirectoryRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public ListingId About { get; private set; }

    public string Name { get; private set; } = "";

    public DateOnly LeftOn { get; private set; }

    public DepartureReason Reason { get; private set; }

    public string SuccessorName { get; private set; } = "";

    /// <summary>The listing the successor's entry began with; null: a name that is in no list yet.</summary>
    public ListingId? Successor { get; private set; }

    public string ByName { get; private set; } = "";

    public string SchoolName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Schools that have said they saw it, with bars: <c>|id|id|</c>.</summary>
    public string SeenBy { get; private set; } = "|";

    /// <summary>The answer it came with; undoing that undoes this.</summary>
    public Guid? Said { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public string? UndoneByName { get; private set; }

    public int Version { get; private set; }

    public static Departure Mark(NetworkId network, ListingId about, string name, DateOnly leftOn, DepartureReason reason, CheckSpeaker by, Guid? said, TimeProvider clock) => new()
    {
        Id = EntityId.New<DirectoryRowId>(clock),
        NetworkId = network,
        About = about,
        Name = name,
        LeftOn = leftOn,
        Reason = reason,
        ByName = by.Name,
        SchoolName = by.SchoolName,
        At = clock.GetUtcNow(),
        Said = said,
    };

    public void FollowedBy(string name, ListingId? successor) => (SuccessorName, Successor) = (name, successor);

    public void Seen(OrganisationId school) => SeenBy = SeenBy.Contains($"|{school}|", StringComparison.Ordinal) ? SeenBy : $"{SeenBy}{school}|";

    public Refusal? Undo(string by, TimeProvider clock)
    {
        if (UndoneAt is not null)
        {
            return NotLeft;
        }

        (UndoneAt, UndoneByName) = (clock.GetUtcNow(), by);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Departure>
    {
        public void Configure(EntityTypeBuilder<Departure> builder)
        {
            builder.HasKey(d => d.Id);
            builder.Property(d => d.Name).HasMaxLength(ListingDraft.LongestName);
            builder.Property(d => d.SuccessorName).HasMaxLength(ListingDraft.LongestName);
            builder.Property(d => d.ByName).HasMaxLength(ListingDraft.LongestName);
            builder.Property(d => d.SchoolName).HasMaxLength(300);
            builder.HasIndex(d => new { d.NetworkId, d.About });
        }
    }
}
