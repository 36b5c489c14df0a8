using Causeway.Accounts;
using Causeway.Kernel;
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

        Write(party.ContactMail, party.Language, "A partner school waits for your answer", "{0} would like to plan with you. Your answer needs no account and little internet. Earlier links have ended:", asker, PathOf(party, secret), party.PartnershipId, party.NetworkId);
        return PathOf(party, secret);
    }

    /// <summary>It is this signer's turn; whoever signs later gets nothing yet.</summary>
    public void AskToSign(Signer signer, Party party)
    {
        var secret = signer.NewLink();
        Write(signer.Mail, party.Language, "An agreement waits for your signature", "It is your turn to read and sign for {0}. The link is yours alone:", party.Name, $"/partner/sign/{signer.NetworkId}/{signer.Id}/{secret}", party.PartnershipId, party.NetworkId);
    }

    /// <summary>A review was opened and this side answers alone; the link before ends with the new one.</summary>
    public void AskToReview(Party party, string asker)
    {
        var (secret, _) = party.NewLink(clock.GetUtcNow());
        Write(party.ContactMail, party.Language, "A partner school would like to look back with you", "{0} has opened a review of what you do together. You answer alone first, without an account. Earlier links have ended:", asker, PathOf(party, secret!) + "/review", party.PartnershipId, party.NetworkId);
    }

    /// <summary>To somebody from outside, with a link of their own.</summary>
    public void AskPeer(ReviewPeer peer, string asker) => Write(
        peer.Mail, "en", "Would you look along from outside?", "{0} asks you for notes on a partnership, as a peer from outside. The link is yours alone:", asker, $"/partner/peer/{peer.NetworkId}/{peer.Id}/{peer.NewLink()}", peer.PartnershipId, peer.NetworkId);

    private void Write(string to, string language, string subject, string text, string name, string path, PartnershipId about, NetworkId network)
    {
        var link = new Uri(options.Value.PublicUrl, path).AbsoluteUri;
        var body = Written.In(language, () => texts[text, name].Value) + "\n\n" + link + "\n";
        db.Add(OutboxMail.Write(to, Written.In(language, () => texts[subject].Value), body, db.Scope, clock)
            .About(Kind, $"/partnerships/{about}/parties", db.Scope.Actor.Organisation, network));
    }
}
