using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

/// <param name="Feedback">What works, and what worries somebody.</param>
/// <param name="Gains">What each side has from it.</param>
/// <param name="Agreed">What is done differently from now on.</param>
internal sealed record CatchUpResult(DateOnly? HeldOn, string? Objectives, string? Feedback, string? Gains, string? Agreed);

/// <summary>
/// A talk because it slips: objectives, feedback and concerns, gains. One at a time, which the database holds too: the
/// column of the open one is unique, and empty once the result is written down.
/// </summary>
internal sealed class CatchUp : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal NothingNew = new("catch-up.nothing-new", "One is open already, or all that shows was spoken about.");
    public static readonly Refusal NoDay = new("catch-up.no-day", "Choose the day of the talk, from when it was called until today.", "HeldOn");
    public static readonly Refusal NoResult = new("catch-up.no-result", "Write down what came of it, if only in a line.", "Agreed");
    public static readonly Refusal Closed = new("catch-up.closed", "Its result is written down already.");

    private CatchUp()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    /// <summary>The partnership while this one is open.</summary>
    public Guid? OpenFor { get; private set; }

    public IReadOnlyList<HealthSignal> About { get; private set; } = [];

    public DateOnly CalledOn { get; private set; }

    public string CalledBy { get; private set; } = "";

    public DateOnly? HeldOn { get; private set; }

    public string Objectives { get; private set; } = "";

    public string Feedback { get; private set; } = "";

    public string Gains { get; private set; } = "";

    public string Agreed { get; private set; } = "";

    public string ClosedBy { get; private set; } = "";

    public int Version { get; private set; }

    public bool IsOpen => OpenFor is not null;

    public static CatchUp Call(Partnership partnership, IReadOnlyList<HealthSignal> about, string byName, DateOnly today, TimeProvider clock) => new()
    {
        Id = EntityId.New<PartnershipRowId>(clock),
        NetworkId = partnership.NetworkId,
        PartnershipId = partnership.Id,
        OpenFor = partnership.Id.Value,
        About = about,
        CalledOn = today,
        CalledBy = byName,
    };

    public Refusal? Close(CatchUpResult result, string byName, DateOnly today)
    {
        var refusal = !IsOpen ? Closed
            : result.HeldOn is not { } day || day < CalledOn || day > today ? NoDay
            : FormText.Check(result.Objectives, Typed.Paragraph, "Objectives") ?? FormText.Check(result.Feedback, Typed.Paragraph, "Feedback")
                ?? FormText.Check(result.Gains, Typed.Paragraph, "Gains") ?? FormText.Check(result.Agreed, Typed.Paragraph, "Agreed", NoResult);
        if (refusal is null)
        {
            (OpenFor, HeldOn, ClosedBy) = (null, result.HeldOn, byName);
            (Objectives, Feedback, Gains, Agreed) = (FormText.Tidy(result.Objectives), FormText.Tidy(result.Feedback), FormText.Tidy(result.Gains), FormText.Tidy(result.Agreed));
        }

        return refusal;
    }

    public CatchUpFact Fact() => new(IsOpen, About.Select(s => s.Key).ToHashSet(StringComparer.Ordinal));

    internal sealed class Configuration : IEntityTypeConfiguration<CatchUp>
    {
        public void Configure(EntityTypeBuilder<CatchUp> builder)
        {
            builder.ToTable("partnership_catch_up");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.About).HasConversion(ListColumn.Converter<HealthSignal>(), ListColumn.Comparer<HealthSignal>());
            builder.Property(c => c.CalledBy).HasMaxLength(Partnership.LongestName);
            builder.Property(c => c.ClosedBy).HasMaxLength(Partnership.LongestName);
            builder.Property(c => c.Objectives).HasMaxLength(Typed.Paragraph);
            builder.Property(c => c.Feedback).HasMaxLength(Typed.Paragraph);
            builder.Property(c => c.Gains).HasMaxLength(Typed.Paragraph);
            builder.Property(c => c.Agreed).HasMaxLength(Typed.Paragraph);
            builder.HasIndex(c => c.OpenFor).IsUnique();
            builder.HasIndex(c => c.PartnershipId);
            builder.HasOne<Partnership>().WithMany().HasForeignKey(c => c.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
