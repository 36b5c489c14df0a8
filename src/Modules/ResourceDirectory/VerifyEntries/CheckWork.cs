using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>The steps of a campaign, shared by its daily round, its preview and whoever ends it.</summary>
internal sealed class CheckWork(AppDbContext db, AskBook asks, INetworkDirectory networks, TimeProvider clock)
{
    public async Task<CheckPlanner> PlannerAsync(CancellationToken ct)
    {
        var load = await db.Set<CheckItem>().Where(i => i.Outcome == CheckOutcome.Open).GroupBy(i => i.VerifierId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new CheckPlanner(await networks.PostsInAsync(db.Scope.Network, ct), load);
    }

    /// <summary>All entries by id, in parts: few are held at a time, whatever the size of the directory.</summary>
    public async Task<IReadOnlyList<EntryId[]>> PartsAsync(int size, CancellationToken ct) =>
        [.. (await db.Set<Entry>().OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(ct)).Chunk(size)];

    public async Task<IReadOnlyList<CaredEntry>> ReadAsync(IReadOnlyCollection<EntryId> ids, CancellationToken ct)
    {
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => ids.Contains(e.Id)).OrderBy(e => e.Id).ToListAsync(ct);
        var say = (await db.Set<Contribution>().AsNoTracking().Where(c => ids.Contains(c.EntryId)).ToListAsync(ct)).ToLookup(c => c.EntryId);
        return [.. entries.Where(e => say.Contains(e.Id)).Select(e => new CaredEntry(e, [.. say[e.Id].OrderBy(c => c.SharedAt).ThenBy(c => c.Id.Value)]))];
    }

    /// <summary>Writes the items and the mails of one part and commits them together.</summary>
    public async Task AskAsync(CheckCampaign campaign, IReadOnlyList<PlannedCheck> plan, CancellationToken ct)
    {
        if (plan.Count == 0)
        {
            return;
        }

        var network = await networks.FindNetworkAsync(campaign.NetworkId, ct);
        var addresses = plan.Select(p => p.Address).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var known = await db.Set<CheckAsk>().Where(a => addresses.Contains(a.Address)).ToListAsync(ct);
        var stopped = known.Where(a => a.StoppedAt is not null).Select(a => a.Address).ToHashSet(StringComparer.Ordinal);
        var here = known.Where(a => a.CampaignId == campaign.Id).ToDictionary(a => a.Address, StringComparer.Ordinal);
        var today = campaign.Today(clock);
        foreach (var planned in plan)
        {
            var item = CheckItem.Ask(planned.Entry, planned.About, campaign, planned.Verifier, planned.Urgency, today, clock);
            db.Add(item);
            item.RingFrom(await LinkAsync(item, planned.Address, campaign, here, stopped, network?.Languages[0] ?? "en", ct) ? today.AddDays(CheckCampaign.PhoneFrom) : today);
        }

        db.Record("check.asked", campaign.Id.Value, campaign.NetworkId.Value);
        await db.SaveChangesAsync(ct);
    }

    public Task RemindAsync(CheckAsk ask, int mails, CancellationToken ct) => asks.WriteAsync(ask, mails, ct);

    /// <summary>Ends a campaign. Who said nothing is counted as silent, and sinks.</summary>
    /// <param name="then">When the story happened, where it is told later; null: now.</param>
    public async Task CloseAsync(CheckCampaign campaign, string? by, CancellationToken ct, TimeProvider? then = null)
    {
        if (campaign.Close(by, then ?? clock) is not null)
        {
            return;
        }

        var today = campaign.Today(then ?? clock);
        var silent = await db.Set<CheckItem>().Where(i => i.CampaignId == campaign.Id && i.Outcome == CheckOutcome.Open).ToListAsync(ct);
        silent.ForEach(i => i.EndInSilence());
        foreach (var part in silent.Chunk(500))
        {
            await SinkAsync([.. part.Select(i => i.About)], today, ct);
        }

        foreach (var ask in await db.Set<CheckAsk>().Where(a => a.CampaignId == campaign.Id && a.AnsweredAt == null).ToListAsync(ct))
        {
            await asks.WithdrawMailAsync(ask, ct);
        }

        db.Record("check.ended", campaign.Id.Value, campaign.NetworkId.Value);
        await db.SaveChangesAsync(ct);
    }

    private async Task SinkAsync(ListingId[] abouts, DateOnly today, CancellationToken ct)
    {
        var entries = await db.Set<Contribution>().Where(c => abouts.Contains(c.Id)).Select(c => c.EntryId).Distinct().ToListAsync(ct);
        var say = (await db.Set<Contribution>().Where(c => entries.Contains(c.EntryId)).ToListAsync(ct)).ToLookup(c => c.EntryId);
        foreach (var entry in await db.Set<Entry>().Where(e => entries.Contains(e.Id)).ToListAsync(ct))
        {
            say[entry.Id].ToList().ForEach(c => c.NotHeard(today));
            entry.ShowWhat([.. say[entry.Id]], clock);
        }
    }

    /// <returns>True: the professional is asked by mail, in one mail for all entries of the address.</returns>
    private async Task<bool> LinkAsync(
        CheckItem item, string? address, CheckCampaign campaign, Dictionary<string, CheckAsk> here, HashSet<string> stopped, string language, CancellationToken ct)
    {
        if (address is null || stopped.Contains(address))
        {
            return false;
        }

        if (here.TryGetValue(address, out var ask))
        {
            if (ask.AnsweredAt is not null)
            {
                // They have answered for the rest; nobody is mailed after answering.
                return false;
            }

            item.AskBy(ask.Id);
            return true;
        }

        ask = CheckAsk.Open(campaign.NetworkId, campaign.Id, address, language, CheckDays.Morning(campaign.DueOn.AddDays(1), campaign.Zone), clock);
        here.Add(address, ask);
        db.Add(ask);
        await asks.WriteAsync(ask, 1, ct);
        item.AskBy(ask.Id);
        return true;
    }
}
