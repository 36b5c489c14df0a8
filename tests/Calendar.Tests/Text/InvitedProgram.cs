using System.Text;
using NodaTime;

namespace Causeway.Calendar.Tests;

/// <summary>A calendar program that follows RFC 5546 and nothing else: it keeps, for one event, the newest master and the newest
/// version of each single date, and believes nothing that is not newer than what it has.</summary>
internal sealed class InvitedProgram
{
    private readonly Dictionary<string, Kept> _dates = new(StringComparer.Ordinal);
    private Kept? _master;

    // By name: single dates may have come before the series went to another zone.
    private readonly SortedDictionary<string, string> _zones = new(StringComparer.Ordinal);

    private sealed record Kept(int Sequence, Instant Stamp, string Text, bool IsCancelled)
    {
        public bool IsNewerThan(Kept? other) => other is null || Sequence > other.Sequence || (Sequence == other.Sequence && Stamp > other.Stamp);
    }

    public bool IsCancelled => _master is null or { IsCancelled: true };

    public void Receive(byte[] octets)
    {
        var calendar = CalendarReader.Read(octets, out _)!;
        var text = Encoding.UTF8.GetString(octets);
        var blocks = Blocks(text, "VEVENT");
        var master = false;
        var taken = false;
        foreach (var (read, block) in calendar.Events.Zip(blocks))
        {
            var next = new Kept(read.Sequence, read.Stamp!.Value, block, calendar.Method == "CANCEL" || read.IsCancelled);
            if (read.RecurrenceId is null)
            {
                if (!next.IsNewerThan(_master))
                {
                    return;
                }

                master = taken = true;
                _master = next;
                _dates.Where(d => next.IsNewerThan(d.Value)).ToList().ForEach(d => _dates.Remove(d.Key));
            }
            else
            {
                var date = read.RecurrenceId.Local.ToString("uuuuMMdd'T'HHmmss", null);
                if ((master || next.IsNewerThan(_master)) && next.IsNewerThan(_dates.GetValueOrDefault(date)))
                {
                    _dates[date] = next;
                    taken = true;
                }
            }
        }

        if (taken)
        {
            var zone = Blocks(text, "VTIMEZONE").Single();
            _zones[zone.Split("\r\n").Single(line => line.StartsWith("TZID:", StringComparison.Ordinal))] = zone;
        }
    }

    /// <summary>What it has, as one calendar object: the series, or single dates that came without one.</summary>
    public string Contents()
    {
        var dates = _dates.OrderBy(d => d.Key).Where(d => !IsCancelled || !d.Value.IsCancelled).Select(d => d.Value.Text);
        return $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n{string.Concat(_zones.Values)}{(IsCancelled ? "" : _master!.Text)}{string.Concat(dates)}END:VCALENDAR\r\n";
    }

    /// <summary>The moments it shows.</summary>
    public IReadOnlyList<Instant> Starts(Instant from, Instant to)
    {
        if (_zones.Count == 0)
        {
            return [];
        }

        var calendar = CalendarReader.Read(Encoding.UTF8.GetBytes(Contents()), out _)!;
        return !IsCancelled ? [.. calendar.SeriesOf(calendar.Events[0].Uid, out _)!.Expand(from, to).Select(o => o.Start)]
            : [.. calendar.Events.Select(e => calendar.MomentOf(e.Start!)!.Value).Where(s => s >= from && s < to).Order()];
    }

    private static List<string> Blocks(string text, string name)
    {
        var blocks = new List<string>();
        for (var at = text.IndexOf($"BEGIN:{name}\r\n", StringComparison.Ordinal); at >= 0;)
        {
            var end = text.IndexOf($"END:{name}\r\n", at, StringComparison.Ordinal) + name.Length + 6;
            blocks.Add(text[at..end]);
            at = text.IndexOf($"BEGIN:{name}\r\n", end, StringComparison.Ordinal);
        }

        return blocks;
    }
}
