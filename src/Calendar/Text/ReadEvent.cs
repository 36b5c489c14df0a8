using NodaTime;

namespace Causeway.Calendar;

/// <summary>An event of somebody else's calendar object.</summary>
public sealed record ReadEvent(string Uid)
{
    public int Sequence { get; init; }

    /// <summary>When that version was made; null if it does not say.</summary>
    public Instant? Stamp { get; init; }

    /// <summary>Null: the series, or the whole event. Otherwise the one date it is about.</summary>
    public ReadMoment? RecurrenceId { get; init; }

    public ReadMoment? Start { get; init; }

    public ReadMoment? End { get; init; }

    public Duration? Length { get; init; }

    public string? Rule { get; init; }

    public IReadOnlyList<ReadMoment> Dropped { get; init; } = [];

    public string Title { get; init; } = "";

    public string Place { get; init; } = "";

    public string Comment { get; init; } = "";

    public bool IsCancelled { get; init; }

    public string? Organiser { get; init; }

    /// <summary>Those with a mail address.</summary>
    public IReadOnlyList<ReadAttendee> Attendees { get; init; } = [];
}

/// <summary>Somebody named in somebody else's object.</summary>
/// <param name="Answer">Null when the word is none we know.</param>
public sealed record ReadAttendee(string Mail, string Name, CalendarAnswer? Answer);

/// <summary>A calendar object that was read.</summary>
public sealed class ReadCalendar
{
    internal ReadCalendar(string method, IReadOnlyList<ReadEvent> events, IReadOnlyDictionary<string, ReadZone> zones)
    {
        Method = method;
        Events = events;
        ZonesInside = zones;
    }

    /// <summary>In capitals; empty when it does not say.</summary>
    public string Method { get; }

    public IReadOnlyList<ReadEvent> Events { get; }

    internal IReadOnlyDictionary<string, ReadZone> ZonesInside { get; }

    /// <summary>
    /// When it is: by the zone's name if that is known, otherwise by what the object says about its zone. Null for a date and for
    /// a time without zone, which are at no moment.
    /// </summary>
    public Instant? MomentOf(ReadMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return moment.IsDate ? null
            : moment.Zone is { } zone ? zone.AtLeniently(moment.Local).ToInstant()
            : moment.TzId is { } id && ZonesInside.TryGetValue(id, out var inside) ? inside.ToInstant(moment.Local) : null;
    }

    /// <summary>The date of a series somebody means; null if the series has no such date.</summary>
    public LocalDate? DateIn(SeriesTime series, ReadMoment meant)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(meant);
        var date = MomentOf(meant)?.InZone(series.Zone).Date ?? meant.Local.Date;
        return series.HasDate(date) ? date : null;
    }

    /// <summary>
    /// One of its events with its exceptions as a series of ours. Null with a reason when it has no start with a known zone, or
    /// a rule we do not use.
    /// </summary>
    public SeriesTime? SeriesOf(string uid, out string? fault)
    {
        var master = Events.FirstOrDefault(e => e.Uid == uid && e.RecurrenceId is null);
        fault = master?.Start is not { IsDate: false } ? "It has no time of day." : master.Start.Zone is null ? "Its time zone is not known." : null;
        if (fault is not null)
        {
            return null;
        }

        var start = master!.Start!;
        var rule = master.Rule is null ? null : SeriesRule.FromWire(master.Rule, start.Local, start.Zone!, out fault);
        if (fault is null && (Minutes(master) is null || start.Local.Second != 0 || rule?.Allows(start.Local.Date) == false))
        {
            fault = "It has no length, or does not start on a date of its rule.";
        }

        if (fault is not null)
        {
            return null;
        }

        var series = SeriesTime.Create(start.Local, Minutes(master)!.Value, start.Zone!.Id, rule);
        foreach (var date in master.Dropped.Select(d => DateIn(series, d)).OfType<LocalDate>())
        {
            series = series.Drop(date);
        }

        return Events.Where(e => e.Uid == uid && e.RecurrenceId is not null).Aggregate(series, Applied);
    }

    private SeriesTime Applied(SeriesTime series, ReadEvent change)
    {
        if (DateIn(series, change.RecurrenceId!) is not { } date)
        {
            return series;
        }

        return change.IsCancelled ? series.Drop(date)
            : change.Start is { IsDate: false } start && MomentOf(start) is { } moment && moment.InZone(series.Zone).LocalDateTime is { Second: 0 } local
                ? series.Move(date, new(local, Minutes(change)))
                : series;
    }

    private int? Minutes(ReadEvent read)
    {
        var length = read.Length
            ?? (read.Start is { } start && read.End is { } end && MomentOf(end) is { } to && MomentOf(start) is { } from ? to - from : null);
        return length is { } time && time >= Duration.FromMinutes(1) && time <= Duration.FromMinutes(SeriesTime.MaxMinutes) ? (int)time.TotalMinutes : null;
    }
}
