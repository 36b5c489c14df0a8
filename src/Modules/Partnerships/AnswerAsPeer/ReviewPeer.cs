using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

/// <summary>How a lens looks from outside; four steps of our own.</summary>
internal enum PeerStep
{
    Example,
    Secure,
    Growing,
    NotYet,
}

internal sealed record PeerNote(Lens Lens, string Text, PeerStep? Step);

internal sealed record PeerTerms(string? Name, string? From, string? Mail);

/// <summary>
/// Somebody from outside who looks along in a full review and writes notes by a link of their own. The link shows the focus and
/// the questions; the sides' answers stay with the sides. Of the link only a hash is kept.
/// </summary>
internal sealed class ReviewPeer : IOwnedByNetwork, IVersioned
{
    public const int Most = 4;

    public static readonly Refusal NoName = new("review-peer.no-name", "Write the name of the peer.", "Name");
    public static readonly Refusal NoFrom = new("review-peer.no-from", "Say where the peer comes from.", "From");
    public static readonly Refusal NotOutside = new("review-peer.not-outside", "A peer comes from outside: not from one of the sides.", "From");
    public static readonly Refusal BadMail = new("review-peer.bad-mail", "Write a mail address such as name@school.example.", "Mail");
    public static readonly Refusal Twice = new("review-peer.twice", "This person is asked already.", "Mail");
    public static readonly Refusal TooMany = new("review-peer.too-many", "Ask {0} peers at most.", "Name", Most);
    public static readonly Refusal OnlyFull = new("review-peer.only-full", "A light review asks nobody from outside.");
    public static readonly Refusal HandedIn = new("review-peer.handed-in", "These notes are handed in and stay as they are.");
    public static readonly Refusal NoNote = new("review-peer.no-note", "Write at least one note before you hand in.");

    private ReviewPeer()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public ReviewId ReviewId { get; private set; }

    public string Name { get; private set; } = "";

    public string From { get; private set; } = "";

    public string Mail { get; private set; } = "";

    public string NamedByName { get; private set; } = "";

    public byte[] SecretHash { get; private set; } = [];

    public IReadOnlyList<PeerNote> Notes { get; private set; } = [];

    public DateTimeOffset? HandedInAt { get; private set; }

    public int Version { get; private set; }

    public static (ReviewPeer? Peer, Refusal? Refusal) Ask(PartnershipReview review, PartnershipView view, PeerTerms terms, string byName, TimeProvider clock)
    {
        var (name, from, mail) = (FormText.Tidy(terms.Name), FormText.Tidy(terms.From), FormText.Tidy(terms.Mail).ToLowerInvariant());
        var refusal = !review.IsOpen ? PartnershipReview.Closed : review.Kind != ReviewKind.Full ? OnlyFull
            : FormText.Check(name, Partnership.LongestName, "Name", NoName) ?? FormText.Check(from, Partnership.LongestName, "From", NoFrom)
                ?? (view.Parties.Any(p => p.Name.Equals(from, StringComparison.OrdinalIgnoreCase) || (mail.Length > 0 && p.ContactMail == mail)) ? NotOutside : !OutboxMail.IsAddress(mail) ? BadMail : null);
        return refusal is not null ? (null, refusal) : (new ReviewPeer
        {
            Id = EntityId.New<PartnershipRowId>(clock),
            NetworkId = review.NetworkId,
            PartnershipId = review.PartnershipId,
            ReviewId = review.Id,
            Name = name,
            From = from,
            Mail = mail,
            NamedByName = byName,
        }, null);
    }

    /// <summary>The secret of a new link; the one before ends.</summary>
    public string NewLink()
    {
        var secret = RandomSecret.New();
        SecretHash = Vault.SecretHash.Of(secret);
        return secret;
    }

    public bool Knows(string? secret) => SecretHash.Length > 0 && Vault.SecretHash.Matches(secret, SecretHash);

    public PeerNote Of(Lens lens) => Notes.FirstOrDefault(n => n.Lens == lens) ?? new(lens, "", null);

    public Refusal? Fill(IReadOnlyDictionary<Lens, string?> text, IReadOnlyDictionary<Lens, PeerStep?> step, bool handIn, DateTimeOffset now)
    {
        if (HandedInAt is not null)
        {
            return HandedIn;
        }

        var notes = Enum.GetValues<Lens>().Select(l => new PeerNote(l, FormText.Tidy(text.GetValueOrDefault(l)), step.GetValueOrDefault(l))).ToList();
        var refusal = notes.Select(n => FormText.Check(n.Text, Typed.Paragraph, $"Text[{n.Lens}]")).FirstOrDefault(r => r is not null) ?? (handIn && notes.TrueForAll(n => n.Text.Length == 0) ? NoNote with { Field = $"Text[{Lens.Purpose}]" } : null);
        if (refusal is null)
        {
            (Notes, HandedInAt) = (notes, handIn ? now : null);
        }

        return refusal;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ReviewPeer>
    {
        public void Configure(EntityTypeBuilder<ReviewPeer> builder)
        {
            builder.ToTable("partnership_review_peer");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Name).HasMaxLength(Partnership.LongestName);
            builder.Property(p => p.From).HasMaxLength(Partnership.LongestName);
            builder.Property(p => p.Mail).HasMaxLength(254);
            builder.Property(p => p.NamedByName).HasMaxLength(Partnership.LongestName);
            builder.Property(p => p.SecretHash).HasMaxLength(32);
            builder.Property(p => p.Notes).HasConversion(ListColumn.Converter<PeerNote>(), ListColumn.Comparer<PeerNote>());
            builder.HasIndex(p => new { p.ReviewId, p.Mail }).IsUnique();
            builder.HasOne<PartnershipReview>().WithMany().HasForeignKey(p => p.ReviewId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
