using Causeway.Kernel;

namespace Causeway.Meetings;

internal readonly record struct MeetingSeriesId(Guid Value) : IEntityId<MeetingSeriesId>
{
    public static MeetingSeriesId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct MeetingId(Guid Value) : IEntityId<MeetingId>
{
    public static MeetingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct AgendaItemId(Guid Value) : IEntityId<AgendaItemId>
{
    public static AgendaItemId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct InvitationId(Guid Value) : IEntityId<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct ActionItemId(Guid Value) : IEntityId<ActionItemId>
{
    public static ActionItemId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Any small row of this module that nothing else refers to.</summary>
internal readonly record struct MeetingRowId(Guid Value) : IEntityId<MeetingRowId>
{
    public static MeetingRowId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
