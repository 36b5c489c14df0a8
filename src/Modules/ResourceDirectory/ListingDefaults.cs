using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>What a school keeps to itself of every listing that has no choice of its own. No row: nothing is kept.</summary>
internal sealed class ListingDefaults : IOwnedByOrganisation, IVersioned
{
    private ListingDefaults()
    {
    }

    public OrganisationId OrganisationId { get; private set; }

    public IReadOnlyList<FactField> KeptFields { get; private set; } = [];

    public int Version { get; private set; }

    public static ListingDefaults Of(OrganisationId organisation) => new() { OrganisationId = organisation, Version = 1 };

    public void Keep(IEnumerable<FactField> fields) => KeptFields = [.. fields.Where(LentFacts.MayBeKept.Contains).Distinct().Order()];

    internal sealed class Configuration : IEntityTypeConfiguration<ListingDefaults>
    {
        public void Configure(EntityTypeBuilder<ListingDefaults> builder)
        {
            builder.HasKey(d => d.OrganisationId);
            builder.Property(d => d.KeptFields).HasConversion(JsonColumn.Converter<FactField>(), JsonColumn.Comparer<FactField>());
        }
    }
}
