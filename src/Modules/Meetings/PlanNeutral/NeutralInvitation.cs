using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

/// <summary>One adult asked to one neutral meeting. Of the links' secrets only hashes are kept; taking it back ends them all.</summary>
internal sealed class NeutralInvitation : IOwnedByNetwork, IVersioned
{
    private const int MostSecrets = 12;

    private NeutralInvitation()
    {
    }

    public InvitationId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public NeutralMeetingId MeetingId { get; private set; }

    public PersonId? PersonId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Folded for comparing: one invitation for each address.</summary>
    public string Address { get; private set; } = "";

    public string Language { get; private set; } = "en";

    public string Zone { get; private set; } = "UTC";

    public string SecretHashes { get; private set; } = "";

    public Reply Reply { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public int Version { get; private set; }

    public bool Stands => RevokedAt is null;

    public static (NeutralInvitation? Invitation, Refusal? Refusal) Send(NeutralMeeting meeting, Invitee invitee, TimeProvider clock)
    {
        var (name, address) = (invitee.Name.Trim(), Invitation.Fold(invitee.Address));
        return name.Length is 0 or > Invitation.LongestName ? (null, Invitation.NoName)
            : !OutboxMail.IsAddress(address) ? (null, Invitation.BadAddress)
            : (new NeutralInvitation
            {
                Id = EntityId.New<InvitationId>(clock),
                NetworkId = meeting.NetworkId,
                MeetingId = meeting.Id,
                PersonId = invitee.Person,
                Name = name,
                Address = address,
                Language = invitee.Language,
                Zone = invitee.Zone,
            }, null);
    }

    /// <summary>A new secret for the next mail; those of earlier mails stay good.</summary>
    public string NewSecret()
    {
        var secret = RandomSecret.New();
        SecretHashes = Vault.SecretHashes.Add(SecretHashes, secret, MostSecrets);
        return secret;
    }

    public bool Knows(string? secret) => Stands && Vault.SecretHashes.Know(SecretHashes, secret);

    public Refusal? Answer(NeutralMeeting meeting, Reply reply, DateTimeOffset now)
    {
        if (!meeting.IsAhead(now))
        {
            return meeting.CancelledAt is null ? Response.TooLate : Meeting.IsCancelled;
        }

        if (!Enum.IsDefined(reply) || reply == Reply.NeedsAction)
        {
            return Response.NoAnswer;
        }

        (Reply, AnsweredAt) = (reply, now);
        return null;
    }

    /// <summary>The time is another: what was answered was for the earlier one.</summary>
    public void AskAnew() => (Reply, AnsweredAt) = (Reply.NeedsAction, null);

    public void TakeBack(DateTimeOffset now) => (RevokedAt, SecretHashes) = (now, "");

    public void SendAgain()
    {
        (RevokedAt, SecretHashes) = (null, "");
        AskAnew();
    }

    internal sealed class Configuration : IEntityTypeConfiguration<NeutralInvitation>
    {
        public void Configure(EntityTypeBuilder<NeutralInvitation> builder)
        {
            builder.HasKey(i => i.Id);
            builder.Property(i => i.Name).HasMaxLength(Invitation.LongestName);
            builder.Property(i => i.Address).HasMaxLength(254);
            builder.Property(i => i.Language).HasMaxLength(35);
            builder.Property(i => i.Zone).HasMaxLength(MeetingTimes.LongestZone);
            builder.HasIndex(i => new { i.MeetingId, i.Address }).IsUnique();
            builder.HasIndex(i => new { i.NetworkId, i.PersonId });
            builder.HasOne<NeutralMeeting>().WithMany().HasForeignKey(i => i.MeetingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
