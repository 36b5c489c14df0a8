using NodaTime;

namespace Causeway.Calendar;

/// <summary>The cost of a slot, lower is better; shown to people part by part with its weights.</summary>
/// <param name="Outside">Meeting minutes outside each person's hours, those between 22:00 and 07:00 three times.</param>
/// <param name="Moved">For each site the dates at another clock time than its usual one, summed.</param>
/// <param name="Uneven">Highest minus lowest share of a site in <see cref="Outside"/>, what it bore so far included.</param>
/// <param name="Represented">Sites with at least one person inside their hours on every date.</param>
public sealed record SlotCost(int Outside, int Moved, int Uneven, int Represented)
{
    public const int MovedWeight = 30;
    public const int RepresentedWeight = 60;

    public int Total => Outside + (MovedWeight * Moved) + Uneven - (RepresentedWeight * Represented);
}

/// <summary>What a slot means for one site.</summary>
/// <param name="Outside">Its share of <see cref="SlotCost.Outside"/>.</param>
/// <param name="Clock">Its clock times, the dates that move, its weekdays.</param>
/// <param name="IsRepresented">At least one person is inside their hours on every date.</param>
/// <param name="Missing">Original dates on which nobody is inside their hours.</param>
/// <param name="LeftOut">Original dates left out because of this site's holidays.</param>
public sealed record SlotSiteView(
    SlotSite Site, int Outside, ClockTimes Clock, bool IsRepresented, IReadOnlyList<LocalDate> Missing, IReadOnlyList<LocalDate> LeftOut)
{
    /// <summary>By person's key: how many dates lie wholly inside that person's hours.</summary>
    public required IReadOnlyDictionary<string, int> Inside { get; init; }
}

/// <summary>A date between two countries' clock changes.</summary>
public sealed record SlotOddDate(LocalDate Original, string FirstSite, string SecondSite, Duration Difference);

/// <summary>A slot that keeps all limits.</summary>
/// <param name="Time">The series to plan, holidays already dropped; endless, as asked.</param>
/// <param name="Dates">The dates looked at.</param>
public sealed record Slot(SeriesTime Time, IReadOnlyList<Occurrence> Dates, SlotCost Cost, IReadOnlyList<SlotSiteView> Sites, IReadOnlyList<SlotOddDate> OddDates);

/// <summary>Why a slot is not offered.</summary>
public enum SlotLimit
{
    /// <summary>The anchor zone skips or repeats this clock time on one of the dates.</summary>
    ClockChange,

    /// <summary>A date touches a site's weekend.</summary>
    Weekend,

    /// <summary>Pupils would meet outside a site's school day.</summary>
    OutsideSchoolDay,

    /// <summary>Holidays leave too few dates: not as many as asked for within twice the time they would take.</summary>
    Holidays,
}

/// <summary>A slot that is not offered.</summary>
/// <param name="Site">The site whose limit it is; null for a clock change of the anchor zone.</param>
/// <param name="On">The first original date that breaks the limit.</param>
public sealed record RefusedSlot(SeriesRule Rhythm, LocalTime Time, SlotLimit Limit, SlotSite? Site, LocalDate On);

/// <summary>Slots with the cheapest first, and those that cannot be.</summary>
public sealed record SlotAnswer(IReadOnlyList<Slot> Slots, IReadOnlyList<RefusedSlot> Refused);
