using Causeway.Calendar;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace Causeway.Meetings;

/// <summary>A message to a calendar in words: when in the reader's zone and in the meeting's, what changed, and nothing of what it is about.</summary>
internal static class TidingsText
{
    public static IEnumerable<string> Of(CalendarMessage message, string zone, IStringLocalizer t)
    {
        yield return t[Opening(message)];
        if (message.About is { } about && message.Tidings != Tidings.TakenOff)
        {
            foreach (var line in When(about.Start, about.Minutes, zone, message.After.Time.ZoneId, t))
            {
                yield return line;
            }
        }

        if (message.Was is { } was && was.Start != message.About?.Start)
        {
            yield return t["It was on:"] + "\n" + MeetingTimes.Words(was.Start.ToDateTimeOffset(), was.Minutes, zone, t);
        }

        // Of one date that moved, the lines above say when it was and when it is.
        List<string> changes = message.Tidings switch
        {
            Tidings.SeriesChanged => [.. Times(message.Before, message.After, t), .. Words(message.Before, message.After, t)],
            Tidings.DateChanged => [.. Words(message.Before, message.After, t)],
            _ => [],
        };
        if (changes.Count > 0)
        {
            yield return t["What changed:"] + "\n" + string.Join('\n', changes.Select(c => "- " + c));
        }
    }

    /// <summary>In the reader's zone, and by the clock of the meeting where that is another.</summary>
    public static IEnumerable<string> When(Instant start, int minutes, string zone, string meetingZone, IStringLocalizer t)
    {
        yield return MeetingTimes.Words(start.ToDateTimeOffset(), minutes, zone, t);
        if (zone != meetingZone)
        {
            yield return t["By the clock of the meeting:"] + "\n" + MeetingTimes.Words(start.ToDateTimeOffset(), minutes, meetingZone, t);
        }
    }

    private static string Opening(CalendarMessage message) => message.Tidings switch
    {
        Tidings.Invited when message.After.Time.Rule is not null => "You are asked to take part, once for all its meetings. The next one is:",
        Tidings.Invited or Tidings.InvitedToOne => "You are asked to take part in this meeting:",
        Tidings.DateChanged when message.Was?.Start == message.About?.Start => "Something about this meeting has changed:",
        Tidings.DateChanged => "The meeting was moved; earlier answers to it count no more. It is now on:",
        Tidings.SeriesChanged => "Coming meetings of a series you are invited to have changed. The next one is:",
        Tidings.DateCancelled => "This meeting does not take place:",
        Tidings.AllCancelled when message.After.Time.Rule is not null => "No further meeting of the series takes place. The next one would have been:",
        Tidings.AllCancelled => "This meeting does not take place:",
        Tidings.TakenOff => "You are not invited to these meetings any more; your calendar takes them out. There is nothing to do.",
        _ => throw new ArgumentOutOfRangeException(nameof(message)),
    };

    // Which kind of thing, not what: the words are behind the link and in the calendar.
    private static IEnumerable<string> Times(CalendarEvent before, CalendarEvent after, IStringLocalizer t)
    {
        var (was, now) = (before.Time, after.Time);
        if (was.Start.TimeOfDay != now.Start.TimeOfDay || was.ZoneId != now.ZoneId)
        {
            yield return t["the time"];
        }

        if (was.Minutes != now.Minutes)
        {
            yield return t["how long it lasts"];
        }

        if (!Equals(was.Rule, now.Rule) || (was.Start.Date != now.Start.Date && was.Rule is not null))
        {
            yield return t["the rhythm"];
        }

        if (now.Rule is not null && (!was.Dropped.SetEquals(now.Dropped) || !was.Moved.SequenceEqual(now.Moved)))
        {
            yield return t["single dates"];
        }
    }

    private static IEnumerable<string> Words(CalendarEvent before, CalendarEvent after, IStringLocalizer t)
    {
        if (before.Place != after.Place || before.Conference != after.Conference)
        {
            yield return t["the place, or the way in by video"];
        }

        if (before.Title != after.Title)
        {
            yield return t["what it is called"];
        }
    }
}
