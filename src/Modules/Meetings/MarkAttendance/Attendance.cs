using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

internal enum Presence
{
    Present,
    Late,
    Apologies,
    Absent,
}

/// <summary>One person at one meeting, and the school the person stands for there.</summary>
internal sealed class Attendance : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal NoName = new("attendance.no-name", "Write the name, in {0} characters at most.", "Name", Invitation.LongestName);
    public static readonly Refusal NotHere = new("attendance.not-here", "Only somebody who was there signs.");
    public static readonly Refusal WrongName = new("attendance.wrong-name", "Type your name as it stands in the list.", "Signature");
    public static readonly Refusal Signed = new("attendance.signed", "This is signed already.");

    private Attendance()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MeetingId MeetingId { get; private set; }

    public InvitationId? InvitationId { get; private set; }

    public PersonId? PersonId { get; private set; }

    public string Name { get; private set; } = "";

    public OrganisationId? School { get; private set; }

    public string Organisation { get; private set; } = "";

    public Presence Presence { get; private set; }

    /// <summary>The name as the person typed it, in place of a signature.</summary>
    public string? Signature { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    public int Version { get; private set; }

    public bool WasThere => Presence is Presence.Present or Presence.Late;

    public static Attendance Of(Meeting meeting, Invitation invitation, TimeProvider clock) => new()
    {
        Id = EntityId.New<MeetingRowId>(clock),
        NetworkId = meeting.NetworkId,
        MeetingId = meeting.Id,
        InvitationId = invitation.Id,
        PersonId = invitation.PersonId,
        Name = invitation.Name,
        School = invitation.School,
        Organisation = invitation.Organisation,
        Presence = Presence.Absent,
    };

    public static (Attendance? Row, Refusal? Refusal) Walked(Meeting meeting, string? name, OrganisationId? school, string organisation, TimeProvider clock)
    {
        if (name is null || name.Trim().Length is 0 or > Invitation.LongestName)
        {
            return (null, NoName);
        }

        return (new Attendance
        {
            Id = EntityId.New<MeetingRowId>(clock),
            NetworkId = meeting.NetworkId,
            MeetingId = meeting.Id,
            Name = name.Trim(),
            School = school,
            Organisation = organisation,
            Presence = Presence.Present,
        }, null);
    }

    public void Mark(Presence presence) => Presence = presence;

    public Refusal? Sign(string? typed, DateTimeOffset now)
    {
        if (!WasThere)
        {
            return NotHere;
        }

        if (SignedAt is not null)
        {
            return Signed;
        }

        if (!string.Equals(typed?.Trim(), Name, StringComparison.OrdinalIgnoreCase))
        {
            return WrongName;
        }

        (Signature, SignedAt) = (typed!.Trim(), now);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Attendance>
    {
        public void Configure(EntityTypeBuilder<Attendance> builder)
        {
            builder.HasKey(a => a.Id);
            builder.Property(a => a.Name).HasMaxLength(Invitation.LongestName);
            builder.Property(a => a.Organisation).HasMaxLength(200);
            builder.Property(a => a.Signature).HasMaxLength(Invitation.LongestName);
            builder.HasIndex(a => new { a.MeetingId, a.InvitationId }).IsUnique();
            builder.HasOne<Meeting>().WithMany().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>What was put right after the meeting was closed. Rows are added, never changed.</summary>
internal sealed class Correction : IOwnedByNetwork
{
    private Correction()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MeetingId MeetingId { get; private set; }

    public string About { get; private set; } = "";

    public string Before { get; private set; } = "";

    public string After { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static (Correction? Row, Refusal? Refusal) Log(Meeting meeting, string about, string before, string after, string? reason, string by, TimeProvider clock) =>
        reason is null || reason.Trim().Length is 0 or > Meeting.LongestReason
            ? (null, Meeting.NoReason)
            : (new Correction
            {
                Id = EntityId.New<MeetingRowId>(clock),
                NetworkId = meeting.NetworkId,
                MeetingId = meeting.Id,
                About = about,
                Before = before,
                After = after,
                Reason = reason.Trim(),
                By = by,
                At = clock.GetUtcNow(),
            }, null);

    internal sealed class Configuration : IEntityTypeConfiguration<Correction>
    {
        public void Configure(EntityTypeBuilder<Correction> builder)
        {
            builder.ToTable("meeting_correction");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.About).HasMaxLength(200);
            builder.Property(c => c.Before).HasMaxLength(4000);
            builder.Property(c => c.After).HasMaxLength(4000);
            builder.Property(c => c.Reason).HasMaxLength(Meeting.LongestReason);
            builder.Property(c => c.By).HasMaxLength(Invitation.LongestName);
            builder.HasIndex(c => c.MeetingId);
            builder.HasOne<Meeting>().WithMany().HasForeignKey(c => c.MeetingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
