using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>
/// What one school lends to the network of one listing: a copy of exactly the shared facts, never the note. All work
/// across schools happens on these copies, so that no query ever reaches into a school's own rows. Its id is the
/// listing's, so that what people decided about it still holds when it is taken back and shared again.
/// </summary>
internal sealed class Contribution : IOwnedByNetwork
{
    private Contribution()
    {
    }

    public ListingId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    /// <summary>Who said it. Not an ownership: rows are the network's while they are lent.</summary>
    public OrganisationId Source { get; private set; }

    public string SourceName { get; private set; } = "";

    public EntryId EntryId { get; private set; }

    public ListingPlace Place { get; private set; }

    public EntryKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<Fact> Facts { get; private set; } = [];

    public DateTimeOffset SharedAt { get; private set; }

    /// <summary>Day the facts were last said to be so: the list's own date where it has one, else the day they were written.</summary>
    public DateOnly SaidOn { get; private set; }

    /// <summary>A person said that this is the same person as others of the entry, at a place of its own.</summary>
    public bool OtherPlace { get; private set; }

    public static Contribution Of(Listing listing, NetworkId network, string sourceName, EntryId entry)
    {
        var contribution = new Contribution
        {
            Id = listing.Id,
            NetworkId = network,
            Source = listing.OrganisationId,
            SourceName = sourceName,
            EntryId = entry,
            SharedAt = listing.SharedAt ?? listing.ChangedAt,
        };
        contribution.Follow(listing);
        return contribution;
    }

    /// <summary>Takes over what the school changed on its line.</summary>
    public void Follow(Listing listing)
    {
        (Place, Kind, Name, Facts) = (listing.Place, listing.Kind, listing.Name, listing.Facts);
        SaidOn = DateOnly.TryParse(listing.Facts.FirstOrDefault(f => f.Field == FactField.ConfirmedOn)?.Code, System.Globalization.CultureInfo.InvariantCulture, out var said)
            ? said
            : DateOnly.FromDateTime(listing.ChangedAt.UtcDateTime);
    }

    public void MoveTo(EntryId entry) => EntryId = entry;

    public void StandAtOtherPlace(bool other) => OtherPlace = other;

    internal sealed class Configuration : IEntityTypeConfiguration<Contribution>
    {
        public void Configure(EntityTypeBuilder<Contribution> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Name).HasMaxLength(ListingDraft.LongestName);
            builder.Property(c => c.SourceName).HasMaxLength(300);
            builder.Property(c => c.Facts).HasConversion(JsonColumn.Converter<Fact>(), JsonColumn.Comparer<Fact>());
            builder.HasIndex(c => c.EntryId);
            builder.HasIndex(c => new { c.NetworkId, c.Source });
        }
    }
}
