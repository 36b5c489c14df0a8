using System.Globalization;
using Causeway.Calendar;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Meetings;

/// <summary>What the slot finder is asked. All of it stands in the address, so that a search can be sent to a colleague.</summary>
internal sealed class SlotForm
{
    public const int MostPlaces = 6;
    public const int MostPeople = 60;
    public const int StepMinutes = 30;

    /// <summary>People need to know two weeks before.</summary>
    private const int DaysAhead = 14;

    /// <summary>Member schools; each counts as one person unless people of it are chosen.</summary>
    [FromQuery(Name = "school")]
    public List<Guid> Schools { get; set; } = [];

    /// <summary>Posts of the network.</summary>
    [FromQuery(Name = "post")]
    public List<Guid> Posts { get; set; } = [];

    /// <summary>Zones of places outside the network.</summary>
    [FromQuery(Name = "place")]
    public List<string> Places { get; set; } = [];

    [FromQuery(Name = "minutes")]
    public int Minutes { get; set; } = 60;

    [FromQuery(Name = "rhythm")]
    public SlotRhythm Rhythm { get; set; } = SlotRhythm.Monthly;

    [FromQuery(Name = "interval")]
    public int Interval { get; set; } = 1;

    [FromQuery(Name = "anchor")]
    public string? Anchor { get; set; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "day")]
    public List<DayOfWeek> Days { get; set; } = [];

    [FromQuery(Name = "earliest")]
    public string? Earliest { get; set; }

    [FromQuery(Name = "latest")]
    public string? Latest { get; set; }

    [FromQuery(Name = "pupils")]
    public bool Pupils { get; set; }

    /// <summary>Which of the answers is looked at; 0 the best.</summary>
    [FromQuery(Name = "look")]
    public int Look { get; set; }

    public TimeOnly EarliestStart => SeriesForm.TimeOf(Earliest) ?? new(7, 0);

    public TimeOnly LatestStart => SeriesForm.TimeOf(Latest) ?? new(20, 0);

    /// <summary>Numbers and words of the address that make no sense become the usual ones.</summary>
    public void Settle(string zone, DateOnly today)
    {
        Minutes = Minutes is >= 5 and <= 720 ? Minutes : 60;
        Interval = Math.Clamp(Interval, 1, 12);
        Anchor = MeetingTimes.IsZone(Anchor) ? Anchor : zone;
        From = From is { Year: >= 2000 and <= 2100 } ? From : today.AddDays(DaysAhead);
        Days = [.. Days.Where(Enum.IsDefined).Distinct()];
        if (Days.Count == 0)
        {
            Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
        }

        Rhythm = Enum.IsDefined(Rhythm) ? Rhythm : SlotRhythm.Monthly;
        Places = [.. Places.Where(MeetingTimes.IsZone).Distinct(StringComparer.Ordinal).Take(MostPlaces)];
        (Earliest, Latest) = (Text(EarliestStart), Text(LatestStart < EarliestStart ? EarliestStart : LatestStart));
        Look = Math.Max(0, Look);
    }

    public IReadOnlyList<SeriesRule> Rules => [.. Days.SelectMany(day => Rhythm switch
    {
        SlotRhythm.Weekly => [SeriesRule.Weekly(Interval, day.ToIsoDayOfWeek())],
        SlotRhythm.Monthly => Enumerable.Range(1, 4).Append(-1).Select(nth => SeriesRule.Monthly(Interval, new RuleDay(day.ToIsoDayOfWeek(), nth))),
        SlotRhythm.Last => [SeriesRule.Monthly(Interval, new RuleDay(day.ToIsoDayOfWeek(), -1))],
        _ => new[] { SeriesRule.Monthly(Interval, new RuleDay(day.ToIsoDayOfWeek(), (int)Rhythm)) },
    })];

    /// <summary>Starts from the earliest to the latest, in steps of half an hour.</summary>
    public IReadOnlyList<LocalTime> Times
    {
        get
        {
            var first = (EarliestStart.Hour * 60) + EarliestStart.Minute;
            var last = Math.Max(first, (LatestStart.Hour * 60) + LatestStart.Minute);
            return [.. Enumerable.Range(0, ((last - first) / StepMinutes) + 1).Select(i => first + (i * StepMinutes)).Where(m => m < 1440).Select(m => new LocalTime(m / 60, m % 60))];
        }
    }

    /// <summary>A year of a weekly series; otherwise twelve dates.</summary>
    public int Occurrences => Rhythm == SlotRhythm.Weekly && Interval == 1 ? 52 : Rhythm == SlotRhythm.Weekly && Interval == 2 ? 26 : 12;

    public static Rhythm RhythmOf(SeriesRule rule) => rule.Frequency == SeriesFrequency.Weekly ? Meetings.Rhythm.Weekly
        : rule.Days[0].Nth < 0 ? Meetings.Rhythm.MonthlyLast : Meetings.Rhythm.MonthlyNth;

    /// <summary>This search with another answer looked at.</summary>
    public string Url(int look)
    {
        var parts = Schools.Select(s => $"school={s}").Concat(Posts.Select(p => $"post={p}")).Concat(Places.Select(p => $"place={Uri.EscapeDataString(p)}"))
            .Concat(Days.Select(d => $"day={d}"))
            .Concat([
                string.Create(CultureInfo.InvariantCulture, $"minutes={Minutes}"), $"rhythm={Rhythm}", string.Create(CultureInfo.InvariantCulture, $"interval={Interval}"),
                $"anchor={Uri.EscapeDataString(Anchor ?? "")}", $"from={From:yyyy-MM-dd}", $"earliest={Earliest}", $"latest={Latest}", $"pupils={(Pupils ? "true" : "false")}",
                string.Create(CultureInfo.InvariantCulture, $"look={look}"),
            ]);
        return "/meetings/find?" + string.Join('&', parts);
    }

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>Which rhythms are tried. The first four are the numbers of the weekday in the month.</summary>
internal enum SlotRhythm
{
    First = 1,
    Second = 2,
    Third = 3,
    Fourth = 4,
    Last,

    /// <summary>Any of these.</summary>
    Monthly,
    Weekly,
}
