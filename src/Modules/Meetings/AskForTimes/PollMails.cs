using Causeway.Accounts;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Causeway.Meetings;

/// <summary>Mails of polls: that times wait for an answer, and the link. Never a title, a name or a time.</summary>
internal sealed class PollMails(AppDbContext db, IStringLocalizer texts, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public TimeProvider Clock => clock;

    public void Ask(PollVoter voter) => Write(voter, "Which times suit you?", "Some times for a meeting wait for your answer. It takes one minute and needs no account:");

    public void Remind(PollVoter voter) => Write(voter, "Which times suit you? A reminder", "Your answer about the times of a meeting is still missing. This is the only reminder; earlier links have ended:");

    private void Write(PollVoter voter, string subject, string text)
    {
        var link = new Uri(options.Value.PublicUrl, $"/meetings/polls/answer/{voter.NetworkId}/{voter.Id}/{voter.NewSecret()}").AbsoluteUri;
        var body = Written.In(voter.Language, () => texts[text].Value) + "\n\n" + link + "\n";
        db.Add(OutboxMail.Write(voter.Address, Written.In(voter.Language, () => texts[subject].Value), body, db.Scope, clock));
    }
}
