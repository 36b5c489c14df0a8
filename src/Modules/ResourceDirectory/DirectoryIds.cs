using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>One school's line, as that school keeps it.</summary>
public readonly record struct ListingId(Guid Value) : IEntityId<ListingId>
{
    public static ListingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What the joint directory shows of one professional or service, made of what schools shared.</summary>
public readonly record struct EntryId(Guid Value) : IEntityId<EntryId>
{
    public static EntryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>One sheet of one uploaded file on its way into a school's listings.</summary>
public readonly record struct ListImportId(Guid Value) : IEntityId<ListImportId>
{
    public static ListImportId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>One row of an import, raw and understood.</summary>
internal readonly record struct ImportRowId(Guid Value) : IEntityId<ImportRowId>
{
    public static ImportRowId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Two shared listings that may be the same and wait for a person.</summary>
internal readonly record struct JoinProposalId(Guid Value) : IEntityId<JoinProposalId>
{
    public static JoinProposalId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Any small row of this module that nothing else refers to.</summary>
internal readonly record struct DirectoryRowId(Guid Value) : IEntityId<DirectoryRowId>
{
    public static DirectoryRowId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
