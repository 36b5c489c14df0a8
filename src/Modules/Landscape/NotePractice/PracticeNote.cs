using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Landscape;

/// <summary>How practice stands to paper. Unknown is an answer.</summary>
internal enum PracticeState
{
    AsWritten,
    InPart,
    Otherwise,
    Unknown,
}

internal enum WitnessKind
{
    OurStaff,
    OtherSchool,
    Official,
    Professional,
    Families,
    Report,
    Nobody,
}

internal enum Confidence
{
    SeenByUs,
    TwoTellers,
    OneTeller,
    ReportOnly,
    Unknown,
}

internal enum CoverKind
{
    NotAsked,
    Nobody,
    Somebody,
}

internal enum Answer
{
    Unknown,
    Yes,
    No,
}

/// <summary>What is seen of one duty in one place, as typed.</summary>
internal sealed class PracticeForm
{
    public static readonly Refusal NoDay = new("practice.no-day", "Say on which day.", nameof(SeenOn));
    public static readonly Refusal SeenTomorrow = new("practice.seen-tomorrow", "This day has not come yet.", nameof(SeenOn));
    public static readonly Refusal RecheckFirst = new("practice.recheck-first", "Look at it again after the day on which it was seen.", nameof(RecheckOn));
    public static readonly Refusal NoPromise = new("practice.no-promise", "Confirm that nobody can recognise a child from this note.", nameof(NoChild));
    public static readonly Refusal NoBody = new("practice.no-body", "Name the body that covers it today.", nameof(CoveredBy));
    public static readonly Refusal Unfounded = new("practice.unfounded", "Say how you know, or say that it is unknown.", nameof(Confidence));

    public string? Locality { get; set; }

    public PracticeState State { get; set; } = PracticeState.Unknown;

    public string? OnPaper { get; set; }

    public string? InPractice { get; set; }

    public WitnessKind Witness { get; set; } = WitnessKind.Nobody;

    public Confidence Confidence { get; set; } = Confidence.Unknown;

    public DateOnly? SeenOn { get; set; }

    public string? Consequence { get; set; }

    public string? Meanwhile { get; set; }

    public string? Press { get; set; }

    public DateOnly? RecheckOn { get; set; }

    public CoverKind Cover { get; set; }

    public string? CoveredBy { get; set; }

    public Answer CoverLawful { get; set; }

    public Answer CoverLasting { get; set; }

    public bool NoChild { get; set; }

    /// <summary>The newest note of the place when the form was opened.</summary>
    public Guid? After { get; set; }

    internal Refusal? Check(DateOnly today) =>
        FormText.Check(Locality, TypedWords.Line, nameof(Locality), TypedWords.Missing)
        ?? FormText.Check(OnPaper, TypedWords.Paragraph, nameof(OnPaper), TypedWords.Missing)
        ?? FormText.Check(InPractice, TypedWords.Paragraph, nameof(InPractice), State == PracticeState.Unknown ? null : TypedWords.Missing)
        ?? (State != PracticeState.Unknown && (Confidence == Confidence.Unknown || Witness == WitnessKind.Nobody) ? Unfounded : null)
        ?? (SeenOn is null ? NoDay : SeenOn > today ? SeenTomorrow : null)
        ?? FormText.Check(Consequence, TypedWords.Paragraph, nameof(Consequence))
        ?? FormText.Check(Meanwhile, TypedWords.Paragraph, nameof(Meanwhile))
        ?? FormText.Check(Press, TypedWords.Line, nameof(Press))
        ?? (RecheckOn is null || RecheckOn <= SeenOn ? RecheckFirst : null)
        ?? FormText.Check(CoveredBy, TypedWords.Line, nameof(CoveredBy)) ?? (Cover == CoverKind.Somebody && FormText.Tidy(CoveredBy).Length == 0 ? NoBody : null)
        ?? (NoChild ? null : NoPromise);
}

/// <summary>
/// What was seen of one duty in one place on one day, and who fills the gap if there is one. A newer note takes its place; the
/// older ones stay to be read. None has a place for a child.
/// </summary>
internal sealed class PracticeNote : IOwnedByNetwork, IVersioned
{
    private PracticeNote()
    {
    }

