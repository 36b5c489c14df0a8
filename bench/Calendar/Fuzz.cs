using System.Diagnostics;
using System.Text;
using Causeway.Calendar.Tests;
using NodaTime;

namespace Causeway.Calendar.Bench;

/// <summary>Calendar files that mean harm: good ones damaged, and bad ones grown from the words of the format. Everything our reader
/// offers is tried on each; a thrown exception is a crash.</summary>
internal static class Fuzz
{
    private static readonly SeriesTime Ours = SeriesTime.Create(
        new(2027, 1, 12, 16, 0), 60, "Europe/London", SeriesRule.Monthly(1, new RuleDay(IsoDayOfWeek.Tuesday, 2)));

    private static readonly TimeSpan Suspicious = TimeSpan.FromMilliseconds(20);

    public static int Run(TimeSpan length, ulong seed)
    {
        var files = new HostileFiles(seed);
        var watch = Stopwatch.StartNew();
        long tried = 0, read = 0, replies = 0, series = 0;
        var slowest = TimeSpan.Zero;
        byte[] slowestFile = [];
        var crashes = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (watch.Elapsed < length)
        {
            var octets = files.Next();
            var begin = watch.Elapsed;
            try
            {
                var (isRead, isReply, found) = Try(octets);
                read += isRead ? 1 : 0;
                replies += isReply ? 1 : 0;
                series += found;
            }
            catch (Exception crash) when (crash is not OutOfMemoryException)
            {
                crashes.TryAdd(crash.GetType().Name + ": " + crash.Message + " " + crash.StackTrace?.Split('\n').FirstOrDefault(), octets);
            }

            // What was slow is tried again alone, so that another program's turn on the processor is not held against the file.
            var took = watch.Elapsed - begin;
            for (var again = 0; took > Suspicious && took > slowest && again < 3; again++)
            {
                begin = watch.Elapsed;
                Repeat(octets);
                took = watch.Elapsed - begin < took ? watch.Elapsed - begin : took;
            }

            if (took > slowest)
            {
                (slowest, slowestFile) = (took, octets);
            }

            tried++;
        }

        foreach (var (what, octets) in crashes)
        {
            var file = Path.Combine(Path.GetTempPath(), $"calendar-crash-{Math.Abs(what.GetHashCode(StringComparison.Ordinal))}.ics");
            File.WriteAllBytes(file, octets);
            Console.WriteLine($"CRASH {what} ({file})");
        }

        File.WriteAllBytes(Path.Combine(Path.GetTempPath(), $"calendar-slowest-{seed}.ics"), slowestFile);
        Console.WriteLine(FormattableString.Invariant(
            $"{watch.Elapsed.TotalMinutes:0.0} min: {tried} files, {read} read, {replies} answers, {series} series; slowest {slowest.TotalMilliseconds:0} ms; crashes {crashes.Count}; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        return crashes.Count == 0 && slowest < TimeSpan.FromSeconds(1) ? 0 : 1;
    }

    private static void Repeat(byte[] octets)
    {
        try
        {
            Try(octets);
        }
        catch (Exception crash) when (crash is not OutOfMemoryException)
        {
            // Counted when it came first.
        }
    }

    private static (bool Read, bool Reply, int Series) Try(byte[] octets)
    {
        var isReply = CalendarReader.ReadReply(octets, out _) is { } reply && (reply.DateIn(Ours) ?? default) != new LocalDate(1, 1, 2);
        var calendar = CalendarReader.Read(octets, out var fault);
        if (calendar is null)
        {
            return fault is null ? throw new InvalidOperationException("Refused without a word.") : (false, isReply, 0);
        }

        var found = 0;
        foreach (var one in calendar.Events.Take(5))
        {
            var at = one.Start is { } start ? calendar.MomentOf(start) : null;
            if (calendar.SeriesOf(one.Uid, out var why) is { } series)
            {
                found++;
                _ = series.Expand(at ?? default, Instant.FromUtc(2040, 1, 1, 0, 0)).Take(500).Count();
                _ = series.FindWallTimeProblem();
                _ = CalendarWriter.File(new(one.Uid, series, one.Title, Instant.FromUtc(2026, 11, 22, 0, 0))).ToOctets();
            }
            else if (why is null)
            {
                throw new InvalidOperationException("No series, and no word why.");
            }
        }

        return (true, isReply, found);
    }
}

/// <summary>Damages and invents calendar files, the same ones for the same seed.</summary>
internal sealed class HostileFiles
{
    private static readonly string[] Words =
    [
        "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:STANDARD", "END:STANDARD", "BEGIN:DAYLIGHT",
        "END:DAYLIGHT", "METHOD:REPLY", "UID:1", "DTSTAMP:20270101T000000Z", "DTSTART;TZID=Europe/London:20270112T160000", "DTSTART;TZID=X:20270112T160000",
        "DTSTART:21991231T235900Z", "DTSTART:19000101T000000Z", "DTSTART;VALUE=DATE:99991231", "DTSTART;VALUE=DATE:00000101", "DTSTART:99991231T235959",
        "DTEND:20270112T170000Z", "DURATION:PT60M", "DURATION:-P9999999D", "DURATION:PT1H1H1H1H", "DURATION:P99999W", "RRULE:FREQ=WEEKLY", "RRULE:FREQ=WEEKLY;INTERVAL=99;COUNT=2000",
        "RRULE:FREQ=MONTHLY;BYDAY=5FR,5SA,-1SU,1MO", "RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z", "RRULE:FREQ=WEEKLY;UNTIL=00010101T000000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=5SU",
        "RRULE:FREQ=SECONDLY;COUNT=999999999", "RDATE:99991231T235959", "TZID:X", "TZOFFSETFROM:+1800", "TZOFFSETTO:-1800", "TZOFFSETTO:+9999", "RECURRENCE-ID:20270511T150000Z",
        "RECURRENCE-ID;TZID=X:20270511T160000", "EXDATE;TZID=Europe/London:20270209T160000,20270309T160000", "ATTENDEE;PARTSTAT=ACCEPTED;CN=\"a^'b\":mailto:a@example.org",
        "ATTENDEE:mailto:%zz%00@", "SEQUENCE:99999999999999999999", "STATUS:CANCELLED", "SUMMARY:\\n\\\\\\;\\", " folded", "\tfolded", "",
    ];

    private readonly RandomSeries _chance;
    private readonly List<byte[]> _good = [];

    public HostileFiles(ulong seed)
    {
        _chance = new(seed);
        for (var i = 0; _good.Count < 40; i++)
        {
            if (_chance.In(RandomSeries.Zones[i % 40], _chance.Rule()) is { } time)
            {
                var meeting = new CalendarEvent("1", time, "Treffen, \"Ost\" 학교", Instant.FromUtc(2026, 11, 22, 8, 0))
                {
                    Organiser = new("Network", "network@example.org"),
                    Attendees = [new(new("Ana", "ana@example.org"))],
                };
                _good.Add(Encoding.UTF8.GetBytes(CalendarWriter.Request(meeting).Text.Replace("REQUEST", i % 2 == 0 ? "REPLY" : "REQUEST", StringComparison.Ordinal)));
            }
        }
    }

    public byte[] Next() => _chance.Next(20) switch
    {
        < 12 => Damaged(),
        < 18 => Invented(),
        18 => Repeated(),
        _ => Noise(),
    };

    private byte[] Damaged()
    {
        var octets = _good[_chance.Next(_good.Count)].ToList();
        for (var i = _chance.Next(12) + 1; i > 0 && octets.Count > 2; i--)
        {
            var at = _chance.Next(octets.Count);
            switch (_chance.Next(6))
            {
                case 0:
                    octets[at] = (byte)_chance.Next(256);
                    break;
                case 1:
                    octets.RemoveRange(at, Math.Min(_chance.Next(60), octets.Count - at));
                    break;
                case 2:
                    octets.InsertRange(at, octets.GetRange(at, Math.Min(_chance.Next(200), octets.Count - at)));
                    break;
                case 3:
                    octets.InsertRange(at, Encoding.UTF8.GetBytes("\r\n" + Words[_chance.Next(Words.Length)] + "\r\n"));
                    break;
                case 4:
                    // Digits turn into other digits: times, rules and offsets out of range.
                    octets[at] = octets[at] is >= (byte)'0' and <= (byte)'9' ? (byte)('0' + _chance.Next(10)) : octets[at];
                    break;
                default:
                    octets[at] = (byte)"\r\n;:,\"^\\= \t"[_chance.Next(11)];
                    break;
            }
        }

        return [.. octets];
    }

    private byte[] Invented()
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:1\r\nDURATION:PT60M\r\n");
        for (var i = _chance.Next(60); i > 0; i--)
        {
            text.Append(Words[_chance.Next(Words.Length)]).Append(_chance.Next(8) == 0 ? "\n" : "\r\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("END:VEVENT\r\nEND:VCALENDAR\r\n").ToString());
    }

    // One thing very often, up to and beyond the limits.
    private byte[] Repeated()
    {
        var word = Words[_chance.Next(Words.Length)];
        var separator = _chance.Next(3) switch { 0 => "\r\n", 1 => ",", _ => "\r\n " };
        var many = string.Join(separator, Enumerable.Repeat(word, 1 + _chance.Next(_chance.Next(10) == 0 ? 30_000 : 2_500)));
        var dates = string.Join(',', Enumerable.Range(0, _chance.Next(2000)).Select(i => new LocalDate(2027, 1, 12).PlusDays(7 * i).ToString("uuuuMMdd", null) + "T160000"));
        return Encoding.UTF8.GetBytes(
            $"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:1\r\nDURATION:PT1H\r\nDTSTART;TZID=Europe/London:20270112T160000\r\nRRULE:FREQ=WEEKLY;COUNT=2000\r\n"
            + $"EXDATE;TZID=Europe/London:{dates}\r\n{many}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    private byte[] Noise()
    {
        var octets = new byte[_chance.Next(5000)];
        for (var i = 0; i < octets.Length; i++)
        {
            octets[i] = (byte)_chance.Next(256);
        }

        return octets;
    }
}
