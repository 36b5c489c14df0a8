using Causeway.Calendar;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Meetings;

/// <summary>
/// What one person's calendar was told last: the version that was ordered, not the one that is true. What is still to be told is
/// the difference, so nobody is told the same state twice, whoever edits and however often the program starts anew.
/// </summary>
internal sealed class CalendarTold : IOwnedByNetwork, IVersioned
{
    private CalendarTold()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public InvitationId InvitationId { get; private set; }

    /// <summary>SEQUENCE of the last message; never falls, not even when the person is taken off and asked again.</summary>
    public int Sequence { get; private set; }

    /// <summary>DTSTAMP of the last message, in full seconds and rising: programs compare it between equal sequences.</summary>
    public DateTimeOffset Stamp { get; private set; }

    public string State { get; private set; } = "";

    /// <summary>The last thing said was that it does not take place, or not for this person; or it was never sent.</summary>
    public bool IsCancelled { get; private set; }

    public int Version { get; private set; }

    public static CalendarTold Begin(Invitation invitation, TimeProvider clock) => new()
    {
        Id = EntityId.New<MeetingRowId>(clock),
        NetworkId = invitation.NetworkId,
        InvitationId = invitation.Id,
        Sequence = -1,
        IsCancelled = true,
    };

    /// <summary>A stamp later than every one before; taken with <see cref="NextStamp"/>.</summary>
    public DateTimeOffset StampAfter(DateTimeOffset now)
    {
        var second = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        return second > Stamp ? second : Stamp.AddSeconds(1);
    }

    public Instant NextStamp(DateTimeOffset now)
    {
        Stamp = StampAfter(now);
        return Stamp.ToInstant();
    }

    /// <summary>Fits every message before it, and the series' own count.</summary>
    public int NextSequence(MeetingSeries series) => Math.Max(series.Sequence, Sequence + 1);

    public void Keep(CalendarEvent told, LocalDate? only) =>
        (Sequence, State, IsCancelled) = (Math.Max(Sequence, told.Sequence), ToldState.Of(told, only).Write(), false);

    public void Cancel(int sequence) => (Sequence, IsCancelled) = (Math.Max(Sequence, sequence), true);

    public (CalendarEvent Event, LocalDate? Only) Read(CalendarEvent truth)
    {
        var state = ToldState.Read(State);
        return (state.ToEvent(truth) with { Sequence = Sequence, Stamp = Stamp.ToInstant() }, state.OnlyDate);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<CalendarTold>
    {
        public void Configure(EntityTypeBuilder<CalendarTold> builder)
        {
            builder.ToTable("meeting_calendar_told");
            builder.HasKey(t => t.Id);
            builder.HasIndex(t => t.InvitationId).IsUnique();
            builder.HasOne<Invitation>().WithMany().HasForeignKey(t => t.InvitationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
