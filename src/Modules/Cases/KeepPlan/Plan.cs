using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Cases;

internal enum StepState
{
    Open,
    Done,
    Partly,
    NotDone,
    Dropped,
}

/// <summary>Also counted, so that help beside teaching shows.</summary>
internal enum StepKind
{
    Teaching,
    Health,
    Social,
    Leisure,
    Family,
    Legal,
    Other,
}

/// <summary>What a step or a target says. Only ever stored sealed.</summary>
internal sealed record StepWords
{
    public string What { get; init; } = "";

    public StepKind Kind { get; init; }

    /// <summary>Of a step: who is responsible. Neither needs an account.</summary>
    public string Institute { get; init; } = "";

    public string Professional { get; init; } = "";

    /// <summary>Of a target: by what one sees that it is reached, and where it stood.</summary>
    public string Measure { get; init; } = "";

    public string Baseline { get; init; } = "";

    public string Result { get; init; } = "";

    public string LateReason { get; init; } = "";

    /// <summary>Of a target: what the child and the family say to it, or why they were not asked.</summary>
    public string ChildsView { get; init; } = "";

    public string FamilysView { get; init; } = "";

    public IReadOnlyList<MovedDay> Moves { get; init; } = [];

    public string WriterName { get; init; } = "";
}

/// <summary>A day that was moved keeps the old one, and why.</summary>
internal sealed record MovedDay(DateOnly From, DateOnly To, string Reason, string ByName);

/// <summary>
/// A numbered target, or a step towards one: the plan of a case. In clear stand the day and how it stands, so that what is
/// late can be counted without opening anything; what it is and who does it are sealed in the core.
/// </summary>
internal sealed class PlanRow : IOwnedByOrganisation, IVersioned
{
    public static readonly Refusal NoDay = new("plan.no-day", "Choose a day from today and within three years.", "DueOn");
    public static readonly Refusal NoWhat = new("plan.no-what", "Write what is to be done or reached.", "What");
    public static readonly Refusal NoInstitute = new("plan.no-institute", "Write which institute is responsible.", "Institute");
    public static readonly Refusal NoProfessional = new("plan.no-professional", "Write which professional is responsible.", "Professional");
    public static readonly Refusal NoMeasure = new("plan.no-measure", "Write by what you will see that it is reached.", "Measure");
    public static readonly Refusal NoBaseline = new("plan.no-baseline", "Write how it stands now.", "Baseline");
    public static readonly Refusal NoState = new("plan.no-state", "Choose what became of it.", "State");
    public static readonly Refusal NoResult = new("plan.no-result", "Write the result.", "Result");
    public static readonly Refusal NoLateReason = new("plan.no-late-reason", "It is late: write why.", "LateReason");
    public static readonly Refusal NoChildsView = new("plan.no-childs-view", "Write what the child says to it, or why the child was not asked.", "ChildsView");
    public static readonly Refusal NoFamilysView = new("plan.no-familys-view", "Write what the family says to it, or why it was not asked.", "FamilysView");
    public static readonly Refusal Settled = new("plan.settled", "This has its result already.");

    private PlanRow()
    {
    }

    public CaseRowId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public CaseId CaseId { get; private set; }

    public bool IsTarget { get; private set; }

    public int Number { get; private set; }

    /// <summary>Of a step: the target it serves; null: none.</summary>
    public int? Target { get; private set; }

    public DateOnly DueOn { get; private set; }

    public StepState State { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public byte[] Sealed { get; private set; } = [];

    public int Version { get; private set; }

    public bool IsOpen => State == StepState.Open;

    public bool IsLate(DateOnly today) => IsOpen && DueOn < today;

    public static PlanRow Agree(CaseFile file, bool isTarget, int number, int? target, DateOnly due, TimeProvider clock) => new()
    {
        Id = EntityId.New<CaseRowId>(clock),
        OrganisationId = file.OrganisationId,
        CaseId = file.Id,
        IsTarget = isTarget,
        Number = number,
        Target = target,
        DueOn = due,
    };

    internal void Settle(StepState state, DateTimeOffset at) => (State, SettledAt) = (state, at);

    internal void MoveTo(DateOnly due) => DueOn = due;

    internal void Keep(byte[] sealedWords) => Sealed = sealedWords;

    internal sealed class Configuration : IEntityTypeConfiguration<PlanRow>
    {
        public void Configure(EntityTypeBuilder<PlanRow> builder)
        {
            builder.ToTable("case_plan_row");
            builder.HasKey(r => r.Id);
            builder.HasIndex(r => new { r.CaseId, r.IsTarget, r.Number }).IsUnique();
            builder.HasOne<CaseFile>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
