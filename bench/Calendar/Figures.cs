using System.Diagnostics;
using Causeway.Calendar.Tests;
using NodaTime;

namespace Causeway.Calendar.Bench;

/// <summary>The three figures of the calendar, each as the median of several runs after a first one that is not counted.</summary>
internal static class Figures
{
    private const int Rounds = 7;

    public static int Run()
    {
        var expand = Expansion();
        var slots = SlotFinding();
        var feed = Feed();
        Console.WriteLine(FormattableString.Invariant($"ten years of 1,000 series: {expand.Median:0.0} ms (bar 1000), {expand.What}"));
        Console.WriteLine(FormattableString.Invariant($"slot finder, 30 people, 52 weeks: {slots.Median:0.0} ms (bar 200), {slots.What}"));
        Console.WriteLine(FormattableString.Invariant($"feed of 500 meetings: {feed.Median:0.0} ms (bar 50), {feed.What}"));
        return expand.Median <= 1000 && slots.Median <= 200 && feed.Median <= 50 ? 0 : 1;
    }

    private static (double Median, string What) Expansion()
    {
        var chance = new RandomSeries(1);
        var series = new List<SeriesTime>();
        while (series.Count < 1000)
        {
            var (rule, start, minutes) = chance.Rule();
            var early = rule.WithoutEnd().FirstOnOrAfter(new LocalDate(2020, 1, 1).PlusDays(chance.Next(365)))!.Value;
            series.Add(SeriesTime.Create(early.At(start.TimeOfDay), minutes, RandomSeries.Zones[series.Count % 40], rule.WithoutEnd()));
        }

        var from = Instant.FromUtc(2027, 1, 1, 0, 0);
        var to = Instant.FromUtc(2037, 1, 1, 0, 0);
        var count = 0;
        var median = Median(() => count = series.Sum(s => s.Expand(from, to).Count()));
        return (median, FormattableString.Invariant($"{count} occurrences in 40 zones"));
    }

    private static (double Median, string What) SlotFinding()
    {
        string[] zones = ["Europe/London", "America/New_York", "Asia/Jakarta", "Australia/Sydney", "Africa/Nairobi", "Asia/Seoul"];
        var sites = Enumerable.Range(0, 12).Select(s => new SlotSite($"school {s}", zones[s % 6], [.. People(s)])
        {
            Weekend = new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday },
            Holidays = [new(new(2027, 7, 1 + s), new(2027, 7, 20)), new(new(2027, 12, 20), new(2028, 1, 4))],
        }).ToList();
        var rhythms = new[] { IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday }.Select(d => SeriesRule.Weekly(1, d)).ToList();
        var question = new SlotQuestion("Europe/London", new(2027, 1, 1), rhythms, SlotQuestion.HalfHours, 60, sites) { Occurrences = 52 };
        SlotAnswer answer = SlotFinder.Find(question);
        var median = Median(() => answer = SlotFinder.Find(question));
        return (median, FormattableString.Invariant($"12 sites in 6 zones, {rhythms.Count} weekdays of 48 times, {answer.Slots.Count} slots, {answer.Refused.Count} refused"));
    }

    // 30 people: six schools send three, six send two.
    private static IEnumerable<SlotPerson> People(int site) => Enumerable.Range(0, site < 6 ? 3 : 2)
        .Select(p => new SlotPerson($"{site}-{p}", DayProfile.Of(new(7 + p, 30), new(16 + p, 0), IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday)));

    private static (double Median, string What) Feed()
    {
        var chance = new RandomSeries(3);
        var events = new List<CalendarEvent>();
        while (events.Count < 500)
        {
            if (chance.In(RandomSeries.Zones[events.Count % 40], chance.Rule()) is { } time)
            {
                events.Add(new($"{events.Count}@example.org", time, "Встреча сети, regular meeting", Instant.FromUtc(2026, 11, 22, 8, 0))
                {
                    Place = "Library, first floor",
                    Link = new Uri($"https://example.org/meetings/{events.Count}"),
                    Organiser = new("Riverside Network", "network@example.org"),
                });
            }
        }

        var size = 0;
        var median = Median(() => size = CalendarWriter.Feed(new("Riverside", Duration.FromHours(6), events)).ToOctets().Length);
        return (median, FormattableString.Invariant($"500 series in 40 zones with their exceptions, {size / 1024} KiB"));
    }

    private static double Median(Action action)
    {
        action();
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            action();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(Rounds / 2);
    }
}
