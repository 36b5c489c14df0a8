namespace Causeway.Partnerships.Tests;

/// <summary>
/// One made-up partnership lived day by day, and beside it a bookkeeper that turns each event into what shows, forwards and
/// without ever looking back: the other way round than the program, which looks back from today and remembers nothing.
/// </summary>
internal sealed class SimulatedLife
{
    private readonly Random _random;
    private readonly SideFact[] _sides;
    private readonly List<MeetingFact> _meetings = [];
    private readonly List<MessageFact> _messages = [];
    private readonly List<ActionFact> _actions = [];
    private readonly List<OwnerFact> _owners = [];
    private readonly List<(HashSet<string> Keys, bool IsOpen)> _catchUps = [];
    private readonly DateOnly _begun;
    private bool _atWork = true;

    // The bookkeeper's own state.
    private readonly List<MeetingFact> _row = [];
    private readonly Dictionary<Guid, (MessageFact Message, int Worked, DateOnly? Late)> _awaited = [];
    private readonly Dictionary<Guid, ActionFact> _undone = [];
    private readonly DateOnly?[] _thin = new DateOnly?[3];
    private readonly HashSet<string> _spokenOf = [];

    public SimulatedLife(int seed, DateOnly begun)
    {
        (_random, _begun) = (new(seed), begun);
        _sides = [new(1, true, Days()), new(2, _random.Next(5) > 0, Days())];
        foreach (var side in _sides)
        {
            _owners.AddRange([new(side.Number, begun, null), new(side.Number, begun, null)]);
        }
    }

    public int Seen { get; private set; }

    public int CaughtUp => _catchUps.Count;

    public int HandedOver { get; private set; }

    public int WentTogether { get; private set; }

    public void Live(DateOnly day)
    {
        Happen(day);
        var signals = HealthSignals.Of(new(_atWork, _begun, _sides, _meetings, _messages, _actions, _owners), day);
        var (shown, expected) = (signals.Select(s => s.Key + s.Since.DayNumber).ToHashSet(StringComparer.Ordinal), Expected(day).ToHashSet(StringComparer.Ordinal));
        if (!shown.SetEquals(expected) || shown.Count != signals.Count)
        {
            shown.ShouldBe(expected, $"{day}");
        }

        Seen += signals.Count;
        CatchUp(signals);
    }

    private void Happen(DateOnly day)
    {
        // Signs are worked out in the evening: whoever is awaited since before today has one working day more behind them.
        foreach (var (id, (message, worked, late)) in _awaited.ToList())
        {
            _awaited[id] = (message, worked + (_sides[message.To - 1].Days.Works(day) ? 1 : 0), late ?? (worked >= message.Promise ? day : null));
        }

        if (_random.Next(200) == 0)
        {
            _atWork = !_atWork;
        }

        if (_random.Next(21) == 0)
        {
            Meet(new(Guid.NewGuid(), day, _random.Next(3) switch { 0 => [], 1 => [1 + _random.Next(2)], _ => [1, 2] }));
        }

        if (_random.Next(9) == 0)
        {
            var message = new MessageFact(Guid.NewGuid(), 1 + _random.Next(2), day, 1 + _random.Next(10), null);
            _messages.Add(message);
            _awaited.Add(message.Id, (message, 0, null));
        }

        if (_random.Next(12) == 0)
        {
            var action = new ActionFact(Guid.NewGuid(), 1 + _random.Next(2), day.AddDays(_random.Next(40)), null);
            _actions.Add(action);
            _undone.Add(action.Id, action);
        }

        Finish(day);
        Change(day);
    }

    private void Meet(MeetingFact meeting)
    {
        _meetings.Add(meeting);
        if (meeting.Came.Count == 2)
        {
            _row.Clear();
        }
        else
        {
            _row.Add(meeting);
        }
    }

    private void Finish(DateOnly day)
    {
        if (_awaited.Count > 0 && _random.Next(7) == 0)
        {
            var id = _awaited.Keys.ElementAt(_random.Next(_awaited.Count));
            _awaited.Remove(id);
            var at = _messages.FindIndex(m => m.Id == id);
            _messages[at] = _messages[at] with { Answered = day };
        }

        if (_undone.Count > 0 && _random.Next(9) == 0)
        {
            var id = _undone.Keys.ElementAt(_random.Next(_undone.Count));
            _undone.Remove(id);
            var at = _actions.FindIndex(a => a.Id == id);
            _actions[at] = _actions[at] with { Done = day };
        }
    }

    /// <summary>People hand over by the rule, now and then somebody is simply gone, and new ones come.</summary>
    private void Change(DateOnly day)
    {
        var side = _sides[_random.Next(2)];
        var now = _owners.FindAll(o => o.Side == side.Number && o.On(day));
        if (now.Count > 0 && _random.Next(120) == 0)
        {
            var successors = _random.Next(2);
            if (OwnerRule.MayGo(_atWork, side.IsSchool, now.Count, successors))
            {
                Leave(now[_random.Next(now.Count)], day);
                _owners.AddRange(Enumerable.Range(0, successors).Select(_ => new OwnerFact(side.Number, day, null)));
                HandedOver++;
                if (_atWork && side.IsSchool)
                {
                    _owners.Count(o => o.Side == side.Number && o.On(day)).ShouldBeGreaterThanOrEqualTo(Math.Min(2, now.Count));
                }
            }
        }
        else if (now.Count > 1 && _random.Next(150) == 0)
        {
            AllAskToGo(side, now, day);
        }
        else if (now.Count > 0 && _random.Next(300) == 0)
        {
            Leave(now[0], day);
        }
        else if (now.Count < 3 && _random.Next(60) == 0)
        {
            _owners.Add(new(side.Number, day, null));
        }

        foreach (var one in _sides)
        {
            var count = _owners.Count(o => o.Side == one.Number && o.Until is null);
            _thin[one.Number] = count >= 2 ? null : _thin[one.Number] ?? day;
        }
    }

