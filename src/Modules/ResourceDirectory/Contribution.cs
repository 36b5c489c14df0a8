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

    /// <summary>The school lends it to the public feed, too. What really goes out, <see cref="PublicEntry"/> decides.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>It is about one person, whatever of that the school keeps to itself.</summary>
    public bool NeedsConsent { get; private set; }

    /// <summary>Day the facts were last said to be so: the list's own date where it has one, else the day they were written.</summary>
    public DateOnly SaidOn { get; private set; }

    /// <summary>A person said that this is the same person as others of the entry, at a place of its own.</summary>
    public bool OtherPlace { get; private set; }

    /// <summary>Day and person of the last change in the school's own line. Changing is not confirming.</summary>
    public DateOnly ChangedOn { get; private set; }

    public string ChangedByName { get; private set; } = "";

    /// <summary>The newest word on each group of facts, of whoever gave it; the lines themselves are <see cref="Assurance"/>.</summary>
    public IReadOnlyList<Assured> Assured { get; private set; } = [];

    /// <summary>Facts that no list says; they stay beside the school's.</summary>
    public IReadOnlyList<AddedWord> Added { get; private set; } = [];

    /// <summary>Campaigns in a row that ended without a word.</summary>
    public int SilentChecks { get; private set; }

    public DateOnly? SilentSince { get; private set; }

    /// <summary>Left, withdrew or is gone; the why stands in <see cref="Departure"/>.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Folded names of communities that some school confirms from its own experience.</summary>
    public IReadOnlyList<string> ConfirmedCommunities { get; private set; } = [];

    public static Contribution Of(Listing listing, NetworkId network, string sourceName, EntryId entry, IReadOnlyCollection<FactField> keptByDefault)
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
        contribution.Follow(listing, keptByDefault);
        return contribution;
    }

    /// <summary>Takes over what the school changed on its line, without what it keeps to itself.</summary>
    public void Follow(Listing listing, IReadOnlyCollection<FactField> keptByDefault)
    {
        (Place, Kind, Name, Facts, SaidOn) = (listing.Place, listing.Kind, listing.Name, LentFacts.Of(listing, keptByDefault), LentFacts.SaidOn(listing));
        NeedsConsent = PublicEntry.IsPerson(listing.Kind, listing.Facts);
        IsPublic = listing.Sharing == Sharing.PublicFeed && listing.Place == ListingPlace.Outside;
        (ChangedOn, ChangedByName) = (DateOnly.FromDateTime(listing.ChangedAt.UtcDateTime), listing.ChangedByName);
    }

    public void Assure(IReadOnlyList<Assured> newest) => Assured = newest;

    public void Add(IEnumerable<AddedWord> words) =>
        Added = [.. Added.Where(a => !words.Any(w => w.Fact.Field == a.Fact.Field && w.School == a.School)), .. words];

    public void TakeBackWords(Guid said) => Added = [.. Added.Where(a => a.Said != said)];

    public void Heard() => (SilentChecks, SilentSince) = (0, null);

    public void NotHeard(DateOnly since) => (SilentChecks, SilentSince) = (SilentChecks + 1, since);

    /// <summary>As it was before an answer that is taken back.</summary>
    public void NotHeard(int checks, DateOnly? since) => (SilentChecks, SilentSince) = (checks, since);

    public void Leave(DateOnly? on) => LeftOn = on;

    /// <summary>Another school's copy is taken back; what people said about the entry as a whole stays with those that remain.</summary>
    public void TakeOver(Contribution gone)
    {
        Assured = [.. Assured.Concat(gone.Assured).GroupBy(a => a.Group).Select(g => g.MaxBy(a => a.On)!)];
        Added = [.. gone.Added.Where(a => !Added.Any(b => b.Fact.Field == a.Fact.Field && b.School == a.School)), .. Added];
        LeftOn ??= gone.LeftOn;
        ConfirmCommunities(ConfirmedCommunities.Concat(gone.ConfirmedCommunities));
    }

    /// <summary>Out of the public feed, whatever becomes of it in the network.</summary>
    public void KeepFromPublic() => IsPublic = false;

    public void MoveTo(EntryId entry) => EntryId = entry;

    public void StandAtOtherPlace(bool other) => OtherPlace = other;

    public void ConfirmCommunities(IEnumerable<string> communities) => ConfirmedCommunities = [.. communities.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal sealed class Configuration : IEntityTypeConfiguration<Contribution>
    {
        public void Configure(EntityTypeBuilder<Contribution> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Name).HasMaxLength(ListingDraft.LongestName);
            builder.Property(c => c.SourceName).HasMaxLength(300);
            builder.Property(c => c.Facts).HasConversion(JsonColumn.Converter<Fact>(), JsonColumn.Comparer<Fact>());
            builder.Property(c => c.ChangedByName).HasMaxLength(200);
            builder.Property(c => c.Assured).HasConversion(JsonColumn.Converter<Assured>(), JsonColumn.Comparer<Assured>());
            builder.Property(c => c.Added).HasConversion(JsonColumn.Converter<AddedWord>(), JsonColumn.Comparer<AddedWord>());
            builder.Property(c => c.ConfirmedCommunities).HasConversion(JsonColumn.Converter<string>(), JsonColumn.Comparer<string>());
            builder.HasIndex(c => c.EntryId);
            builder.HasIndex(c => new { c.NetworkId, c.Source });
        }
    }
}
