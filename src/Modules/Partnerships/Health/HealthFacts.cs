namespace Causeway.Partnerships;

/// <param name="Came">Numbers of the sides that came.</param>
internal sealed record MeetingFact(Guid Id, DateOnly Day, IReadOnlyCollection<int> Came)
{
    /// <summary>A side that waited alone did not meet anybody.</summary>
    public bool Held => Came.Distinct().Count() > 1;
}

/// <param name="To">Number of the side whose answer is awaited.</param>
/// <param name="Promise">Working days of that side within which it answers.</param>
internal sealed record MessageFact(Guid Id, int To, DateOnly Sent, int Promise, DateOnly? Answered);

internal sealed record ActionFact(Guid Id, int Side, DateOnly Due, DateOnly? Done);

/// <param name="Until">The first day on which this person is no owner any more.</param>
internal sealed record OwnerFact(int Side, DateOnly From, DateOnly? Until)
{
    public bool On(DateOnly day) => From <= day && (Until is not { } until || day < until);
}

/// <param name="Today">By its own clock: a reply is late when the day has passed where it is awaited. Null: that of whoever looks.</param>
internal sealed record SideFact(int Number, bool IsSchool, WorkDays Days, DateOnly? Today = null);

/// <summary>What is known of a partnership's life. Nothing in it says what anybody wrote.</summary>
/// <param name="AtWork">Signals are looked for while it works; before and after nobody has promised anything.</param>
internal sealed record HealthFacts(
    bool AtWork, DateOnly Begun, IReadOnlyList<SideFact> Sides, IReadOnlyList<MeetingFact> Meetings, IReadOnlyList<MessageFact> Messages, IReadOnlyList<ActionFact> Actions, IReadOnlyList<OwnerFact> Owners);
