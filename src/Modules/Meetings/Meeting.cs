using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

internal enum MeetingState
{
    /// <summary>Laid out by the series; its agenda is not made yet.</summary>
    Draft,
    Open,
    InProgress,
    Closed,
    Cancelled,
}

/// <summary>One occurrence. Once open it has words and an agenda of its own, so later changes of the series never alter it.</summary>
internal sealed class Meeting : IOwnedByNetwork, IVersioned
{
    public const int LongestReason = 200;

    public static readonly Refusal NotYet = new("meeting.not-open", "This meeting is not open yet.");
    public static readonly Refusal Over = new("meeting.over", "This meeting is closed. Corrections are made with a reason, and logged.");
    public static readonly Refusal IsCancelled = new("meeting.cancelled", "This meeting was cancelled.");
    public static readonly Refusal NotCancelled = new("meeting.not-cancelled", "This meeting is not cancelled.");
    public static readonly Refusal TooLate = new("meeting.too-late", "Its time has passed. Plan another meeting instead.");
    public static readonly Refusal NotStarted = new("meeting.not-started", "Start the meeting first.");
    public static readonly Refusal NoReason = new("meeting.no-reason", "Write why, in {0} characters at most.", "Reason", LongestReason);
    public static readonly Refusal BadTime = new("meeting.bad-time", "Choose a day that has not passed and a time such as 16:00.", "Day");
    public static readonly Refusal NoSuchTime = new("meeting.no-such-time", "On that day the clocks change and {0} does not come, or comes twice. {1} is safe.", "Time", "", "");
    public static readonly Refusal SameTime = new("meeting.same-time", "That is when it is now.", "Day");

    private Meeting()
    {
    }

    public MeetingId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MeetingSeriesId SeriesId { get; private set; }

    /// <summary>The day the rule gave; stays when the meeting is moved, and is how calendars know which one it is.</summary>
    public DateOnly Slot { get; private set; }

    public DateOnly Day { get; private set; }

    public TimeOnly Time { get; private set; }

    public string Zone { get; private set; } = "";

    public DateTimeOffset StartsAt { get; private set; }

    public int Minutes { get; private set; }

    public string Title { get; private set; } = "";

    public string? Place { get; private set; }

    public string? Link { get; private set; }

    public MeetingState State { get; private set; }

    public DateTimeOffset? MovedFrom { get; private set; }

    /// <summary>Answers given before this moment were for another time and count no more.</summary>
    public DateTimeOffset? MovedAt { get; private set; }

    /// <summary>Why it was moved or cancelled.</summary>
    public string? Reason { get; private set; }

