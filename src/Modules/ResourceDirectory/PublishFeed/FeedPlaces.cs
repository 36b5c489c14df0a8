using System.Globalization;
using System.Text.Json.Nodes;
using Causeway.Linkage;

namespace Causeway.ResourceDirectory;

/// <param name="Id">Of the service at this location.</param>
internal sealed record FeedPlace(Guid Id, JsonObject Location, string Postcode, MapPlace? Point);

/// <summary>Where a service is given, as locations of HSDS. A secret place has no address, no postcode and no position.</summary>
internal sealed class FeedPlaces(Guid service, PublicEntry shown, string country)
{
    public IReadOnlyList<FeedPlace> Write()
    {
        if (shown.IsSecret)
        {
            return [new(FeedJson.Part(service, "at secret"), FeedJson.New(FeedJson.Part(service, "location secret")).Put("location_type", "physical").Put("description", "The address is not published."), "", null)];
        }

        var places = shown.Claims.Where(c => c.Fact.Field is FactField.Address or FactField.Postcode or FactField.City or FactField.MapPoint)
            .GroupBy(c => c.At).OrderBy(g => g.Key).Select(g => Place(g.Key, [.. g.Select(c => c.Fact)])).ToList();
        return places;
    }

    private FeedPlace Place(int at, List<Fact> facts)
    {
        var (city, postcode) = (facts.First(FactField.City)?.Trim() ?? "", facts.First(FactField.Postcode)?.Trim() ?? "");
        var point = MapPlace.Of(facts);
        var location = FeedJson.New(FeedJson.Part(service, Invariant($"location {at}"))).Put("location_type", "physical");
        if (point is { } known)
        {
            location["latitude"] = known.Latitude;
            location["longitude"] = known.Longitude;
        }

        var street = Street(facts.First(FactField.Address) ?? "", city, postcode);
        if (CountryOf() is { } letters && (street + city + postcode).Length > 0)
        {
            // The standard demands these; "" says that nobody wrote it down.
            var address = FeedJson.New(FeedJson.Part(service, Invariant($"address {at}")));
            (address["address_1"], address["city"], address["state_province"], address["postal_code"]) = (street, city, "", postcode);
            (address["country"], address["address_type"]) = (letters, "physical");
            location["addresses"] = new JsonArray(address);
        }
        else
        {
            location.Put("description", string.Join(", ", new[] { street, postcode, city }.Where(t => t.Length > 0)));
        }

        return new(FeedJson.Part(service, Invariant($"at {at}")), location, FeedPostcode.Key(postcode), point);
    }

    // Lists write the whole address in one cell and its parts in others; each part is said once.
    private static string Street(string address, string city, string postcode)
    {
        var street = address.ReplaceLineEndings(", ").Trim();
        var ends = new[] { $"{city} {postcode}", $"{postcode} {city}", city, postcode }.Select(e => e.Trim()).Where(e => e.Length > 0).ToList();
        while (ends.Find(e => street.EndsWith(e, StringComparison.OrdinalIgnoreCase) && (street.Length == e.Length || !char.IsLetterOrDigit(street[^(e.Length + 1)]))) is { } end)
        {
            street = street[..^end.Length].TrimEnd(' ', ',', ';');
        }

        return street;
    }

    private string? CountryOf()
    {
        var said = shown.Claims.Select(c => c.Fact).FirstOrDefault(f => f.Field == FactField.Country)?.Text.Trim() ?? "";
        var letters = said.Length == 2 && said.All(char.IsAsciiLetter) ? said.ToUpperInvariant() : Countries.Value.GetValueOrDefault(TextFolding.Fold(said), country);
        return letters.Length == 2 ? letters : null;
    }

    private static readonly Lazy<Dictionary<string, string>> Countries = new(() => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(c => new RegionInfo(c.Name)).Where(r => r.TwoLetterISORegionName.Length == 2 && r.TwoLetterISORegionName.All(char.IsAsciiLetter))
        .SelectMany(r => new[] { (Name: TextFolding.Fold(r.EnglishName), Code: r.TwoLetterISORegionName), (Name: TextFolding.Fold(r.NativeName), Code: r.TwoLetterISORegionName) })
        .GroupBy(r => r.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Code, StringComparer.Ordinal));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

/// <summary>Postcodes are asked for with blanks and without.</summary>
internal static class FeedPostcode
{
    public static string Key(string? postcode)
    {
        var key = TextFolding.Fold(postcode).Replace(" ", "", StringComparison.Ordinal);
        return key.Length <= 40 ? key : key[..40];
    }
}
