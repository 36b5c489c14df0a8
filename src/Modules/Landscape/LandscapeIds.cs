using Causeway.Kernel;

namespace Causeway.Landscape;

internal readonly record struct PolicyInstrumentId(Guid Value) : IEntityId<PolicyInstrumentId>
{
    public static PolicyInstrumentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct DutyId(Guid Value) : IEntityId<DutyId>
{
    public static DutyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct ForumId(Guid Value) : IEntityId<ForumId>
{
    public static ForumId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct ParticipationPlanId(Guid Value) : IEntityId<ParticipationPlanId>
{
    public static ParticipationPlanId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Any row of this room that no other row refers to.</summary>
internal readonly record struct LandscapeRowId(Guid Value) : IEntityId<LandscapeRowId>
{
    public static LandscapeRowId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct AssessmentId(Guid Value) : IEntityId<AssessmentId>
{
    public static AssessmentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
