using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

internal enum RepresentationResult
{
    Met,
    Missed,
    Excused,
}

/// <summary>What became of the representation rule for one school at one meeting; kept as it was, whoever joins or leaves later.</summary>
internal sealed class Representation : IOwnedByNetwork
{
    private Representation()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MeetingId MeetingId { get; private set; }

    public OrganisationId School { get; private set; }

    public string SchoolName { get; private set; } = "";

    public RepresentationResult Result { get; private set; }

    /// <summary>Why it is excused.</summary>
    public string? Reason { get; private set; }

    public static Representation Keep(Meeting meeting, OrganisationId school, string name, RepresentationResult result, string? reason, TimeProvider clock) => new()
    {
        Id = EntityId.New<MeetingRowId>(clock),
        NetworkId = meeting.NetworkId,
        MeetingId = meeting.Id,
        School = school,
        SchoolName = name,
        Result = result,
        Reason = reason,
    };

    public void Settle(RepresentationResult result, string? reason) => (Result, Reason) = (result, reason ?? Reason);

    internal sealed class Configuration : IEntityTypeConfiguration<Representation>
    {
        public void Configure(EntityTypeBuilder<Representation> builder)
        {
            builder.HasKey(r => r.Id);
            builder.Property(r => r.SchoolName).HasMaxLength(200);
            builder.Property(r => r.Reason).HasMaxLength(Meeting.LongestReason);
            builder.HasIndex(r => new { r.MeetingId, r.School }).IsUnique();
            builder.HasOne<Meeting>().WithMany().HasForeignKey(r => r.MeetingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>A school was reminded of one meeting. The index makes a second reminder of the same kind impossible.</summary>
internal sealed class Nudge : IOwnedByNetwork
{
    private Nudge()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MeetingId MeetingId { get; private set; }

    public OrganisationId School { get; private set; }

    public int DaysBefore { get; private set; }

    /// <summary>How many people of the school were written to; 0: nobody of it is invited.</summary>
    public int Mails { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static Nudge Keep(Meeting meeting, OrganisationId school, int daysBefore, int mails, TimeProvider clock) => new()
    {
        Id = EntityId.New<MeetingRowId>(clock),
        NetworkId = meeting.NetworkId,
        MeetingId = meeting.Id,
        School = school,
        DaysBefore = daysBefore,
        Mails = mails,
        At = clock.GetUtcNow(),
    };

    internal sealed class Configuration : IEntityTypeConfiguration<Nudge>
    {
        public void Configure(EntityTypeBuilder<Nudge> builder)
        {
            builder.ToTable("meeting_nudge");
            builder.HasKey(n => n.Id);
            builder.HasIndex(n => new { n.MeetingId, n.School, n.DaysBefore }).IsUnique();
            builder.HasOne<Meeting>().WithMany().HasForeignKey(n => n.MeetingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>The adult of one school who looks after its pupils at one meeting.</summary>
internal sealed class Supervision : IOwnedByNetwork
{
    public static readonly Refusal NoAdult = new("supervision.no-adult", "Choose an adult of this school.", "Adult");
    public static readonly Refusal Missing = new("supervision.missing", "Pupils take part: every school needs a named supervising adult before the meeting is confirmed. Missing: {0}.", null, "");

    private Supervision()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MeetingId MeetingId { get; private set; }

    public OrganisationId School { get; private set; }

    public PersonId Adult { get; private set; }

    public string AdultName { get; private set; } = "";

    public static Supervision Name(Meeting meeting, OrganisationId school, PersonId adult, string name, TimeProvider clock) => new()
    {
        Id = EntityId.New<MeetingRowId>(clock),
        NetworkId = meeting.NetworkId,
        MeetingId = meeting.Id,
        School = school,
        Adult = adult,
        AdultName = name,
    };

    public void NameOther(PersonId adult, string name) => (Adult, AdultName) = (adult, name);

    internal sealed class Configuration : IEntityTypeConfiguration<Supervision>
    {
        public void Configure(EntityTypeBuilder<Supervision> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.AdultName).HasMaxLength(Invitation.LongestName);
            builder.HasIndex(s => new { s.MeetingId, s.School }).IsUnique();
            builder.HasOne<Meeting>().WithMany().HasForeignKey(s => s.MeetingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
