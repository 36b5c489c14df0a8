using Causeway.Accounts;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Causeway.Partnerships;

/// <summary>Mails with a link to people without an account: who asks, and that something waits. Never a title or a text.</summary>
internal sealed class PartyMails(AppDbContext db, IStringLocalizer texts, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public const string Kind = "Link for a partner without an account";

    public static string PathOf(Party party, string secret) => $"/partner/{party.NetworkId}/{party.Id}/{secret}";

    /// <summary>A new link; the one before ends with it. Returns the path, for those who hand it over by other ways.</summary>
    public string? SendLink(Party party, string asker)
    {
        var (secret, _) = party.NewLink(clock.GetUtcNow());
        if (secret is null)
        {
            return null;
        }

        Write(party.ContactMail, party.Language, "A partner school waits for your answer", "{0} would like to plan with you. Your answer needs no account and little internet. Earlier links have ended:", asker, PathOf(party, secret), party);
        return PathOf(party, secret);
    }

    /// <summary>It is this signer's turn; whoever signs later gets nothing yet.</summary>
    public void AskToSign(Signer signer, Party party)
    {
        var secret = signer.NewLink();
        Write(signer.Mail, party.Language, "An agreement waits for your signature", "It is your turn to read and sign for {0}. The link is yours alone:", party.Name, $"/partner/sign/{signer.NetworkId}/{signer.Id}/{secret}", party);
    }

    private void Write(string to, string language, string subject, string text, string name, string path, Party party)
    {
        var link = new Uri(options.Value.PublicUrl, path).AbsoluteUri;
        var body = Written.In(language, () => texts[text, name].Value) + "\n\n" + link + "\n";
        db.Add(OutboxMail.Write(to, Written.In(language, () => texts[subject].Value), body, db.Scope, clock)
            .About(Kind, $"/partnerships/{party.PartnershipId}/parties", db.Scope.Actor.Organisation, party.NetworkId));
    }
}
