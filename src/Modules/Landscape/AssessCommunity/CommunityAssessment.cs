using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Landscape;

internal enum AssessmentStep
{
    Scope = 1,
    Together,
    Collect,
    Findings,
    Plan,
    GiveBack,
}

/// <summary>What keeps a plan from being whole; told on every page and on paper.</summary>
internal enum AssessmentLack
{
    Asset,
    Need,
    Voice,
    Findings,
    Action,
    GivingBack,
}

/// <summary>
/// An assessment of a community in six steps, each saved on its own. It holds no person: voices are groups, and children are numbers
/// in four bands of age. Once finished it is read only, and says when the next one is due.
/// </summary>
internal sealed class CommunityAssessment : IOwnedByNetwork, IVersioned
{
    public const int Bands = 4;

    public static readonly Refusal Finished = new("assessment.finished", "It is finished and kept as it is. Begin the next one when it is due.");
    public static readonly Refusal NotYet = new("assessment.not-yet", "Save the steps before this one first.");

    private CommunityAssessment()
    {
    }

    public AssessmentId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public string Area { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    public int? People { get; private set; }

    public int? Children { get; private set; }

    public string CountedBy { get; private set; } = "";

    public string Languages { get; private set; } = "";

    /// <summary>Null: not decided yet.</summary>
    public bool? Alone { get; private set; }

    public string Partners { get; private set; } = "";

    public string WhoDoesWhat { get; private set; } = "";

    public string Services { get; private set; } = "";

    public string Barriers { get; private set; } = "";

    /// <summary>Children heard, of 0 to 5, 6 to 11, 12 to 15, 16 and 17 years; null: not said.</summary>
    public int? HeardTo5 { get; private set; }

    public int? HeardTo11 { get; private set; }

    public int? HeardTo15 { get; private set; }

    public int? HeardTo17 { get; private set; }

    public string Findings { get; private set; } = "";

    public string NotKnown { get; private set; } = "";

    public string Priorities { get; private set; } = "";

    public DateOnly? GiveBackOn { get; private set; }

    public string GiveBackForm { get; private set; } = "";

    public DateOnly? GivenBackOn { get; private set; }

    public string TheySaid { get; private set; } = "";

    public DateOnly? NextOn { get; private set; }

    /// <summary>Steps that were saved at least once, from the first.</summary>
    public int Reached { get; private set; }

    public OrganisationId School { get; private set; }

    public string SchoolName { get; private set; } = "";

    public string BegunByName { get; private set; } = "";

    public DateOnly BegunOn { get; private set; }

    public DateOnly SavedOn { get; private set; }

    public DateOnly? FinishedOn { get; private set; }

    public string FinishedByName { get; private set; } = "";

    public int Version { get; private set; }

    public bool IsFinished => FinishedOn is not null;

    public AssessmentStep Current => (AssessmentStep)Math.Min(Reached + 1, (int)AssessmentStep.GiveBack);

    public IReadOnlyList<int?> Heard => [HeardTo5, HeardTo11, HeardTo15, HeardTo17];

    public static (CommunityAssessment? Assessment, Refusal? Refusal) Begin(NetworkId network, ScopeForm form, Actor by, TimeProvider clock)
    {
        var today = clock.Today(by.Zone);
        var made = new CommunityAssessment
        {
            Id = EntityId.New<AssessmentId>(clock), NetworkId = network, School = by.Organisation ?? default, SchoolName = by.OrganisationName ?? "", BegunByName = by.Name, BegunOn = today,
        };
        var refusal = made.Save(form, today);
        return refusal is null ? (made, null) : (null, refusal);
    }

    public bool MayOpen(AssessmentStep step) => (int)step <= Reached + 1;

    public Refusal? Save(ScopeForm form, DateOnly today) => Write(AssessmentStep.Scope, form.Check(), today, () =>
    {
        (Area, Purpose, CountedBy, Languages) = (FormText.Tidy(form.Area), FormText.Tidy(form.Purpose), FormText.Tidy(form.CountedBy), FormText.Tidy(form.Languages));
        (People, Children) = (form.People, form.Children);
    });

    public Refusal? Save(TogetherForm form, DateOnly today) => Write(AssessmentStep.Together, form.Check(), today, () =>
        (Alone, Partners, WhoDoesWhat) = (form.Alone, form.Alone == true ? "" : FormText.Tidy(form.Partners), FormText.Tidy(form.WhoDoesWhat)));

    public Refusal? Save(CollectForm form, DateOnly today) => Write(AssessmentStep.Collect, form.Check(), today, () =>
    {
        (Services, Barriers) = (FormText.Tidy(form.Services), FormText.Tidy(form.Barriers));
        (HeardTo5, HeardTo11, HeardTo15, HeardTo17) = (form.HeardTo5, form.HeardTo11, form.HeardTo15, form.HeardTo17);
    });

    public Refusal? Save(FindingsForm form, DateOnly today) => Write(AssessmentStep.Findings, form.Check(), today, () =>
        (Findings, NotKnown) = (FormText.Tidy(form.Findings), FormText.Tidy(form.NotKnown)));

    public Refusal? Save(PrioritiesForm form, DateOnly today) => Write(AssessmentStep.Plan, form.Check(today, GiveBackOn), today, () =>
        (Priorities, GiveBackOn, GiveBackForm) = (FormText.Tidy(form.Priorities), form.GiveBackOn, FormText.Tidy(form.GiveBackForm)));

    public Refusal? Save(GivingForm form, DateOnly today) => Write(AssessmentStep.GiveBack, form.Check(today, BegunOn), today, () =>
        (GivenBackOn, TheySaid, NextOn) = (form.GivenBackOn, FormText.Tidy(form.TheySaid), form.NextOn));

    /// <summary>A line was added to or taken from a step.</summary>
    public Refusal? Touch(AssessmentStep step, DateOnly today)
    {
        if (IsFinished || !MayOpen(step))
        {
            return IsFinished ? Finished : NotYet;
        }

        SavedOn = today;
        return null;
    }

    public Refusal? Finish(IReadOnlyCollection<AssessmentLack> lacks, Actor by, DateOnly today)
    {
        if (IsFinished)
        {
            return Finished;
        }

        if (lacks.Count > 0 || GivenBackOn is null || NextOn is null)
        {
            return GivingForm.Incomplete;
        }

        (FinishedOn, FinishedByName) = (today, by.Name);
        return null;
    }

    private Refusal? Write(AssessmentStep step, Refusal? refusal, DateOnly today, Action write)
    {
        if ((IsFinished ? Finished : !MayOpen(step) ? NotYet : refusal) is { } no)
        {
            return no;
        }

        write();
        (Reached, SavedOn) = (Math.Max(Reached, (int)step), today);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<CommunityAssessment>
    {
        public void Configure(EntityTypeBuilder<CommunityAssessment> builder)
        {
            builder.HasKey(a => a.Id);
            foreach (var line in new[] { nameof(Area), nameof(CountedBy), nameof(Languages), nameof(GiveBackForm) })
            {
                builder.Property(line).HasMaxLength(TypedWords.Line);
            }

            foreach (var text in new[] { nameof(Purpose), nameof(Partners), nameof(WhoDoesWhat), nameof(NotKnown), nameof(TheySaid) })
            {
                builder.Property(text).HasMaxLength(TypedWords.Paragraph);
            }

            foreach (var page in new[] { nameof(Services), nameof(Barriers), nameof(Findings), nameof(Priorities) })
            {
                builder.Property(page).HasMaxLength(TypedWords.Page);
            }

            foreach (var name in new[] { nameof(SchoolName), nameof(BegunByName), nameof(FinishedByName) })
            {
                builder.Property(name).HasMaxLength(200);
            }

            builder.HasIndex(a => a.NetworkId);
        }
    }
}
