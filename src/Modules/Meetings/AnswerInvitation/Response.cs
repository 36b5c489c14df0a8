using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

internal enum Reply
{
    NeedsAction,
    Accepted,
    Tentative,
    Declined,
}

/// <summary>One person's answer to one meeting, where it differs from the answer to the series.</summary>
internal sealed class Response : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal NoAnswer = new("response.none", "Choose an answer.", "Reply");
    public static readonly Refusal LongAlternate = new("response.long-alternate", "Write the name in {0} characters at most.", "Alternate", Invitation.LongestName);
    public static readonly Refusal TooLate = new("response.too-late", "This meeting has begun or is over; its answers are closed.");

    private Response()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MeetingId MeetingId { get; private set; }

    public InvitationId InvitationId { get; private set; }

    public Reply Reply { get; private set; }

    /// <summary>Who comes instead for the same school.</summary>
    public string? Alternate { get; private set; }

    public DateTimeOffset AnsweredAt { get; private set; }

    public int Version { get; private set; }

    public static Response Begin(Meeting meeting, Invitation invitation, TimeProvider clock) => new()
    {
        Id = EntityId.New<MeetingRowId>(clock),
        NetworkId = meeting.NetworkId,
        MeetingId = meeting.Id,
        InvitationId = invitation.Id,
    };

    public Refusal? Say(Reply reply, string? alternate, DateTimeOffset now)
    {
        if (reply == Reply.NeedsAction || !Enum.IsDefined(reply))
        {
            return NoAnswer;
        }

        if (alternate?.Trim().Length > Invitation.LongestName)
        {
            return LongAlternate;
        }

        (Reply, AnsweredAt) = (reply, now);
        Alternate = reply == Reply.Accepted || string.IsNullOrWhiteSpace(alternate) ? null : alternate.Trim();
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Response>
    {
        public void Configure(EntityTypeBuilder<Response> builder)
        {
            builder.ToTable("meeting_response");
            builder.HasKey(r => r.Id);
            builder.Property(r => r.Alternate).HasMaxLength(Invitation.LongestName);
            builder.HasIndex(r => new { r.MeetingId, r.InvitationId }).IsUnique();
            builder.HasOne<Meeting>().WithMany().HasForeignKey(r => r.MeetingId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Invitation>().WithMany().HasForeignKey(r => r.InvitationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
