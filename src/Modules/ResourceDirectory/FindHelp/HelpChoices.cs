using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>What the filters offer: only what some entry has, so that no choice leads nowhere.</summary>
internal sealed record HelpChoices(
    IReadOnlyList<SelectListItem> Languages, IReadOnlyList<SelectListItem> Areas, IReadOnlyList<SelectListItem> Schools)
{
    public static async Task<HelpChoices> LoadAsync(AppDbContext db, INetworkDirectory networks, NetworkId network, IStringLocalizer t, CancellationToken ct)
    {
        var entries = db.Set<Entry>().AsNoTracking().Where(e => e.NetworkId == network);
        var languages = await entries.Where(e => e.Languages != "").Select(e => e.Languages).Distinct().ToListAsync(ct);
        var areas = await entries.Where(e => e.Area != "").Select(e => e.Area).Distinct().ToListAsync(ct);
        var members = await networks.MembersAsync(network, ct);
        return new(
            [.. languages.SelectMany(l => l.Split('|', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)
                .Select(code => new SelectListItem(Language(code, t), code)).OrderBy(i => i.Text, StringComparer.CurrentCulture)],
            [.. areas.GroupBy(SearchWords.Key, StringComparer.Ordinal).Where(g => g.Key.Length > 0)
                .Select(g => new SelectListItem(g.Min(StringComparer.Ordinal)!, g.Key)).OrderBy(i => i.Text, StringComparer.CurrentCulture)],
            [.. members.Where(m => m.Kind == OrganisationKind.School).Select(m => new SelectListItem(m.Name, m.Id.ToString()))]);
    }

    public static string Language(string code, IStringLocalizer t) =>
        LanguageChoices.EnglishName(code) is { } english ? LanguageChoices.Label(code, t[english]) : code;
}
