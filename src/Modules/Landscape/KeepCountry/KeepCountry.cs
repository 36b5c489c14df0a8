using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Landscape;

/// <summary>Reads country pages; what other rooms ask.</summary>
internal sealed class CountryBook(AppDbContext db, INetworkDirectory networks) : ICountryContext
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<CountryPage>> HistoryAsync(NetworkId network, string country, CancellationToken ct) =>
        await db.Set<CountryPage>().AsNoTracking().Where(p => p.NetworkId == network && p.CountryCode == country).OrderByDescending(p => p.Number).ToListAsync(ct);

    public async Task<CountryContextCard?> FindAsync(NetworkId network, string countryCode, CancellationToken ct) =>
        (await db.Set<CountryPage>().AsNoTracking().Where(p => p.NetworkId == network && p.CountryCode == countryCode).OrderByDescending(p => p.Number).FirstOrDefaultAsync(ct))?.Card;

    /// <summary>Countries in which members of the network are.</summary>
    public async Task<IReadOnlyList<string>> CountriesAsync(NetworkId network, CancellationToken ct) =>
        [.. (await networks.MembersAsync(network, ct)).Select(m => m.CountryCode).OfType<string>().Where(c => c.Length == 2).GroupBy(c => c, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
}

internal sealed class KeepCountryHandler(LandscapeDoor door, CountryBook book)
{
    public async Task<Refusal?> WriteAsync(string country, CountryForm form, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !door.May(actor, LandscapePermissions.Keep) || !(await book.CountriesAsync(network, ct)).Contains(country, StringComparer.Ordinal))
        {
            return LandscapeDoor.Gone;
        }

        var newest = (await book.FindAsync(network, country, ct))?.Version ?? 0;
        if (newest != form.After)
        {
            return Refusal.ChangedMeanwhile;
        }

        var (page, refusal) = CountryPage.Write(network, country, newest + 1, form, actor, door.Clock);
        if (page is null)
        {
            return refusal;
        }

        door.Db.Add(page);
        return await door.SaveAsync("country.written", page.Id.Value, ct);
    }

    /// <param name="number">The version the reader saw.</param>
    public async Task<Refusal?> ConfirmAsync(string country, int number, string? how, Actor actor, CancellationToken ct)
    {
        if (!door.May(actor, LandscapePermissions.Keep)
            || await door.Db.Set<CountryPage>().Where(p => p.NetworkId == door.Db.ScopedNetworkId && p.CountryCode == country).OrderByDescending(p => p.Number).FirstOrDefaultAsync(ct) is not { } page)
        {
            return LandscapeDoor.Gone;
        }

        if (page.Number != number)
        {
            return Refusal.ChangedMeanwhile;
        }

        return page.Confirm(how, actor.Name, door.Today(actor)) ?? await door.SaveAsync("country.confirmed", page.Id.Value, ct);
    }
}

/// <summary>A country page nobody has confirmed yet.</summary>
internal sealed class CountryWork(LandscapeDoor door, CountryBook book, IStringLocalizer t) : IWorkList
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !door.May(actor, LandscapePermissions.Keep))
        {
            return [];
        }

        var items = new List<WorkItem>();
        foreach (var country in await book.CountriesAsync(network, ct))
        {
            if (await book.HistoryAsync(network, country, ct) is [{ ConfirmedOn: null } page, ..])
            {
                items.Add(new(page.WrittenAt, Urgency.Later, t["Unchecked"], t["Confirm what is written of {0}", country],
                    t["Until a person has checked it, every use of it says unchecked."], "/landscape/country?code=" + country, t["Open"]) { Kind = LandscapeWork.Pack, Mark = country });
            }
        }

        return items;
    }
}
