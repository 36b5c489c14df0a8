using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

internal enum OutcomeKind
{
    Note,
    Decision,
}

internal enum DecisionRule
{
    Consent,
    ConsensusWithBlock,
    Majority,
    Advice,
    Gradient,
}

/// <param name="For">Votes; all three null where nobody counted.</param>
internal sealed record DecisionWords(DecisionRule Rule, int? For, int? Against, int? Abstained, DateOnly? ReviewOn);

/// <summary>A note or a decision of one meeting. Fixed when the meeting closes.</summary>
internal sealed class Outcome : IOwnedByNetwork
{
    public const int LongestText = 2000;

    public static readonly Refusal NoText = new("outcome.no-text", "Write what was said or decided, in {0} characters at most.", "Text", LongestText);
    public static readonly Refusal BadVotes = new("outcome.bad-votes", "Write votes as numbers from 0 to 999, or leave all three empty.", "For");
    public static readonly Refusal NotCarried = new("outcome.not-carried", "By majority there must be more votes for it than against.", "For");
    public static readonly Refusal Blocked = new("outcome.blocked", "Consent and consensus stand only when nobody is against.", "Against");
    public static readonly Refusal NoReview = new("outcome.no-review", "Choose the day on which it is looked at again, after the meeting.", "ReviewOn");

    private Outcome()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MeetingId MeetingId { get; private set; }

    public AgendaItemId? AgendaItemId { get; private set; }

    public OutcomeKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Counted through the network: D-31.</summary>
    public int? Number { get; private set; }

    public DecisionRule? Rule { get; private set; }

    public int? For { get; private set; }

    public int? Against { get; private set; }

    public int? Abstained { get; private set; }

    public DateOnly? ReviewOn { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static (Outcome? Outcome, Refusal? Refusal) Note(Meeting meeting, AgendaItemId? item, string? text, string by, TimeProvider clock) =>
        Bad(text) ? (null, NoText) : (New(meeting, item, OutcomeKind.Note, text!, by, clock), null);

    public static (Outcome? Outcome, Refusal? Refusal) Decide(
        Meeting meeting, AgendaItemId? item, string? text, DecisionWords words, int number, string by, TimeProvider clock)
    {
        if (Bad(text))
        {
            return (null, NoText);
        }

        int?[] votes = [words.For, words.Against, words.Abstained];
        if (votes.Any(v => v is < 0 or > 999) || (votes.Any(v => v is not null) && words.For is null))
        {
            return (null, BadVotes);
        }

        switch (words.Rule)
        {
            case DecisionRule.Majority when words.For is null || words.For <= (words.Against ?? 0):
                return (null, NotCarried);
            case DecisionRule.Consent or DecisionRule.ConsensusWithBlock when words.Against > 0:
                return (null, Blocked);
        }

        if (words.ReviewOn is not { } review || review <= meeting.Day)
        {
            return (null, NoReview);
        }

        var outcome = New(meeting, item, OutcomeKind.Decision, text!, by, clock);
        (outcome.Rule, outcome.For, outcome.Against, outcome.Abstained) = (words.Rule, words.For, words.Against, words.Abstained);
        (outcome.ReviewOn, outcome.Number) = (review, number);
        return (outcome, null);
    }

    private static bool Bad(string? text) => text is null || text.Trim().Length is 0 or > LongestText;

    private static Outcome New(Meeting meeting, AgendaItemId? item, OutcomeKind kind, string text, string by, TimeProvider clock) => new()
    {
        Id = EntityId.New<MeetingRowId>(clock),
        NetworkId = meeting.NetworkId,
        MeetingId = meeting.Id,
        AgendaItemId = item,
        Kind = kind,
        Text = text.Trim(),
        By = by,
        At = clock.GetUtcNow(),
    };

    internal sealed class Configuration : IEntityTypeConfiguration<Outcome>
    {
        public void Configure(EntityTypeBuilder<Outcome> builder)
        {
            builder.ToTable("meeting_outcome");
            builder.HasKey(o => o.Id);
            builder.Property(o => o.Text).HasMaxLength(LongestText);
            builder.Property(o => o.By).HasMaxLength(Invitation.LongestName);
            builder.HasIndex(o => o.MeetingId);
            // Two people deciding at once must not give one number twice.
            builder.HasIndex(o => new { o.NetworkId, o.Number }).IsUnique();
            builder.HasOne<Meeting>().WithMany().HasForeignKey(o => o.MeetingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
