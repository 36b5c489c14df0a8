using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

internal enum ChangeOf
{
    Stage,
    Formality,
    Sponsor,
    Owner,
    Horizon,
    Review,
}

/// <summary>One line of the partnership's history: what changed, when, by whom, and what shows it. Never changed.</summary>
internal sealed class PartnershipChange : IOwnedByNetwork
{
    private PartnershipChange()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public ChangeOf What { get; private set; }

    public string Before { get; private set; } = "";

    public string After { get; private set; } = "";

    public string Evidence { get; private set; } = "";

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static PartnershipChange Note(Partnership of, ChangeOf what, string before, string after, string? evidence, string byName, TimeProvider clock) => new()
    {
        Id = EntityId.New<PartnershipRowId>(clock),
        NetworkId = of.NetworkId,
        PartnershipId = of.Id,
        What = what,
        Before = before,
        After = after,
        Evidence = FormText.Tidy(evidence),
        ByName = byName,
        At = clock.GetUtcNow(),
    };

    internal sealed class Configuration : IEntityTypeConfiguration<PartnershipChange>
    {
        public void Configure(EntityTypeBuilder<PartnershipChange> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Before).HasMaxLength(Partnership.LongestName * 2);
            builder.Property(c => c.After).HasMaxLength(Partnership.LongestName * 2);
            builder.Property(c => c.Evidence).HasMaxLength(Typed.Paragraph);
            builder.Property(c => c.ByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(c => new { c.PartnershipId, c.At });
            builder.HasOne<Partnership>().WithMany().HasForeignKey(c => c.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
