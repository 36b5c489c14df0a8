using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>How a referral went, as a code. Nothing else is ever said of it.</summary>
internal enum ReferralOutcome
{
    Accepted,
    WaitingList,
    Declined,
    Closed,
}

/// <summary>
/// One outcome of one referral: a code and a month. No child, no text, no school and no person; and nobody is shown it
/// before there are three, so that no family can be recognised in it.
/// </summary>
internal sealed class NetworkExperience : IOwnedByNetwork, IAboutEntry
{
    public const int ShownFrom = 3;

    public static readonly Refusal NotYet = new("outcome.not-yet", "This month has not come yet.", "Month");

    public static readonly Refusal TooOld = new("outcome.too-old", "Outcomes count for three years.", "Month");

    private NetworkExperience()
    {
    }

    public DirectoryRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public EntryId EntryId { get; private set; }

    public ListingId About { get; private set; }

    public ReferralOutcome Outcome { get; private set; }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private set; }

    public static Refusal? Wrong(DateOnly month, DateOnly today) =>
        month > today ? NotYet : month < today.AddYears(-3) ? TooOld : null;

    public static NetworkExperience Of(EntryAnchor entry, ReferralOutcome outcome, DateOnly month, TimeProvider clock) => new()
    {
        Id = EntityId.New<DirectoryRowId>(clock),
        NetworkId = entry.Network,
        EntryId = entry.Entry,
        About = entry.About,
        Outcome = outcome,
        Month = new DateOnly(month.Year, month.Month, 1),
    };

    internal sealed class Configuration : IEntityTypeConfiguration<NetworkExperience>
    {
        public void Configure(EntityTypeBuilder<NetworkExperience> builder)
        {
            builder.HasKey(e => e.Id);
            builder.HasIndex(e => e.About);
            builder.HasIndex(e => e.EntryId);
            builder.HasIndex(e => e.NetworkId);
        }
    }
}

/// <summary>The own school's receipt: it alone knows which outcome was its own, and can take it back.</summary>
internal sealed class OutcomeTold : IOwnedByOrganisation, IAboutEntry
{
    private OutcomeTold()
    {
    }

    internal OutcomeTold(NetworkExperience experience, Actor by) => (Id, OrganisationId, EntryId, About, Outcome, Month) =
        (experience.Id, by.Organisation!.Value, experience.EntryId, experience.About, experience.Outcome, experience.Month);

    /// <summary>The experience's own id.</summary>
    public DirectoryRowId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public EntryId EntryId { get; private set; }

    public ListingId About { get; private set; }

    public ReferralOutcome Outcome { get; private set; }

    public DateOnly Month { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<OutcomeTold>
    {
        public void Configure(EntityTypeBuilder<OutcomeTold> builder)
        {
            builder.HasKey(e => e.Id);
            builder.HasIndex(e => e.About);
            builder.HasIndex(e => e.EntryId);
            builder.HasIndex(e => e.OrganisationId);
        }
    }
}
