using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

internal readonly record struct CheckItemId(Guid Value) : IEntityId<CheckItemId>
{
    public static CheckItemId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal enum CheckOutcome
{
    Open,
    Confirmed,
    Changed,
    NotKnown,
    Gone,
    Silent,
}

/// <summary>Why it is asked first.</summary>
internal enum CheckUrgency
{
    None,
    Leaving,
    Disputed,
}

/// <summary>The one person of a school who sees to an entry.</summary>
internal sealed record Verifier(PersonId Person, string Name, OrganisationId School, string SchoolName);

/// <summary>
/// One entry in one campaign, or asked alone. Tied to the listing the entry began with: two entries that are joined while the
/// campaign runs are answered with one answer.
/// </summary>
internal sealed class CheckItem : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal AlreadyAnswered = new("check.already-answered", "This was answered already. One answer counts for all schools.");
    public static readonly Refusal NotAnswered = new("check.not-answered", "There is no answer to take back.");

    private CheckItem()
    {
    }

    public CheckItemId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    /// <summary>Null: somebody pressed “Ask again” on the entry.</summary>
    public CheckCampaignId? CampaignId { get; private set; }

    public ListingId About { get; private set; }

    /// <summary>The entry when it was asked; <see cref="About"/> leads to what became of it.</summary>
    public EntryId EntryId { get; private set; }

    public string Name { get; private set; } = "";

    public PersonId VerifierId { get; private set; }

    public string VerifierName { get; private set; } = "";

    public OrganisationId School { get; private set; }

    public string SchoolName { get; private set; } = "";

    public CheckUrgency Urgency { get; private set; }

    /// <summary>The mail to the professional; null: there is no address, or mails were declined.</summary>
    public CheckAskId? AskId { get; private set; }

    public CheckOutcome Outcome { get; private set; }

    public DateOnly AskedOn { get; private set; }

    /// <summary>From this day on the verifier should ring. Null: the professional may still answer by link.</summary>
    public DateOnly? PhoneFrom { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string? AnsweredByName { get; private set; }

    public CheckWay? Way { get; private set; }

    /// <summary>Groups the assurances of this answer.</summary>
    public Guid? Said { get; private set; }

    /// <summary>How long the verifier had the page open.</summary>
    public int? Seconds { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => Outcome is CheckOutcome.Open;

    public static CheckItem Ask(Entry entry, ListingId about, CheckCampaign? campaign, Verifier verifier, CheckUrgency urgency, DateOnly on, TimeProvider clock)
    {
        var item = new CheckItem
        {
            Id = EntityId.New<CheckItemId>(clock),
            NetworkId = entry.NetworkId,
            CampaignId = campaign?.Id,
            About = about,
            EntryId = entry.Id,
            Name = entry.Name,
            Urgency = urgency,
            AskedOn = on,
        };
        item.HandTo(verifier);
        return item;
    }

    public void HandTo(Verifier verifier) =>
        (VerifierId, VerifierName, School, SchoolName) = (verifier.Person, verifier.Name, verifier.School, verifier.SchoolName);

    public void AskBy(CheckAskId ask) => AskId = ask;

    public void RingFrom(DateOnly day) => PhoneFrom = PhoneFrom < day ? PhoneFrom : day;

    public Refusal? Answer(CheckOutcome outcome, CheckSpeaker by, Guid said, int? seconds, TimeProvider clock)
    {
        if (Outcome != CheckOutcome.Open)
        {
            return AlreadyAnswered;
        }

        (Outcome, AnsweredAt, AnsweredByName, Way) = (outcome, clock.GetUtcNow(), by.Name, by.Way);
        (Said, Seconds) = (said, seconds is > 0 and <= 1800 ? seconds : null);
        return null;
    }

    public Refusal? TakeBack()
    {
        if (Said is null)
        {
            return NotAnswered;
        }

        (Outcome, AnsweredAt, AnsweredByName, Way, Said, Seconds) = (CheckOutcome.Open, null, null, null, null, null);
        return null;
    }

    public void EndInSilence() => Outcome = Outcome == CheckOutcome.Open ? CheckOutcome.Silent : Outcome;

    internal sealed class Configuration : IEntityTypeConfiguration<CheckItem>
    {
        public void Configure(EntityTypeBuilder<CheckItem> builder)
        {
            builder.HasKey(i => i.Id);
            builder.Property(i => i.Name).HasMaxLength(ListingDraft.LongestName);
            builder.Property(i => i.VerifierName).HasMaxLength(200);
            builder.Property(i => i.SchoolName).HasMaxLength(300);
            builder.Property(i => i.AnsweredByName).HasMaxLength(ListingDraft.LongestName);
            builder.HasIndex(i => new { i.CampaignId, i.About }).IsUnique();
            builder.HasIndex(i => new { i.NetworkId, i.VerifierId, i.Outcome });
            builder.HasIndex(i => i.About);
            builder.HasIndex(i => i.AskId);
        }
    }
}
