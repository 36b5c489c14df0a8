using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>What a search stands on: the numbers for emergencies, what the filters offer, and where distances begin.</summary>
internal sealed record HelpGround(EmergencyCard? Emergency, HelpStock Stock, HelpChoices Choices, string OwnArea)
{
    /// <summary>Middle of the area asked for, else of the own school's; null: no entry there has a place on the map.</summary>
    public MapPlace? Centre(HelpNeed need)
    {
        var key = string.IsNullOrWhiteSpace(need.Around) ? OwnArea : SearchWords.Key(need.Around);
        return Stock.Areas.FirstOrDefault(a => a.Key == key)?.Middle;
    }

    public string? CentreName(HelpNeed need) => string.IsNullOrWhiteSpace(need.Around)
        ? null
        : Stock.Areas.FirstOrDefault(a => a.Key == SearchWords.Key(need.Around))?.Name;
}

internal sealed class HelpGrounds(AppDbContext db, ISearchIndex index, INetworkDirectory networks, HelpStocks stocks)
{
    public async Task<HelpGround> LoadAsync(NetworkId network, Actor actor, IStringLocalizer t, CancellationToken ct)
    {
        var emergency = await networks.FindEmergencyAsync(network, ct);
        var members = await networks.MembersAsync(network, ct);
        var stock = await stocks.OfAsync(db, index, network, ct);
        var own = members.FirstOrDefault(m => m.Id == actor.Organisation)?.Area ?? "";
        return new(emergency, stock, HelpChoices.Of(stock, members, t), SearchWords.Key(own));
    }
}
