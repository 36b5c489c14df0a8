using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

/// <summary>What a meeting is for. None of these has a link to a case: such meetings are kept with the case.</summary>
internal enum MeetingKind
{
    Network,
    Training,
    Parent,
    Pupil,
    Review,
    CatchUp,
}

/// <summary>Who sits in it. Pupils come with an adult of each school and are never invited by name.</summary>
internal enum MeetingAudience
{
    Staff,
    Pupils,
    Mixed,
}

internal enum Rhythm
{
    Once,
    Weekly,

    /// <summary>The same weekday of the month as the first day: the second Tuesday.</summary>
    MonthlyNth,

    /// <summary>The last such weekday of the month.</summary>
    MonthlyLast,
}

/// <summary>What may be changed of a series once it runs.</summary>
internal sealed record SeriesDetails(string Title, string? Place, string? Link, string? Template, int LeastPerSchool);

/// <param name="Count">How many meetings; with neither this nor <paramref name="Until"/> it goes on until somebody ends it.</param>
internal sealed record SeriesTiming(string Zone, DateOnly? FirstDay, TimeOnly? Time, int? Minutes, Rhythm Rhythm, int? Interval, DateOnly? Until, int? Count);

/// <summary>
/// A rule, the zone whose clock stays fixed, and the template of its agenda. One model for all: a single meeting is a series of
/// one. Never kept as UTC, so the clock time holds through every change of the clocks.
/// </summary>
internal sealed class MeetingSeries : IOwnedByNetwork, IVersioned
{
    public const int LongestTitle = 120;
    public const int LongestPlace = 200;
    public const int LongestLink = 400;
    public const int LongestTemplate = 4000;

    public static readonly Refusal NoTitle = new("series.no-title", "Write what the meeting is called, in {0} characters at most.", "Title", LongestTitle);
    public static readonly Refusal NoZone = new("series.no-zone", "Choose the time zone whose clock stays fixed.", "Zone");
    public static readonly Refusal NoDay = new("series.no-day", "Choose the first day, today or later.", "FirstDay");
    public static readonly Refusal NoTime = new("series.no-time", "Write the time as 16:00.", "Time");
    public static readonly Refusal NoLength = new("series.no-length", "Write how many minutes it lasts: 5 to 720.", "Minutes");
    public static readonly Refusal NoInterval = new("series.no-interval", "Write a number from 1 to 12.", "Interval");
    public static readonly Refusal TwoEnds = new("series.two-ends", "Give a last day or a number of meetings, not both.", "Count");
    public static readonly Refusal BadUntil = new("series.bad-until", "The last day lies before the first.", "Until");
    public static readonly Refusal BadCount = new("series.bad-count", "Write a number from 1 to 120.", "Count");
    public static readonly Refusal LongPlace = new("series.long-place", "Write the place in {0} characters at most.", "Place", LongestPlace);
    public static readonly Refusal BadLink = new("series.bad-link", "Write the whole address, beginning with https://", "Link");
    public static readonly Refusal FifthWeekday = new("series.fifth-weekday", "Not every month has a fifth one. Choose “the last of the month” instead.", "Rhythm");
    public static readonly Refusal NotLast = new("series.not-last", "The first day is not the last such weekday of its month.", "FirstDay");
    public static readonly Refusal Ended = new("series.ended", "This series has ended already.");

    private MeetingSeries()
    {
    }

    public MeetingSeriesId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public string Title { get; private set; } = "";

    public MeetingKind Kind { get; private set; }

    public MeetingAudience Audience { get; private set; }

    public string Zone { get; private set; } = "";

    public DateOnly FirstDay { get; private set; }

    public TimeOnly Time { get; private set; }

    public int Minutes { get; private set; }

    public Rhythm Rhythm { get; private set; }

    public int Interval { get; private set; }

    public DateOnly? Until { get; private set; }

    public int? Count { get; private set; }

    public string? Place { get; private set; }

    public string? Link { get; private set; }

    public string Template { get; private set; } = "";

    /// <summary>The representation rule: persons of every member school at each meeting; 0: no rule.</summary>
    public int LeastPerSchool { get; private set; }

