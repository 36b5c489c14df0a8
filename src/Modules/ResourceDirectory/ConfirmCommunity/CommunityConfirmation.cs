using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>
/// A school says from its own experience that a professional really works with a community. Without one, the claim is
/// self-declared and labelled so.
/// </summary>
internal sealed class CommunityConfirmation : IOwnedByNetwork, IAboutEntry
{
    public static readonly Refusal NotClaimed = new("community.not-claimed", "This entry does not name this community.");

    private CommunityConfirmation()
    {
    }

    public DirectoryRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public EntryId EntryId { get; private set; }

    public ListingId About { get; private set; }

    /// <summary>Folded, so that another spelling is the same community.</summary>
    public string Community { get; private set; } = "";

    public OrganisationId Source { get; private set; }

    public string SourceName { get; private set; } = "";

    public DateOnly On { get; private set; }

    public static CommunityConfirmation Of(EntryAnchor entry, string community, Actor by, DateOnly on, TimeProvider clock) => new()
    {
        Id = EntityId.New<DirectoryRowId>(clock),
        NetworkId = entry.Network,
        EntryId = entry.Entry,
        About = entry.About,
        Community = SearchWords.Key(community),
        Source = by.Organisation!.Value,
        SourceName = by.OrganisationName ?? "",
        On = on,
    };

    /// <summary>The fact as search sees it.</summary>
    public static Fact Mark(Fact fact, IReadOnlySet<string> confirmed) =>
        fact.Field == FactField.Cultures && confirmed.Count > 0 && confirmed.Contains(SearchWords.Key(fact.Text)) ? fact with { Detail = CultureSaid.Confirmed } : fact;

    /// <summary>Confirmed again: the newer day counts.</summary>
    public void Renew(DateOnly on) => On = on;

    internal sealed class Configuration : IEntityTypeConfiguration<CommunityConfirmation>
    {
        public void Configure(EntityTypeBuilder<CommunityConfirmation> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Community).HasMaxLength(SearchWords.LongestKey);
            builder.Property(c => c.SourceName).HasMaxLength(300);
            builder.HasIndex(c => new { c.About, c.Source, c.Community }).IsUnique();
            builder.HasIndex(c => c.EntryId);
            builder.HasIndex(c => c.NetworkId);
        }
    }
}
