using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Causeway.Cases;

/// <summary>Says at once, and whatever mails somebody stopped, that something came in: no name, no reason, not even of which kind (R41).</summary>
internal sealed class WorryMail(AppDbContext db, IPersonDirectory directory, IStringLocalizer texts, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public async Task TellAsync(IEnumerable<PersonId> people, OrganisationId school, string path, CancellationToken ct)
    {
        var link = new Uri(options.Value.PublicUrl, path).AbsoluteUri;
        var cards = await directory.FindAsync([.. people.Distinct()], ct);
        foreach (var card in cards.Values.OrderBy(c => c.Id.Value))
        {
            var subject = Written.In(card.Language, () => texts["Something new waits for you"]);
            var body = Written.In(card.Language, () => $"{texts["Somebody at your school sent you something. Please look today:"]}\n\n{link}\n");
            // Without the organisation: who ordered it is nobody's business among those who look after mails that did not arrive.
            db.Add(OutboxMail.Write(card.Email, subject, body, db.Scope, clock).About("Something new waits for you", "/"));
        }
    }
}
