using Causeway.Kernel;

namespace Causeway.Networks;

public enum DayPartKind
{
    Lesson,
    Break,

    /// <summary>Clubs and care: pupils are there, lessons are over.</summary>
    AfterSchool,

    /// <summary>When staff can be reached for a meeting; what the slot finder goes by.</summary>
    Staff,
}

public enum SchoolDateKind
{
    Term,
    Holiday,
    Examination,
}

/// <summary>A stretch of one weekday by the school's own clock.</summary>
public sealed record DayPart(DayOfWeek Day, DayPartKind Kind, TimeOnly From, TimeOnly To, string Title);

/// <summary>Whole days of the school's own calendar. Dates have no zone and are never converted.</summary>
public sealed record SchoolDates(SchoolDateKind Kind, string Title, DateOnly From, DateOnly To)
{
    public bool Touches(DateOnly first, DateOnly last) => From <= last && To >= first;
}

/// <summary>A school's typical week and its dates, as it told them.</summary>
/// <param name="HasTold">False: nothing is known of its day; the hours below are then empty.</param>
public sealed record SchoolTimesCard(
    OrganisationId School, string Name, string Zone, bool HasTold, IReadOnlyList<DayOfWeek> Weekend, IReadOnlyList<DayPart> Parts, IReadOnlyList<SchoolDates> Dates)
{
    /// <summary>From the first lesson to the end of the last lesson or club; null on a day without school.</summary>
    public (TimeOnly From, TimeOnly To)? SchoolDay(DayOfWeek day) => Stretch(day, p => p.Kind != DayPartKind.Staff);

    /// <summary>When its staff can be reached; where it did not say, while there is school.</summary>
    public (TimeOnly From, TimeOnly To)? StaffDay(DayOfWeek day) => Stretch(day, p => p.Kind == DayPartKind.Staff) ?? SchoolDay(day);

    private (TimeOnly From, TimeOnly To)? Stretch(DayOfWeek day, Func<DayPart, bool> which)
    {
        var parts = Parts.Where(p => p.Day == day && which(p)).ToList();
        return parts.Count == 0 ? null : (parts.Min(p => p.From), parts.Max(p => p.To));
    }
}

/// <summary>Days, terms, holidays and examination weeks that organisations exchange with the members of their networks.</summary>
public interface ISchoolTimes
{
    /// <summary>In the order asked; those the present scope may not see are missing.</summary>
    Task<IReadOnlyList<SchoolTimesCard>> OfAsync(IReadOnlyCollection<OrganisationId> organisations, CancellationToken ct);
}
