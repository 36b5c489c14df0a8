using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

internal enum PartnershipType
{
    CurriculumLink,
    Protection,
    SharedTraining,
    Authority,
    Ngo,
    CrossSector,
}

/// <summary>How much paper a partnership carries; each level adds duties (see <see cref="StartGate"/>).</summary>
internal enum Formality
{
    Informal,
    Written,
    Signed,
    Incorporated,
}

internal enum Stage
{
    Exploring,
    Preparing,
    Active,
    Slipping,
    Dormant,
    Ending,
    Ended,
}

/// <param name="Purpose">What will be better because of it.</param>
/// <param name="Driver">The need or the event that began it.</param>
internal sealed record PartnershipBasics(string? Title, PartnershipType Type, string? Purpose, string? Driver, DateOnly? ReviewOn, DateOnly? HorizonOn)
{
    public static readonly Refusal NoTitle = new("partnership.no-title", "Give it a name that both sides would use.", nameof(Title));
    public static readonly Refusal HorizonBeforeReview = new("partnership.horizon-before-review", "The review comes before the end of the horizon.", nameof(HorizonOn));

    public Refusal? Check() =>
        FormText.Check(Title, Typed.Line, nameof(Title), NoTitle)
        ?? FormText.Check(Purpose, Typed.Paragraph, nameof(Purpose))
        ?? FormText.Check(Driver, Typed.Paragraph, nameof(Driver))
        ?? (HorizonOn < ReviewOn ? HorizonBeforeReview : null);
}

/// <param name="Kept">What stays: files, contacts, habits.</param>
/// <param name="Told">Who was told, on both sides.</param>
internal sealed record Closing(string? Why, string? Kept, string? Told)
{
    public static readonly Refusal NoWhy = new("partnership.no-why", "Say why it ends.", nameof(Why));
    public static readonly Refusal NoKept = new("partnership.no-kept", "Say what is kept and where.", nameof(Kept));
    public static readonly Refusal NoTold = new("partnership.no-told", "Say who was told.", nameof(Told));

    public Refusal? Check() =>
        FormText.Check(Why, Typed.Paragraph, nameof(Why), NoWhy) ?? FormText.Check(Kept, Typed.Paragraph, nameof(Kept), NoKept) ?? FormText.Check(Told, Typed.Paragraph, nameof(Told), NoTold);
}

/// <summary>
/// Organisations that work together for a purpose. It becomes active through its gate alone; every change of stage or of
/// formality leaves a row with day, person and evidence.
/// </summary>
internal sealed class Partnership : IOwnedByNetwork, IVersioned
{
    public const int LongestName = 200;

    public static readonly Refusal NoWay = new("partnership.no-way", "It cannot go from where it is to that stage.", "To");
    public static readonly Refusal NoEvidence = new("partnership.no-evidence", "Say what shows it: a meeting, a letter, a date.", "Evidence");
    public static readonly Refusal GateShut = new("partnership.gate", "It cannot be active yet. Still missing: {0}", "To", "");
    public static readonly Refusal SameFormality = new("partnership.same-formality", "It is that formal already.", "Formality");
    public static readonly Refusal Over = new("partnership.over", "This partnership has ended; its record stays as it is.");

    private Partnership()
    {
    }

    public PartnershipId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public string Title { get; private set; } = "";

    public PartnershipType Type { get; private set; }

    public string Purpose { get; private set; } = "";

    public string Driver { get; private set; } = "";

    public Formality Formality { get; private set; }

    public Stage Stage { get; private set; }

    public DateOnly? ReviewOn { get; private set; }

    public DateOnly? HorizonOn { get; private set; }

    public PersonId OpenedBy { get; private set; }

    public string OpenedByName { get; private set; } = "";

    public DateOnly OpenedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public string ClosingWhy { get; private set; } = "";

    public string ClosingKept { get; private set; } = "";

    public string ClosingTold { get; private set; } = "";

    /// <summary>What people said of the nine steps: skipped with a reason, or done where nothing else shows it.</summary>
    public IReadOnlyList<StepMark> Steps { get; private set; } = [];

    /// <summary>A later horizon that some parties have agreed to; it holds once all have.</summary>
    public DateOnly? RenewalTo { get; private set; }

    public IReadOnlyList<RenewalVoice> RenewalBy { get; private set; } = [];

    public int Version { get; private set; }

    public bool IsOver => Stage == Stage.Ended;

    public static (Partnership? Partnership, Refusal? Refusal) Begin(NetworkId network, PartnershipBasics basics, Formality formality, Actor by, DateOnly today, TimeProvider clock)
    {
        if (basics.Check() is { } refusal)
        {
            return (null, refusal);
        }

        var partnership = new Partnership
        {
            Id = EntityId.New<PartnershipId>(clock),
            NetworkId = network,
            Formality = formality,
            OpenedBy = by.Person,
            OpenedByName = by.Name,
            OpenedOn = today,
        };
        partnership.Write(basics);
        return (partnership, null);
    }

    public Refusal? Change(PartnershipBasics basics)
    {
        var refusal = IsOver ? Over : basics.Check() ?? StartGate.KeepsWhatActiveNeeds(this, basics);
        if (refusal is null)
        {
            Write(basics);
        }

        return refusal;
    }

