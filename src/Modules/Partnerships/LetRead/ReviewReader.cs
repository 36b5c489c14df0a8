using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

internal enum ReaderState
{
    /// <summary>A side still has to say yes or no.</summary>
    Proposed,
    Allowed,
    Refused,

    /// <summary>A side has taken its yes back.</summary>
    Ended,
}

/// <param name="Why">Of a no, or of a yes that is taken back.</param>
internal sealed record ReaderVoice(int Party, bool Yes, string Name, DateOnly On, string Why);

/// <summary>
/// Somebody who is not of the sides and may read one report. Every side says yes or no; a no stays on record as well. Without
/// an account the report goes on paper, and the row says that it may.
/// </summary>
internal sealed class ReviewReader : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal NoName = new("reader.no-name", "Choose a person of the network, or write a name.", "Name");
    public static readonly Refusal NoFrom = new("reader.no-from", "Say from which organisation.", "From");
    public static readonly Refusal NoWhy = new("reader.no-why", "Say what they read it for.", "Why");
    public static readonly Refusal NoReason = new("reader.no-reason", "Say why.", "Reason");
    public static readonly Refusal OfASide = new("reader.of-a-side", "The sides read it anyway.", "Person");
    public static readonly Refusal Twice = new("reader.twice", "There is a decision on this reader already, or one is waiting.", "Name");
    public static readonly Refusal Said = new("reader.said", "Your side has decided on this reader already.");

    private ReviewReader()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public ReviewId ReviewId { get; private set; }

    /// <summary>Null: reads on paper.</summary>
    public PersonId? PersonId { get; private set; }

    public string Name { get; private set; } = "";

    public string From { get; private set; } = "";

    public string Why { get; private set; } = "";

    public ReaderState State { get; private set; }

    public IReadOnlyList<ReaderVoice> Voices { get; private set; } = [];

    public DateOnly ProposedOn { get; private set; }

    public int Version { get; private set; }

    public static (ReviewReader? Reader, Refusal? Refusal) Propose(PartnershipReview review, PersonId? person, string? name, string? from, string? why, ReaderVoice voice, TimeProvider clock)
    {
        var refusal = FormText.Check(name, Partnership.LongestName, "Name", NoName) ?? FormText.Check(from, Partnership.LongestName, "From", NoFrom) ?? FormText.Check(why, Typed.Line, "Why", NoWhy);
        return refusal is not null ? (null, refusal) : (new ReviewReader
        {
            Id = EntityId.New<PartnershipRowId>(clock),
            NetworkId = review.NetworkId,
            PartnershipId = review.PartnershipId,
            ReviewId = review.Id,
            PersonId = person,
            Name = FormText.Tidy(name),
            From = FormText.Tidy(from),
            Why = FormText.Tidy(why),
            Voices = [voice],
            ProposedOn = voice.On,
        }, null);
    }

    /// <param name="sides">Numbers of the sides whose yes it takes.</param>
    public Refusal? Decide(ReaderVoice voice, IReadOnlyCollection<int> sides)
    {
        var takesBack = State == ReaderState.Allowed && !voice.Yes;
        var refusal = !takesBack && (State != ReaderState.Proposed || Voices.Any(v => v.Party == voice.Party && v.Yes == voice.Yes)) ? Said : voice.Yes ? null : FormText.Check(voice.Why, Typed.Line, "Reason", NoReason);
        if (refusal is not null)
        {
            return refusal;
        }

        Voices = [.. Voices, voice with { Why = FormText.Tidy(voice.Why) }];
        State = takesBack ? ReaderState.Ended : !voice.Yes ? ReaderState.Refused : sides.All(s => Voices.Any(v => v.Party == s && v.Yes)) ? ReaderState.Allowed : ReaderState.Proposed;
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ReviewReader>
    {
        public void Configure(EntityTypeBuilder<ReviewReader> builder)
        {
            builder.ToTable("partnership_review_reader");
            builder.HasKey(r => r.Id);
            builder.Property(r => r.Name).HasMaxLength(Partnership.LongestName);
            builder.Property(r => r.From).HasMaxLength(Partnership.LongestName);
            builder.Property(r => r.Why).HasMaxLength(Typed.Line);
            builder.Property(r => r.Voices).HasConversion(ListColumn.Converter<ReaderVoice>(), ListColumn.Comparer<ReaderVoice>());
            builder.HasIndex(r => r.ReviewId);
            builder.HasIndex(r => new { r.NetworkId, r.PersonId });
            builder.HasOne<PartnershipReview>().WithMany().HasForeignKey(r => r.ReviewId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
