using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

internal enum FindingEnd
{
    Open,
    Action,
    Decision,
    NoAction,
}

/// <param name="Holder">An owner of a side: the row's id.</param>
internal sealed record FindingResult(FindingEnd End, string? Text, Guid? Holder, DateOnly? DueOn);

/// <summary>
/// What the talk over the answers found, and what comes of it: an action that somebody holds by a day, a decision, or "no action
/// because". The action itself is a line among the contacts, so that an overdue one is a sign like any other.
/// </summary>
internal sealed class ReviewFinding : IOwnedByNetwork, IVersioned
{
    public const int Most = 40;

    public static readonly Refusal NoLens = new("finding.no-lens", "Choose the lens it belongs to.", "Lens");
    public static readonly Refusal NoText = new("finding.no-text", "Write what you found.", "Text");
    public static readonly Refusal NoOwner = new("finding.no-owner", "Choose who of the sides sees to it.", "Owner");
    public static readonly Refusal TooMany = new("finding.too-many", "A review holds {0} findings at most.", null, Most);
    public static readonly Refusal Ended = new("finding.ended", "This finding has its end already.");
    public static readonly Refusal NoEnd = new("finding.no-end", "Choose what comes of it.", "End");
    public static readonly Refusal NoAction = new("finding.no-action", "Write what is done, in a line.", "EndText");
    public static readonly Refusal NoHolder = new("finding.no-holder", "Choose who does it.", "Holder");
    public static readonly Refusal NoDue = new("finding.no-due", "Choose the day by which it is done, not before today.", "DueOn");
    public static readonly Refusal NoDecision = new("finding.no-decision", "Write what you decided.", "EndText");
    public static readonly Refusal NoBecause = new("finding.no-because", "Say why nothing is done.", "EndText");
    public static readonly Refusal NotYet = new("finding.not-yet", "Findings are written when every side has answered.");

    private ReviewFinding()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public ReviewId ReviewId { get; private set; }

    public Lens Lens { get; private set; }

    public string Text { get; private set; } = "";

    public int OwnerSide { get; private set; }

    /// <summary>Null: somebody of a side without accounts.</summary>
    public PersonId? OwnerPerson { get; private set; }

    public string OwnerName { get; private set; } = "";

    public FindingEnd End { get; private set; }

    /// <summary>What is done, what was decided, or why nothing is.</summary>
    public string EndText { get; private set; } = "";

    public PersonId? HolderPerson { get; private set; }

    public string HolderName { get; private set; } = "";

    public DateOnly? DueOn { get; private set; }

    /// <summary>The line among the contacts.</summary>
    public PartnershipRowId? ActionId { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public string EndedByName { get; private set; } = "";

    public int Version { get; private set; }

    public bool IsOpen => End == FindingEnd.Open;

    /// <param name="owner">An owner of one of the sides; null: none was chosen.</param>
    public static (ReviewFinding? Finding, Refusal? Refusal) Write(PartnershipReview review, PartnershipView view, Lens? lens, string? text, PartyOwner? owner, string byName, TimeProvider clock)
    {
        var refusal = !review.IsOpen ? PartnershipReview.Closed : lens is null ? NoLens : FormText.Check(text, Typed.Paragraph, "Text", NoText) ?? (owner is null ? NoOwner : null);
        return refusal is not null ? (null, refusal) : (new ReviewFinding
        {
            Id = EntityId.New<PartnershipRowId>(clock),
            NetworkId = review.NetworkId,
            PartnershipId = review.PartnershipId,
            ReviewId = review.Id,
            Lens = lens!.Value,
            Text = FormText.Tidy(text),
            OwnerSide = view.Parties.First(p => p.Id == owner!.PartyId).Number,
            OwnerPerson = owner!.PersonId,
            OwnerName = owner.Name,
            ByName = byName,
            At = clock.GetUtcNow(),
        }, null);
    }

    /// <param name="action">Of an action: the line it becomes.</param>
    public Refusal? Finish(FindingResult result, PartyOwner? holder, DateOnly today, string byName, Func<ContactEntry?> action)
    {
        var refusal = !IsOpen ? Ended : result.End switch
        {
            FindingEnd.Action => FormText.Check(result.Text, Typed.Line, "EndText", NoAction) ?? (holder is null ? NoHolder : result.DueOn is null || result.DueOn < today ? NoDue : null),
            FindingEnd.Decision => FormText.Check(result.Text, Typed.Paragraph, "EndText", NoDecision),
            FindingEnd.NoAction => FormText.Check(result.Text, Typed.Paragraph, "EndText", NoBecause),
            FindingEnd.Open => NoEnd,
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };
        if (refusal is not null)
        {
            return refusal;
        }

        (End, EndText, EndedByName) = (result.End, FormText.Tidy(result.Text), byName);
        if (result.End == FindingEnd.Action)
        {
            (HolderPerson, HolderName, DueOn, ActionId) = (holder!.PersonId, holder.Name, result.DueOn, action()?.Id);
        }

        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ReviewFinding>
    {
        public void Configure(EntityTypeBuilder<ReviewFinding> builder)
        {
            builder.ToTable("partnership_review_finding");
            builder.HasKey(f => f.Id);
            builder.Property(f => f.Text).HasMaxLength(Typed.Paragraph);
            builder.Property(f => f.OwnerName).HasMaxLength(Partnership.LongestName);
            builder.Property(f => f.EndText).HasMaxLength(Typed.Paragraph);
            builder.Property(f => f.HolderName).HasMaxLength(Partnership.LongestName);
            builder.Property(f => f.ByName).HasMaxLength(Partnership.LongestName);
            builder.Property(f => f.EndedByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(f => f.ReviewId);
            builder.HasIndex(f => f.PartnershipId);
            builder.HasOne<PartnershipReview>().WithMany().HasForeignKey(f => f.ReviewId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
