using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

internal sealed record CheckLink(NetworkId Network, CheckAskId Ask, string Secret);

/// <param name="Open">False: answered or over; the page says so and shows the answers given.</param>
internal sealed record OpenedCheck(CheckAsk Ask, bool Open, IReadOnlyList<(CheckItem Item, CaredEntry? Cared)> Items);

/// <summary>
/// The professional answers without an account. The address carries the network's id and a secret; the scope is narrowed to
/// that network to find the row whose hash the secret must match. Everything shown is what is said of this very person.
/// </summary>
internal sealed class AnswerByLinkHandler(AppDbContext db, EntryCare care, AskBook asks, PublicConsents consents, TimeProvider clock)
{
    public static readonly Refusal Closed = new("check-link.closed", "This was answered already, or the time is over. Thank you.");

    public async Task<OpenedCheck?> LookAsync(CheckLink link, CancellationToken ct)
    {
        db.Scope.Narrow(default, link.Network);
        var ask = await db.Set<CheckAsk>().FirstOrDefaultAsync(a => a.Id == link.Ask && a.NetworkId == link.Network, ct);
        if (ask is null || !ask.Knows(link.Secret))
        {
            return null;
        }

        var items = await db.Set<CheckItem>().Where(i => i.AskId == ask.Id).OrderBy(i => i.Name).ThenBy(i => i.Id).ToListAsync(ct);
        var found = new List<(CheckItem, CaredEntry?)>(items.Count);
        foreach (var item in items)
        {
            found.Add((item, await care.FindAsync(item, ct)));
        }

        var campaignEnded = ask.CampaignId is { } campaign && await db.Set<CheckCampaign>().AnyAsync(c => c.Id == campaign && c.State == CheckState.Closed, ct);
        return new OpenedCheck(ask, ask.IsOpen(clock.GetUtcNow()) && !campaignEnded, found);
    }

    public Task<Refusal?> HandleAsync(CheckLink link, CheckItemId item, EntryAnswer answer, CancellationToken ct) =>
        OnceMoreAsync(() => AnswerAsync(link, item, answer, ct));

    private async Task<Refusal?> AnswerAsync(CheckLink link, CheckItemId item, EntryAnswer answer, CancellationToken ct)
    {
        var opened = await LookAsync(link, ct);
        var asked = opened?.Items.FirstOrDefault(i => i.Item.Id == item);
        if (opened is not { Open: true } || asked is not { } one || one.Item is not { IsOpen: true } || one.Cared is not { } cared)
        {
            return Closed;
        }

        if (answer.Groups.Count == 0 && answer.Departed is null)
        {
            return AnswerCheckHandler.Nothing;
        }

        var speaker = CheckSpeaker.Professional(cared.Entry.Name);
        var said = EntityId.New<DirectoryRowId>(clock).Value;
        var ids = cared.Contributions.Select(c => c.Id).ToList();
        var items = await db.Set<CheckItem>().Where(i => ids.Contains(i.About) && i.Outcome == CheckOutcome.Open).ToListAsync(ct);
        if (items.TrueForAll(i => i.Id != item))
        {
            // Answered since it was looked up: without this, an answer that changes no item would meet no other's version.
            return Closed;
        }

        items.ForEach(i => i.Answer(answer.Outcome, speaker, said, null, clock));
        await care.AnswerAsync(cared, answer, speaker, said, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        if (answer.MayBePublic is { } mayRead)
        {
            await consents.AnswerAsync(cared, mayRead, ct);
        }

        await asks.CloseAnsweredAsync(items, ct);
        db.Record("entry.checked-by-link", cared.Entry.Id.Value, link.Network.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }

    public Task<Refusal?> StopAsync(CheckLink link, CancellationToken ct) => OnceMoreAsync(() => StopMailsAsync(link, ct));

    private async Task<Refusal?> StopMailsAsync(CheckLink link, CancellationToken ct)
    {
        if (await LookAsync(link, ct) is not { } opened)
        {
            return Closed;
        }

        opened.Ask.Stop(clock.GetUtcNow());
        await asks.WithdrawMailAsync(opened.Ask, ct);
        foreach (var (item, _) in opened.Items.Where(i => i.Item.IsOpen))
        {
            item.RingFrom(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        }

        db.Record("check.mails-stopped", opened.Ask.Id.Value, link.Network.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }

    // The mail may be on its way in this very moment, or another entry of the same address be answered: look again, then
    // decide. What was answered meanwhile is found answered.
    private async Task<Refusal?> OnceMoreAsync(Func<Task<Refusal?>> act)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            try
            {
                return await act();
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
            }
        }

        return Refusal.ChangedMeanwhile;
    }
}
