using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Landscape;

internal enum InstrumentKind
{
    Law,
    Policy,
    Standard,
    Treaty,
}

internal enum LandscapeTopic
{
    RiskProfile,
    LawAndPolicy,
    Structures,
    Community,
    ContinuumOfCare,
    Resources,
}

/// <summary>What is written down of one law, policy, standard or treaty, as typed.</summary>
internal sealed class InstrumentForm
{
    public static readonly Refusal EndsFirst = new("law.ends-first", "This day is before the first day in force.", nameof(InForceTo));
    public static readonly Refusal NoDay = new("law.no-day", "Say on which day this was known to be so.", nameof(KnownOn));
    public static readonly Refusal KnownTomorrow = new("law.known-tomorrow", "This day has not come yet.", nameof(KnownOn));
    public static readonly Refusal CheckFirst = new("law.check-first", "The next check comes after the day on which this was known.", nameof(NextCheck));

    public InstrumentKind Kind { get; set; }

    public string? Title { get; set; }

    public string? Body { get; set; }

    public LandscapeTopic Topic { get; set; } = LandscapeTopic.LawAndPolicy;

    public DateOnly? InForceFrom { get; set; }

    public DateOnly? InForceTo { get; set; }

    public string? Link { get; set; }

    public DateOnly? KnownOn { get; set; }

    public string? CheckedBy { get; set; }

    public DateOnly? NextCheck { get; set; }

    public int Version { get; set; }

    internal Refusal? Check(DateOnly today) =>
        FormText.Check(Title, TypedWords.Line, nameof(Title), TypedWords.Missing)
        ?? FormText.Check(Body, TypedWords.Line, nameof(Body), TypedWords.Missing)
        ?? (InForceTo < InForceFrom ? EndsFirst : null)
        ?? TypedWords.CheckLink(Link, nameof(Link))
        ?? (KnownOn is null ? NoDay : KnownOn > today ? KnownTomorrow : null)
        ?? FormText.Check(CheckedBy, TypedWords.Line, nameof(CheckedBy), TypedWords.Missing)
        ?? (NextCheck is null || NextCheck <= KnownOn ? CheckFirst : null);
}

/// <summary>One law, policy, standard or treaty. What it says stands in dated statements, so that the past can be read.</summary>
internal sealed class PolicyInstrument : IOwnedByNetwork, IVersioned
{
    private PolicyInstrument()
    {
    }

    public PolicyInstrumentId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    /// <summary>How many statements there are; counting them is what makes two writers meet.</summary>
    public int Statements { get; private set; }

    public int Version { get; private set; }

    public static PolicyInstrument Open(NetworkId network, TimeProvider clock) => new() { Id = EntityId.New<PolicyInstrumentId>(clock), NetworkId = network };

    /// <param name="last">The newest statement so far: what is known now cannot be older than what was known before.</param>
    public (InstrumentStatement? Statement, Refusal? Refusal) State(InstrumentForm form, InstrumentStatement? last, Actor actor, TimeProvider clock)
    {
        var refusal = form.Check(clock.Today(actor.Zone))
            ?? (last is not null && form.KnownOn < last.KnownOn ? InstrumentStatement.KnownEarlier : null);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        Statements++;
        return (InstrumentStatement.Of(this, form, actor, clock), null);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<PolicyInstrument>
    {
        public void Configure(EntityTypeBuilder<PolicyInstrument> builder)
        {
            builder.HasKey(i => i.Id);
            builder.HasIndex(i => i.NetworkId);
        }
    }
}

/// <summary>What was known of an instrument on a day, and who checked it. Never changed; the next one stands beside it.</summary>
internal sealed class InstrumentStatement : IOwnedByNetwork
{
    public static readonly Refusal KnownEarlier = new("law.known-earlier", "Something newer is already written down. What was known then stays as it is.", nameof(KnownOn));

    private InstrumentStatement()
    {
    }

    public LandscapeRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PolicyInstrumentId InstrumentId { get; private set; }

    public InstrumentKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    public LandscapeTopic Topic { get; private set; }

    public DateOnly? InForceFrom { get; private set; }

    public DateOnly? InForceTo { get; private set; }

    public string Link { get; private set; } = "";

    public DateOnly KnownOn { get; private set; }

    public string CheckedBy { get; private set; } = "";

    public DateOnly NextCheck { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public string WrittenByName { get; private set; } = "";

    public bool IsInForce(DateOnly on) => (InForceFrom is null || InForceFrom <= on) && (InForceTo is null || InForceTo >= on);

    public bool HasLapsed(DateOnly on) => InForceTo < on;

    public bool IsOverdue(DateOnly on) => NextCheck < on;

    internal static InstrumentStatement Of(PolicyInstrument instrument, InstrumentForm form, Actor actor, TimeProvider clock) => new()
    {
        Id = EntityId.New<LandscapeRowId>(clock), NetworkId = instrument.NetworkId, InstrumentId = instrument.Id,
        Kind = form.Kind, Title = FormText.Tidy(form.Title), Body = FormText.Tidy(form.Body), Topic = form.Topic,
        InForceFrom = form.InForceFrom, InForceTo = form.InForceTo, Link = FormText.Tidy(form.Link),
        KnownOn = form.KnownOn!.Value, CheckedBy = FormText.Tidy(form.CheckedBy), NextCheck = form.NextCheck!.Value,
        WrittenAt = clock.GetUtcNow(), WrittenByName = actor.Name,
    };

    public InstrumentForm ToForm(int version) => new()
    {
        Kind = Kind, Title = Title, Body = Body, Topic = Topic, InForceFrom = InForceFrom, InForceTo = InForceTo, Link = Link, CheckedBy = CheckedBy, Version = version,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<InstrumentStatement>
    {
        public void Configure(EntityTypeBuilder<InstrumentStatement> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Title).HasMaxLength(TypedWords.Line);
            builder.Property(s => s.Body).HasMaxLength(TypedWords.Line);
            builder.Property(s => s.Link).HasMaxLength(500);
            builder.Property(s => s.CheckedBy).HasMaxLength(TypedWords.Line);
            builder.Property(s => s.WrittenByName).HasMaxLength(200);
            builder.HasIndex(s => new { s.NetworkId, s.InstrumentId });
            builder.HasOne<PolicyInstrument>().WithMany().HasForeignKey(s => s.InstrumentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
