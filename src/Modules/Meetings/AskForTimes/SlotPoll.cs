using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

internal readonly record struct SlotPollId(Guid Value) : IEntityId<SlotPollId>
{
    public static SlotPollId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <param name="AnswerBy">The last day, by the poll's zone, on which an answer is hoped for; later ones count until it is closed.</param>
internal sealed record PollTerms(string? Title, string Zone, int? Minutes, int? Interval, MeetingAudience Audience, DateOnly? AnswerBy);

/// <summary>Some times, and who can come when. Closed once, with one of its times chosen or none.</summary>
internal sealed class SlotPoll : IOwnedByNetwork, IVersioned
{
    public const int MostOptions = 12;

    public static readonly Refusal NoTitle = new("poll.no-title", "Write what the meeting is called, in {0} characters at most.", "Title", MeetingSeries.LongestTitle);
    public static readonly Refusal NoZone = new("poll.no-zone", "Choose the time zone of the times.", "Zone");
    public static readonly Refusal NoLength = new("poll.no-length", "Write how many minutes it lasts: 5 to 720.", "Minutes");
    public static readonly Refusal NoInterval = new("poll.no-interval", "Write a number from 1 to 12.", "Interval");
    public static readonly Refusal PastDay = new("poll.past-day", "Choose today or a later day.", "AnswerBy");
    public static readonly Refusal Closed = new("poll.closed", "This poll is closed; no answer is taken any more. Whoever asked will tell you the time.");
    public static readonly Refusal NoChoice = new("poll.no-choice", "Choose one of the times.", "Option");

    private SlotPoll()
    {
    }

    public SlotPollId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public string Title { get; private set; } = "";

    public string Zone { get; private set; } = "";

    public int Minutes { get; private set; }

    public int Interval { get; private set; }

    public MeetingAudience Audience { get; private set; }

    public DateOnly? AnswerBy { get; private set; }

    public PersonId AskedBy { get; private set; }

    public string AskedByName { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Changed with every answer, so that closing and answering at once are told apart.</summary>
    public DateTimeOffset? LastAnswerAt { get; private set; }

    public int Answers { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Null with <see cref="ClosedAt"/>: closed without any of its times.</summary>
    public MeetingRowId? Chosen { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => ClosedAt is null;

    public static (SlotPoll? Poll, Refusal? Refusal) Ask(NetworkId network, PollTerms terms, Actor by, TimeProvider clock)
    {
        Refusal? refusal = terms switch
        {
            _ when string.IsNullOrWhiteSpace(terms.Title) || terms.Title.Trim().Length > MeetingSeries.LongestTitle => NoTitle,
            _ when !MeetingTimes.IsZone(terms.Zone) => NoZone,
            { Minutes: null or < 5 or > 720 } => NoLength,
            { Interval: not null and (< 1 or > 12) } => NoInterval,
            _ when terms.AnswerBy < clock.Today(terms.Zone) => PastDay,
            _ => null,
        };
        return refusal is not null ? (null, refusal) : (new SlotPoll
        {
            Id = EntityId.New<SlotPollId>(clock),
            NetworkId = network,
            Title = terms.Title!.Trim(),
            Zone = terms.Zone,
            Minutes = terms.Minutes!.Value,
            Interval = terms.Interval ?? 1,
            Audience = terms.Audience,
            AnswerBy = terms.AnswerBy,
            AskedBy = by.Person,
            AskedByName = by.Name,
            AskedAt = clock.GetUtcNow(),
        }, null);
    }

    public Refusal? Hear(DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return Closed;
        }

        (LastAnswerAt, Answers) = (now, Answers + 1);
        return null;
    }

    public Refusal? Close(SlotOption? chosen, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return Closed;
        }

        (ClosedAt, Chosen) = (now, chosen?.Id);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<SlotPoll>
    {
        public void Configure(EntityTypeBuilder<SlotPoll> builder)
        {
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Title).HasMaxLength(MeetingSeries.LongestTitle);
            builder.Property(p => p.Zone).HasMaxLength(MeetingTimes.LongestZone);
            builder.Property(p => p.AskedByName).HasMaxLength(Invitation.LongestName);
            builder.HasIndex(p => new { p.NetworkId, p.AskedAt });
        }
    }
}

/// <summary>One of the times asked about: a single meeting, or the first of a rhythm.</summary>
internal sealed class SlotOption : IOwnedByNetwork
{
    public static readonly Refusal None = new("poll.no-option", "Write at least two times.", "Options");
    public static readonly Refusal TooMany = new("poll.too-many-options", "Ask about {0} times at most.", "Options", SlotPoll.MostOptions);
    public static readonly Refusal Unreadable = new("poll.bad-option", "Time {0}: choose a day to come and a time such as 16:00.", "Options", 0);
    public static readonly Refusal NoSuchTime = new("poll.no-such-time", "Time {0}: on that day the clocks change and it does not come, or comes twice.", "Options", 0);
    public static readonly Refusal FifthWeekday = new("poll.fifth-weekday", "Time {0}: not every month has a fifth such weekday.", "Options", 0);
    public static readonly Refusal NotLast = new("poll.not-last", "Time {0}: it is not the last such weekday of its month.", "Options", 0);

    private SlotOption()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public SlotPollId PollId { get; private set; }

    public int Position { get; private set; }

    public DateOnly Day { get; private set; }

    public TimeOnly Time { get; private set; }

    public Rhythm Rhythm { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    /// <param name="number">As people count, from 1.</param>
    public static (SlotOption? Option, Refusal? Refusal) Of(SlotPoll poll, int number, DateOnly? day, TimeOnly? time, Rhythm rhythm, TimeProvider clock)
    {
        Refusal? refusal = day is null || time is null || !Enum.IsDefined(rhythm) || MeetingTimes.At(day.Value, time.Value, poll.Zone) <= clock.GetUtcNow() ? Unreadable
            : !MeetingTimes.IsOnce(day.Value, time.Value, poll.Zone) ? NoSuchTime
            : rhythm == Rhythm.MonthlyNth && day.Value.Day > 28 ? FifthWeekday
            : rhythm == Rhythm.MonthlyLast && day.Value.AddDays(7).Month == day.Value.Month ? NotLast : null;
        return refusal is not null ? (null, refusal with { Field = "Options", Values = [number] }) : (new SlotOption
        {
            Id = EntityId.New<MeetingRowId>(clock),
            NetworkId = poll.NetworkId,
            PollId = poll.Id,
            Position = number,
            Day = day!.Value,
            Time = time!.Value,
            Rhythm = rhythm,
            StartsAt = MeetingTimes.At(day.Value, time.Value, poll.Zone),
        }, null);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<SlotOption>
    {
        public void Configure(EntityTypeBuilder<SlotOption> builder)
        {
            builder.HasKey(o => o.Id);
            builder.HasIndex(o => new { o.PollId, o.Position }).IsUnique();
            builder.HasOne<SlotPoll>().WithMany().HasForeignKey(o => o.PollId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
