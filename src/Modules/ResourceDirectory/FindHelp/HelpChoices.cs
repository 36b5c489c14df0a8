using System.Collections.Concurrent;
using System.Diagnostics;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <param name="Middle">Where the entries of the area that have a place lie on average.</param>
internal sealed record HelpArea(string Key, string Name, MapPlace? Middle);

/// <summary>What the entries of one network have: languages, areas, and how many there are.</summary>
internal sealed record HelpStock(int All, IReadOnlyList<string> Languages, IReadOnlyList<HelpArea> Areas, IReadOnlyList<Guid> Sources);

/// <summary>
/// Keeps what the filters offer in memory. The index's stamp tells when it has changed; a large directory, which takes long to
/// count, is counted anew a little later rather than at each change.
/// </summary>
internal sealed class HelpStocks(TimeProvider clock)
{
    private const int MostNetworks = 200;
    private const int PausePerCost = 50;

    private readonly ConcurrentDictionary<NetworkId, SemaphoreSlim> _turns = [];

    private readonly ConcurrentDictionary<NetworkId, (long Stamp, DateTimeOffset Next, HelpStock Stock)> _kept = [];

    public async Task<HelpStock> OfAsync(AppDbContext db, ISearchIndex index, NetworkId network, CancellationToken ct)
    {
        var stamp = await index.StampAsync(db, ct);
        if (_kept.TryGetValue(network, out var kept) && (kept.Stamp == stamp || clock.GetUtcNow() < kept.Next))
        {
            return kept.Stock;
        }

        // One counts for all: the others take what was known before, or wait for the first count.
        var turn = _turns.GetOrAdd(network, _ => new SemaphoreSlim(1));
        if (!await turn.WaitAsync(kept.Stock is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, ct))
        {
            return kept.Stock!;
        }

        try
        {
            return _kept.TryGetValue(network, out kept) && kept.Stamp == stamp ? kept.Stock : await KeepAsync(db, network, stamp, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<HelpStock> KeepAsync(AppDbContext db, NetworkId network, long stamp, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var stock = await CountAsync(db, network, ct);
        if (_kept.Count >= MostNetworks)
        {
            _kept.Clear();
        }

        // A small directory is counted in a moment and so always shows its newest state.
        var cost = Stopwatch.GetElapsedTime(began);
        var pause = cost < TimeSpan.FromMilliseconds(100) ? TimeSpan.Zero : cost * PausePerCost;
        _kept[network] = (stamp, clock.GetUtcNow() + pause, stock);
        return stock;
    }

    private static async Task<HelpStock> CountAsync(AppDbContext db, NetworkId network, CancellationToken ct)
    {
        var entries = db.Set<Entry>().AsNoTracking().Where(e => e.NetworkId == network);
        var rows = await entries.GroupBy(e => new { e.Languages, e.Area, e.Schools })
            .Select(g => new { g.Key.Languages, g.Key.Area, g.Key.Schools, Rows = g.Count(), Placed = g.Count(e => e.Latitude != null), North = g.Sum(e => e.Latitude), East = g.Sum(e => e.Longitude) })
            .ToListAsync(ct);
        var areas = rows.Where(r => r.Area.Length > 0).GroupBy(r => SearchWords.Key(r.Area), StringComparer.Ordinal).Where(g => g.Key.Length > 0).Select(g =>
        {
            var placed = g.Sum(r => r.Placed);
            MapPlace? middle = placed == 0 ? null : new(g.Sum(r => r.North ?? 0) / placed, g.Sum(r => r.East ?? 0) / placed);
            return new HelpArea(g.Key, g.Select(r => r.Area).Min(StringComparer.Ordinal)!, middle);
        });
        return new(
            rows.Sum(r => r.Rows),
            [.. rows.SelectMany(r => r.Languages.Split('|', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)],
            [.. areas],
            [.. rows.SelectMany(r => r.Schools.Split('|', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Select(Guid.Parse)]);
    }
}

/// <summary>What the filters offer: only what some entry has, so that no choice leads nowhere.</summary>
internal sealed record HelpChoices(
    IReadOnlyList<SelectListItem> Languages, IReadOnlyList<SelectListItem> Areas, IReadOnlyList<SelectListItem> Schools)
{
    public static HelpChoices Of(HelpStock stock, IReadOnlyList<OrganisationCard> members, IStringLocalizer t) => new(
        [.. stock.Languages.Select(code => new SelectListItem(Language(code, t), code)).OrderBy(i => i.Text, StringComparer.CurrentCulture)],
        [.. stock.Areas.Select(a => new SelectListItem(a.Name, a.Key)).OrderBy(i => i.Text, StringComparer.CurrentCulture)],
        [.. members.Where(m => m.Kind == OrganisationKind.School).Select(m => new SelectListItem(m.Name, m.Id.ToString()))]);

    public static string Language(string code, IStringLocalizer t) =>
        LanguageChoices.EnglishName(code) is { } english ? LanguageChoices.Label(code, t[english]) : code;
}
