using System.Text.Json;
using Causeway.Calendar;
using NodaTime;
using NodaTime.Text;

namespace Causeway.Meetings;

/// <summary>One date of a told series that is at another time.</summary>
internal sealed record ToldMove(string Date, string Start, int? Minutes);

/// <summary>What a calendar shows of a series, as text to keep: the words that go out, the rule, and the dates that differ.</summary>
/// <param name="Only">The one date of the series the person was asked to.</param>
internal sealed record ToldState(
    string Title, string? Place, string? Conference, string Zone, string Start, int Minutes, string? Rule, string[] Dropped, ToldMove[] Moved, string? Only)
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;
    private static readonly LocalDateTimePattern Clock = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public LocalDate? OnlyDate => Only is null ? null : Day.Parse(Only).Value;

    public static ToldState Of(CalendarEvent told, LocalDate? only) => new(
        told.Title,
        told.Place,
        told.Conference?.AbsoluteUri,
        told.Time.ZoneId,
        Clock.Format(told.Time.Start),
        told.Time.Minutes,
        told.Time.Rule?.ToString(),
        [.. told.Time.Dropped.Select(Day.Format)],
        [.. told.Time.Moved.Select(m => new ToldMove(Day.Format(m.Key), Clock.Format(m.Value.Start), m.Value.Minutes))],
        only is { } date ? Day.Format(date) : null);

    public static ToldState Read(string text) => JsonSerializer.Deserialize<ToldState>(text)!;

    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>The event as it was told; what calendars are not told anew about (links, addresses) is as it is now.</summary>
    public CalendarEvent ToEvent(CalendarEvent now)
    {
        var time = SeriesTime.Create(Clock.Parse(Start).Value, Minutes, Zone, Rule is null ? null : SeriesRule.Parse(Rule));
        time = Dropped.Aggregate(time, (t, d) => t.Drop(Day.Parse(d).Value));
        time = Moved.Aggregate(time, (t, m) => t.Move(Day.Parse(m.Date).Value, new MovedTime(Clock.Parse(m.Start).Value, m.Minutes)));
        return now with { Time = time, Title = Title, Place = Place, Conference = Conference is null ? null : new Uri(Conference), IsCancelled = false };
    }
}
