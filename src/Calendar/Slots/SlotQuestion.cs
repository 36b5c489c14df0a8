using NodaTime;

namespace Causeway.Calendar;

/// <summary>Somebody who should come.</summary>
/// <param name="Key">The caller's own name for the person.</param>
/// <param name="Day">Hours of their own; null: those of the site.</param>
public sealed record SlotPerson(string Key, DayProfile? Day = null);

/// <summary>A school, or another place people come from.</summary>
/// <param name="Key">The caller's own name for the site.</param>
/// <param name="ZoneId">Its IANA zone.</param>
/// <param name="People">Those who should come; at least one.</param>
public sealed record SlotSite(string Key, string ZoneId, IReadOnlyList<SlotPerson> People)
{
    /// <summary>The school day. Pupils never meet outside it.</summary>
    public DayProfile Day { get; init; } = DayProfile.Usual;

    /// <summary>Weekdays without school here: no meeting touches them.</summary>
    public IReadOnlySet<IsoDayOfWeek> Weekend { get; init; } = new HashSet<IsoDayOfWeek>();

    /// <summary>Days without school here, in local dates: the dates of a series that touch them are left out.</summary>
    public IReadOnlyList<DateInterval> Holidays { get; init; } = [];

    /// <summary>This site's own share of <see cref="SlotCost.Outside"/> over the last twelve meetings held, in weighted minutes.</summary>
    public int OutsideSoFar { get; init; }
}

/// <summary>What the slot finder is asked: which of these rhythms and times suits these sites best through a year.</summary>
/// <param name="AnchorZone">The zone whose clock the series keeps.</param>
/// <param name="From">The first date may be on this day or later.</param>
/// <param name="Rhythms">Rules to try; their own ends are not looked at.</param>
/// <param name="Times">Clock times of the anchor zone to try.</param>
/// <param name="Minutes">How long a meeting lasts.</param>
/// <param name="Sites">At least one.</param>
public sealed record SlotQuestion(
    string AnchorZone, LocalDate From, IReadOnlyList<SeriesRule> Rhythms, IReadOnlyList<LocalTime> Times, int Minutes, IReadOnlyList<SlotSite> Sites)
{
    public const int MaxCandidates = 2000;
    public const int MaxOccurrences = 60;

    /// <summary>How many dates are looked at: twelve, as many as months; 52 for a weekly rhythm.</summary>
    public int Occurrences { get; init; } = 12;

    /// <summary>Pupils take part: no meeting outside the school day of any site.</summary>
    public bool WithPupils { get; init; }

    /// <summary>Every half hour of the day.</summary>
    public static IReadOnlyList<LocalTime> HalfHours { get; } = [.. Enumerable.Range(0, 48).Select(i => new LocalTime(i / 2, i % 2 * 30))];
}
