using Causeway.Kernel;

namespace Causeway.Partnerships;

internal readonly record struct PartnershipId(Guid Value) : IEntityId<PartnershipId>
{
    public static PartnershipId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct PartyId(Guid Value) : IEntityId<PartyId>
{
    public static PartyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct PlanId(Guid Value) : IEntityId<PlanId>
{
    public static PlanId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct AgreementId(Guid Value) : IEntityId<AgreementId>
{
    public static AgreementId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct SignerId(Guid Value) : IEntityId<SignerId>
{
    public static SignerId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct ReviewId(Guid Value) : IEntityId<ReviewId>
{
    public static ReviewId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Any small row of this room that nothing else refers to.</summary>
internal readonly record struct PartnershipRowId(Guid Value) : IEntityId<PartnershipRowId>
{
    public static PartnershipRowId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
