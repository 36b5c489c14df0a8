using System.Security.Cryptography;
using System.Text;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

internal enum MinutesState
{
    Draft,
    Circulated,
    Approved,
}

/// <summary>The minutes of one meeting: drafted from its outcomes, circulated, approved, and from then on as they are.</summary>
internal sealed class Minutes : IOwnedByNetwork, IVersioned
{
    public const int LongestText = 20_000;
    public const int DaysForDraft = 5;

    /// <summary>What a correction of the minutes is filed under.</summary>
    public const string About = "Minutes";

    public static readonly Refusal NoText = new("minutes.no-text", "Write the minutes, in {0} characters at most.", "Text", LongestText);
    public static readonly Refusal Fixed = new("minutes.approved", "Approved minutes stay as they are. Add a correction with its reason.");
    public static readonly Refusal NotCirculated = new("minutes.not-circulated", "Circulate the minutes before they are approved.");
    public static readonly Refusal NotClosed = new("minutes.not-closed", "Close the meeting before its minutes go out.");
    public static readonly Refusal OwnMinutes = new("minutes.own", "Somebody else than the writer approves the minutes.");

    private Minutes()
    {
    }

    public MeetingId MeetingId { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public string Text { get; private set; } = "";

    public MinutesState State { get; private set; }

    public DateOnly DueOn { get; private set; }

    public PersonId WrittenBy { get; private set; }

    public string WriterName { get; private set; } = "";

    public DateTimeOffset? CirculatedAt { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public string? ApproverName { get; private set; }

    /// <summary>SHA-256 of the text approved, so that a printed copy can be held against it.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>What the network was called when they were approved.</summary>
    public string? NetworkName { get; private set; }

    public int Version { get; private set; }

    public static Minutes Begin(Meeting meeting) => new()
    {
        MeetingId = meeting.Id,
        NetworkId = meeting.NetworkId,
        DueOn = meeting.Day.AddDays(DaysForDraft),
    };

    public Refusal? Write(string? text, PersonId by, string name)
    {
        if (State == MinutesState.Approved)
        {
            return Fixed;
        }

        if (text is null || text.Trim().Length is 0 or > LongestText)
        {
            return NoText;
        }

        // What was sent round and is changed again has not been seen by anybody yet.
        (Text, WrittenBy, WriterName, State) = (text.Trim().ReplaceLineEndings("\n"), by, name, MinutesState.Draft);
        return null;
    }

    public Refusal? Circulate(Meeting meeting, DateTimeOffset now)
    {
        if (State == MinutesState.Approved)
        {
            return Fixed;
        }

        if (meeting.State != MeetingState.Closed)
        {
            return NotClosed;
        }

        if (Text.Length == 0)
        {
            return NoText;
        }

        (State, CirculatedAt) = (MinutesState.Circulated, now);
        return null;
    }

    public Refusal? Approve(PersonId by, string name, string network, DateTimeOffset now)
    {
        if (State != MinutesState.Circulated)
        {
            return State == MinutesState.Approved ? Fixed : NotCirculated;
        }

        if (by == WrittenBy)
        {
            return OwnMinutes;
        }

        (State, ApprovedAt, ApproverName, NetworkName) = (MinutesState.Approved, now, name, network);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Minutes>
    {
        public void Configure(EntityTypeBuilder<Minutes> builder)
        {
            builder.ToTable("meeting_minutes");
            builder.HasKey(m => m.MeetingId);
            builder.Property(m => m.MeetingId).ValueGeneratedNever();
            builder.Property(m => m.Text).HasMaxLength(LongestText);
            builder.Property(m => m.WriterName).HasMaxLength(Invitation.LongestName);
            builder.Property(m => m.ApproverName).HasMaxLength(Invitation.LongestName);
            builder.Property(m => m.Sha256).HasMaxLength(64);
            builder.Property(m => m.NetworkName).HasMaxLength(200);
            builder.HasOne<Meeting>().WithOne().HasForeignKey<Minutes>(m => m.MeetingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
