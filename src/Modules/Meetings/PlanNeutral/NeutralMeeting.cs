using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

/// <summary>
/// Where and when people meet about something that is kept elsewhere. A table of its own on purpose: no list, feed or count of
/// the network's meetings can meet it by mistake, and there is no column into which content could be written.
/// </summary>
internal sealed class NeutralMeeting : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal Past = new("neutral.past", "This meeting has begun already, or is cancelled.");
    public static readonly Refusal Same = new("neutral.same", "That is how it is now.", "Day");

    private NeutralMeeting()
    {
    }

    public NeutralMeetingId Id { get; private set; }

    /// <summary>The network through which its people are reached. Being of that network shows it to nobody.</summary>
    public NetworkId NetworkId { get; private set; }

    public OrganisationId Convener { get; private set; }

    public PersonId ConvenedBy { get; private set; }

    public string ConvenerName { get; private set; } = "";

    public string ConvenerOrganisation { get; private set; } = "";

    public NeutralKind Kind { get; private set; }

    public DateOnly Day { get; private set; }

    public TimeOnly Time { get; private set; }

    public string Zone { get; private set; } = "";

    public DateTimeOffset StartsAt { get; private set; }

    public int Minutes { get; private set; }

    public string? Place { get; private set; }

    public string? Link { get; private set; }

    public int Sequence { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>From the fixed list; nothing can be typed.</summary>
    public string Title => TitleOf(Kind);

    public static string TitleOf(NeutralKind kind) => kind switch
    {
        NeutralKind.Clarifying => "Clarifying meeting",
        NeutralKind.WorkingGroup => "Working group",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static (NeutralMeeting? Meeting, Refusal? Refusal) Convene(NetworkId network, NeutralPlan plan, Actor by, TimeProvider clock)
    {
        if (Unfit(plan.Time, plan.Place, plan.Link, clock) is { } refusal)
        {
            return (null, refusal);
        }

        var meeting = new NeutralMeeting
        {
            Id = EntityId.New<NeutralMeetingId>(clock),
            NetworkId = network,
            Convener = by.Organisation ?? default,
            ConvenedBy = by.Person,
            ConvenerName = by.Name,
            ConvenerOrganisation = by.OrganisationName ?? "",
            Kind = plan.Kind,
        };
        meeting.Take(plan.Time, plan.Place, plan.Link);
        return (meeting, null);
    }

    public bool IsAhead(DateTimeOffset now) => CancelledAt is null && StartsAt > now;

    /// <returns>Whether the time is another, so that earlier answers are none.</returns>
    public (bool OtherTime, Refusal? Refusal) Move(NeutralTime time, string? place, string? link, TimeProvider clock)
    {
        if ((IsAhead(clock.GetUtcNow()) ? Unfit(time, place, link, clock) : Past) is { } refusal)
        {
            return (false, refusal);
        }

        var (at, minutes, where, room) = (StartsAt, Minutes, Place, Link);
        Take(time, place, link);
        if (at == StartsAt && minutes == Minutes && where == Place && room == Link)
        {
            return (false, Same);
        }

        Sequence++;
        return (at != StartsAt, null);
    }

    public Refusal? Cancel(DateTimeOffset now)
    {
        if (!IsAhead(now))
        {
            return Past;
        }

        (CancelledAt, Sequence) = (now, Sequence + 1);
        return null;
    }

    /// <summary>Somebody it was struck out for is asked again: the calendar must see a later version.</summary>
    public void Touch() => Sequence++;

    private void Take(NeutralTime time, string? place, string? link)
    {
        (Day, Time, Zone, Minutes) = (time.Day!.Value, time.Time!.Value, time.Zone, time.Minutes!.Value);
        (StartsAt, Place, Link) = (MeetingTimes.At(Day, Time, Zone), Text(place), Text(link));
    }

    private static Refusal? Unfit(NeutralTime time, string? place, string? link, TimeProvider clock) => time switch
    {
        _ when !MeetingTimes.IsZone(time.Zone) => MeetingSeries.NoZone,
        { Day: null } => MeetingSeries.NoDay with { Field = "Day" },
        { Time: null } => MeetingSeries.NoTime,
        { Minutes: null or < 5 or > 720 } => MeetingSeries.NoLength,
        _ when MeetingTimes.At(time.Day.Value, time.Time.Value, time.Zone) <= clock.GetUtcNow() => Meeting.BadTime,
        _ when !MeetingTimes.IsOnce(time.Day.Value, time.Time.Value, time.Zone) => Meeting.NoSuchTime with
        {
            Values = [time.Time.Value.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), SeriesDays.NearestSafe(time.Day.Value, time.Time.Value, time.Zone)],
        },
        _ when Text(place)?.Length > MeetingSeries.LongestPlace => MeetingSeries.LongPlace,
        _ when Text(link) is { } typed && !MeetingSeries.IsLink(typed) => MeetingSeries.BadLink,
        _ => null,
    };

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    internal sealed class Configuration : IEntityTypeConfiguration<NeutralMeeting>
    {
        public void Configure(EntityTypeBuilder<NeutralMeeting> builder)
        {
            builder.HasKey(m => m.Id);
            builder.Property(m => m.ConvenerName).HasMaxLength(Invitation.LongestName);
            builder.Property(m => m.ConvenerOrganisation).HasMaxLength(200);
            builder.Property(m => m.Zone).HasMaxLength(MeetingTimes.LongestZone);
            builder.Property(m => m.Place).HasMaxLength(MeetingSeries.LongestPlace);
            builder.Property(m => m.Link).HasMaxLength(MeetingSeries.LongestLink);
            builder.Ignore(m => m.Title);
            builder.HasIndex(m => new { m.NetworkId, m.ConvenedBy });
        }
    }
}
