using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>Whose word a waiting time is.</summary>
internal enum WaitSaidBy
{
    Provider,
    School,

    /// <summary>Measured: this is how long a referral took.</summary>
    Referral,
}

internal enum WaitUntil
{
    FirstContact,
    Treatment,
}

/// <summary>
/// How long somebody had to wait on one day. A waiting time is no property but a series of dated observations, and each
/// of them ages fast.
/// </summary>
internal sealed class WaitingObservation : IOwnedByNetwork, IAboutEntry
{
    /// <summary>After six weeks a waiting time is labelled as old.</summary>
    public const int FreshDays = 42;

    public const int MostDays = 730;

    public static readonly Refusal NoDays = new("wait.no-days", "Write the number of days; three weeks are 21.", "FromDays");

    public static readonly Refusal TooLong = new("wait.too-long", "A wait is between 0 and {0} days.", "FromDays", MostDays);

    public static readonly Refusal Backwards = new("wait.backwards", "The second number is the longer wait.", "ToDays");

    public static readonly Refusal NotYet = new("wait.not-yet", "This day has not come yet.", "On");

    public static readonly Refusal TooOld = new("wait.too-old", "An observation of more than two years ago says nothing of today.", "On");

    private WaitingObservation()
    {
    }

    public DirectoryRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public EntryId EntryId { get; private set; }

    public ListingId About { get; private set; }

    public OrganisationId Source { get; private set; }

    public string SourceName { get; private set; } = "";

    public WaitSaidBy SaidBy { get; private set; }

    public WaitUntil Until { get; private set; }

    public int FromDays { get; private set; }

    public int ToDays { get; private set; }

    public DateOnly On { get; private set; }

    public static Refusal? Wrong(int? from, int? to, DateOnly on, DateOnly today) => (from, to) switch
    {
        (null, _) => NoDays,
        (< 0 or > MostDays, _) => TooLong,
        (_, > MostDays) => TooLong with { Field = "ToDays" },
        ({ } least, { } most) when most < least => Backwards,
        _ => on > today ? NotYet : on < today.AddDays(-MostDays) ? TooOld : null,
    };

    public static WaitingObservation Of(EntryAnchor entry, ObserveWait said, DateOnly on, Actor by, TimeProvider clock) => new()
    {
        Id = EntityId.New<DirectoryRowId>(clock),
        NetworkId = entry.Network,
        EntryId = entry.Entry,
        About = entry.About,
        Source = by.Organisation!.Value,
        SourceName = by.OrganisationName ?? "",
        SaidBy = said.SaidBy,
        Until = said.Until,
        FromDays = said.FromDays!.Value,
        ToDays = said.ToDays ?? said.FromDays.Value,
        On = on,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<WaitingObservation>
    {
        public void Configure(EntityTypeBuilder<WaitingObservation> builder)
        {
            builder.HasKey(w => w.Id);
            builder.Property(w => w.SourceName).HasMaxLength(300);
            builder.HasIndex(w => w.About);
            builder.HasIndex(w => w.EntryId);
            builder.HasIndex(w => w.NetworkId);
        }
    }
}
