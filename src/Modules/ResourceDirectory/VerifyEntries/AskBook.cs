using System.Globalization;
using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Causeway.ResourceDirectory;

/// <summary>Writes the mails of a check, and stops them. Adds rows only; they go with the caller's commit.</summary>
internal sealed class AskBook(AppDbContext db, INetworkDirectory networks, IStringLocalizer texts, IOptions<AccountsOptions> options, TimeProvider clock)
{
    /// <summary>The address as it is compared; null when the entry has none that could be one.</summary>
    public static string? AddressOf(Entry entry)
    {
        var told = entry.Claims.Where(c => c.Shown && c.Fact.Field == FactField.Email).OrderByDescending(c => c.Told).ThenByDescending(c => c.SaidOn);
        return told.Select(c => c.Fact.Text.Trim().ToLowerInvariant())
            .FirstOrDefault(OutboxMail.IsAddress);
    }

    /// <summary>A professional's mail: that something waits and where; never what the entry says.</summary>
    public async Task WriteAsync(CheckAsk ask, int mails, CancellationToken ct)
    {
        var network = await networks.FindNetworkAsync(ask.NetworkId, ct);
        var link = $"/check/{ask.NetworkId}/{ask.Id}/{ask.Secret(mails)}";
        var body = Written.In(ask.Language, () => Body(link, network?.Name ?? "", ask, mails));
        if (!ask.Language.StartsWith("en", StringComparison.Ordinal))
        {
            body += "\n\n-- \n\n" + Written.In("en", () => Body(link, network?.Name ?? "", ask, mails));
        }

        var subject = Written.In(ask.Language, () => texts[mails > 1 ? "A reminder: is what schools know about you still right?" : "Is what schools know about you still right?"].Value);
        var mail = OutboxMail.Write(ask.Address, subject, body, db.Scope, clock).About("A professional's check", ask.CampaignId is { } campaign ? $"/directory/check/{campaign}" : "/directory/check", network: ask.NetworkId).StopsAt(Link(link + "/stop"));
        ask.Wrote(mail);
        db.Add(mail);
    }

    private string Body(string link, string network, CheckAsk ask, int mails)
    {
        var until = ask.ExpiresAt.ToString(texts["d MMMM yyyy"], CultureInfo.CurrentCulture);
        return string.Join("\n\n", ((string?[])[
            texts["The schools of {0} keep one list of professionals whom they recommend to families. You are on it.", network],
            texts["Please look whether it is right. It takes two minutes, and you need no account:"],
            Link(link),
            texts["The link works until {0}, or until you have answered.", until],
            mails > 1 ? texts["No more mails of this kind, please:"] + "\n" + Link(link + "/stop") : null]).Where(p => p is not null)) + "\n";
    }

    /// <summary>Ends the asks all of whose entries are answered, and takes their mails out of the outbox.</summary>
    public async Task CloseAnsweredAsync(IReadOnlyCollection<CheckItem> answered, CancellationToken ct)
    {
        var ids = answered.Select(i => i.AskId).OfType<CheckAskId>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var asks = await db.Set<CheckAsk>().Where(a => ids.Contains(a.Id)).ToListAsync(ct);
        var siblings = await db.Set<CheckItem>().Where(i => i.AskId != null && ids.Contains(i.AskId.Value)).ToListAsync(ct);
        asks.ForEach(a => a.Heard(clock.GetUtcNow()));
        foreach (var ask in asks.Where(a => siblings.All(i => i.AskId != a.Id || !i.IsOpen)))
        {
            ask.Answered(clock.GetUtcNow());
            await WithdrawMailAsync(ask, ct);
        }
    }

    /// <summary>A mail that still waits for a slow mail server is not sent any more.</summary>
    public async Task WithdrawMailAsync(CheckAsk ask, CancellationToken ct)
    {
        if (ask.LastMail is { } id && await db.Set<OutboxMail>().FirstOrDefaultAsync(m => m.Id == id && m.SentAt == null, ct) is { } waiting)
        {
            waiting.Withdraw();
        }
    }

    private string Link(string path) => new Uri(options.Value.PublicUrl, path).AbsoluteUri;
}
