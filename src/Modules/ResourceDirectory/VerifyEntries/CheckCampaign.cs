using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

internal readonly record struct CheckCampaignId(Guid Value) : IEntityId<CheckCampaignId>
{
    public static CheckCampaignId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal enum CheckKind
{
    /// <summary>Every entry.</summary>
    Year,

    /// <summary>What has run out, who leaves soon, what schools say differently.</summary>
    Term,
}

internal enum CheckState
{
    Running,
    Closed,
}

/// <summary>One round of asking, for a year or a term. Days are days of the coordinator's zone, kept from the start.</summary>
internal sealed class CheckCampaign : IOwnedByNetwork, IVersioned
{
    public const int LongestName = 80;
    public const int FirstReminder = 7, SecondReminder = 21, PhoneFrom = 28, LeavingWithin = 90;
    public static readonly int[] Lengths = [35, 42, 56, 84];

    public static readonly Refusal NoName = new("check.no-name", "Give the check a name, such as {0}, up to {1} characters.", "Name", "2026/27", LongestName);
    public static readonly Refusal NoLength = new("check.no-length", "Choose how long the check runs.", "Days");
    public static readonly Refusal AlreadyRuns = new("check.already-runs", "A check is running already. End it first; an entry has one verifier at a time.");
    public static readonly Refusal AlreadyClosed = new("check.already-closed", "This check has ended already.");

    private CheckCampaign()
    {
    }

    public CheckCampaignId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public string Name { get; private set; } = "";

    public CheckKind Kind { get; private set; }

    public CheckState State { get; private set; }

    public string Zone { get; private set; } = "UTC";

    public DateOnly StartedOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public PersonId StartedBy { get; private set; }

    public string StartedByName { get; private set; } = "";

    public DateTimeOffset? ClosedAt { get; private set; }

    public string? ClosedByName { get; private set; }

    public int Version { get; private set; }

    public static (CheckCampaign? Campaign, Refusal? Refusal) Start(NetworkId network, string? name, CheckKind kind, int days, Actor by, TimeProvider clock)
    {
        var text = (name ?? "").Trim();
        if (text.Length is 0 or > LongestName)
        {
            return (null, NoName);
        }

        if (!Lengths.Contains(days))
        {
            return (null, NoLength);
        }

        var today = clock.Today(by.Zone);
        return (new CheckCampaign
        {
            Id = EntityId.New<CheckCampaignId>(clock),
            NetworkId = network,
            Name = text,
            Kind = kind,
            Zone = by.Zone,
            StartedOn = today,
            DueOn = today.AddDays(days),
            StartedAt = clock.GetUtcNow(),
            StartedBy = by.Person,
            StartedByName = by.Name,
        }, null);
    }

    public DateOnly Today(TimeProvider clock) => clock.Today(Zone);

    /// <returns>The day it ended; null while it runs.</returns>
    public DateOnly? EndedOn() => ClosedAt is { } at ? LocalDay.Of(at, Zone) : null;

    public int DayOf(TimeProvider clock) => Today(clock).DayNumber - StartedOn.DayNumber;

    public Refusal? Close(string? by, TimeProvider clock)
    {
        if (State == CheckState.Closed)
        {
            return AlreadyClosed;
        }

        (State, ClosedAt, ClosedByName) = (CheckState.Closed, clock.GetUtcNow(), by);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<CheckCampaign>
    {
        public void Configure(EntityTypeBuilder<CheckCampaign> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Name).HasMaxLength(LongestName);
            builder.Property(c => c.Zone).HasMaxLength(60);
            builder.Property(c => c.StartedByName).HasMaxLength(200);
            builder.Property(c => c.ClosedByName).HasMaxLength(200);
            builder.HasIndex(c => new { c.NetworkId, c.State });
        }
    }
}

internal static class CheckDays
{
    /// <summary>Eight in the morning of that day, when a mail is read.</summary>
    public static DateTimeOffset Morning(DateOnly day, string zone)
    {
        var local = day.ToDateTime(new TimeOnly(8, 0));
        return new DateTimeOffset(local, Find(zone).GetUtcOffset(local)).ToUniversalTime();
    }

    private static TimeZoneInfo Find(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;
}
