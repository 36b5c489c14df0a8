using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

internal enum VoteAnswer
{
    Yes,
    IfNeedBe,
    No,
}

/// <summary>Somebody asked. Of the link only a hash is kept; a reminder puts a new one in its place, and closing ends it.</summary>
internal sealed class PollVoter : IOwnedByNetwork, IVersioned
{
    public const int LongestNote = 300;

    public static readonly Refusal BadGuest = new("poll.bad-guest", "Line {0}: write a name, a comma and a mail address.", "Guests", 0);
    public static readonly Refusal LongNote = new("poll.long-note", "Write the note in {0} characters at most.", "Note", LongestNote);
    public static readonly Refusal NoNote = new("poll.no-note", "Say how you know, such as: told me on the phone.", "Note");

    private PollVoter()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public SlotPollId PollId { get; private set; }

    /// <summary>Null: somebody without an account.</summary>
    public PersonId? PersonId { get; private set; }

    public string Name { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public string Language { get; private set; } = "en";

    public string Zone { get; private set; } = "UTC";

    public byte[] SecretHash { get; private set; } = [];

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The organiser's name when the answer came by phone or across a desk.</summary>
    public string? EnteredBy { get; private set; }

    public string? Note { get; private set; }

    public DateTimeOffset? RemindedAt { get; private set; }

    public int Version { get; private set; }

    /// <returns>Null: no such name or address.</returns>
    public static PollVoter? Ask(SlotPoll poll, Invitee invitee, TimeProvider clock)
    {
        var address = Invitation.Fold(invitee.Address);
        return invitee.Name.Trim().Length is 0 or > Invitation.LongestName || !OutboxMail.IsAddress(address)
            ? null
            : new PollVoter
            {
                Id = EntityId.New<MeetingRowId>(clock),
                NetworkId = poll.NetworkId,
                PollId = poll.Id,
                PersonId = invitee.Person,
                Name = invitee.Name.Trim(),
                Address = address,
                Organisation = invitee.Organisation.Trim(),
                Language = invitee.Language,
                Zone = MeetingTimes.IsZone(invitee.Zone) ? invitee.Zone : poll.Zone,
            };
    }

    public string NewSecret()
    {
        var secret = RandomSecret.New();
        SecretHash = Vault.SecretHash.Of(secret);
        return secret;
    }

    public bool Knows(string? secret) => SecretHash.Length > 0 && Vault.SecretHash.Matches(secret, SecretHash);

    /// <param name="enteredBy">Null: the person's own answer, which replaces one entered for them.</param>
    public Refusal? Answer(string? note, string? enteredBy, DateTimeOffset now)
    {
        var written = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (written?.Length > LongestNote || (enteredBy is not null && written is null))
        {
            return written is null ? NoNote : LongNote;
        }

        (AnsweredAt, EnteredBy, Note) = (now, enteredBy, written);
        return null;
    }

    public void Remind(DateTimeOffset now) => RemindedAt ??= now;

    internal sealed class Configuration : IEntityTypeConfiguration<PollVoter>
    {
        public void Configure(EntityTypeBuilder<PollVoter> builder)
        {
            builder.ToTable("slot_poll_voter");
            builder.HasKey(v => v.Id);
            builder.Property(v => v.Name).HasMaxLength(Invitation.LongestName);
            builder.Property(v => v.Address).HasMaxLength(254);
            builder.Property(v => v.Organisation).HasMaxLength(200);
            builder.Property(v => v.Language).HasMaxLength(35);
            builder.Property(v => v.Zone).HasMaxLength(MeetingTimes.LongestZone);
            builder.Property(v => v.SecretHash).HasMaxLength(32);
            builder.Property(v => v.EnteredBy).HasMaxLength(Invitation.LongestName);
            builder.Property(v => v.Note).HasMaxLength(LongestNote);
            builder.HasIndex(v => new { v.PollId, v.Address }).IsUnique();
            builder.HasIndex(v => new { v.NetworkId, v.PersonId });
            builder.HasOne<SlotPoll>().WithMany().HasForeignKey(v => v.PollId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>One person's word about one of the times.</summary>
internal sealed class Vote : IOwnedByNetwork, IVersioned
{
    private Vote()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MeetingRowId VoterId { get; private set; }

    public MeetingRowId OptionId { get; private set; }

    public SlotPollId PollId { get; private set; }

    public VoteAnswer Answer { get; private set; }

    public int Version { get; private set; }

    public static Vote Cast(PollVoter voter, MeetingRowId option, VoteAnswer answer, TimeProvider clock) => new()
    {
        Id = EntityId.New<MeetingRowId>(clock),
        NetworkId = voter.NetworkId,
        PollId = voter.PollId,
        VoterId = voter.Id,
        OptionId = option,
        Answer = answer,
    };

    public void Change(VoteAnswer answer) => Answer = answer;

    internal sealed class Configuration : IEntityTypeConfiguration<Vote>
    {
        public void Configure(EntityTypeBuilder<Vote> builder)
        {
            builder.ToTable("slot_vote");
            builder.HasKey(v => v.Id);
            builder.HasIndex(v => new { v.VoterId, v.OptionId }).IsUnique();
            builder.HasIndex(v => v.PollId);
            builder.HasOne<PollVoter>().WithMany().HasForeignKey(v => v.VoterId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<SlotOption>().WithMany().HasForeignKey(v => v.OptionId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
