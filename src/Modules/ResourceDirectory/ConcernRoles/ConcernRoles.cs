using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>A family of roles that helps with a group of concerns in one school.</summary>
internal sealed record ConcernRole(ConcernGroup Group, InsideRole Role);

/// <summary>Which roles of a school help with which concerns, where it has decided otherwise than the usual.</summary>
internal sealed class ConcernRoles : IOwnedByOrganisation, IVersioned
{
    /// <summary>What holds until a school says otherwise.</summary>
    public static readonly IReadOnlyList<ConcernRole> Usual =
    [
        new(ConcernGroup.Learning, InsideRole.LearningSupport),
        new(ConcernGroup.Behaviour, InsideRole.Counselling),
        new(ConcernGroup.Behaviour, InsideRole.LeadershipAndProtection),
        new(ConcernGroup.Family, InsideRole.SocialWork),
        new(ConcernGroup.Family, InsideRole.Counselling),
        new(ConcernGroup.Health, InsideRole.SchoolHealth),
        new(ConcernGroup.Leisure, InsideRole.DayCareAndLeisure),
        new(ConcernGroup.Support, InsideRole.LeadershipAndProtection),
        new(ConcernGroup.Support, InsideRole.SocialWork),
    ];

    private ConcernRoles()
    {
    }

    internal ConcernRoles(OrganisationId school) => OrganisationId = school;

    public OrganisationId OrganisationId { get; private set; }

    public IReadOnlyList<ConcernRole> Links { get; private set; } = [];

    public DateTimeOffset ChangedAt { get; private set; }

    public string ChangedByName { get; private set; } = "";

    public int Version { get; private set; }

    public void Link(IEnumerable<ConcernRole> links, Actor by, TimeProvider clock) =>
        (Links, ChangedAt, ChangedByName) = ([.. links.Distinct().OrderBy(l => l.Group).ThenBy(l => l.Role)], clock.GetUtcNow(), by.Name);

    internal sealed class Configuration : IEntityTypeConfiguration<ConcernRoles>
    {
        public void Configure(EntityTypeBuilder<ConcernRoles> builder)
        {
            builder.HasKey(c => c.OrganisationId);
            builder.Property(c => c.Links).HasConversion(JsonColumn.Converter<ConcernRole>(), JsonColumn.Comparer<ConcernRole>());
            builder.Property(c => c.ChangedByName).HasMaxLength(200);
        }
    }
}
