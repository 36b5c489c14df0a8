using Causeway.Kernel;

namespace Causeway.Meetings;

/// <summary>A meeting about something that is kept elsewhere. It is no meeting of the network.</summary>
public readonly record struct NeutralMeetingId(Guid Value) : IEntityId<NeutralMeetingId>
{
    public static NeutralMeetingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>The only titles such a meeting can have: "Clarifying meeting" and "Working group".</summary>
public enum NeutralKind
{
    Clarifying,
    WorkingGroup,
}

/// <param name="Day">By the clock of <paramref name="Zone"/>, an IANA name; so is <paramref name="Time"/>.</param>
/// <param name="Minutes">5 to 720.</param>
public sealed record NeutralTime(DateOnly? Day, TimeOnly? Time, int? Minutes, string Zone);

/// <summary>Somebody to be asked: an account, or an adult by name and mail address.</summary>
public sealed record NeutralGuest(PersonId? Person, string? Name = null, string? Address = null);

/// <param name="Place">200 characters at most; it stands in calendars, so it names nobody.</param>
/// <param name="Link">A video room, beginning with https://.</param>
public sealed record NeutralPlan(NeutralKind Kind, NeutralTime Time, string? Place, string? Link, IReadOnlyList<NeutralGuest> Guests);

public enum NeutralReply
{
    None,
    Comes,
    Perhaps,
    DoesNotCome,
}

/// <param name="Invitation">Names the invitation to <see cref="IMeetingDesk.TakeBackAsync"/>.</param>
public sealed record NeutralAnswer(Guid Invitation, PersonId? Person, string Name, NeutralReply Reply);

public sealed record NeutralCard(
    NeutralMeetingId Id, NeutralKind Kind, DateTimeOffset StartsAt, int Minutes, string Zone, string? Place, string? Link, bool IsCancelled, IReadOnlyList<NeutralAnswer> Answers);

/// <summary>
/// Plans meetings whose content is kept by the room that asks: time, place, persons, and nothing else. They stand in no list,
/// record, feed or search of anybody who is not invited, count for no school's representation and hold no agenda, notes,
/// papers or minutes; calendars and mails know the neutral title alone. The caller has checked that the actor may; besides
/// that only the organisation that convened a meeting reaches it here. Nothing is saved: rows go with the caller's commit.
/// </summary>
public interface IMeetingDesk
{
    /// <summary>Every guest is written to, once, with a calendar object and a link that answers without an account.</summary>
    Task<(NeutralMeetingId? Id, Refusal? Refusal)> PlanAsync(NeutralPlan plan, Actor actor, CancellationToken ct);

    /// <summary>Further guests; who stands invited already is left in peace.</summary>
    Task<Refusal?> InviteAsync(NeutralMeetingId id, IReadOnlyList<NeutralGuest> guests, Actor actor, CancellationToken ct);

    /// <summary>Ends the link at once and takes the meeting out of the guest's calendar.</summary>
    Task<Refusal?> TakeBackAsync(NeutralMeetingId id, Guid invitation, Actor actor, CancellationToken ct);

    /// <summary>To another time, place or room; earlier answers count no more when the time is another.</summary>
    Task<Refusal?> MoveAsync(NeutralMeetingId id, NeutralTime time, string? place, string? link, Actor actor, CancellationToken ct);

    Task<Refusal?> CancelAsync(NeutralMeetingId id, Actor actor, CancellationToken ct);

    /// <summary>Null: not there, or of another organisation.</summary>
    Task<NeutralCard?> FindAsync(NeutralMeetingId id, Actor actor, CancellationToken ct);
}