    /// <summary>Every way into <see cref="Stage.Active"/> asks the gate, also the way back from slipping.</summary>
    /// <param name="missing">What the gate says for this partnership now.</param>
    public Refusal? GoTo(Stage to, string? evidence, IReadOnlyList<GateItem> missing, Closing? closing, DateOnly today)
    {
        var ends = to is Stage.Ending or Stage.Ended;
        var refusal = IsOver ? Over
            : !StageMap.Allows(Stage, to) ? NoWay
            : FormText.Check(evidence, Typed.Paragraph, "Evidence", NoEvidence)
                ?? (to == Stage.Active && missing.Count > 0 ? GateShut with { Values = [string.Join("; ", missing.Select(m => m.Text))] } : null)
                ?? (ends ? (closing ?? new(null, null, null)).Check() : null);
        if (refusal is not null)
        {
            return refusal;
        }

        Stage = to;
        if (ends)
        {
            (ClosingWhy, ClosingKept, ClosingTold) = (FormText.Tidy(closing!.Why), FormText.Tidy(closing.Kept), FormText.Tidy(closing.Told));
            EndedOn = to == Stage.Ended ? today : null;
        }

        return null;
    }

    /// <summary>A party that leaves the network leaves its partnerships: no gate keeps anybody in.</summary>
    public void EndWith(string party, DateOnly today) =>
        (Stage, EndedOn, ClosingWhy, ClosingTold) = (Stage.Ended, today, $"{party} left the network.", "The members of the network");

    /// <param name="missing">What the gate says at the new level; asked of a partnership that is at work.</param>
    public Refusal? Formalise(Formality to, string? evidence, IReadOnlyList<GateItem> missing)
    {
        var refusal = IsOver ? Over
            : to == Formality ? SameFormality
            : FormText.Check(evidence, Typed.Paragraph, "Evidence", NoEvidence)
                ?? (StageMap.IsAtWork(Stage) && missing.Count > 0 ? GateShut with { Field = "Formality", Values = [string.Join("; ", missing.Select(m => m.Text))] } : null);
        if (refusal is null)
        {
            Formality = to;
        }

        return refusal;
    }

    public Refusal? Mark(StepMark mark)
    {
        if (IsOver)
        {
            return Over;
        }

        var others = Steps.Where(s => s.Step != mark.Step);
        Steps = [.. mark.State == StepState.Open ? others : others.Append(mark).OrderBy(s => s.Step)];
        return null;
    }

    /// <summary>One party's yes to a later horizon; the same day said by all parties renews it, nothing else does.</summary>
    public Refusal? Renew(DateOnly? to, RenewalVoice voice, int parties, DateOnly today)
    {
        var refusal = IsOver ? Over : to is null || to <= today || to <= HorizonOn ? RenewalVoice.NoDay : null;
        if (refusal is not null)
        {
            return refusal;
        }

        RenewalBy = [.. (RenewalTo == to ? RenewalBy : []).Where(v => v.Party != voice.Party).Append(voice)];
        RenewalTo = to;
        if (RenewalBy.Count == parties)
        {
            (HorizonOn, RenewalTo, RenewalBy) = (to, null, []);
        }

        return null;
    }

    /// <summary>What a review that all sides concluded says of the days to come; null: that day stays.</summary>
    public void Reviewed(DateOnly? next, DateOnly? horizon)
    {
        (ReviewOn, HorizonOn) = (next ?? ReviewOn, horizon ?? HorizonOn);
        if (horizon is not null)
        {
            (RenewalTo, RenewalBy) = (null, []);
        }
    }

    private void Write(PartnershipBasics basics) => (Title, Type, Purpose, Driver, ReviewOn, HorizonOn) =
        (FormText.Tidy(basics.Title), basics.Type, FormText.Tidy(basics.Purpose), FormText.Tidy(basics.Driver), basics.ReviewOn, basics.HorizonOn);

    internal sealed class Configuration : IEntityTypeConfiguration<Partnership>
    {
        public void Configure(EntityTypeBuilder<Partnership> builder)
        {
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Title).HasMaxLength(Typed.Line);
            builder.Property(p => p.Purpose).HasMaxLength(Typed.Paragraph);
            builder.Property(p => p.Driver).HasMaxLength(Typed.Paragraph);
            builder.Property(p => p.OpenedByName).HasMaxLength(LongestName);
            builder.Property(p => p.ClosingWhy).HasMaxLength(Typed.Paragraph);
            builder.Property(p => p.ClosingKept).HasMaxLength(Typed.Paragraph);
            builder.Property(p => p.ClosingTold).HasMaxLength(Typed.Paragraph);
            builder.Property(p => p.Steps).HasConversion(ListColumn.Converter<StepMark>(), ListColumn.Comparer<StepMark>());
            builder.Property(p => p.RenewalBy).HasConversion(ListColumn.Converter<RenewalVoice>(), ListColumn.Comparer<RenewalVoice>());
            builder.HasIndex(p => new { p.NetworkId, p.Stage });
        }
    }
}

/// <summary>Who said yes to the later horizon.</summary>
internal sealed record RenewalVoice(int Party, string Name, DateOnly On)
{
    public static readonly Refusal NoDay = new("partnership.no-renewal-day", "Choose a day later than the horizon you have now.", "RenewTo");
}
