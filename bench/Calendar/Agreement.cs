using System.Diagnostics;
using Causeway.Calendar.Tests;
using NodaTime;

namespace Causeway.Calendar.Bench;

/// <summary>Random rules in many zones, written by us, expanded by us and by ical.js, compared instant by instant by their digest.</summary>
internal static class Agreement
{
    private static readonly Instant From = Instant.FromUtc(2020, 1, 1, 0, 0);
    private static readonly Instant To = Instant.FromUtc(2041, 1, 1, 0, 0);
    private static readonly CalendarAddress Organiser = new("Network", "network@example.org");

    private sealed class Tally
    {
        public long Files { get; set; }

        public long Instants { get; set; }

        public long Refused { get; set; }

        public long Unsafe { get; set; }

        public List<string> Disagreements { get; } = [];
    }

    public static int Run(int rules, int zones, int judges, int seed)
    {
        using (var probe = Judge.IcalJs(out var why))
        {
            if (probe is null)
            {
                Console.Error.WriteLine(why);
                return 2;
            }
        }

        var watch = Stopwatch.StartNew();
        var tallies = Enumerable.Range(0, judges).Select(_ => new Tally()).ToArray();
        var threads = Enumerable.Range(0, judges).Select(part => new Thread(() => Part(part, judges, rules, zones, seed, tallies[part]))).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        var wrong = tallies.SelectMany(t => t.Disagreements).ToList();
        wrong.Take(10).ToList().ForEach(Console.WriteLine);
        Console.WriteLine(FormattableString.Invariant(
            $"{rules} rules x {zones} zones, 2020 to 2040: {tallies.Sum(t => t.Files)} files, {tallies.Sum(t => t.Instants)} instants, {wrong.Count} files disagree with ical.js; {tallies.Sum(t => t.Refused)} times were refused for a clock change and replaced by the one offered, {tallies.Sum(t => t.Unsafe)} had none; {watch.Elapsed.TotalSeconds:0} s"));
        return wrong.Count == 0 ? 0 : 1;
    }

    private static void Part(int part, int parts, int rules, int zones, int seed, Tally tally)
    {
        using var judge = Judge.IcalJs(out _)!;
        for (var i = part; i < rules; i += parts)
        {
            var chance = new RandomSeries(((ulong)seed << 32) + (ulong)i + 1);
            var rule = chance.Rule();
            var asked = new List<(SeriesTime Time, Instant To)>();
            foreach (var zone in RandomSeries.Zones.Take(zones))
            {
                if (chance.In(zone, rule) is not { } time)
                {
                    tally.Unsafe++;
                    continue;
                }

                // Stamped at its start, an endless series is covered for three years from there.
                var first = time.Zone.AtLeniently(time.Start).ToInstant();
                var to = rule.Rule.IsEndless ? Instant.Min(To, first + Duration.FromDays(3 * 365)) : To;
                var meeting = new CalendarEvent("1", time, "Meeting", first) { Organiser = Organiser };
                judge.Send("1", CalendarWriter.File(meeting).Text, From, to, brief: true);
                asked.Add((time, to));
            }

            foreach (var (time, to) in asked)
            {
                var answer = judge.Receive().GetProperty("digests").GetProperty("1").GetString();
                var occurrences = time.Expand(From, to).ToList();
                tally.Files++;
                tally.Instants += occurrences.Count;
                if (answer != Judge.Digest(occurrences))
                {
                    tally.Disagreements.Add($"rule {i}: {time.ZoneId} {time.Start} {time.Rule}");
                }
            }

            tally.Refused += chance.Refused;
            if (i % 500 < parts)
            {
                Console.WriteLine(FormattableString.Invariant($"  rule {i}: {tally.Files} files of this judge, {tally.Disagreements.Count} disagree"));
            }
        }
    }
}
