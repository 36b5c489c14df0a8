namespace Causeway.Partnerships;

/// <summary>Days on which one side can be expected to answer: neither its weekend nor its holidays.</summary>
internal sealed record WorkDays(IReadOnlyCollection<DayOfWeek> Weekend, IReadOnlyList<(DateOnly From, DateOnly To)> Holidays)
{
    /// <summary>So far a promise is followed; a calendar that knows no working day in two years is not to be believed.</summary>
    private const int Furthest = 730;

    public static readonly WorkDays Usual = new([DayOfWeek.Saturday, DayOfWeek.Sunday], []);

    /// <summary>Of a side that is no member: the weekend that the plan says, and no holidays.</summary>
    public static WorkDays Of(PlanRow? day)
    {
        var free = (day?["weekend"] ?? "").Split(',').Where(d => Enum.TryParse<DayOfWeek>(d, out _)).Select(Enum.Parse<DayOfWeek>).ToList();
        return free.Count == 0 ? Usual : new(free, []);
    }

    public bool Works(DateOnly day) => !Weekend.Contains(day.DayOfWeek) && !Holidays.Any(h => h.From <= day && day <= h.To);

    /// <summary>The last day that keeps a promise of so many working days; the day of asking itself does not count.</summary>
    public DateOnly After(DateOnly from, int workingDays)
    {
        var day = from;
        for (var left = workingDays; left > 0 && day.DayNumber - from.DayNumber < Furthest;)
        {
            day = day.AddDays(1);
            left -= Works(day) ? 1 : 0;
        }

        return day;
    }
}
