using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Causeway.Partnerships;

/// <summary>
/// Mails that ask a side without accounts: plain text in its own language, and a link for each answer. A link opens a small
/// page that asks once more; opening it does nothing, for mail programs open links by themselves. Never a title or a text.
/// </summary>
internal sealed class AskMails(AppDbContext db, IStringLocalizer texts, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public const string Kind = "Question to a partner without an account";

    public static string PathOf(SideAsk ask, string secret) => $"/partner/ask/{ask.NetworkId}/{ask.Id}/{secret}";

    public void ForTalk(SideAsk ask, Talk talk, Party side, SideProfile profile, string asker)
    {
        var link = Link(PathOf(ask, ask.NewLink()));
        Write(side, talk.Id, "You are invited to a talk", () =>
        [
            texts["{0} would like to talk with you.", asker],
            When(talk, side.Zone),
            .. talk.NeedsInterpreter ? [texts["An interpreter is needed. Say in your answer who brings one."].Value] : Array.Empty<string>(),
            .. Manner(profile),
            texts["We come:"] + "\n" + link + "/comes",
            texts["We cannot come:"] + "\n" + link + "/cannot",
            texts["Each link opens one small page that asks once more before anything is sent."],
        ]);
    }

    public void ForMessage(SideAsk ask, Party side, SideProfile profile, string asker)
    {
        var link = Link(PathOf(ask, ask.NewLink()));
        Write(side, ask.AboutId, "A message waits for your answer", () =>
        [
            texts["{0} has asked you something and waits for your answer.", asker],
            .. Manner(profile),
            texts["Read it and answer:"] + "\n" + link,
            texts["Each link opens one small page that asks once more before anything is sent."],
        ]);
    }

    public void CalledOff(Talk talk, Party side, string asker) => Write(
        side, talk.Id, "A talk was called off", () => [texts["{0} has called off this talk:", asker], When(talk, side.Zone)]);

    /// <summary>By the reader's clock, which is named.</summary>
    private string When(Talk talk, string zone) => texts["{0} by your clock ({1}), {2} minutes.", TalkWords.When(talk, zone, texts), zone, talk.Minutes];

    private IEnumerable<string> Manner(SideProfile profile)
    {
        if (profile.Plain)
        {
            yield return texts["You asked for plain words. Ours are short; please answer in the language that is easiest for you."];
        }
    }

    private string Link(string path) => new Uri(options.Value.PublicUrl, path).AbsoluteUri;

    private void Write(Party side, PartnershipRowId about, string subject, Func<IEnumerable<string>> lines)
    {
        var (title, body) = Read(side.Language, subject, lines);
        db.Add(OutboxMail.Write(side.ContactMail, title, body, db.Scope, clock, $"partnerships.ask:{about}:{side.Number}")
            .About(Kind, $"/partnerships/{side.PartnershipId}/parties", db.Scope.Actor.Organisation, side.NetworkId));
    }

    private (string Title, string Body) Read(string language, string subject, Func<IEnumerable<string>> lines) =>
        (Written.In(language, () => texts[subject].Value), Written.In(language, () => string.Join("\n\n", lines()) + "\n"));
}
