using System.Globalization;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Instruments;

internal sealed class StepForm
{
    public const int LongestWhat = 300;
    public const int LongestName = 120;

    public static readonly Refusal NoWhat = new("growth-step.no-what", "Write what is done.", nameof(What));
    public static readonly Refusal Nobody = new("growth-step.nobody", "Choose who does it, or write somebody from outside.", nameof(Person));
    public static readonly Refusal NoDay = new("growth-step.no-day", "Choose until when, today or later.", nameof(DueOn));

    public string? What { get; set; }

    public Guid? Person { get; set; }

    public string? Who { get; set; }

    public DateOnly? DueOn { get; set; }

    internal Refusal? Check(DateOnly today) =>
        FormText.Check(What, LongestWhat, nameof(What), NoWhat) ?? FormText.Check(Who, LongestName, nameof(Who))
        ?? (Person is null && FormText.Tidy(Who).Length == 0 ? Nobody : DueOn is null || DueOn < today ? NoDay : null);
}

/// <summary>A step of a plan: who does what until when, and what came of it.</summary>
internal sealed class GrowthStep : IOwnedByNetwork, IVersioned
{
    public const int LongestResult = 500;

    public static readonly Refusal NoResult = new("growth-step.no-result", "Say what came of it, in a sentence.", "Result");
    public static readonly Refusal IsDone = new("growth-step.done", "This step is done already.");

    private GrowthStep()
    {
    }

    public GrowthRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public GrowthRowId AreaId { get; private set; }

    public string What { get; private set; } = "";

    /// <summary>Null: somebody without an account here; then whoever opened the plan is reminded.</summary>
    public PersonId? PersonId { get; private set; }

    public string WhoName { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public string Result { get; private set; } = "";

    public int Version { get; private set; }

    public static (GrowthStep? Step, Refusal? Refusal) Plan(PriorityArea area, StepForm form, string? personName, DateOnly today, TimeProvider clock) =>
        (form.Check(today) ?? (form.Person is not null && personName is null ? StepForm.Nobody : null)) is { } refusal ? (null, refusal) : (new GrowthStep
        {
            Id = EntityId.New<GrowthRowId>(clock),
            NetworkId = area.NetworkId,
            AreaId = area.Id,
            What = FormText.Tidy(form.What),
            PersonId = form.Person is { } person ? new PersonId(person) : null,
            WhoName = personName ?? FormText.Tidy(form.Who),
            DueOn = form.DueOn!.Value,
        }, null);

    public Refusal? Finish(string? result, DateOnly today)
    {
        if ((DoneOn is not null ? IsDone : FormText.Check(result, LongestResult, "Result", NoResult)) is { } refusal)
        {
            return refusal;
        }

        (DoneOn, Result) = (today, FormText.Tidy(result));
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<GrowthStep>
    {
        public void Configure(EntityTypeBuilder<GrowthStep> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.What).HasMaxLength(StepForm.LongestWhat);
            builder.Property(s => s.WhoName).HasMaxLength(200);
            builder.Property(s => s.Result).HasMaxLength(LongestResult);
            builder.HasIndex(s => s.AreaId);
            builder.HasIndex(s => new { s.NetworkId, s.PersonId });
            builder.HasOne<PriorityArea>().WithMany().HasForeignKey(s => s.AreaId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal sealed class SupportForm
{
    public const int LongestGiver = 200;
    public const int LongestHelp = 300;
    public const decimal MostHours = 2000;

    public static readonly Refusal NoGiver = new("support.no-giver", "Write who gave it: a person or a body.", nameof(Giver));
    public static readonly Refusal NoHelp = new("support.no-help", "Write what was given.", nameof(Help));
    public static readonly Refusal BadHours = new("support.bad-hours", "Write the hours as a number above 0, such as 2 or 1.5.", nameof(Hours));
    public static readonly Refusal NoDay = new("support.no-day", "Choose the day; it cannot be ahead.", nameof(GivenOn));

    public string? Giver { get; set; }

    public string? Help { get; set; }

    public string? Hours { get; set; }

    public DateOnly? GivenOn { get; set; }

    /// <summary>A comma reads as the point of the decimals: both are typed.</summary>
    internal decimal? HoursRead =>
        decimal.TryParse(FormText.Tidy(Hours).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
        && hours is > 0 and <= MostHours && decimal.Round(hours, 2) == hours ? hours : null;

    internal Refusal? Check(DateOnly today) =>
        FormText.Check(Giver, LongestGiver, nameof(Giver), NoGiver) ?? FormText.Check(Help, LongestHelp, nameof(Help), NoHelp)
        ?? (HoursRead is null ? BadHours : GivenOn is null || GivenOn > today ? NoDay : null);
}

/// <summary>Help that was given with an area: by whom, what, how long, when.</summary>
internal sealed class GivenSupport : IOwnedByNetwork
{
    private GivenSupport()
    {
    }

    public GrowthRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public GrowthRowId AreaId { get; private set; }

    public string Giver { get; private set; } = "";

    public string Help { get; private set; } = "";

    public decimal Hours { get; private set; }

    public DateOnly On { get; private set; }

    public string WrittenByName { get; private set; } = "";

    public static (GivenSupport? Support, Refusal? Refusal) Note(PriorityArea area, SupportForm form, Actor by, DateOnly today, TimeProvider clock) =>
        form.Check(today) is { } refusal ? (null, refusal) : (new GivenSupport
        {
            Id = EntityId.New<GrowthRowId>(clock),
            NetworkId = area.NetworkId,
            AreaId = area.Id,
            Giver = FormText.Tidy(form.Giver),
            Help = FormText.Tidy(form.Help),
            Hours = form.HoursRead!.Value,
            On = form.GivenOn!.Value,
            WrittenByName = by.Name,
        }, null);

    internal sealed class Configuration : IEntityTypeConfiguration<GivenSupport>
    {
        public void Configure(EntityTypeBuilder<GivenSupport> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Giver).HasMaxLength(SupportForm.LongestGiver);
            builder.Property(s => s.Help).HasMaxLength(SupportForm.LongestHelp);
            builder.Property(s => s.Hours).HasPrecision(6, 2);
            builder.Property(s => s.WrittenByName).HasMaxLength(120);
            builder.HasIndex(s => s.AreaId);
            builder.HasOne<PriorityArea>().WithMany().HasForeignKey(s => s.AreaId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
