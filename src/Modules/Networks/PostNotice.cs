using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

/// <summary>
/// What one network is told of one post: person, role, title, dates. There is one as long as the post's organisation is a
/// member, and none afterwards; it is the only way members see people of other organisations.
/// </summary>
internal sealed class PostNotice : IOwnedByNetwork, IOwnedByOrganisation, IOwnedByPerson
{
    private PostNotice()
    {
    }

    internal PostNotice(Post post, NetworkId network, DateOnly memberSince)
    {
        (PostId, NetworkId, MemberSince) = (post.Id, network, memberSince);
        (OrganisationId, PersonId) = (post.OrganisationId, post.PersonId);
        Tell(post);
    }

    public PostId PostId { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public PersonId PersonId { get; private set; }

    public Role Role { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>False while the post waits for a second person; only coordinators are shown those.</summary>
    public bool Confirmed { get; private set; }

    /// <summary>Waits for a coordinator of the network.</summary>
    public bool AsksCoordinator { get; private set; }

    public PersonId ProposedBy { get; private set; }

    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>First day of the organisation's membership: of several networks the oldest is the default.</summary>
    public DateOnly MemberSince { get; private set; }

    public bool Runs(DateTimeOffset now, DateOnly today) =>
        Confirmed && (NotBefore is null || NotBefore <= now) && From <= today && (Until is null || Until >= today);

    internal void Tell(Post post)
    {
        (Role, Title, From, Until, NotBefore) = (post.Role, post.Title, post.From, post.Until, post.NotBefore);
        (Confirmed, ProposedBy) = (post.Standing == PostStanding.Confirmed, post.ProposedBy);
        AsksCoordinator = post.AsksCoordinator && post.Standing == PostStanding.Proposed;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<PostNotice>
    {
        public void Configure(EntityTypeBuilder<PostNotice> builder)
        {
            builder.HasKey(n => new { n.PostId, n.NetworkId });
            builder.Property(n => n.Title).HasMaxLength(Post.LongestTitle);
            builder.HasIndex(n => new { n.NetworkId, n.OrganisationId });
            builder.HasIndex(n => n.PersonId);
            builder.HasOne<Network>().WithMany().HasForeignKey(n => n.NetworkId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