    public LandscapeRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public DutyId DutyId { get; private set; }

    public string Locality { get; private set; } = "";

    public PracticeState State { get; private set; }

    public string OnPaper { get; private set; } = "";

    public string InPractice { get; private set; } = "";

    public WitnessKind Witness { get; private set; }

    public Confidence Confidence { get; private set; }

    public DateOnly SeenOn { get; private set; }

    public string Consequence { get; private set; } = "";

    public string Meanwhile { get; private set; } = "";

    public string Press { get; private set; } = "";

    public DateOnly RecheckOn { get; private set; }

    public CoverKind Cover { get; private set; }

    public string CoveredBy { get; private set; } = "";

    public Answer CoverLawful { get; private set; }

    public Answer CoverLasting { get; private set; }

    public OrganisationId School { get; private set; }

    public string WrittenByName { get; private set; } = "";

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Set: its words were taken back, because somebody could be recognised or because it was wrong.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    public int Version { get; private set; }

    public bool IsGap => State is PracticeState.InPart or PracticeState.Otherwise;

    public bool IsDue(DateOnly today) => RecheckOn <= today;

    public static (PracticeNote? Note, Refusal? Refusal) Write(Duty duty, PracticeForm form, Actor actor, TimeProvider clock)
    {
        if (form.Check(clock.Today(actor.Zone)) is { } refusal)
        {
            return (null, refusal);
        }

        var somebody = form.Cover == CoverKind.Somebody;
        return (new PracticeNote
        {
            Id = EntityId.New<LandscapeRowId>(clock),
            NetworkId = duty.NetworkId,
            DutyId = duty.Id,
            Locality = FormText.Tidy(form.Locality),
            State = form.State,
            OnPaper = FormText.Tidy(form.OnPaper),
            InPractice = FormText.Tidy(form.InPractice),
            Witness = form.Witness,
            Confidence = form.Confidence,
            SeenOn = form.SeenOn!.Value,
            Consequence = FormText.Tidy(form.Consequence),
            Meanwhile = FormText.Tidy(form.Meanwhile),
            Press = FormText.Tidy(form.Press),
            RecheckOn = form.RecheckOn!.Value,
            Cover = form.Cover,
            CoveredBy = somebody ? FormText.Tidy(form.CoveredBy) : "",
            CoverLawful = somebody ? form.CoverLawful : Answer.Unknown,
            CoverLasting = somebody ? form.CoverLasting : Answer.Unknown,
            School = actor.Organisation ?? default,
            WrittenByName = actor.Name,
            WrittenAt = clock.GetUtcNow(),
        }, null);
    }

    public void TakeBack(DateTimeOffset now)
    {
        (OnPaper, InPractice, Consequence, Meanwhile, Press, CoveredBy) = ("", "", "", "", "", "");
        (State, Confidence, Cover, TakenBackAt) = (PracticeState.Unknown, Confidence.Unknown, CoverKind.NotAsked, now);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<PracticeNote>
    {
        public void Configure(EntityTypeBuilder<PracticeNote> builder)
        {
            builder.HasKey(n => n.Id);
            builder.Property(n => n.Locality).HasMaxLength(TypedWords.Line);
            builder.Property(n => n.OnPaper).HasMaxLength(TypedWords.Paragraph);
            builder.Property(n => n.InPractice).HasMaxLength(TypedWords.Paragraph);
            builder.Property(n => n.Consequence).HasMaxLength(TypedWords.Paragraph);
            builder.Property(n => n.Meanwhile).HasMaxLength(TypedWords.Paragraph);
            builder.Property(n => n.Press).HasMaxLength(TypedWords.Line);
            builder.Property(n => n.CoveredBy).HasMaxLength(TypedWords.Line);
            builder.Property(n => n.WrittenByName).HasMaxLength(200);
            builder.HasIndex(n => new { n.NetworkId, n.DutyId });
            builder.HasOne<Duty>().WithMany().HasForeignKey(n => n.DutyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
