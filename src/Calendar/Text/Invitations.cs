using NodaTime;

namespace Causeway.Calendar;

/// <summary>A calendar object and who gets it.</summary>
/// <param name="About">The one date it is about; null: the whole event.</param>
public sealed record InvitationMessage(CalendarObject Content, IReadOnlyList<CalendarAttendee> To, LocalDate? About = null);

/// <summary>What to send after an edit so that every calendar ends in the right state (RFC 5546).</summary>
public static class Invitations
{
    /// <summary>The first invitation: to the series, never to its first date.</summary>
    public static InvitationMessage First(CalendarEvent calendarEvent)
    {
        ArgumentNullException.ThrowIfNull(calendarEvent);
        return new(CalendarWriter.Request(calendarEvent), calendarEvent.Attendees);
    }

    /// <summary>
    /// The messages from one version to the next, which <see cref="CalendarEvent.Revise"/> made. None when nothing changed
    /// that a calendar shows.
    /// </summary>
    /// <param name="wholeSeries">Send the whole series even if one date changed: for recipients whose programs drop the others.</param>
    public static IReadOnlyList<InvitationMessage> Between(CalendarEvent before, CalendarEvent after, bool wholeSeries = false)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var messages = new List<InvitationMessage>();
        var staying = after.Attendees.Where(a => before.Attendees.Any(b => IsSame(a, b))).ToList();
        var gone = before.Attendees.Where(b => !after.Attendees.Any(a => IsSame(a, b))).ToList();
        if (after.IsCancelled)
        {
            return before.IsCancelled || before.Attendees.Count == 0 ? []
                : [new(CalendarWriter.Cancel(after with { Attendees = before.Attendees }), before.Attendees)];
        }

        if (gone.Count > 0 && !before.IsCancelled)
        {
            messages.Add(new(CalendarWriter.Cancel(after with { Attendees = gone }), gone));
        }

        if (before.IsCancelled)
        {
            return after.Attendees.Count == 0 ? messages : [.. messages, First(after)];
        }

        var added = after.Attendees.Except(staying).ToList();
        if (added.Count > 0)
        {
            messages.Add(new(CalendarWriter.Request(after), added));
        }

        if (staying.Count > 0 && Shows(before, after))
        {
            messages.Add(Update(before, after, staying, wholeSeries));
        }

        return messages;
    }

    private static InvitationMessage Update(CalendarEvent before, CalendarEvent after, IReadOnlyList<CalendarAttendee> to, bool wholeSeries)
    {
        if (wholeSeries || OneDate(before, after) is not { } date)
        {
            return new(CalendarWriter.Request(after), to);
        }

        return after.Time.Dropped.Contains(date)
            ? new(CalendarWriter.Cancel(after, date), to, date)
            : new(CalendarWriter.Request(after, date), to, date);
    }

    /// <summary>The one date in which two versions differ; null if they differ otherwise, or a dropped date came back, which only
    /// the whole series can say.</summary>
    private static LocalDate? OneDate(CalendarEvent before, CalendarEvent after)
    {
        if (before.Time.Rule is null || !SameSeries(before, after))
        {
            return null;
        }

        var dates = before.Overrides().Union(after.Overrides()).Union(before.Time.Dropped).Union(after.Time.Dropped)
            .Where(d => before.Time.Find(d) != after.Time.Find(d) || before.On(d) != after.On(d)).Take(2).ToList();
        return dates.Count == 1 && !before.Time.Dropped.Contains(dates[0]) ? dates[0] : null;
    }

    private static bool SameSeries(CalendarEvent a, CalendarEvent b) =>
        a.Time.Start == b.Time.Start && a.Time.Minutes == b.Time.Minutes && a.Time.ZoneId == b.Time.ZoneId && Equals(a.Time.Rule, b.Time.Rule)
        && a.Title == b.Title && a.Place == b.Place && a.Link == b.Link && a.Conference == b.Conference && a.Note == b.Note && Equals(a.Organiser, b.Organiser);

    private static bool Shows(CalendarEvent before, CalendarEvent after) =>
        !SameSeries(before, after) || !before.Time.Equals(after.Time)
        || before.Changes.Keys.Union(after.Changes.Keys).Any(d => before.On(d) != after.On(d));

    private static bool IsSame(CalendarAttendee a, CalendarAttendee b) => string.Equals(a.Address.Mail, b.Address.Mail, StringComparison.OrdinalIgnoreCase);
}
