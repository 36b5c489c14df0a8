using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Cases;

/// <summary>
/// A concern about an adult of the school: in a register of its own, under the register's key, reachable from no child's case (R8). Whom
/// it is about stands sealed, and in a block that no role, grant or recovery gets past.
/// </summary>
internal sealed class StaffConcern : IOwnedByOrganisation, IVersioned
{
    public const string PartCode = "staff-concern";

    private StaffConcern()
    {
    }

    public CaseRowId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public PersonId ReportedBy { get; private set; }

    public DateTimeOffset ReportedAt { get; private set; }

    public SlipState State { get; private set; }

    public byte[] Sealed { get; private set; } = [];

    public byte[]? SealedOutcome { get; private set; }

    public int Version { get; private set; }

    public CasePart Part => new(Id.Value, PartCode);

    public static StaffConcern Report(OrganisationId school, PersonId by, TimeProvider clock) =>
        new() { Id = EntityId.New<CaseRowId>(clock), OrganisationId = school, ReportedBy = by, ReportedAt = clock.GetUtcNow() };

    public void Keep(byte[] sealedWords) => Sealed = sealedWords;

    public Refusal? Take()
    {
        if (State == SlipState.Closed)
        {
            return Worry.IsClosed;
        }

        State = SlipState.InHand;
        return null;
    }

    public Refusal? Close(byte[] sealedOutcome)
    {
        if (State == SlipState.Closed)
        {
            return Worry.IsClosed;
        }

        (State, SealedOutcome) = (SlipState.Closed, sealedOutcome);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<StaffConcern>
    {
        public void Configure(EntityTypeBuilder<StaffConcern> builder)
        {
            builder.HasKey(c => c.Id);
            builder.HasIndex(c => new { c.OrganisationId, c.ReportedBy });
        }
    }
}

/// <summary>The words of a concern about an adult.</summary>
internal sealed class ConcernForm
{
    public static readonly Refusal NoAdult = new("concern.no-adult", "Choose the person, or write a name or what you know.", "About");
    public static readonly Refusal NoWords = new("concern.no-words", "Write what you saw or heard.", "Seen");

    /// <summary>Somebody in a post of the school.</summary>
    public Guid? About { get; set; }

    /// <summary>Anybody else: a driver, a coach, a volunteer.</summary>
    public string? AboutName { get; set; }

    public string? Child { get; set; }

    public string? Seen { get; set; }

    public DateOnly? SeenOn { get; set; }

    public string? Place { get; set; }

    public Refusal? CheckWho() => About is null ? FormText.Check(AboutName, WorryForm.Short, nameof(AboutName), NoAdult) : FormText.Check(AboutName, WorryForm.Short, nameof(AboutName));

    public Refusal? CheckWhat(DateOnly today) =>
        FormText.Check(Seen, WorryForm.Long, nameof(Seen), NoWords) ?? FormText.Check(Child, WorryForm.Short, nameof(Child)) ?? FormText.Check(Place, WorryForm.Short, nameof(Place))
        ?? (SeenOn > today.AddDays(1) ? WorryForm.NoSuchDay : null);
}
