using NodaTime;

namespace Causeway.Calendar.Tests;

/// <summary>Rules, starts and exceptions by chance, the same for the same seed. Times that a zone skips or doubles are replaced
/// by the safe time the library offers, as a person would.</summary>
internal sealed class RandomSeries(ulong seed)
{
    public static readonly string[] Zones =
    [
        "Europe/London", "America/New_York", "Asia/Jakarta", "Australia/Sydney", "Africa/Nairobi", "Australia/Lord_Howe", "Asia/Gaza", "Europe/Dublin",
        "Pacific/Apia", "Pacific/Chatham", "Asia/Tehran", "Africa/Cairo", "Asia/Jerusalem", "America/Santiago", "America/Asuncion", "America/Nuuk",
        "Antarctica/Troll", "Asia/Kathmandu", "Asia/Kolkata", "America/St_Johns", "America/Havana", "America/Sao_Paulo", "Europe/Bucharest", "Europe/Moscow",
        "Europe/Istanbul", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore", "Asia/Dubai", "Asia/Beirut", "Pacific/Auckland", "Pacific/Honolulu",
        "America/Phoenix", "America/Los_Angeles", "America/Mexico_City", "America/Bogota", "Africa/Lagos", "Pacific/Kiritimati", "Africa/Juba", "Pacific/Norfolk",
    ];

    private ulong _state = (seed * 0x9E3779B97F4A7C15) ^ 0xD1B54A32D192ED03;

    /// <summary>How many times were refused because a clock change met them.</summary>
    public int Refused { get; private set; }

    public int Next(int below)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)((_state >> 11) % (ulong)below);
    }

    /// <summary>A rule with a start somewhere in 2020 to 2038 and an end, if any, up to 2040.</summary>
    public (SeriesRule Rule, LocalDateTime Start, int Minutes) Rule()
    {
        var rule = Next(2) == 0
            ? SeriesRule.Weekly(1 + Next(4), Enumerable.Range(0, Next(3)).Select(_ => Weekday()))
            : SeriesRule.Monthly(1 + Next(6), MonthDays());
        var start = rule.FirstOnOrAfter(new LocalDate(2020, 1, 1).PlusDays(Next(18 * 365)))!.Value;
        rule = Next(5) switch
        {
            0 => rule,
            1 or 2 => rule.EndingAfter(1 + Next(80)),
            _ => rule.EndingOn(LocalDate.Min(start.PlusDays(Next(6 * 365)), new(2040, 12, 31))),
        };
        return (rule, start.At(new LocalTime(Next(24), 5 * Next(12))), 15 + (15 * Next(12)));
    }

    /// <summary>That rule in a zone, at a time that is safe there, every third with dropped and moved dates. Null if no time is safe.</summary>
    public SeriesTime? In(string zone, (SeriesRule Rule, LocalDateTime Start, int Minutes) of)
    {
        var time = SeriesTime.Create(of.Start, of.Minutes, zone, of.Rule);
        if (time.FindWallTimeProblem() is { } problem)
        {
            Refused++;
            if (problem.NearestSafe is not { } safe)
            {
                return null;
            }

            time = SeriesTime.Create(of.Start.Date.At(safe), of.Minutes, zone, of.Rule);
        }

        return Next(3) == 0 ? WithExceptions(time) : time;
    }

    private SeriesTime WithExceptions(SeriesTime time)
    {
        var dates = time.All().Take(20).Select(o => o.Original).ToList();
        foreach (var date in dates.Where(_ => Next(6) == 0))
        {
            // Never a doubled hour: most of them end at three at the latest.
            time = Next(2) == 0 ? time.Drop(date) : time.Move(date, new(date.PlusDays(Next(5)).At(new LocalTime(5 + Next(18), 5 * Next(12))), 20 + Next(100)));
        }

        return time;
    }

    private List<RuleDay> MonthDays()
    {
        var days = Enumerable.Range(0, Next(3)).Select(_ => new RuleDay(Weekday(), Next(6) == 0 ? -1 : 1 + Next(5))).ToList();
        return days.Exists(d => d.Nth == 5) ? days[..1] : days;
    }

    private IsoDayOfWeek Weekday() => (IsoDayOfWeek)(1 + Next(7));
}
