using System.Text.RegularExpressions;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Landscape;

internal enum PlanState
{
    WaitsForConsent,
    Running,
    Stopped,
    Done,
}

internal sealed partial class ParticipationForm
{
    public static readonly Refusal BadReference = new("participation.bad-reference", "The school's own reference: one to four capital letters, a hyphen, one to five digits, such as LH-204. Never a name.", nameof(Reference));
    public static readonly Refusal Ahead = new("participation.ahead", "This day has not come yet.", nameof(ConsentOn));
    public static readonly Refusal NotYet = new("participation.not-yet", "Nobody takes part before the guardian's consent and the young person's own yes are given.", nameof(BeginsOn));

    public string? Reference { get; set; }

    public string? Role { get; set; }

    public string? Support { get; set; }

    public string? Format { get; set; }

    public string? Cover { get; set; }

    public DateOnly? ConsentOn { get; set; }

    public DateOnly? AssentOn { get; set; }

    public string? AssentHow { get; set; }

    public DateOnly? BeginsOn { get; set; }

    public int Version { get; set; }

    internal Refusal? Check(DateOnly today) =>
        (Shape().IsMatch(FormText.Tidy(Reference)) ? null : BadReference)
        ?? FormText.Check(Role, TypedWords.Line, nameof(Role), TypedWords.Missing)
        ?? FormText.Check(Support, TypedWords.Paragraph, nameof(Support), TypedWords.Missing)
        ?? FormText.Check(Format, TypedWords.Line, nameof(Format), TypedWords.Missing)
        ?? FormText.Check(Cover, TypedWords.Line, nameof(Cover), TypedWords.Missing)
        ?? (ConsentOn > today ? Ahead : AssentOn > today ? Ahead with { Field = nameof(AssentOn) } : null)
        ?? FormText.Check(AssentHow, TypedWords.Line, nameof(AssentHow), AssentOn is null ? null : TypedWords.Missing)
        ?? (BeginsOn is { } begin && (ConsentOn is null || AssentOn is null || ConsentOn > begin || AssentOn > begin) ? NotYet : null);

