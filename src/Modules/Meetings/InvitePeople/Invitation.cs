using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

internal enum Part
{
    /// <summary>Stands for a school.</summary>
    Representative,

    /// <summary>Stands in when the representative cannot come.</summary>
    Alternate,

    /// <summary>Comes for an item; counts for no school.</summary>
    Guest,
}

/// <summary>An adult who is asked. Pupils have no such thing: there is no way to name one here.</summary>
internal sealed record Invitee(PersonId? Person, string Name, string Address, OrganisationId? School, string Organisation, string Language, string Zone, Part Part);

/// <summary>
/// One person asked to a series, once, for all its meetings. Answers come by link without an account; of the links' secrets
/// only hashes are kept, and taking the invitation back ends them all.
/// </summary>
internal sealed class Invitation : IOwnedByNetwork, IVersioned
{
    public const int LongestName = 120;

    /// <summary>Two reminders a month for a year and a half; older mails' links end then.</summary>
    private const int MostSecrets = 40;

    public static readonly Refusal NoName = new("invitation.no-name", "Write the name of the guest, in {0} characters at most.", "Name", LongestName);
    public static readonly Refusal BadAddress = new("invitation.bad-address", "Write a mail address such as name@school.example.", "Address");
    public static readonly Refusal TakenBack = new("invitation.taken-back", "This invitation was taken back.");

    private Invitation()
    {
    }

    public InvitationId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MeetingSeriesId SeriesId { get; private set; }

    /// <summary>Null: a guest without an account.</summary>
    public PersonId? PersonId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Folded for comparing: one invitation for each address.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The school this person stands for; null for guests.</summary>
    public OrganisationId? School { get; private set; }

    public string Organisation { get; private set; } = "";

    public Part Part { get; private set; }

    public string Language { get; private set; } = "en";

    public string Zone { get; private set; } = "UTC";

    public string SecretHashes { get; private set; } = "";

    /// <summary>The answer to the whole series, good for each meeting that has none of its own.</summary>
    public Reply Standing { get; private set; }

    /// <summary>Asked to this one meeting of the series; null: to all of them.</summary>
    public MeetingId? OnlyMeeting { get; private set; }

    /// <summary>When one date changes this person gets the whole series, because some programs drop the others otherwise.</summary>
    public bool WholeSeries { get; private set; }

    public DateTimeOffset InvitedAt { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public int Version { get; private set; }

    public bool Stands => RevokedAt is null;

    public static (Invitation? Invitation, Refusal? Refusal) Send(MeetingSeries series, Invitee invitee, MeetingId? only, TimeProvider clock)
    {
        var address = Fold(invitee.Address);
        if (invitee.Name.Trim().Length is 0 or > LongestName)
        {
            return (null, NoName);
        }

        if (!OutboxMail.IsAddress(address))
        {
            return (null, BadAddress);
        }

        return (new Invitation
        {
            Id = EntityId.New<InvitationId>(clock),
            NetworkId = series.NetworkId,
            SeriesId = series.Id,
            PersonId = invitee.Person,
            Name = invitee.Name.Trim(),
            Address = address,
            School = invitee.Part == Part.Guest ? null : invitee.School,
            Organisation = invitee.Organisation.Trim(),
            Part = invitee.Part,
            Language = invitee.Language,
            Zone = invitee.Zone,
            OnlyMeeting = only,
            InvitedAt = clock.GetUtcNow(),
        }, null);
    }

    public static string Fold(string address) => address.Trim().ToLowerInvariant();

    /// <summary>A new secret for the next mail. Those of earlier mails stay good, so that a late mail leads somewhere.</summary>
    public string NewSecret()
    {
        var secret = RandomSecret.New();
        SecretHashes = Vault.SecretHashes.Add(SecretHashes, secret, MostSecrets);
        return secret;
    }

    public bool Knows(string? secret) => Stands && Vault.SecretHashes.Know(SecretHashes, secret);

    public Refusal? AnswerAll(Reply reply, DateTimeOffset now)
    {
        if (!Stands)
        {
            return TakenBack;
        }

        (Standing, AnsweredAt) = (reply, now);
        return null;
    }

    public bool IsFor(Meeting meeting) => OnlyMeeting is null || OnlyMeeting == meeting.Id;

    /// <summary>Asked again after it was taken back: earlier links stay dead.</summary>
    public void SendAgain(Part part, MeetingId? only, DateTimeOffset now) =>
        (RevokedAt, StoppedAt, SecretHashes, Standing, AnsweredAt, InvitedAt, Part, OnlyMeeting) = (null, null, "", Reply.NeedsAction, null, now, part, only);

    /// <summary>Asked to one meeting so far, now to all of them.</summary>
    public void Widen(Part part) => (OnlyMeeting, Part, Standing, AnsweredAt) = (null, part, Reply.NeedsAction, null);

    /// <summary>All meetings are at another time now: what was answered was for another series.</summary>
    public void AskAnew(DateTimeOffset now) => (Standing, AnsweredAt) = (Reply.NeedsAction, now);

    public void GetWholeSeries(bool whole) => WholeSeries = whole;

    public void TakeBack(DateTimeOffset now) => (RevokedAt, SecretHashes) = (now, "");

    public void StopMails(DateTimeOffset now) => StoppedAt ??= now;

    internal sealed class Configuration : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> builder)
        {
            builder.ToTable("meeting_invitation");
            builder.HasKey(i => i.Id);
            builder.Property(i => i.Name).HasMaxLength(LongestName);
            builder.Property(i => i.Address).HasMaxLength(254);
            builder.Property(i => i.Organisation).HasMaxLength(200);
            builder.Property(i => i.Language).HasMaxLength(35);
            builder.Property(i => i.Zone).HasMaxLength(MeetingTimes.LongestZone);
            builder.HasIndex(i => new { i.SeriesId, i.Address }).IsUnique();
            builder.HasIndex(i => new { i.NetworkId, i.PersonId });
            builder.HasOne<MeetingSeries>().WithMany().HasForeignKey(i => i.SeriesId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