    /// <summary>Everybody of a side asks to go on one day, one after the other: those go whom the others can spare.</summary>
    private void AllAskToGo(SideFact side, List<OwnerFact> now, DateOnly day)
    {
        var left = now.Count;
        foreach (var owner in now)
        {
            if (OwnerRule.MayGo(_atWork, side.IsSchool, left, 0))
            {
                Leave(owner, day);
                left--;
            }
        }

        left.ShouldBe(_atWork && side.IsSchool ? 2 : 0);
        WentTogether += _atWork && side.IsSchool ? 1 : 0;
    }

    private void Leave(OwnerFact owner, DateOnly day) => _owners[_owners.IndexOf(owner)] = owner with { Until = day };

    private IEnumerable<string> Expected(DateOnly day)
    {
        if (!_atWork)
        {
            return [];
        }

        string Key(SignalKind kind, string on, DateOnly anchor, DateOnly since) => $"{kind}:{on}:{anchor:yyyy-MM-dd}{since.DayNumber}";
        return
        [
            .. _row.Count > 1 ? [Key(SignalKind.MissedMeetings, _row[0].Id.ToString(), _row[0].Day, _row[1].Day)] : Array.Empty<string>(),
            .. _awaited.Values.Where(a => a.Late is not null).Select(a => Key(SignalKind.LateReply, a.Message.Id.ToString(), a.Message.Sent, a.Late!.Value)),
            .. _undone.Values.Where(a => a.Due < day).Select(a => Key(SignalKind.OverdueAction, a.Id.ToString(), a.Due, a.Due.AddDays(1))),
            .. _sides.Where(s => s.IsSchool && _thin[s.Number] is not null).Select(s => Key(SignalKind.SingleOwner, $"{s.Number}", _thin[s.Number]!.Value, _thin[s.Number]!.Value)),
        ];
    }

    private void CatchUp(IReadOnlyList<HealthSignal> signals)
    {
        var proposal = CatchUpRule.Proposal(signals, [.. _catchUps.Select(c => new CatchUpFact(c.IsOpen, c.Keys))]);
        var open = _catchUps.FindIndex(c => c.IsOpen);
        if (open >= 0)
        {
            proposal.Count.ShouldBe(0);
            _catchUps[open] = (_catchUps[open].Keys, _random.Next(10) > 0);
        }
        else
        {
            var fresh = signals.Select(s => s.Key).Where(k => !_spokenOf.Contains(k)).ToList();
            if (!proposal.Select(s => s.Key).SequenceEqual(fresh))
            {
                proposal.Select(s => s.Key).ShouldBe(fresh);
            }

            if (fresh.Count > 0 && _random.Next(5) == 0)
            {
                fresh.ShouldAllBe(k => _spokenOf.Add(k));
                _catchUps.Add(([.. fresh], true));
            }
        }
    }

    private WorkDays Days() => new(
        _random.Next(2) == 0 ? [DayOfWeek.Saturday, DayOfWeek.Sunday] : [DayOfWeek.Friday, DayOfWeek.Saturday],
        [.. Enumerable.Range(0, 12).Select(_ => _begun.AddDays(_random.Next(1826))).Select(d => (d, d.AddDays(_random.Next(30))))]);
}

public sealed class SimulatedLifeTests
{
    [Fact]
    public void Five_years_of_two_hundred_partnerships_show_what_an_independent_bookkeeper_expects()
    {
        var (seen, caughtUp, handedOver, together) = (0, 0, 0, 0);
        var begun = new DateOnly(2026, 9, 1);
        Parallel.For(0, 200, seed =>
        {
            var life = new SimulatedLife(seed, begun);
            for (var day = begun; day < begun.AddYears(5); day = day.AddDays(1))
            {
                life.Live(day);
            }

            Interlocked.Add(ref seen, life.Seen);
            Interlocked.Add(ref caughtUp, life.CaughtUp);
            Interlocked.Add(ref handedOver, life.HandedOver);
            Interlocked.Add(ref together, life.WentTogether);
        });
        seen.ShouldBeGreaterThan(100_000, "days on which something showed");
        caughtUp.ShouldBeGreaterThan(2_000);
        handedOver.ShouldBeGreaterThan(2_000);
        together.ShouldBeGreaterThan(200, "days on which everybody of a school asked to go");
        TestContext.Current.SendDiagnosticMessage("{0} signs, {1} catch-ups, {2} hand-overs, {3} days on which everybody asked to go", seen, caughtUp, handedOver, together);
    }
}
