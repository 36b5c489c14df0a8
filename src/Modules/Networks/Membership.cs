using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal readonly record struct MembershipId(Guid Value) : IEntityId<MembershipId>
{
    public static MembershipId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal enum MembershipKind
{
    Core,
    Affiliate,
    Observer,
}

internal enum MembershipStatus
{
    /// <summary>The organisation asked; the coordinator answers.</summary>
    Asked,

    /// <summary>The coordinator asked; the organisation answers.</summary>
    Invited,
    Active,
    Declined,
    Left,
}

/// <summary>One stay of an organisation in a network. Coming back is a new row, so the history stays true.</summary>
internal sealed class Membership : IOwnedByOrganisation, IOwnedByNetwork, IVersioned
{
    public static readonly Refusal NotInvited = new("membership.not-invited", "This invitation has been answered or taken back.");
    public static readonly Refusal NotAsked = new("membership.not-asked", "This request has been answered already.");
    public static readonly Refusal NotAMember = new("membership.not-a-member", "Your organisation is not a member of this network.");

    private Membership()
    {
    }

    public MembershipId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MembershipKind Kind { get; private set; }

    public MembershipStatus Status { get; private set; }

    /// <summary>The moment of the invitation or the request.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    public PersonId OpenedBy { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>After leaving: may the list of former members go on naming the organisation?</summary>
    public bool NameStays { get; private set; } = true;

    public int Version { get; private set; }

    public bool IsOpen => Status is MembershipStatus.Asked or MembershipStatus.Invited;

    public static Membership Invite(OrganisationId organisation, NetworkId network, MembershipKind kind, PersonId by, TimeProvider clock) =>
        Open(organisation, network, kind, MembershipStatus.Invited, by, clock);

    public static Membership Ask(OrganisationId organisation, NetworkId network, PersonId by, TimeProvider clock) =>
        Open(organisation, network, MembershipKind.Core, MembershipStatus.Asked, by, clock);

    /// <summary>The founder's own, or one that is written down afterwards (set-up, made-up city).</summary>
    public static Membership Begin(OrganisationId organisation, NetworkId network, MembershipKind kind, DateOnly from, PersonId by, TimeProvider clock)
    {
        var membership = Open(organisation, network, kind, MembershipStatus.Active, by, clock);
        membership.From = from;
        return membership;
    }

    public Refusal? Accept(DateOnly on)
    {
        if (Status != MembershipStatus.Invited)
        {
            return NotInvited;
        }

        (Status, From) = (MembershipStatus.Active, on);
        return null;
    }

    public Refusal? Admit(MembershipKind kind, DateOnly on)
    {
        if (Status != MembershipStatus.Asked)
        {
            return NotAsked;
        }

        (Status, Kind, From) = (MembershipStatus.Active, kind, on);
        return null;
    }

    /// <summary>Said by the side that was asked, or taken back by the side that asked.</summary>
    public Refusal? Decline(DateOnly on)
    {
        if (!IsOpen)
        {
            return NotInvited;
        }

        (Status, To, NameStays) = (MembershipStatus.Declined, on, false);
        return null;
    }

    public Refusal? Leave(DateOnly on, bool nameStays)
    {
        if (Status != MembershipStatus.Active)
        {
            return NotAMember;
        }

        (Status, To, NameStays) = (MembershipStatus.Left, on, nameStays);
        return null;
    }

    private static Membership Open(
        OrganisationId organisation, NetworkId network, MembershipKind kind, MembershipStatus status, PersonId by, TimeProvider clock) => new()
        {
            Id = EntityId.New<MembershipId>(clock),
            OrganisationId = organisation,
            NetworkId = network,
            Kind = kind,
            Status = status,
            OpenedAt = clock.GetUtcNow(),
            OpenedBy = by,
        };

    internal sealed class Configuration : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> builder)
        {
            builder.HasKey(m => m.Id);
            builder.HasIndex(m => new { m.NetworkId, m.Status });
            builder.HasIndex(m => m.OrganisationId);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Network>().WithMany().HasForeignKey(m => m.NetworkId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
