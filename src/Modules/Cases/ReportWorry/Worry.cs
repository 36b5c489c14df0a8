using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Cases;

/// <summary>All that whoever reported ever learns.</summary>
internal enum SlipState
{
    Received,
    InHand,
    Closed,
}

/// <summary>
/// A worry about a child, handed in: sealed to the safeguarding leads of the school, and to nobody else. Whoever wrote it sees that it
/// was received, is in hand or closed, and holds no way back to the words.
/// </summary>
internal sealed class Worry : IOwnedByOrganisation, IVersioned
{
    public static readonly Refusal IsClosed = new("worry.closed", "This is closed already.");

    private Worry()
    {
    }

    public CaseRowId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public PersonId ReportedBy { get; private set; }

    public DateTimeOffset ReportedAt { get; private set; }

    public SlipState State { get; private set; }

    public PersonId? TakenBy { get; private set; }

    /// <summary>What was seen and said.</summary>
    public byte[] Sealed { get; private set; } = [];

    /// <summary>What became of it; null while open.</summary>
    public byte[]? SealedOutcome { get; private set; }

    public int Version { get; private set; }

    public CasePart Part => new(Id.Value, "worry");

    public static Worry Report(OrganisationId school, PersonId by, TimeProvider clock) =>
        new() { Id = EntityId.New<CaseRowId>(clock), OrganisationId = school, ReportedBy = by, ReportedAt = clock.GetUtcNow() };

    public void Keep(byte[] sealedWords) => Sealed = sealedWords;

    public Refusal? Take(PersonId by)
    {
        if (State == SlipState.Closed)
        {
            return IsClosed;
        }

        (State, TakenBy) = (SlipState.InHand, by);
        return null;
    }

    public Refusal? Close(PersonId by, byte[] sealedOutcome)
    {
        if (State == SlipState.Closed)
        {
            return IsClosed;
        }

        (State, TakenBy, SealedOutcome) = (SlipState.Closed, by, sealedOutcome);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Worry>
    {
        public void Configure(EntityTypeBuilder<Worry> builder)
        {
            builder.HasKey(w => w.Id);
            builder.HasIndex(w => new { w.OrganisationId, w.ReportedBy });
        }
    }
}
