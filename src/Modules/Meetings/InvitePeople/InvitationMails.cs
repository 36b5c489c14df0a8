using Causeway.Accounts;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Causeway.Meetings;

/// <summary>
/// Writes the mails of meetings: that something waits, when in the reader's own zone, and a link that needs no account. Never
/// a title, an item or a name. Adds rows only; they go with the caller's commit.
/// </summary>
internal sealed class InvitationMails(AppDbContext db, IStringLocalizer texts, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public TimeProvider Clock => clock;

    public void Invite(Invitation invitation, Meeting first) => Write(
        invitation, first, "You are invited to a series of meetings", "You are asked to take part, once for all its meetings. The first one is:");

    public void Nudge(Invitation invitation, Meeting meeting) => Write(
        invitation, meeting, "Who stands for your school at the next meeting?", "Nobody has accepted for your school yet. Please answer, or name somebody who comes instead:");

    public void Moved(Invitation invitation, Meeting meeting) => Write(
        invitation, meeting, "A meeting was moved", "The meeting was moved; earlier answers to it count no more. It is now on:");

    public void Cancelled(Invitation invitation, Meeting meeting) => Write(
        invitation, meeting, "A meeting was cancelled", "This meeting does not take place:");

    public void Circulated(Invitation invitation, Meeting meeting) => Write(
        invitation, meeting, "Minutes wait to be read", "The minutes of this meeting can be read and objected to after signing in:", $"/meetings/{meeting.Id}/minutes");

    /// <summary>The address that answers without an account; its secret is kept only as a hash.</summary>
    public string LinkOf(Invitation invitation) => Link(PathOf(invitation));

    private void Write(Invitation invitation, Meeting meeting, string subject, string text, string? path = null)
    {
        var link = PathOf(invitation);
        var body = Written.In(invitation.Language, () => string.Join("\n\n", [
            texts[text].Value,
            MeetingTimes.Words(meeting.StartsAt, meeting.Minutes, invitation.Zone, texts),
            Link(path ?? link),
            texts["No more reminders, please:"] + "\n" + Link(link + "/stop")]) + "\n");
        db.Add(OutboxMail.Write(invitation.Address, Written.In(invitation.Language, () => texts[subject].Value), body, db.Scope, clock));
    }

    private static string PathOf(Invitation invitation) => $"/meetings/answer/{invitation.NetworkId}/{invitation.Id}/{invitation.NewSecret()}";

    private string Link(string path) => new Uri(options.Value.PublicUrl, path).AbsoluteUri;
}
