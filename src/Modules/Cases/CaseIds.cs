using Causeway.Kernel;

namespace Causeway.Cases;

/// <summary>One child's case in one school. Says nothing about the child; may stand in an address.</summary>
public readonly record struct CaseId(Guid Value) : IEntityId<CaseId>
{
    public static CaseId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct EntryId(Guid Value) : IEntityId<EntryId>
{
    public static EntryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Any small row of this room that few others refer to.</summary>
internal readonly record struct CaseRowId(Guid Value) : IEntityId<CaseRowId>
{
    public static CaseRowId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
