using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

/// <summary>Somebody was told that a meeting begins at another clock time for them. The index makes a second notice impossible.</summary>
internal sealed class ClockNotice : IOwnedByNetwork
{
    private ClockNotice()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MeetingId MeetingId { get; private set; }

    public InvitationId InvitationId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static ClockNotice Keep(Meeting meeting, Invitation invitation, TimeProvider clock) => new()
    {
        Id = EntityId.New<MeetingRowId>(clock),
        NetworkId = meeting.NetworkId,
        MeetingId = meeting.Id,
        InvitationId = invitation.Id,
        At = clock.GetUtcNow(),
    };

    internal sealed class Configuration : IEntityTypeConfiguration<ClockNotice>
    {
        public void Configure(EntityTypeBuilder<ClockNotice> builder)
        {
            builder.ToTable("meeting_clock_notice");
            builder.HasKey(n => n.Id);
            builder.HasIndex(n => new { n.MeetingId, n.InvitationId }).IsUnique();
            builder.HasOne<Meeting>().WithMany().HasForeignKey(n => n.MeetingId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Invitation>().WithMany().HasForeignKey(n => n.InvitationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
