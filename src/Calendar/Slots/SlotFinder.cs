using NodaTime;

namespace Causeway.Calendar;

/// <summary>
/// Finds one fixed time for a year of meetings between places whose clocks differ. Every candidate is tried on its real dates;
/// the cost is <c>outside + 30 · moved + uneven − 60 · represented</c> and every part of it can be shown.
/// </summary>
public static class SlotFinder
{
    /// <exception cref="ArgumentException">No site, a site without people, an unknown zone, a length or number outside its limits.</exception>
    public static SlotAnswer Find(SlotQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        Check(question);
        var sites = question.Sites.Select(s => new SlotSitePlace(s)).ToList();
        var odd = new SlotOddWeeks(sites, question.From);
        var slots = new List<Slot>();
        var refused = new List<RefusedSlot>();
        foreach (var rhythm in question.Rhythms.Select(r => r.WithoutEnd()))
        {
            if (rhythm.FirstOnOrAfter(question.From) is not { } first)
            {
                continue;
            }

            foreach (var time in question.Times)
            {
                var trial = new SlotTrial(question, sites, SeriesTime.Create(first.At(time), question.Minutes, question.AnchorZone, rhythm));
                if (trial.Refused is { } no)
                {
                    refused.Add(no);
                }
                else
                {
                    slots.Add(trial.ToSlot(odd));
                }
            }
        }

        return new([.. slots.OrderBy(s => s.Cost.Total).ThenBy(s => s.Cost.Outside).ThenBy(s => s.Time.Start.TimeOfDay)], refused);
    }

    private static void Check(SlotQuestion question)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(question.Occurrences, 1, nameof(question));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.Occurrences, SlotQuestion.MaxOccurrences, nameof(question));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)question.Rhythms.Count * question.Times.Count, SlotQuestion.MaxCandidates, nameof(question));
        if (question.Sites.Count == 0 || question.Sites.Any(s => s.People.Count == 0))
        {
            throw new ArgumentException("There is nobody to find a time for.", nameof(question));
        }
    }
}

/// <summary>A site with its zone looked up and its people's hours side by side.</summary>
internal sealed class SlotSitePlace(SlotSite site)
{
    public SlotSite Site { get; } = site;

    public DateTimeZone Zone { get; } = Zones.Find(site.ZoneId) ?? throw new ArgumentException("There is no such time zone.", nameof(site));

    public DayProfile[] Hours { get; } = [.. site.People.Select(p => p.Day ?? site.Day)];

    public bool IsWeekend(LocalDateTime start, LocalDateTime end) => Site.Weekend.Contains(start.DayOfWeek) || Site.Weekend.Contains(end.DayOfWeek);

    public bool IsHoliday(LocalDateTime start, LocalDateTime end)
    {
        foreach (var days in Site.Holidays)
        {
            if (days.Contains(start.Date) || days.Contains(end.Date))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The odd weeks between the sites' zones, each pair of zones once.</summary>
internal sealed class SlotOddWeeks
{
    private const int Years = 6;
    private readonly List<(string First, string Second, List<ZoneDifference> Weeks)> _pairs = [];

    public SlotOddWeeks(IReadOnlyList<SlotSitePlace> sites, LocalDate from)
    {
        var begin = from.AtMidnight().InUtc().ToInstant() - Duration.FromDays(1);
        var places = sites.DistinctBy(s => s.Zone.Id, StringComparer.Ordinal).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            foreach (var other in places.Skip(i + 1))
            {
                var weeks = OddWeeks.Between(places[i].Zone, other.Zone, begin, begin + Duration.FromDays(366 * Years)).Where(w => w.IsOdd).ToList();
                if (weeks.Count > 0)
                {
                    _pairs.Add((places[i].Site.Key, other.Site.Key, weeks));
                }
            }
        }
    }

    public IEnumerable<SlotOddDate> On(Occurrence occurrence)
    {
        foreach (var (first, second, weeks) in _pairs)
        {
            foreach (var week in weeks)
            {
                if (week.Contains(occurrence.Start))
                {
                    yield return new(occurrence.Original, first, second, week.Difference);
                }
            }
        }
    }
}
