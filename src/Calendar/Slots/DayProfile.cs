using NodaTime;

namespace Causeway.Calendar;

/// <summary>When somebody, or a school, is at work: one stretch for each weekday, in minutes after local midnight.</summary>
public sealed class DayProfile
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;
    private const int NightFrom = 22 * 60;
    private const int NightTo = 7 * 60;
    private const int NightWeight = 3;

    private readonly (int From, int To)[] _days;
    private readonly int[] _outside = new int[Week + Day + 1];

    private DayProfile((int From, int To)[] days)
    {
        _days = days;
        for (var minute = 0; minute < _outside.Length - 1; minute++)
        {
            _outside[minute + 1] = _outside[minute] + Weight(minute % Week / Day, minute % Day);
        }
    }

    /// <summary>The same hours on every weekday given.</summary>
    /// <param name="to">Midnight stands for the end of the day.</param>
    /// <exception cref="ArgumentException">The stretch is empty.</exception>
    public static DayProfile Of(LocalTime from, LocalTime to, params IEnumerable<IsoDayOfWeek> days) =>
        Of(days.Distinct().ToDictionary(d => d, _ => (from, to)));

    /// <summary>08:00 to 18:00 on all seven days: for those who have told nothing. Weekends are set for each site.</summary>
    public static DayProfile Usual { get; } = Of(new LocalTime(8, 0), new LocalTime(18, 0), Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None));

    /// <summary>Hours for each weekday; a weekday that is missing has none.</summary>
    /// <exception cref="ArgumentException">A stretch is empty.</exception>
    public static DayProfile Of(IReadOnlyDictionary<IsoDayOfWeek, (LocalTime From, LocalTime To)> hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var days = new (int From, int To)[7];
        foreach (var (day, (from, to)) in hours)
        {
            var end = to == LocalTime.Midnight ? Day : Minute(to);
            days[(int)day - 1] = Minute(from) < end ? (Minute(from), end) : throw new ArgumentException("A day ends after it begins.", nameof(hours));
        }

        return new(days);
    }

    /// <summary>Whether a meeting lies wholly within these hours.</summary>
    public bool Covers(LocalDateTime start, int minutes)
    {
        var (from, to) = _days[(int)start.DayOfWeek - 1];
        var at = Minute(start.TimeOfDay);
        return at >= from && at + minutes <= to;
    }

    /// <summary>Minutes of a meeting outside these hours; those between 22:00 and 07:00 count three times.</summary>
    public int Outside(LocalDateTime start, int minutes)
    {
        var at = (((int)start.DayOfWeek - 1) * Day) + Minute(start.TimeOfDay);
        return _outside[at + minutes] - _outside[at];
    }

    private static int Minute(LocalTime time) => (time.Hour * 60) + time.Minute;

    private int Weight(int day, int minute) =>
        minute >= _days[day].From && minute < _days[day].To ? 0 : minute is >= NightFrom or < NightTo ? NightWeight : 1;
}
