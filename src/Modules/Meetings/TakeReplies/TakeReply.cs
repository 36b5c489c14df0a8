using Causeway.Calendar;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;

namespace Causeway.Meetings;

/// <summary>What came by mail from somebody's calendar program.</summary>
/// <param name="Sender">Whom the mail was from.</param>
internal sealed record ReceivedReply(byte[] Octets, string? Sender);

/// <summary>
/// Takes an answer that a calendar program sent as REPLY. Believed only if the mail came from the person it speaks for; of two
/// answers the later holds. Other kinds of message are answered in words.
/// </summary>
internal sealed class TakeReplyHandler(AppDbContext db, MeetingDoor door, TimeProvider clock)
{
    public static readonly Refusal Empty = new("reply.empty", "Choose the calendar file of the mail, or paste its text.", "Text");
    public static readonly Refusal NoSender = new("reply.no-sender", "Write the address the mail came from.", "Sender");
    public static readonly Refusal OtherSender = new("reply.other-sender", "The mail came from another address than the answer names. It was not taken.", "Sender");
    public static readonly Refusal NotInvited = new("reply.not-invited", "Nobody with this address is invited to this meeting. It was not taken.", "Sender");
    public static readonly Refusal NoMeeting = new("reply.no-meeting", "This answer is to no meeting of this network.", "Text");
    public static readonly Refusal NoDate = new("reply.no-date", "This answer is to a date that the series does not have any more.", "Text");
    public static readonly Refusal NoStamp = new("reply.no-stamp", "This answer does not say when it was given. Ask the person to answer by the link.", "Text");
    public static readonly Refusal NoWord = new("reply.no-word", "This answer says neither yes nor no nor perhaps. Ask the person to answer by the link.", "Text");
    public static readonly Refusal Older = new("reply.older", "A later answer of this person is kept already.", "Text");
    public static readonly Refusal OtherTime = new("reply.other-time", "This answer is to an earlier time of the meeting. The person was told the new one and is asked again.", "Text");

    /// <returns>Whose answer was taken.</returns>
    public async Task<(string? Name, Refusal? Refusal)> HandleAsync(ReceivedReply received, Actor actor, CancellationToken ct)
    {
        if (!door.May(actor, MeetingsPermissions.Plan))
        {
            return (null, MeetingDoor.Gone);
        }

        if (received.Octets.Length == 0)
        {
            return (null, Empty);
        }

        if (string.IsNullOrWhiteSpace(received.Sender))
        {
            return (null, NoSender);
        }

        if (CalendarReader.ReadReply(Inside(received.Octets), out var fault) is not { } reply)
        {
            return (null, new Refusal("reply." + fault!.Code, fault.Message, "Text"));
        }

        if (Invitation.Fold(reply.Mail) != Invitation.Fold(received.Sender))
        {
            return (null, OtherSender);
        }

        if (SeriesOf(reply.Uid) is not { } id || await door.FindAsync(id, actor, MeetingsPermissions.Plan, ct) is not { } series)
        {
            return (null, NoMeeting);
        }

        var address = Invitation.Fold(reply.Mail);
        if (await db.Set<Invitation>().FirstOrDefaultAsync(i => i.SeriesId == id && i.Address == address && i.RevokedAt == null, ct) is not { } invitation)
        {
            return (null, NotInvited);
        }

        return await TakeAsync(reply, series, invitation, ct) is { } refusal ? (null, refusal) : (invitation.Name, await SaveAsync(invitation, ct));
    }

    private async Task<Refusal?> SaveAsync(Invitation invitation, CancellationToken ct)
    {
        db.Record("meeting.answered-by-mail", invitation.Id.Value);
        return await db.TrySaveAsync(ct);
    }

    private async Task<Refusal?> TakeAsync(InvitationReply reply, MeetingSeries series, Invitation invitation, CancellationToken ct)
    {
        if (reply.Stamp is not { } stamp)
        {
            return NoStamp;
        }

        // A program whose clock is fast does not win over later answers.
        var (given, now) = (stamp.ToDateTimeOffset(), clock.GetUtcNow());
        given = given > now ? now : given;
        var word = reply.Answer switch
        {
            CalendarAnswer.Accepted => Reply.Accepted,
            CalendarAnswer.Tentative => Reply.Tentative,
            CalendarAnswer.Declined => Reply.Declined,
            CalendarAnswer.NeedsAction or CalendarAnswer.Delegated => Reply.NeedsAction,
            _ => throw new ArgumentOutOfRangeException(nameof(reply)),
        };
        if (word == Reply.NeedsAction)
        {
            return NoWord;
        }

        if (reply.IsForOneDate)
        {
            return reply.DateIn(SeriesDays.TimeOf(series)) is { } date ? await TakeOneAsync(reply, date.ToDateOnly(), invitation, (word, given), ct) : NoDate;
        }

        return invitation.AnsweredAt >= given ? Older : invitation.AnswerAll(word, given);
    }

    private async Task<Refusal?> TakeOneAsync(InvitationReply reply, DateOnly slot, Invitation invitation, (Reply Word, DateTimeOffset Given) answer, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().FirstOrDefaultAsync(m => m.SeriesId == invitation.SeriesId && m.Slot == slot, ct);
        if (meeting is null || !invitation.IsFor(meeting))
        {
            return NoDate;
        }

        if (!meeting.IsAhead || meeting.StartsAt <= clock.GetUtcNow())
        {
            return meeting.State == MeetingState.Cancelled ? Meeting.IsCancelled : Response.TooLate;
        }

        if (meeting.MovedAt is { } moved && (answer.Given <= moved || reply.Sequence < meeting.Sequence))
        {
            return OtherTime;
        }

        var response = await db.Set<Response>().FirstOrDefaultAsync(r => r.MeetingId == meeting.Id && r.InvitationId == invitation.Id, ct);
        if (response?.AnsweredAt >= answer.Given)
        {
            return Older;
        }

        var kept = response ?? Response.Begin(meeting, invitation, clock);
        if (kept.Say(answer.Word, null, answer.Given) is { } refusal)
        {
            return refusal;
        }

        if (response is null)
        {
            db.Add(kept);
        }

        return null;
    }

    private static MeetingSeriesId? SeriesOf(string uid) =>
        uid.EndsWith(MeetingCalendar.UidEnd, StringComparison.Ordinal) && Guid.TryParse(uid[..^MeetingCalendar.UidEnd.Length], out var id) ? new MeetingSeriesId(id) : null;

    // Whoever pastes the whole mail has pasted the calendar object too.
    private static ReadOnlySpan<byte> Inside(ReadOnlySpan<byte> octets)
    {
        var begin = octets.IndexOf("BEGIN:VCALENDAR"u8);
        var end = octets.LastIndexOf("END:VCALENDAR"u8);
        return begin > 0 && end > begin ? octets[begin..(end + "END:VCALENDAR"u8.Length)] : octets;
    }
}
