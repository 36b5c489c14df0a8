using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>
/// What one school lends of one listing to one other school, chosen by name. It takes no part in the joint directory: only
/// lender and receiver see it. The lender writes it and takes it back.
/// </summary>
internal sealed class LentCopy : IOwnedByOrganisation, ILentByOrganisation
{
    private LentCopy()
    {
    }

    public ListingId ListingId { get; private set; }

    /// <summary>The receiver.</summary>
    public OrganisationId OrganisationId { get; private set; }

    public string ReceiverName { get; private set; } = "";

    public OrganisationId LenderId { get; private set; }

    public string LenderName { get; private set; } = "";

    /// <summary>Both were members when it was lent; when either leaves, it ends. Not an ownership: the network does not see it.</summary>
    public NetworkId Through { get; private set; }

    public ListingPlace Place { get; private set; }

    public EntryKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public string NameKey { get; private set; } = "";

    public string Profession { get; private set; } = "";

    public IReadOnlyList<Fact> Facts { get; private set; } = [];

    public string SearchText { get; private set; } = "";

    public DateTimeOffset LentAt { get; private set; }

    public DateOnly SaidOn { get; private set; }

    public static LentCopy Of(Listing listing, Lender lender, OrganisationId receiver, string receiverName, TimeProvider clock)
    {
        var copy = new LentCopy
        {
            ListingId = listing.Id,
            OrganisationId = receiver,
            ReceiverName = receiverName,
            LenderId = listing.OrganisationId,
            LenderName = lender.Name,
            Through = lender.Network,
            LentAt = clock.GetUtcNow(),
        };
        copy.Follow(listing, lender.KeptByDefault);
        return copy;
    }

    public void Follow(Listing listing, IReadOnlyCollection<FactField> keptByDefault)
    {
        (Place, Kind, Name, NameKey, SaidOn) = (listing.Place, listing.Kind, listing.Name, listing.NameKey, LentFacts.SaidOn(listing));
        Facts = LentFacts.Of(listing, keptByDefault);
        Profession = Facts.First(FactField.Profession) ?? Facts.First(FactField.SchoolRole) ?? Facts.First(FactField.Position) ?? "";
        SearchText = SearchWords.Of(Facts);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<LentCopy>
    {
        public void Configure(EntityTypeBuilder<LentCopy> builder)
        {
            builder.HasKey(c => new { c.ListingId, c.OrganisationId });
            builder.Property(c => c.Name).HasMaxLength(ListingDraft.LongestName);
            builder.Property(c => c.NameKey).HasMaxLength(SearchWords.LongestKey);
            builder.Property(c => c.ReceiverName).HasMaxLength(300);
            builder.Property(c => c.LenderName).HasMaxLength(300);
            builder.Property(c => c.Facts).HasConversion(JsonColumn.Converter<Fact>(), JsonColumn.Comparer<Fact>());
            builder.HasIndex(c => new { c.OrganisationId, c.NameKey });
            builder.HasIndex(c => c.LenderId);
        }
    }
}

/// <summary>Whoever lends: the name others read, the network it happens in, and what the school keeps of every listing.</summary>
internal sealed record Lender(string Name, NetworkId Network, IReadOnlyCollection<FactField> KeptByDefault);
