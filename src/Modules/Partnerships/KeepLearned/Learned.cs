using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

/// <summary>What one side learned from the other in one term: one entry, which it may sharpen.</summary>
internal sealed class Learned : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal NoText = new("learned.no-text", "Write what you learned from them, if only a line.", "Text");
    public static readonly Refusal NoTerm = new("learned.no-term", "Choose a term of this partnership.", "Term");

    private Learned()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public PartyId PartyId { get; private set; }

    public string Term { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public int Version { get; private set; }

    public static (Learned? Entry, Refusal? Refusal) Write(Party party, string term, string? text, string byName, TimeProvider clock)
    {
        var entry = new Learned { Id = EntityId.New<PartnershipRowId>(clock), NetworkId = party.NetworkId, PartnershipId = party.PartnershipId, PartyId = party.Id, Term = term };
        return entry.Sharpen(text, byName, clock.GetUtcNow()) is { } refusal ? (null, refusal) : (entry, null);
    }

    public Refusal? Sharpen(string? text, string byName, DateTimeOffset now)
    {
        var refusal = FormText.Check(text, Typed.Paragraph, "Text", NoText);
        if (refusal is null)
        {
            (Text, ByName, At) = (FormText.Tidy(text), byName, now);
        }

        return refusal;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Learned>
    {
        public void Configure(EntityTypeBuilder<Learned> builder)
        {
            builder.ToTable("partnership_learned");
            builder.HasKey(l => l.Id);
            builder.Property(l => l.Term).HasMaxLength(9);
            builder.Property(l => l.Text).HasMaxLength(Typed.Paragraph);
            builder.Property(l => l.ByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(l => new { l.PartyId, l.Term }).IsUnique();
            builder.HasIndex(l => l.PartnershipId);
            builder.HasOne<Party>().WithMany().HasForeignKey(l => l.PartyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
