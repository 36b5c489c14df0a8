using System.Globalization;

namespace Causeway.Partnerships;

internal enum SignalKind
{
    MissedMeetings,
    LateReply,
    OverdueAction,
    SingleOwner,
}

/// <summary>One sign that a partnership slips.</summary>
/// <param name="On">What it hangs on: the first meeting missed, the message, the action; for owners the side's number.</param>
/// <param name="Anchor">A day that no later entry moves: of that meeting, message or promise, or the day the second owner went.</param>
/// <param name="Since">The first day on which it showed.</param>
/// <param name="Side">Number of the side it is about; null: all of them.</param>
/// <param name="Count">Meetings missed in a row; owners left.</param>
internal sealed record HealthSignal(SignalKind Kind, string On, DateOnly Anchor, DateOnly Since, int? Side, int Count)
{
    /// <summary>The same sign has the same key tomorrow; one that comes back later has another.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{On}:{Anchor:yyyy-MM-dd}");
}

/// <summary>
/// Signs of slipping, worked out anew from what is written down whenever somebody looks: a sign ends by itself when its cause
/// ends, and nothing has to remember that it was there.
/// </summary>
internal static class HealthSignals
{
    private const int InARow = 2;

    public static IReadOnlyList<HealthSignal> Of(HealthFacts facts, DateOnly today) => !facts.AtWork ? []
        :
        [
            .. Missed(facts, today),
            .. Late(facts, today),
            .. facts.Actions.Where(a => a.Due < today && !(a.Done <= today)).OrderBy(a => a.Due).ThenBy(a => a.Id)
                .Select(a => new HealthSignal(SignalKind.OverdueAction, a.Id.ToString(), a.Due, a.Due.AddDays(1), a.Side, 1)),
            .. facts.Sides.Where(s => s.IsSchool).SelectMany(s => Alone(facts, s, today)),
        ];

    /// <summary>The day after the last one that kept the promise.</summary>
    public static DateOnly LateFrom(MessageFact message, IEnumerable<SideFact> sides) =>
        (sides.FirstOrDefault(s => s.Number == message.To)?.Days ?? WorkDays.Usual).After(message.Sent, message.Promise).AddDays(1);

    private static IEnumerable<HealthSignal> Missed(HealthFacts facts, DateOnly today)
    {
        var row = facts.Meetings.Where(m => m.Day <= today).OrderByDescending(m => m.Day).ThenByDescending(m => m.Id).TakeWhile(m => !m.Held).Reverse().ToList();
        return row.Count < InARow ? [] : [new(SignalKind.MissedMeetings, row[0].Id.ToString(), row[0].Day, row[InARow - 1].Day, null, row.Count)];
    }

    private static IEnumerable<HealthSignal> Late(HealthFacts facts, DateOnly today) => facts.Messages
        .Select(m => (Message: m, From: LateFrom(m, facts.Sides), Today: facts.Sides.FirstOrDefault(s => s.Number == m.To)?.Today ?? today))
        .Where(m => m.Message.Sent <= m.Today && !(m.Message.Answered <= m.Today) && m.From <= m.Today)
        .OrderBy(m => m.From).ThenBy(m => m.Message.Id)
        .Select(m => new HealthSignal(SignalKind.LateReply, m.Message.Id.ToString(), m.Message.Sent, m.From, m.Message.To, 1));

    private static IEnumerable<HealthSignal> Alone(HealthFacts facts, SideFact side, DateOnly today)
    {
        var owners = facts.Owners.Where(o => o.Side == side.Number).ToList();
        int On(DateOnly day) => owners.Count(o => o.On(day));
        var left = On(today);
        if (left >= PartyOwner.Least)
        {
            return [];
        }

        // Back from today to the last change before which there were enough; without one, to the beginning.
        var changes = owners.SelectMany(o => new[] { o.From, o.Until ?? o.From }).Where(d => d > facts.Begun && d <= today).Append(facts.Begun).Distinct().OrderDescending();
        var since = today;
        foreach (var day in changes)
        {
            if (On(day) >= PartyOwner.Least)
            {
                break;
            }

            since = day;
        }

        return [new(SignalKind.SingleOwner, side.Number.ToString(CultureInfo.InvariantCulture), since, since, side.Number, left)];
    }
}

/// <param name="IsOpen">It is called and its result is not written down yet.</param>
/// <param name="Keys">The signs it was called for.</param>
internal sealed record CatchUpFact(bool IsOpen, IReadOnlySet<string> Keys);

internal static class CatchUpRule
{
    /// <summary>The signs a new catch-up would be about. Empty: one is open, or all that shows was spoken about already.</summary>
    public static IReadOnlyList<HealthSignal> Proposal(IReadOnlyList<HealthSignal> signals, IReadOnlyCollection<CatchUpFact> catchUps) =>
        catchUps.Any(c => c.IsOpen) ? [] : [.. signals.Where(s => !catchUps.Any(c => c.Keys.Contains(s.Key)))];
}

/// <summary>Whether somebody may stop being an owner.</summary>
internal static class OwnerRule
{
    /// <param name="atWork">The gate asked for two owners in each school; while it works, that stays so.</param>
    /// <param name="owners">Of that side, with the one who would go.</param>
    /// <param name="successors">Who have accepted and become owners in the same moment.</param>
    public static bool MayGo(bool atWork, bool isSchool, int owners, int successors) =>
        !(atWork && isSchool) || owners - 1 + successors >= Math.Min(PartyOwner.Least, owners);
}