    // No letters in small: a name does not fit in.
    [GeneratedRegex("^[A-Z]{1,4}-[0-9]{1,5}$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}

internal sealed class FeedbackForm
{
    public static readonly Refusal NoDay = new("feedback.no-day", "Say on which day they were told.", nameof(FeedbackOn));
    public static readonly Refusal Ahead = new("feedback.ahead", "This day has not come yet.", nameof(FeedbackOn));

    public string? Changed { get; set; }

    public DateOnly? FeedbackOn { get; set; }

    public string? FeedbackHow { get; set; }

    internal Refusal? Check(DateOnly today) =>
        FormText.Check(Changed, TypedWords.Paragraph, nameof(Changed), TypedWords.Missing)
        ?? (FeedbackOn is null ? NoDay : FeedbackOn > today ? Ahead : null)
        ?? FormText.Check(FeedbackHow, TypedWords.Line, nameof(FeedbackHow), TypedWords.Missing);
}

/// <summary>
/// How one young person takes part: known here by the school's reference alone, readable inside the school alone. They may stop
/// on any day, and then nothing goes on.
/// </summary>
internal sealed class ParticipationPlan : IOwnedByOrganisation, IVersioned
{
    public static readonly Refusal HasStopped = new("participation.stopped", "They stopped. Nothing is planned on; feedback can still be given.");

    private ParticipationPlan()
    {
    }

    public ParticipationPlanId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public string Reference { get; private set; } = "";

    /// <summary>Sealed with the school's key; empty: written before words were sealed. See <see cref="ParticipationSeal"/>.</summary>
    public byte[] Sealed { get; private set; } = [];

    /// <summary>There once the seal was opened; never stored as it is.</summary>
    public ParticipationWords Words { get; private set; } = new();

    public DateOnly OpenedOn { get; private set; }

    public DateOnly? ConsentOn { get; private set; }

    public DateOnly? AssentOn { get; private set; }

    public DateOnly? BeginsOn { get; private set; }

    public DateOnly? StoppedOn { get; private set; }

    public string StoppedByName { get; private set; } = "";

    public DateOnly? FeedbackOn { get; private set; }

    public int Version { get; private set; }

    public PlanState State => StoppedOn is not null ? PlanState.Stopped : FeedbackOn is not null ? PlanState.Done
        : ConsentOn is null || AssentOn is null ? PlanState.WaitsForConsent : PlanState.Running;

    internal static readonly string[] OldColumns =
        [nameof(Words.Role), nameof(Words.Support), nameof(Words.Format), nameof(Words.Cover), nameof(Words.AssentHow), nameof(Words.Changed), nameof(Words.FeedbackHow)];

    internal void Say(ParticipationWords words) => Words = words;

    internal void Keep(byte[] sealedWords) => Sealed = sealedWords;

    public static (ParticipationPlan? Plan, Refusal? Refusal) Open(OrganisationId school, ParticipationForm form, DateOnly today, TimeProvider clock)
    {
        var plan = new ParticipationPlan { Id = EntityId.New<ParticipationPlanId>(clock), OrganisationId = school, OpenedOn = today };
        var refusal = plan.Change(form, today);
        return refusal is null ? (plan, null) : (null, refusal);
    }

    public Refusal? Change(ParticipationForm form, DateOnly today)
    {
        if ((StoppedOn is null ? form.Check(today) : HasStopped) is { } refusal)
        {
            return refusal;
        }

        (Reference, BeginsOn, ConsentOn, AssentOn) = (FormText.Tidy(form.Reference), form.BeginsOn, form.ConsentOn, form.AssentOn);
        Words = Words with
        {
            Role = FormText.Tidy(form.Role), Support = FormText.Tidy(form.Support), Format = FormText.Tidy(form.Format),
            Cover = FormText.Tidy(form.Cover), AssentHow = FormText.Tidy(form.AssentHow),
        };
        return null;
    }

    /// <summary>They said stop. Nobody asks why.</summary>
    public Refusal? Stop(DateOnly today, string byName)
    {
        if (StoppedOn is null)
        {
            (StoppedOn, StoppedByName) = (today, byName);
        }

        return null;
    }

    public Refusal? GiveFeedback(FeedbackForm form, DateOnly today)
    {
        if (form.Check(today) is { } refusal)
        {
            return refusal;
        }

        FeedbackOn = form.FeedbackOn;
        Words = Words with { Changed = FormText.Tidy(form.Changed), FeedbackHow = FormText.Tidy(form.FeedbackHow) };
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ParticipationPlan>
    {
        public void Configure(EntityTypeBuilder<ParticipationPlan> builder)
        {
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Reference).HasMaxLength(20);
            builder.Ignore(p => p.Words);
            foreach (var column in OldColumns)
            {
                builder.Property<string>(column).IsRequired().HasMaxLength(column is nameof(Words.Support) or nameof(Words.Changed) ? TypedWords.Paragraph : TypedWords.Line);
            }

            builder.Property(p => p.StoppedByName).HasMaxLength(200);
            builder.HasIndex(p => p.OrganisationId);
        }
    }
}

/// <summary>How many plans a school opened in a year: all that leaves it, and on pages only in sums of five and more.</summary>
internal sealed class ParticipationCount : IOwnedByNetwork
{
    private ParticipationCount()
    {
    }

    public LandscapeRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public OrganisationId School { get; private set; }

    public int Year { get; private set; }

    public int Plans { get; private set; }

    public int WithFeedback { get; private set; }

    public static ParticipationCount Of(NetworkId network, OrganisationId school, int year, TimeProvider clock) =>
        new() { Id = EntityId.New<LandscapeRowId>(clock), NetworkId = network, School = school, Year = year };

    public void Set(IReadOnlyCollection<ParticipationPlan> plans) => (Plans, WithFeedback) = (plans.Count, plans.Count(p => p.FeedbackOn is not null));

    internal sealed class Configuration : IEntityTypeConfiguration<ParticipationCount>
    {
        public void Configure(EntityTypeBuilder<ParticipationCount> builder)
        {
            builder.HasKey(c => c.Id);
            builder.HasIndex(c => new { c.NetworkId, c.School, c.Year }).IsUnique();
        }
    }
}
