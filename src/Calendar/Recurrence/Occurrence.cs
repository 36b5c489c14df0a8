using NodaTime;

namespace Causeway.Calendar;

/// <summary>One date of a series.</summary>
/// <param name="Original">The date the rule gives, in the anchor zone: its name for life, also after it was moved.</param>
/// <param name="LocalStart">When it begins by the clock of the anchor zone.</param>
/// <param name="Start">The moment it begins.</param>
/// <param name="Minutes">How long it lasts, in real minutes.</param>
/// <param name="IsMoved">Whether it was given another time than the rule's.</param>
public readonly record struct Occurrence(LocalDate Original, LocalDateTime LocalStart, Instant Start, int Minutes, bool IsMoved)
{
    public Instant End => Start + Duration.FromMinutes(Minutes);
}

/// <summary>Another time for one date of a series.</summary>
/// <param name="Start">By the clock of the anchor zone.</param>
/// <param name="Minutes">Its own length; null: as the series.</param>
public readonly record struct MovedTime(LocalDateTime Start, int? Minutes = null);

/// <summary>What is wrong with a clock time on the day the clocks change.</summary>
public enum WallTimeFault
{
    /// <summary>The clocks jump over it.</summary>
    Gap,

    /// <summary>The clocks pass it twice.</summary>
    Overlap,
}

/// <summary>A clock time on which programs disagree by an hour, so a series must not use it.</summary>
/// <param name="At">The first date and time that is not safe, in the anchor zone.</param>
/// <param name="NearestSafe">The nearest clock time, in steps of five minutes, at which no date of the series meets a change; null if the day has none.</param>
public sealed record WallTimeProblem(WallTimeFault Fault, LocalDateTime At, LocalTime? NearestSafe);
