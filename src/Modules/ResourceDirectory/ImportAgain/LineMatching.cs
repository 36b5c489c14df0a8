namespace Causeway.ResourceDirectory;

/// <summary>A listing that an earlier taking in of the same list made, with what that list said.</summary>
/// <param name="Away">It was taken away since.</param>
/// <param name="AwayByList">It was taken away because a later list had it no more, not by a person who looked at it.</param>
/// <param name="Asked">A list had it no more, and somebody was to ask.</param>
internal sealed record EarlierLine(ListingId Id, ListedLine Said, bool Away = false, bool AwayByList = false, bool Asked = false);

/// <param name="Known">Rows that are lines of before, by their line in the file.</param>
/// <param name="Unclear">Rows that could be several lines of before: taken as new, never written over one of them.</param>
/// <param name="Gone">Lines of before that no row stands for.</param>
internal sealed record LineMatches(IReadOnlyDictionary<int, EarlierLine> Known, IReadOnlySet<int> Unclear, IReadOnlyList<EarlierLine> Gone);

/// <summary>
/// Recognises the lines of a list in the next version of it: by the list's own numbers where they mean the same, else by
/// name together with a phone, a mail, an institution or a profession. Only one for one; what could be two is neither.
/// </summary>
internal sealed class LineMatching
{
    private readonly List<(int Line, ListedLine Said)> _rows;
    private readonly List<EarlierLine> _before;
    private readonly Dictionary<int, EarlierLine> _known = [];
    private readonly HashSet<ListingId> _taken = [];
    private readonly HashSet<int> _unclear = [];
    private bool _numbersHold;

    private LineMatching(IEnumerable<(int Line, ListedLine Said)> rows, IEnumerable<EarlierLine> before) =>
        (_rows, _before) = ([.. rows], [.. before]);

    public static LineMatches Match(IEnumerable<(int Line, ListedLine Said)> rows, IEnumerable<EarlierLine> before)
    {
        var matching = new LineMatching(rows, before);
        matching.Pair(l => l.Record == 0 ? [] : [Fingerprint.Add(l.Whole, l.Record)], sameSay: true);
        matching.PairByNumber();
        matching.Pair(l => [l.Whole], sameSay: true);
        matching.Pair(l => [.. l.Reach.Select(r => Fingerprint.Add(l.Name, r))]);
        matching.Pair(l => l.Organisation == 0 ? [] : [Fingerprint.Add(l.Name, l.Organisation)]);
        matching.Pair(l => l.Organisation != 0 || l.Profession == 0 ? [] : [Fingerprint.Add(l.Name, l.Profession)]);
        matching.Pair(l => l.Reach.Count > 0 || l.Organisation != 0 ? [] : [l.Name]);
        return new(
            matching._known,
            matching._unclear.Except(matching._known.Keys).ToHashSet(),
            [.. matching._before.Where(b => !matching._taken.Contains(b.Id))]);
    }

    /// <summary>
    /// A column of numbers may be the list's own ids, or only count its lines. So a number speaks only where the name or a way
    /// to reach them agrees; and where most agree, two different numbers are two different lines whatever else they share.
    /// </summary>
    private void PairByNumber()
    {
        var pairs = Ones(l => l.Record == 0 ? [] : [l.Record], noteUnclear: false);
        var agreeing = pairs.Where(p => p.Row.Said.Name == p.Before.Said.Name || p.Row.Said.Reach.Intersect(p.Before.Said.Reach).Any()).ToList();
        var equal = _known.Count(k => k.Value.Said.Record != 0);
        _numbersHold = equal + agreeing.Count > 0 && equal + agreeing.Count >= pairs.Count - agreeing.Count;
        foreach (var (row, before) in agreeing)
        {
            Take(row.Line, before);
        }
    }

    /// <param name="keys">What must be equal; several keys: one of them.</param>
    /// <param name="sameSay">Lines with this key say the same, so that it does not matter which of them is which.</param>
    private void Pair(Func<ListedLine, IReadOnlyList<ulong>> keys, bool sameSay = false)
    {
        if (sameSay)
        {
            var waiting = Waiting(keys).ToLookup(p => p.Key, p => p.Before);
            var used = new Dictionary<ulong, int>();
            foreach (var row in Open().Where(r => keys(r.Said).Count > 0).ToList())
            {
                var key = keys(row.Said)[0];
                var next = waiting[key].Skip(used.GetValueOrDefault(key)).FirstOrDefault();
                if (next is not null && MayBe(row.Said, next.Said))
                {
                    used[key] = used.GetValueOrDefault(key) + 1;
                    Take(row.Line, next);
                }
            }

            return;
        }

        foreach (var (row, before) in Ones(keys, noteUnclear: true))
        {
            Take(row.Line, before);
        }
    }

    /// <summary>Pairs in which each side can be nothing but the other.</summary>
    private List<((int Line, ListedLine Said) Row, EarlierLine Before)> Ones(Func<ListedLine, IReadOnlyList<ulong>> keys, bool noteUnclear)
    {
        var waiting = Waiting(keys).ToLookup(p => p.Key, p => p.Before);
        var asking = Open().SelectMany(r => keys(r.Said).Select(k => (Key: k, Row: r))).ToLookup(p => p.Key, p => p.Row);
        var clear = new List<((int Line, ListedLine Said) Row, EarlierLine Before)>();
        foreach (var row in Open())
        {
            // Two are enough to know that it is not clear: a thousand equal names cost no more than two.
            var candidates = keys(row.Said).SelectMany(k => waiting[k]).Where(b => MayBe(row.Said, b.Said)).DistinctBy(b => b.Id).Take(2).ToList();
            if (candidates is [var only] && !keys(only.Said).SelectMany(k => asking[k]).Where(r => MayBe(r.Said, only.Said)).DistinctBy(r => r.Line).Skip(1).Any())
            {
                clear.Add((row, only));
            }
            else if (noteUnclear && candidates.Count > 0)
            {
                _unclear.Add(row.Line);
            }
        }

        return clear;
    }

    private bool MayBe(ListedLine row, ListedLine before) => !_numbersHold || row.Record == 0 || before.Record == 0 || row.Record == before.Record;

    private IEnumerable<(int Line, ListedLine Said)> Open() => _rows.Where(r => !_known.ContainsKey(r.Line));

    private IEnumerable<(ulong Key, EarlierLine Before)> Waiting(Func<ListedLine, IReadOnlyList<ulong>> keys) =>
        _before.Where(b => !_taken.Contains(b.Id)).SelectMany(b => keys(b.Said).Select(k => (k, b)));

    private void Take(int line, EarlierLine before)
    {
        _known[line] = before;
        _taken.Add(before.Id);
    }
}
