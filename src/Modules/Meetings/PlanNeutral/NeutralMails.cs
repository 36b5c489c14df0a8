using Causeway.Accounts;
using Causeway.Calendar;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace Causeway.Meetings;

/// <summary>
/// Mails and calendar objects of neutral meetings: the title of the fixed list, when, where, and a link. Answers come by that
/// link and not by mail, since others read the site's mailbox; nor does anybody of the network hear that a mail failed.
/// </summary>
internal sealed class NeutralMails(AppDbContext db, MeetingCalendar calendar, IStringLocalizer texts, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public TimeProvider Clock => clock;

    public void Ask(NeutralMeeting meeting, NeutralInvitation invitation) =>
        Write(meeting, invitation, "You are invited to a meeting", "You are asked to take part in this meeting:", CalendarWriter.Request);

    public void Move(NeutralMeeting meeting, NeutralInvitation invitation, bool otherTime) => Write(
        meeting, invitation, otherTime ? "A meeting was moved" : "A meeting has changed",
        otherTime ? "The meeting was moved; earlier answers to it count no more. It is now on:" : "Something about this meeting has changed:", CalendarWriter.Request);

    public void Cancel(NeutralMeeting meeting, NeutralInvitation invitation) => Write(
        meeting, invitation, invitation.Stands ? "A meeting was cancelled" : "You are not invited any more",
        invitation.Stands ? "This meeting does not take place:" : "You are not invited to this meeting any more; your calendar takes it out. There is nothing to do.", CalendarWriter.Cancel);

    private void Write(NeutralMeeting meeting, NeutralInvitation invitation, string subject, string opening, Func<CalendarEvent, CalendarObject> form)
    {
        var link = invitation.Stands && meeting.CancelledAt is null
            ? new Uri(options.Value.PublicUrl, $"/meetings/asked/{invitation.NetworkId}/{invitation.Id}/{invitation.NewSecret()}").AbsoluteUri : null;
        var (title, body) = (
            Written.In(invitation.Language, () => texts[subject].Value),
            Written.In(invitation.Language, () => string.Join("\n\n", new[] { texts[opening].Value }
                .Concat(invitation.Stands ? TidingsText.When(meeting.StartsAt.ToInstant(), meeting.Minutes, invitation.Zone, meeting.Zone, texts) : [])
                .Concat(link is null ? [] : [texts["Answer here, without an account:"] + "\n" + link])) + "\n"));
        var shown = calendar.ToInvite(meeting) with
        {
            Title = Written.In(invitation.Language, () => texts[meeting.Title].Value),
            Attendees = [new(new(invitation.Name, invitation.Address), MeetingCalendar.Of(invitation.Reply), RepliesByMail: false)],
        };
        var content = form(shown);
        db.Add(OutboxMail.Write(invitation.Address, title, body, db.Scope, clock, $"meetings.neutral:{invitation.Id}", new MailCalendar(content.Method.ToString().ToUpperInvariant(), content.Text))
            .About("A mail about a meeting"));
    }
}
