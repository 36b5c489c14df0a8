using System.Collections.Immutable;
using NodaTime;

namespace Causeway.Calendar;

/// <summary>What one date has otherwise than its series. Null: as the series has it.</summary>
public sealed record OccurrenceChange(string? Title = null, string? Place = null, Uri? Link = null, Uri? Conference = null);

/// <summary>
/// A meeting as calendars see it. Its texts leave the house and lie in other people's calendars for ever: whoever makes one
/// decides that they may.
/// </summary>
/// <param name="Uid">For life; the same in every version, cancellation included.</param>
/// <param name="Time">When it takes place.</param>
/// <param name="Title">Shown in every calendar.</param>
/// <param name="Stamp">When this version was made.</param>
public sealed record CalendarEvent(string Uid, SeriesTime Time, string Title, Instant Stamp)
{
    /// <summary>Raised by <see cref="Revise"/> only.</summary>
    public int Sequence { get; init; }

    public string? Place { get; init; }

    /// <summary>Where to read more; http or https.</summary>
    public Uri? Link { get; init; }

    /// <summary>Where to join by video; http or https.</summary>
    public Uri? Conference { get; init; }

    public string? Note { get; init; }

    public CalendarAddress? Organiser { get; init; }

    /// <summary>Written into invitations only, never into feeds.</summary>
    public IReadOnlyList<CalendarAttendee> Attendees { get; init; } = [];

    public bool IsCancelled { get; init; }

    /// <summary>Other words or another place for single dates, by original date. Another time is in <see cref="Time"/>.</summary>
    public ImmutableSortedDictionary<LocalDate, OccurrenceChange> Changes { get; init; } = ImmutableSortedDictionary<LocalDate, OccurrenceChange>.Empty;

    /// <summary>
    /// The next version of this event: the same UID, and a higher SEQUENCE if time, rule, place or cancellation changed or
    /// somebody was taken off the list, so that calendars do not keep the older one. A corrected word raises nothing.
    /// </summary>
    /// <exception cref="ArgumentException">It is another event.</exception>
    public CalendarEvent Revise(CalendarEvent next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return next.Uid == Uid
            ? next with { Sequence = Sequence + (Weighs(next) ? 1 : 0) }
            : throw new ArgumentException("A new version keeps the UID of the old one.", nameof(next));
    }

    /// <summary>The dates that differ from the series and take place: moved, or with words or a place of their own.</summary>
    internal IEnumerable<LocalDate> Overrides() => Time.Rule is null ? []
        : Time.Moved.Keys.Concat(Changes.Where(c => Differs(c.Value)).Select(c => c.Key)).Distinct().Order()
            .Where(d => !Time.Dropped.Contains(d) && Time.HasDate(d));

    internal OccurrenceChange On(LocalDate original)
    {
        var change = Changes.GetValueOrDefault(original) ?? new();
        return new(change.Title ?? Title, change.Place ?? Place, change.Link ?? Link, change.Conference ?? Conference);
    }

    private bool Differs(OccurrenceChange change) =>
        (change.Title ?? Title) != Title || (change.Place ?? Place) != Place
        || (change.Link ?? Link) != Link || (change.Conference ?? Conference) != Conference;

    private bool Weighs(CalendarEvent next) =>
        !Time.Equals(next.Time) || Place != next.Place || Link != next.Link || Conference != next.Conference || IsCancelled != next.IsCancelled
        || Changes.Keys.Union(next.Changes.Keys).Any(d => On(d) with { Title = null } != next.On(d) with { Title = null })
        || Attendees.Any(a => next.Attendees.All(n => !string.Equals(n.Address.Mail, a.Address.Mail, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>Whole days, such as a holiday: dates without a zone, never converted.</summary>
/// <param name="Days">First and last day, both included.</param>
public sealed record CalendarDays(string Uid, DateInterval Days, string Title, Instant Stamp);

/// <summary>A read-only calendar that programs fetch again and again. Has no attendees.</summary>
/// <param name="Name">What the subscriber's program calls it.</param>
/// <param name="Refresh">How often to come again; a hint that many programs overrule.</param>
public sealed record CalendarFeed(string Name, Duration Refresh, IReadOnlyList<CalendarEvent> Events)
{
    public IReadOnlyList<CalendarDays> Days { get; init; } = [];
}
