using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

internal readonly record struct SuggestionId(Guid Value) : IEntityId<SuggestionId>
{
    public static SuggestionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal enum SuggestionState
{
    Open,
    Accepted,
    Declined,
}

/// <summary>
/// What a member thinks a fact should say. The school whose word is shown decides; after fourteen days the coordinator may,
/// and then it stands beside the lists, since nobody but its school writes into a list.
/// </summary>
internal sealed class Suggestion : IOwnedByNetwork, IVersioned
{
    public const int DaysForOwner = 14, LongestText = 2000, LongestReason = 500;

    public static readonly Refusal NoField = new("suggestion.no-field", "Choose what should change.", "Field");
    public static readonly Refusal NoText = new("suggestion.no-text", "Write what it should say, up to {0} characters.", "Text", LongestText);
    public static readonly Refusal SameText = new("suggestion.same-text", "It says so already.", "Text");
    public static readonly Refusal NotUnderstood = new("suggestion.not-understood", "This could not be understood as “{0}”. Write it as it would stand in a list.", "Text");
    public static readonly Refusal LongReason = new("suggestion.long-reason", "A reason holds {0} characters at most.", "Why", LongestReason);
    public static readonly Refusal NoReason = new("suggestion.no-reason", "Say in a few words why not; the person who suggested it reads it.", "Reason");
    public static readonly Refusal Decided = new("suggestion.decided", "Someone has decided this already.");

    private Suggestion()
    {
    }

    public SuggestionId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    /// <summary>The listing whose word is shown; its school decides.</summary>
    public ListingId About { get; private set; }

    public OrganisationId Owner { get; private set; }

    public string OwnerName { get; private set; } = "";

    public string Name { get; private set; } = "";

    public ListColumn Field { get; private set; }

    public string OldText { get; private set; } = "";

    public string NewText { get; private set; } = "";

    public string Why { get; private set; } = "";

    public PersonId By { get; private set; }

    public string ByName { get; private set; } = "";

    public OrganisationId? BySchool { get; private set; }

    public string BySchoolName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public SuggestionState State { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecidedByName { get; private set; }

    public string? Reason { get; private set; }

    public int Version { get; private set; }

    public static (Suggestion? Suggestion, Refusal? Refusal) Make(Contribution about, ListColumn field, string old, string? text, string? why, Actor by, TimeProvider clock)
    {
        var wanted = (text ?? "").Trim();
        if (wanted.Length is 0 or > LongestText)
        {
            return (null, NoText);
        }

        if (string.Equals(wanted, old, StringComparison.Ordinal))
        {
            return (null, SameText);
        }

        if ((why ?? "").Trim().Length > LongestReason)
        {
            return (null, LongReason);
        }

        return (new Suggestion
        {
            Id = EntityId.New<SuggestionId>(clock),
            NetworkId = about.NetworkId,
            About = about.Id,
            Owner = about.Source,
            OwnerName = about.SourceName,
            Name = about.Name,
            Field = field,
            OldText = old.Length > LongestText ? old[..LongestText] : old,
            NewText = wanted,
            Why = (why ?? "").Trim(),
            By = by.Person,
            ByName = by.Name,
            BySchool = by.Organisation,
            BySchoolName = by.OrganisationName ?? "",
            At = clock.GetUtcNow(),
        }, null);
    }

    public bool IsForCoordinator(DateTimeOffset now) => State == SuggestionState.Open && now >= At.AddDays(DaysForOwner);

    public Refusal? Decide(bool accept, string? reason, Actor by, TimeProvider clock)
    {
        if (State != SuggestionState.Open)
        {
            return Decided;
        }

        var text = (reason ?? "").Trim();
        if (!accept && text.Length == 0)
        {
            return NoReason;
        }

        if (text.Length > LongestReason)
        {
            return LongReason with { Field = "Reason" };
        }

        (State, DecidedAt, DecidedByName) = (accept ? SuggestionState.Accepted : SuggestionState.Declined, clock.GetUtcNow(), by.Name);
        Reason = text.Length == 0 ? null : text;
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Suggestion>
    {
        public void Configure(EntityTypeBuilder<Suggestion> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Name).HasMaxLength(ListingDraft.LongestName);
            builder.Property(s => s.OwnerName).HasMaxLength(300);
            builder.Property(s => s.ByName).HasMaxLength(200);
            builder.Property(s => s.BySchoolName).HasMaxLength(300);
            builder.Property(s => s.DecidedByName).HasMaxLength(200);
            builder.Property(s => s.NewText).HasMaxLength(LongestText);
            builder.Property(s => s.OldText).HasMaxLength(LongestText);
            builder.Property(s => s.Why).HasMaxLength(LongestReason);
            builder.Property(s => s.Reason).HasMaxLength(LongestReason);
            builder.HasIndex(s => new { s.NetworkId, s.State, s.Owner });
            builder.HasIndex(s => s.About);
        }
    }
}
