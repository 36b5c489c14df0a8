using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

internal enum SponsorOccasion
{
    Start,
    Change,
    Review,
    Renewal,
}

/// <summary>A sponsor's signature under "I stand behind this": who, in which capacity, when, and how it is known.</summary>
internal sealed class SponsorWord : IOwnedByNetwork
{
    public static readonly Refusal NoSponsor = new("sponsor-word.no-sponsor", "This side has named no sponsor yet.");
    public static readonly Refusal NotSaid = new("sponsor-word.not-said", "Tick that the sponsor stands behind it.", "StandsBehind");
    public static readonly Refusal NoEvidence = new("sponsor-word.no-evidence", "Say how you know: a signed letter, a mail, a meeting.", "Evidence");

    private SponsorWord()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public PartyId PartyId { get; private set; }

    public SponsorOccasion Occasion { get; private set; }

    public string Name { get; private set; } = "";

    public string Capacity { get; private set; } = "";

    /// <summary>Empty: signed with the sponsor's own account.</summary>
    public string Evidence { get; private set; } = "";

    public string ByName { get; private set; } = "";

    public DateOnly SignedOn { get; private set; }

    public static (SponsorWord? Word, Refusal? Refusal) Sign(Party party, SponsorOccasion occasion, bool standsBehind, string? evidence, Actor by, DateOnly today, TimeProvider clock)
    {
        var inPerson = by.Name == party.SponsorName && by.Organisation == party.Member;
        var refusal = party.SponsorName.Length == 0 ? NoSponsor : !standsBehind ? NotSaid : FormText.Check(evidence, Typed.Line, "Evidence", inPerson ? null : NoEvidence);
        return refusal is not null ? (null, refusal) : (new SponsorWord
        {
            Id = EntityId.New<PartnershipRowId>(clock),
            NetworkId = party.NetworkId,
            PartnershipId = party.PartnershipId,
            PartyId = party.Id,
            Occasion = occasion,
            Name = party.SponsorName,
            Capacity = party.SponsorCapacity,
            Evidence = FormText.Tidy(evidence),
            ByName = by.Name,
            SignedOn = today,
        }, null);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<SponsorWord>
    {
        public void Configure(EntityTypeBuilder<SponsorWord> builder)
        {
            builder.ToTable("partnership_sponsor_word");
            builder.HasKey(w => w.Id);
            builder.Property(w => w.Name).HasMaxLength(Partnership.LongestName);
            builder.Property(w => w.Capacity).HasMaxLength(Typed.Line);
            builder.Property(w => w.Evidence).HasMaxLength(Typed.Line);
            builder.Property(w => w.ByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(w => w.PartnershipId);
            builder.HasOne<Party>().WithMany().HasForeignKey(w => w.PartyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>When a sponsor's signature is asked for.</summary>
internal static class SponsorRule
{
    /// <summary>So long before the review date a signature counts as one for that review.</summary>
    private const int ReviewWindow = 60;

    /// <param name="changedAfterStart">The history knows a sponsor before this one.</param>
    /// <returns>Null: nothing is asked.</returns>
    public static SponsorOccasion? Asks(Partnership partnership, Party party, bool changedAfterStart, IEnumerable<SponsorWord> words, DateOnly today)
    {
        if (!StageMap.IsAtWork(partnership.Stage) || party.SponsorName.Length == 0)
        {
            return null;
        }

        var own = words.Where(w => w.PartyId == party.Id && w.Name == party.SponsorName).ToList();
        return changedAfterStart && !own.Exists(w => w.SignedOn >= party.SponsorSince) ? SponsorOccasion.Change
            : partnership.ReviewOn is { } review && review <= today && !own.Exists(w => w.SignedOn >= review.AddDays(-ReviewWindow)) ? SponsorOccasion.Review
            : null;
    }

    public static bool HasChanged(Party party, IEnumerable<PartnershipChange> changes) =>
        changes.Any(c => c.What == ChangeOf.Sponsor && c.PartnershipId == party.PartnershipId && c.Before.Length > 0 && c.After == party.SponsorName);
}
