using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Causeway.Networks;

/// <summary>
/// Tells at once, and whatever mails somebody stopped, that those who hold rights in an organisation are about to change: a
/// takeover must not wait for a morning. Adds rows only; they go with the caller's commit.
/// </summary>
internal sealed class PostWarnings(AppDbContext db, IPersonDirectory directory, IStringLocalizer texts, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public async Task TellAsync(IEnumerable<PersonId> people, OrganisationId organisation, string subject, string text, CancellationToken ct, string? page = null)
    {
        var path = page ?? $"/organisations/{organisation}";
        var link = new Uri(options.Value.PublicUrl, path).AbsoluteUri;
        var cards = await directory.FindAsync([.. people.Distinct()], ct);
        foreach (var card in cards.Values.OrderBy(c => c.Id.Value))
        {
            var (title, body) = (Written.In(card.Language, () => texts[subject]), Written.In(card.Language, () => $"{texts[text]}\n\n{link}\n"));
            db.Add(OutboxMail.Write(card.Email, title, body, db.Scope, clock).About("A change among the posts of an organisation", path, organisation));
        }
    }
}
