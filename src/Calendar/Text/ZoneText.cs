using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Causeway.Calendar;

/// <summary>How a zone's changes are written into a calendar object.</summary>
internal enum ZoneForm
{
    /// <summary>As yearly rules if they give exactly the zone's changes, otherwise one by one.</summary>
    RuleIfExact,

    /// <summary>One part for each change.</summary>
    OneByOne,
}

/// <summary>
/// Writes a VTIMEZONE: every change of the clocks from the one in force before the first begin to the last end, so that a program
/// without tables of its own comes to the same moments.
/// </summary>
internal static class ZoneText
{
    // A rule is believed if it still holds this long after the last end; by then it is not chance.
    private const int YearsBeyond = 8;

    private sealed record Change(LocalDateTime Onset, Offset From, Offset To, string Name, bool IsDaylight);

    private sealed record YearlyRule(Change First, RuleDay Day);

    public static void Write(LineWriter to, string id, DateTimeZone zone, Instant first, Instant last, ZoneForm form)
    {
        to.Begin("VTIMEZONE");
        to.Line("TZID", id);
        var changes = Changes(zone, first, last);
        var beyond = last + Duration.FromDays(366 * YearsBeyond);
        var rules = form == ZoneForm.RuleIfExact && changes.Count > 1 ? Rules(Changes(zone, first, beyond), beyond.InUtc().Year) : null;
        if (rules is null)
        {
            changes.ForEach(c => Part(to, c, null));
        }
        else
        {
            rules.ForEach(r => Part(to, r.First, r));
        }

        to.End("VTIMEZONE");
    }

    private static List<Change> Changes(DateTimeZone zone, Instant first, Instant last)
    {
        var parts = zone.GetZoneIntervals(first, last).ToList();
        if (parts.Count == 1)
        {
            return [Constant(parts[0], first)];
        }

        var changes = new List<Change>();
        foreach (var part in parts)
        {
            var before = part.HasStart ? zone.GetZoneInterval(part.Start - Duration.Epsilon).WallOffset : part.WallOffset;
            // Offsets with seconds are of a time before standard time; no program today writes them, few read them.
            changes.Add(!part.HasStart || before.Seconds % 60 != 0 || part.Start < Instant.FromUtc(1900, 1, 1, 0, 0)
                ? Constant(part, first)
                : new(part.Start.WithOffset(before).LocalDateTime, before, part.WallOffset, part.Name, part.Savings > Offset.Zero));
        }

        return changes;
    }

    private static Change Constant(ZoneInterval part, Instant first) =>
        new(new(Math.Min(1970, first.InUtc().Year - 1), 1, 1, 0, 0), part.WallOffset, part.WallOffset, part.Name, IsDaylight: false);

    /// <summary>One rule for each kind of change, or null when the changes do not follow rules.</summary>
    private static List<YearlyRule>? Rules(List<Change> changes, int lastYear)
    {
        var rules = new List<YearlyRule>();
        foreach (var kind in changes.GroupBy(c => (c.From, c.To, c.Name, c.Onset.Month, c.Onset.TimeOfDay)))
        {
            if (rules.Count == 2 || Rule([.. kind], lastYear) is not { } rule)
            {
                return null;
            }

            rules.Add(rule);
        }

        return rules;
    }

    private static YearlyRule? Rule(List<Change> kind, int lastYear)
    {
        var first = kind[0].Onset;
        foreach (var nth in (int[])[-1, 1, 2, 3, 4])
        {
            var day = new RuleDay(first.DayOfWeek, nth);
            var given = Enumerable.Range(first.Year, lastYear - first.Year + 1)
                .Select(y => RuleDates.NthWeekday(y, first.Month, day)!.Value).TakeWhile(d => d <= kind[^1].Onset.Date);

            // The last year may be cut before this kind of change; any other year must have it.
            if (kind[^1].Onset.Year >= lastYear - 1 && given.SequenceEqual(kind.Select(c => c.Onset.Date)))
            {
                return new(kind[0], day);
            }
        }

        return null;
    }

    private static void Part(LineWriter to, Change change, YearlyRule? rule)
    {
        var kind = change.IsDaylight ? "DAYLIGHT" : "STANDARD";
        to.Begin(kind);
        to.Line("DTSTART", SeriesRuleText.Local(change.Onset));
        to.Line("TZOFFSETFROM", Text(change.From));
        to.Line("TZOFFSETTO", Text(change.To));
        to.Text("TZNAME", change.Name);
        if (rule is not null)
        {
            var weekday = rule.Day.Weekday.ToString()[..2].ToUpperInvariant();
            to.Line("RRULE", string.Create(CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYMONTH={change.Onset.Month};BYDAY={rule.Day.Nth}{weekday}"));
        }

        to.End(kind);
    }

    private static string Text(Offset offset)
    {
        var seconds = Math.Abs(offset.Seconds);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(offset.Seconds < 0 ? '-' : '+')}{seconds / 3600:00}{seconds / 60 % 60:00}");
        return seconds % 60 == 0 ? text : text + (seconds % 60).ToString("00", CultureInfo.InvariantCulture);
    }
}
