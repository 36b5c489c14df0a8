using System.Security.Cryptography;
using System.Text;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

/// <summary>
/// Which version of the agreement is in force. A signature and a new version both change this row, so of the two one comes
/// first and the other one looks again: nobody signs a version that has just been replaced.
/// </summary>
internal sealed class Agreement : IOwnedByNetwork, IVersioned
{
    private Agreement()
    {
    }

    public AgreementId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    /// <summary>Number of the version in force.</summary>
    public int Current { get; private set; }

    public int Signatures { get; private set; }

    public int Witnessed { get; private set; }

    public int Version { get; private set; }

    public static Agreement Open(Partnership partnership, TimeProvider clock) => new()
    {
        Id = EntityId.New<AgreementId>(clock),
        NetworkId = partnership.NetworkId,
        PartnershipId = partnership.Id,
    };

    public void Publish() => Current++;

    public void Signed() => Signatures++;

    /// <summary>Somebody relied on how it stands now.</summary>
    public void Witness() => Witnessed++;

    internal sealed class Configuration : IEntityTypeConfiguration<Agreement>
    {
        public void Configure(EntityTypeBuilder<Agreement> builder)
        {
            builder.HasKey(a => a.Id);
            builder.HasIndex(a => a.PartnershipId).IsUnique();
            builder.HasOne<Partnership>().WithMany().HasForeignKey(a => a.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal sealed record AgreementSection(string Title, IReadOnlyList<string> Lines);

/// <param name="Founds">It founds a common body.</param>
internal sealed record AgreementAnnex(string Title, string Text, bool Founds);

/// <summary>One version of the text, annexes included. Never changed; an amendment is the next version.</summary>
internal sealed class AgreementVersion : IOwnedByNetwork
{
    private AgreementVersion()
    {
    }

    public AgreementId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public int Number { get; private set; }

    public IReadOnlyList<AgreementSection> Sections { get; private set; } = [];

    public IReadOnlyList<AgreementAnnex> Annexes { get; private set; } = [];

    /// <summary>SHA-256 of <see cref="Written"/>, in capital hexadecimal digits.</summary>
    public string TextHash { get; private set; } = "";

    public string SchoolYear { get; private set; } = "";

    public int PlanRevision { get; private set; }

    /// <summary>What is different from the version before.</summary>
    public string Summary { get; private set; } = "";

    public string MadeByName { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    public bool HasFoundingPaper => Annexes.Any(a => a.Founds);

    public static AgreementVersion Make(
        Agreement agreement, IReadOnlyList<AgreementSection> sections, IReadOnlyList<AgreementAnnex> annexes, Plan plan, string? summary, string byName, TimeProvider clock) => new()
    {
        Id = EntityId.New<AgreementId>(clock),
        NetworkId = agreement.NetworkId,
        PartnershipId = agreement.PartnershipId,
        Number = agreement.Current,
        Sections = sections,
        Annexes = annexes,
        TextHash = HashOf(sections, annexes),
        SchoolYear = plan.SchoolYear,
        PlanRevision = plan.Revision,
        Summary = FormText.Tidy(summary),
        MadeByName = byName,
        MadeAt = clock.GetUtcNow(),
    };

    /// <summary>What is hashed: whoever holds the paper can write this file and count it again.</summary>
    public static string Written(IReadOnlyList<AgreementSection> sections, IReadOnlyList<AgreementAnnex> annexes)
    {
        var text = new StringBuilder();
        foreach (var section in sections)
        {
            text.Append(section.Title).Append('\n').AppendJoin('\n', section.Lines).Append("\n\n");
        }

        foreach (var annex in annexes)
        {
            text.Append("Annex: ").Append(annex.Title).Append('\n').Append(annex.Text).Append("\n\n");
        }

        return text.ToString();
    }

    public static string HashOf(IReadOnlyList<AgreementSection> sections, IReadOnlyList<AgreementAnnex> annexes) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Written(sections, annexes))));

    internal sealed class Configuration : IEntityTypeConfiguration<AgreementVersion>
    {
        public void Configure(EntityTypeBuilder<AgreementVersion> builder)
        {
            builder.HasKey(v => v.Id);
            builder.Property(v => v.Sections).HasConversion(ListColumn.Converter<AgreementSection>(), ListColumn.Comparer<AgreementSection>());
            builder.Property(v => v.Annexes).HasConversion(ListColumn.Converter<AgreementAnnex>(), ListColumn.Comparer<AgreementAnnex>());
            builder.Property(v => v.TextHash).HasMaxLength(64);
            builder.Property(v => v.SchoolYear).HasMaxLength(7);
            builder.Property(v => v.Summary).HasMaxLength(Typed.Paragraph);
            builder.Property(v => v.MadeByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(v => new { v.PartnershipId, v.Number }).IsUnique();
            builder.HasOne<Partnership>().WithMany().HasForeignKey(v => v.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
