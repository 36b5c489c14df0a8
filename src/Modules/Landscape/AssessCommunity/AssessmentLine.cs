using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Landscape;

internal enum LineKind
{
    Place,
    PeopleWhoHelp,
    Group,
    InformalMechanism,
    Need,
    Voice,
    Action,
}

internal sealed class LineForm
{
    public static readonly Refusal NoGrade = new("line.no-grade", "Say how you know.", nameof(Grade));
    public static readonly Refusal BadCount = new("line.bad-count", "How many were heard? Write a number from 1 to 9999.", nameof(Count));
    public static readonly Refusal NoDay = new("line.no-day", "Until when? Choose a day ahead.", nameof(DueOn));

    public LineKind Kind { get; set; }

    public string? Text { get; set; }

    /// <summary>Of a need: how well it is founded.</summary>
    public Confidence? Grade { get; set; }

    /// <summary>Of a voice: how they were heard. Of an action: who does it.</summary>
    public string? How { get; set; }

    /// <summary>Of a voice: how many.</summary>
    public int? Count { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>A community way, or the practice note of a gap, that stands in this room already.</summary>
    public Guid? Link { get; set; }

    internal Refusal? Check(DateOnly today) =>
        FormText.Check(Text, TypedWords.Line, nameof(Text), TypedWords.Missing) ?? NoPerson.Check(Text, nameof(Text))
        ?? (Kind == LineKind.Need && Grade is null or Confidence.Unknown ? NoGrade : null)
        ?? FormText.Check(How, TypedWords.Line, nameof(How), Kind is LineKind.Voice or LineKind.Action ? TypedWords.Missing : null) ?? NoPerson.Check(How, nameof(How))
        ?? (Kind == LineKind.Voice && Count is null or < 1 or > 9999 ? BadCount : null)
        ?? (Kind == LineKind.Action && (DueOn is null || DueOn <= today) ? NoDay : null);
}

/// <summary>One line of an assessment: something strong, something missing, a group that was heard, or something to do.</summary>
internal sealed class AssessmentLine : IOwnedByNetwork
{
    private AssessmentLine()
    {
    }

    public LandscapeRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public AssessmentId AssessmentId { get; private set; }

    public LineKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    public Confidence? Grade { get; private set; }

    public string How { get; private set; } = "";

    public int? Count { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>The community way, or the duty whose gap it is: a newer note on the same place is the same gap.</summary>
    public Guid? Link { get; private set; }

    public string LinkPlace { get; private set; } = "";

    public bool IsAsset => Kind is LineKind.Place or LineKind.PeopleWhoHelp or LineKind.Group or LineKind.InformalMechanism;

    public AssessmentStep Step => Kind == LineKind.Action ? AssessmentStep.Plan : AssessmentStep.Collect;

    public static (AssessmentLine? Line, Refusal? Refusal) Add(CommunityAssessment assessment, LineForm form, PracticeCell? gap, DateOnly today, TimeProvider clock) =>
        form.Check(today) is { } refusal ? (null, refusal) : (new AssessmentLine
        {
            Id = EntityId.New<LandscapeRowId>(clock),
            NetworkId = assessment.NetworkId,
            AssessmentId = assessment.Id,
            Kind = form.Kind,
            Text = FormText.Tidy(form.Text),
            Grade = form.Kind == LineKind.Need ? form.Grade : null,
            How = form.Kind is LineKind.Voice or LineKind.Action ? FormText.Tidy(form.How) : "",
            Count = form.Kind == LineKind.Voice ? form.Count : null,
            DueOn = form.Kind == LineKind.Action ? form.DueOn : null,
            Link = gap is not null ? gap.Duty.Duty.Id.Value : form.Kind == LineKind.InformalMechanism ? form.Link : null,
            LinkPlace = gap?.Note.Locality ?? "",
        }, null);

    internal sealed class Configuration : IEntityTypeConfiguration<AssessmentLine>
    {
        public void Configure(EntityTypeBuilder<AssessmentLine> builder)
        {
            builder.HasKey(l => l.Id);
            builder.Property(l => l.Text).HasMaxLength(TypedWords.Line);
            builder.Property(l => l.LinkPlace).HasMaxLength(TypedWords.Line);
            builder.Property(l => l.How).HasMaxLength(TypedWords.Line);
            builder.HasIndex(l => l.AssessmentId);
            builder.HasOne<CommunityAssessment>().WithMany().HasForeignKey(l => l.AssessmentId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
