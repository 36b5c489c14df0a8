using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

internal enum ReviewKind
{
    /// <summary>Five questions, an hour each and an hour together.</summary>
    Light,

    /// <summary>Also proofs, and at least one peer from outside.</summary>
    Full,
}

internal enum ReviewState
{
    Open,
    Concluded,
    CalledOff,
}

internal enum ReviewOutcome
{
    /// <summary>Go on as it is, to a later day.</summary>
    Renew,

    /// <summary>Go on, and change what was found.</summary>
    Change,
    End,
}

/// <param name="Party">Number of the side.</param>
internal sealed record ReviewVoice(int Party, string Name, DateOnly On);

/// <param name="Focus">What the sides want to know at the end that they do not know now.</param>
/// <param name="AnswerBy">By when each side answers alone.</param>
internal sealed record ReviewTerms(ReviewKind Kind, string? Focus, DateOnly? AnswerBy);

/// <param name="RenewTo">The new horizon; null: the horizon stays as it is.</param>
/// <param name="NextOn">When it is looked at again; not asked for where it ends.</param>
/// <param name="Words">What was decided, in a few sentences.</param>
internal sealed record ReviewProposal(ReviewOutcome? Outcome, DateOnly? RenewTo, DateOnly? NextOn, string? Words);

/// <summary>
/// One round of looking at the partnership by five lenses. Each side answers alone; findings and the conclusion touch this row,
/// so that nobody agrees to a list of findings that has changed in the same moment.
/// </summary>
internal sealed class PartnershipReview : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal NoFocus = new("review.no-focus", "Say what you want to know at the end.", "Focus");
    public static readonly Refusal NoAnswerBy = new("review.no-answer-by", "Choose a day from today on, within half a year.", "AnswerBy");
    public static readonly Refusal Runs = new("review.runs", "A review of this partnership runs already.");
    public static readonly Refusal Closed = new("review.closed", "This review is over; its record stays as it is.");
    public static readonly Refusal FocusSet = new("review.focus-set", "Somebody has handed in answers to this focus; it stays as it is.", "Focus");
    public static readonly Refusal FocusAgreed = new("review.focus-agreed", "Your side has agreed to the focus already.");
    public static readonly Refusal NoWhy = new("review.no-why", "Say why it is called off.", "Why");
    public static readonly Refusal TooLate = new("review.too-late", "Every side has answered: it is talked over and concluded, not called off.");
    private const int LongestWait = 183;

    private PartnershipReview()
    {
    }

    public ReviewId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    /// <summary>The partnership while it runs: one at a time, which the database holds too.</summary>
    public Guid? OpenFor { get; private set; }

    public ReviewKind Kind { get; private set; }

    public ReviewState State { get; private set; }

    public string Focus { get; private set; } = "";

    public IReadOnlyList<ReviewVoice> FocusBy { get; private set; } = [];

    public DateOnly AnswerBy { get; private set; }

    /// <summary>The review date that it answers; null: none was set.</summary>
    public DateOnly? DueOn { get; private set; }

    public DateOnly OpenedOn { get; private set; }

    public string OpenedByName { get; private set; } = "";

    public ReviewOutcome? Outcome { get; private set; }

    public DateOnly? RenewTo { get; private set; }

    public DateOnly? NextOn { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>Sides that have agreed to the conclusion as it stands.</summary>
    public IReadOnlyList<ReviewVoice> AgreedBy { get; private set; } = [];

    /// <summary>Concluded or called off.</summary>
    public DateOnly? EndedOn { get; private set; }

    public string CalledOffWhy { get; private set; } = "";

    public int Changes { get; private set; }

    /// <summary>What the records said on the day of the conclusion: a report does not change when a plan does.</summary>
    public IReadOnlyList<FactGroup> Facts { get; private set; } = [];

    public int Version { get; private set; }

    public bool IsOpen => State == ReviewState.Open;

    public static (PartnershipReview? Review, Refusal? Refusal) Open(PartnershipView view, ReviewTerms terms, string byName, DateOnly today, TimeProvider clock)
    {
        var refusal = view.Partnership.IsOver ? Partnership.Over : Check(terms, today);
        return refusal is not null ? (null, refusal) : (new PartnershipReview
        {
            Id = EntityId.New<ReviewId>(clock),
            NetworkId = view.Partnership.NetworkId,
            PartnershipId = view.Partnership.Id,
            OpenFor = view.Partnership.Id.Value,
            Kind = terms.Kind,
            Focus = FormText.Tidy(terms.Focus),
            FocusBy = [new(view.Own!.Number, byName, today)],
            AnswerBy = terms.AnswerBy!.Value,
            DueOn = view.Partnership.ReviewOn,
            OpenedOn = today,
            OpenedByName = byName,
        }, null);
    }

    public bool HasAgreedFocus(Party party) => FocusBy.Any(v => v.Party == party.Number);

    public Refusal? AgreeFocus(ReviewVoice voice)
    {
        var refusal = !IsOpen ? Closed : FocusBy.Any(v => v.Party == voice.Party) ? FocusAgreed : null;
        if (refusal is null)
        {
            FocusBy = [.. FocusBy, voice];
        }

        return refusal;
    }

    /// <summary>Other words ask every other side again; nothing was answered yet.</summary>
    public Refusal? ChangeFocus(string? focus, bool anyIn, ReviewVoice voice)
    {
        var refusal = !IsOpen ? Closed : anyIn ? FocusSet : FormText.Check(focus, Typed.Paragraph, "Focus", NoFocus);
        if (refusal is null)
        {
            (Focus, FocusBy) = (FormText.Tidy(focus), [voice]);
        }

        return refusal;
    }

    public Refusal? CallOff(string? why, bool allIn, DateOnly today)
    {
        var refusal = !IsOpen ? Closed : allIn ? TooLate : FormText.Check(why, Typed.Paragraph, "Why", NoWhy);
        if (refusal is null)
        {
            (State, OpenFor, EndedOn, CalledOffWhy) = (ReviewState.CalledOff, null, today, FormText.Tidy(why));
        }

        return refusal;
    }

    /// <summary>The partnership came to its end while the review ran.</summary>
    public void EndWith(DateOnly today) => (State, OpenFor, EndedOn) = (ReviewState.CalledOff, null, today);

    /// <summary>A conclusion that was agreed to before a finding came or changed was about something else.</summary>
    public void FindingsChanged() => (Changes, AgreedBy) = (Changes + 1, []);

    /// <summary>Puts a conclusion on the table, with the own side's yes. The other sides' earlier words are void.</summary>
    public Refusal? Propose(ReviewProposal proposal, Partnership partnership, ReviewVoice voice, DateOnly today)
    {
        var refusal = !IsOpen ? Closed : ReviewConclusion.Check(proposal, partnership, today);
        if (refusal is null)
        {
            var ends = proposal.Outcome == ReviewOutcome.End;
            (Outcome, RenewTo, NextOn, Words, AgreedBy) = (proposal.Outcome, proposal.Outcome == ReviewOutcome.Renew ? proposal.RenewTo : null, ends ? null : proposal.NextOn, FormText.Tidy(proposal.Words), [voice]);
        }

        return refusal;
    }

    public Refusal? Agree(ReviewVoice voice)
    {
        var refusal = !IsOpen ? Closed : Outcome is null || AgreedBy.Count == 0 ? ReviewConclusion.NoProposal : AgreedBy.Any(v => v.Party == voice.Party) ? ReviewConclusion.Said : null;
        if (refusal is null)
        {
            AgreedBy = [.. AgreedBy, voice];
        }

        return refusal;
    }

    public void Conclude(IReadOnlyList<FactGroup> facts, DateOnly today) => (State, OpenFor, EndedOn, Facts) = (ReviewState.Concluded, null, today, facts);

    private static Refusal? Check(ReviewTerms terms, DateOnly today) =>
        FormText.Check(terms.Focus, Typed.Paragraph, "Focus", NoFocus) ?? (terms.AnswerBy is not { } by || by < today || by > today.AddDays(LongestWait) ? NoAnswerBy : null);

    internal sealed class Configuration : IEntityTypeConfiguration<PartnershipReview>
    {
        public void Configure(EntityTypeBuilder<PartnershipReview> builder)
        {
            builder.HasKey(r => r.Id);
            builder.Property(r => r.Focus).HasMaxLength(Typed.Paragraph);
            builder.Property(r => r.FocusBy).HasConversion(ListColumn.Converter<ReviewVoice>(), ListColumn.Comparer<ReviewVoice>());
            builder.Property(r => r.OpenedByName).HasMaxLength(Partnership.LongestName);
            builder.Property(r => r.Words).HasMaxLength(Typed.Paragraph);
            builder.Property(r => r.AgreedBy).HasConversion(ListColumn.Converter<ReviewVoice>(), ListColumn.Comparer<ReviewVoice>());
            builder.Property(r => r.CalledOffWhy).HasMaxLength(Typed.Paragraph);
            builder.Property(r => r.Facts).HasConversion(ListColumn.Converter<FactGroup>(), ListColumn.Comparer<FactGroup>());
            builder.HasIndex(r => r.OpenFor).IsUnique();
            builder.HasIndex(r => new { r.PartnershipId, r.OpenedOn });
            builder.HasOne<Partnership>().WithMany().HasForeignKey(r => r.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
