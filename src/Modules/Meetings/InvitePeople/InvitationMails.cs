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
/// Writes the mails of meetings: that something waits, when in the reader's own zone and in the meeting's, and a link that needs
/// no account. Never a title, an item or a name. Adds rows only; they go with the caller's commit.
/// </summary>
internal sealed class InvitationMails(AppDbContext db, IStringLocalizer texts, IOptions<AccountsOptions> options, INews news, TimeProvider clock)
{
    public TimeProvider Clock => clock;

    /// <summary>Under which mails to one invited person that still wait are found.</summary>
    public static string TopicOf(Invitation invitation) => $"meetings.invitation:{invitation.Id}";

    public void Nudge(Invitation invitation, Meeting meeting) => Write(
        invitation, "Who stands for your school at the next meeting?",
        () => [texts["Nobody has accepted for your school yet. Please answer, or name somebody who comes instead:"], .. When(invitation, meeting)]);

    /// <summary>The clock time of this date is another than this reader is used to, while nobody moved the meeting.</summary>
    public void ClockMoves(Invitation invitation, Meeting meeting, string usual, bool isOdd) => Write(
        invitation, "Another clock time for you at the next meeting",
        () => [texts["The clocks change at one end and not, or not yet, at the other. Nobody moved this meeting, but for you it begins at another time than the one before it, which began at {0}:", usual],
            .. When(invitation, meeting), .. isOdd ? [texts["It is so for some weeks only; then the usual time comes back."].Value] : Array.Empty<string>()]);

    /// <summary>What a calendar is told, with the same in words.</summary>
    public void Tell(Invitation invitation, MeetingSeries series, CalendarMessage message)
    {
        var subject = message.Tidings switch
        {
            Tidings.Invited when series.Rhythm == Rhythm.Once => "You are invited to a meeting",
            Tidings.Invited => "You are invited to a series of meetings",
            Tidings.InvitedToOne => "You are invited to a meeting",
            Tidings.DateChanged => message.About?.Start == message.Was?.Start ? "A meeting has changed" : "A meeting was moved",
            Tidings.SeriesChanged => "Coming meetings have changed",
            Tidings.DateCancelled => "A meeting was cancelled",
            Tidings.AllCancelled => series.Rhythm == Rhythm.Once ? "A meeting was cancelled" : "No further meeting takes place",
            Tidings.TakenOff => "You are not invited any more",
            _ => throw new ArgumentOutOfRangeException(nameof(message)),
        };
        var content = message.Content;
        Write(invitation, subject, () => TidingsText.Of(message, invitation.Zone, texts), new MailCalendar(content.Method.ToString().ToUpperInvariant(), content.Text));
    }

    /// <summary>No mail of its own: members find it on their home page and in the mail of the day.</summary>
    public void Circulated(IEnumerable<PersonId> people, Meeting meeting) => news.Tell(people, MeetingsWork.Circulated, $"/meetings/{meeting.Id}/minutes");

    /// <summary>The address that answers without an account; its secret is kept only as a hash.</summary>
    public string LinkOf(Invitation invitation) => Link(PathOf(invitation));

    private IEnumerable<string> When(Invitation invitation, Meeting meeting) =>
        TidingsText.When(meeting.StartsAt.ToInstant(), meeting.Minutes, invitation.Zone, meeting.Zone, texts);

    private void Write(Invitation invitation, string subject, Func<IEnumerable<string>> lines, MailCalendar? calendar = null)
    {
        // Whoever is taken off has no link any more.
        var link = invitation.Stands ? PathOf(invitation) : null;
        var (title, body) = (
            Written.In(invitation.Language, () => texts[subject].Value),
            Written.In(invitation.Language, () => string.Join("\n\n", lines().Concat(link is null ? []
                : [texts["Answer here, without an account:"] + "\n" + Link(link), texts["No more reminders, please:"] + "\n" + Link(link + "/stop")])) + "\n"));
        var mail = OutboxMail.Write(invitation.Address, title, body, db.Scope, clock, TopicOf(invitation), calendar)
            .About("A mail about a meeting", $"/meetings/series/{invitation.SeriesId}/people", network: invitation.NetworkId);
        db.Add(link is null ? mail : mail.StopsAt(Link(link + "/stop")));
    }

    private static string PathOf(Invitation invitation) => $"/meetings/answer/{invitation.NetworkId}/{invitation.Id}/{invitation.NewSecret()}";

    private string Link(string path) => new Uri(options.Value.PublicUrl, path).AbsoluteUri;
}