    public int Sequence { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public int Version { get; private set; }

    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    public bool Stands => State != MeetingState.Cancelled;

    /// <summary>Agenda, answers and places may still change.</summary>
    public bool IsAhead => State is MeetingState.Draft or MeetingState.Open;

    public static Meeting LayOut(MeetingSeries series, DateOnly slot, TimeProvider clock) => new()
    {
        Id = EntityId.New<MeetingId>(clock),
        NetworkId = series.NetworkId,
        SeriesId = series.Id,
        Slot = slot,
        Day = slot,
        Time = series.Time,
        Zone = series.Zone,
        StartsAt = MeetingTimes.At(slot, series.Time, series.Zone),
        Minutes = series.Minutes,
        Title = series.Title,
        Place = series.Place,
        Link = series.Link,
        Sequence = series.Sequence,
    };

    public void Follow(MeetingSeries series)
    {
        if (IsAhead)
        {
            (Title, Place, Link, Sequence) = (series.Title, series.Place, series.Link, Math.Max(Sequence, series.Sequence));
        }
    }

    public Refusal? Open(DateTimeOffset now)
    {
        if (State != MeetingState.Draft)
        {
            return State == MeetingState.Cancelled ? IsCancelled : State == MeetingState.Open ? null : Over;
        }

        (State, OpenedAt) = (MeetingState.Open, now);
        return null;
    }

    public Refusal? Start(DateTimeOffset now)
    {
        if (State != MeetingState.Open)
        {
            return State == MeetingState.Draft ? NotYet : State == MeetingState.Cancelled ? IsCancelled : Over;
        }

        (State, StartedAt) = (MeetingState.InProgress, now);
        return null;
    }

    public Refusal? Close(DateTimeOffset now)
    {
        if (State != MeetingState.InProgress)
        {
            return State == MeetingState.Closed ? Over : State == MeetingState.Cancelled ? IsCancelled : NotStarted;
        }

        (State, ClosedAt) = (MeetingState.Closed, now);
        return null;
    }

    public Refusal? Cancel(string? reason)
    {
        if (!IsAhead)
        {
            return State == MeetingState.Cancelled ? IsCancelled : Over;
        }

        if (Bad(reason))
        {
            return NoReason;
        }

        (State, Reason) = (MeetingState.Cancelled, reason!.Trim());
        return null;
    }

    public Refusal? Restore(DateTimeOffset now)
    {
        if (State != MeetingState.Cancelled)
        {
            return NotCancelled;
        }

        if (StartsAt <= now)
        {
            return TooLate;
        }

        (State, Reason) = (OpenedAt is null ? MeetingState.Draft : MeetingState.Open, null);
        return null;
    }

    /// <summary>The version of the series in which this meeting changed last.</summary>
    public void TakeSequence(MeetingSeries series) => Sequence = Math.Max(Sequence + 1, series.Sequence);

    public Refusal? Move(DateOnly? day, TimeOnly? time, string? reason, DateTimeOffset now)
    {
        if (!IsAhead)
        {
            return State == MeetingState.Cancelled ? IsCancelled : Over;
        }

        if (day is not { } to || time is not { } at || MeetingTimes.At(to, at, Zone) <= now)
        {
            return BadTime;
        }

        if (!MeetingTimes.IsOnce(to, at, Zone))
        {
            return NoSuchTime with { Values = [at.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), SeriesDays.NearestSafe(to, at, Zone)] };
        }

        if (to == Day && at == Time)
        {
            return SameTime;
        }

        if (Bad(reason))
        {
            return NoReason;
        }

        (MovedFrom, MovedAt, Day, Time, StartsAt) = (StartsAt, now, to, at, MeetingTimes.At(to, at, Zone));
        Reason = reason!.Trim();
        return null;
    }

    /// <summary>Where the changed series has it. A meeting that somebody moved by itself keeps its moment.</summary>
    public void FollowTime(MeetingSeries series, DateOnly slot, bool movedAlone, DateTimeOffset now)
    {
        var (before, day, time) = (StartsAt, slot, series.Time);
        if (movedAlone)
        {
            (day, time) = (MeetingTimes.Day(StartsAt, series.Zone), MeetingTimes.TimeOf(StartsAt, series.Zone));
        }
        else
        {
            (MovedFrom, Reason) = (null, State == MeetingState.Cancelled ? Reason : null);
        }

        (Slot, Day, Time, Zone, Minutes) = (slot, day, time, series.Zone, series.Minutes);
        StartsAt = MeetingTimes.At(day, time, series.Zone);
        MovedAt = StartsAt == before ? MovedAt : now;
        Sequence = Math.Max(Sequence, series.Sequence);
    }

    private static bool Bad(string? reason) => reason is null || reason.Trim().Length is 0 or > LongestReason;

    internal sealed class Configuration : IEntityTypeConfiguration<Meeting>
    {
        public void Configure(EntityTypeBuilder<Meeting> builder)
        {
            builder.HasKey(m => m.Id);
            builder.Property(m => m.Zone).HasMaxLength(MeetingTimes.LongestZone);
            builder.Property(m => m.Title).HasMaxLength(MeetingSeries.LongestTitle);
            builder.Property(m => m.Place).HasMaxLength(MeetingSeries.LongestPlace);
            builder.Property(m => m.Link).HasMaxLength(MeetingSeries.LongestLink);
            builder.Property(m => m.Reason).HasMaxLength(LongestReason);
            builder.HasIndex(m => new { m.SeriesId, m.Slot }).IsUnique();
            builder.HasIndex(m => new { m.NetworkId, m.StartsAt });
            builder.HasOne<MeetingSeries>().WithMany().HasForeignKey(m => m.SeriesId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