    /// <summary>The last day that is worked out already; the daily round moves it on.</summary>
    public DateOnly LaidOutTo { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Raised with every change of time, rule or place, and by the end: what calendars go by.</summary>
    public int Sequence { get; private set; }

    public PersonId PlannedBy { get; private set; }

    public DateTimeOffset PlannedAt { get; private set; }

    public int Version { get; private set; }

    public static (MeetingSeries? Series, Refusal? Refusal) Plan(
        NetworkId network, MeetingKind kind, MeetingAudience audience, SeriesDetails details, SeriesTiming timing, PersonId by, TimeProvider clock)
    {
        if ((Unfit(details) ?? Unfit(timing, clock)) is { } refusal)
        {
            return (null, refusal);
        }

        var series = new MeetingSeries
        {
            Id = EntityId.New<MeetingSeriesId>(clock),
            NetworkId = network,
            Kind = kind,
            Audience = kind == MeetingKind.Pupil && audience == MeetingAudience.Staff ? MeetingAudience.Pupils : audience,
            PlannedBy = by,
            PlannedAt = clock.GetUtcNow(),
        };
        series.Take(details);
        series.Take(timing);
        series.LaidOutTo = series.FirstDay.AddDays(-1);
        return (series, null);
    }

    /// <summary>For words and templates: the coming meetings follow, past ones never do.</summary>
    public Refusal? Change(SeriesDetails details)
    {
        if (EndedAt is not null)
        {
            return Ended;
        }

        if (Unfit(details) is { } refusal)
        {
            return refusal;
        }

        var (place, link) = (Place, Link);
        Take(details);
        Sequence += place != Place || link != Link ? 1 : 0;
        return null;
    }

    public Refusal? End(DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return Ended;
        }

        (EndedAt, Sequence) = (now, Sequence + 1);
        return null;
    }

    /// <summary>Another time, zone or rhythm for every meeting from its first day on. What was held before stays as it was.</summary>
    public Refusal? Retime(SeriesTiming timing, TimeProvider clock)
    {
        if (EndedAt is not null)
        {
            return Ended;
        }

        if (Unfit(timing, clock) is { } refusal)
        {
            return refusal;
        }

        Take(timing);
        (LaidOutTo, Sequence) = (FirstDay.AddDays(-1), Sequence + 1);
        return null;
    }

    /// <summary>One of its meetings was moved or cancelled: calendars must not keep the older version.</summary>
    public void Touch() => Sequence++;

    public void LaidOut(DateOnly to) => LaidOutTo = to > LaidOutTo ? to : LaidOutTo;

    private void Take(SeriesDetails details) => (Title, Place, Link, Template, LeastPerSchool) =
        (details.Title.Trim(), Text(details.Place), Text(details.Link), (details.Template ?? "").Trim(), Math.Clamp(details.LeastPerSchool, 0, 5));

    private void Take(SeriesTiming timing)
    {
        (Zone, FirstDay, Time, Minutes) = (timing.Zone, timing.FirstDay!.Value, timing.Time!.Value, timing.Minutes!.Value);
        (Rhythm, Interval, Until, Count) = timing.Rhythm == Rhythm.Once ? (Rhythm.Once, 1, null, 1) : (timing.Rhythm, timing.Interval ?? 1, timing.Until, timing.Count);
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static Refusal? Unfit(SeriesDetails details) => details switch
    {
        _ when details.Title.Trim().Length is 0 or > LongestTitle => NoTitle,
        { Place.Length: > LongestPlace } => LongPlace,
        _ when Text(details.Link) is { } link && !IsLink(link) => BadLink,
        _ => AgendaTemplate.Read(details.Template).Refusal,
    };

    public static bool IsLink(string link) =>
        link.Length <= LongestLink && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Host.Length > 0;

    private static Refusal? Unfit(SeriesTiming timing, TimeProvider clock) => timing switch
    {
        _ when !MeetingTimes.IsZone(timing.Zone) => NoZone,
        { FirstDay: null } => NoDay,
        _ when timing.FirstDay < clock.Today(timing.Zone) => NoDay,
        { Time: null } => NoTime,
        { Minutes: null or < 5 or > 720 } => NoLength,
        { Rhythm: Rhythm.Once } => null,
        { Interval: not null and (< 1 or > 12) } => NoInterval,
        { Until: not null, Count: not null } => TwoEnds,
        _ when timing.Until < timing.FirstDay => BadUntil,
        { Count: not null and (< 1 or > 120) } => BadCount,
        { Rhythm: Rhythm.MonthlyNth, FirstDay.Day: > 28 } => FifthWeekday,
        { Rhythm: Rhythm.MonthlyLast, FirstDay: { } day } when day.AddDays(7).Month == day.Month => NotLast,
        _ => null,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<MeetingSeries>
    {
        public void Configure(EntityTypeBuilder<MeetingSeries> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Title).HasMaxLength(LongestTitle);
            builder.Property(s => s.Zone).HasMaxLength(MeetingTimes.LongestZone);
            builder.Property(s => s.Place).HasMaxLength(LongestPlace);
            builder.Property(s => s.Link).HasMaxLength(LongestLink);
            builder.Property(s => s.Template).HasMaxLength(LongestTemplate);
            builder.HasIndex(s => s.NetworkId);
        }
    }
}
