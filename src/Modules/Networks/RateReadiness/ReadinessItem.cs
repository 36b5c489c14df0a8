using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal readonly record struct ReadinessItemId(Guid Value) : IEntityId<ReadinessItemId>
{
    public static ReadinessItemId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal enum ReadinessArea
{
    Policy,
    People,
    Recruitment,
    Reporting,
    Records,
    Children,
    Parents,
    Visitors,
}

internal enum ReadinessState
{
    NotLookedAt,
    Missing,
    Underway,
    InPlace,
}

/// <param name="Owner">A person in a post at the school; null: nobody yet.</param>
internal sealed record ReadinessWord(string? Text, ReadinessState State, PersonId? Owner, string OwnerName, DateOnly? ReviewOn, string? Note);

/// <summary>
/// One thing a school checks of itself. Belongs to the school alone: no network owns it, so no peer's query, page or
/// export can reach it. What peers may know is told by <see cref="ReadinessBand"/> and <see cref="ReadinessShown"/>.
/// </summary>
internal sealed class ReadinessItem : IOwnedByOrganisation, IVersioned
{
    public const int LongestText = 240;

    public static readonly Refusal NoText = new("readiness.no-text", "Write what should be in place.", "Text");
    public static readonly Refusal NoOwner = new("readiness.no-owner", "Choose who answers for it from the people in posts.", "Owner");
    public static readonly Refusal NoReview = new("readiness.no-review", "Say on which day you will look at it again.", "ReviewOn");
    public static readonly Refusal ReviewPast = new("readiness.review-past", "The day of the next look has to come yet.", "ReviewOn");

    private ReadinessItem()
    {
    }

    public ReadinessItemId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public ReadinessArea Area { get; private set; }

    public string Text { get; private set; } = "";

    public ReadinessState State { get; private set; }

    public PersonId? Owner { get; private set; }

    public string OwnerName { get; private set; } = "";

    public DateOnly? ReviewOn { get; private set; }

    /// <summary>For the school's own eyes, whatever it shares.</summary>
    public string Note { get; private set; } = "";

    public DateOnly? LookedAtOn { get; private set; }

    public string LookedAtBy { get; private set; } = "";

    public int Version { get; private set; }

    public static ReadinessItem Begin(OrganisationId school, ReadinessArea area, string text, TimeProvider clock) => new()
    {
        Id = EntityId.New<ReadinessItemId>(clock),
        OrganisationId = school,
        Area = area,
        Text = text,
    };

    public Refusal? Rate(ReadinessWord word, Actor by, DateOnly today)
    {
        var refusal = FormText.Check(word.Text, LongestText, nameof(Text), NoText)
            ?? FormText.Check(word.Note, TypedText.Paragraph, nameof(Note))
            ?? (word.State == ReadinessState.NotLookedAt ? null
                : word.Owner is null ? NoOwner
                : word.ReviewOn is null ? NoReview
                : word.ReviewOn <= today ? ReviewPast : null);
        if (refusal is not null)
        {
            return refusal;
        }

        (Text, Note, State) = (FormText.Tidy(word.Text), FormText.Tidy(word.Note), word.State);
        (Owner, OwnerName, ReviewOn, LookedAtOn, LookedAtBy) = (word.Owner, word.OwnerName, word.ReviewOn, today, by.Name);
        return null;
    }

    public bool IsOverdue(DateOnly today) => ReviewOn is { } day && day <= today;

    internal sealed class Configuration : IEntityTypeConfiguration<ReadinessItem>
    {
        public void Configure(EntityTypeBuilder<ReadinessItem> builder)
        {
            builder.HasKey(i => i.Id);
            builder.Property(i => i.Text).HasMaxLength(LongestText);
            builder.Property(i => i.OwnerName).HasMaxLength(People.LongestName);
            builder.Property(i => i.Note).HasMaxLength(TypedText.Paragraph);
            builder.Property(i => i.LookedAtBy).HasMaxLength(People.LongestName);
            builder.HasIndex(i => new { i.OrganisationId, i.Area });
        }
    }
}
