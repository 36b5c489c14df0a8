namespace Causeway.ResourceDirectory;

/// <summary>Addresses and positions. Each part of an address has half a dozen names in the wild.</summary>
internal static class HsdsPlaces
{
    private static readonly string[] Lines = ["attention", "address1", "street", "streetaddress1", "streetaddress", "street1", "line1", "addresslines", "addressline1", "lines", "address", "address2", "streetaddress2", "street2", "line2", "addressline2"];

    public static void Add(HsdsCells cells, HsdsNode node)
    {
        foreach (var address in node.Of(HsdsKind.Address))
        {
            AddAddress(cells, address);
            AddPosition(cells, address);
        }

        // Some programs write the address straight into the location.
        if (string.Equals(node.Kind, HsdsKind.Location, StringComparison.Ordinal) && node.Says("address1", "street", "streetaddress", "streetaddress1", "street1", "line1", "city", "postalcode"))
        {
            AddAddress(cells, node);
        }

        AddPosition(cells, node);
    }

    private static void AddAddress(HsdsCells cells, HsdsNode address)
    {
        var city = address.Text("city", "locality", "addresslocality");
        var code = address.Text("postalcode", "zipcode", "zip", "postcode");
        var lines = Lines.Select(line => address.Text(line)).OfType<string>().Distinct(StringComparer.Ordinal)
            .Concat(address.Of(HsdsKind.Address).Select(line => line.Text("address1", "value", "line")).OfType<string>());
        var region = address.Text("stateprovince", "state", "statecode", "stateprovincecode", "region", "county");
        cells.Put(HsdsColumn.Address, string.Join(", ", lines.Append(HsdsReach.Joined(" ", city, region, code)).Where(line => !string.IsNullOrWhiteSpace(line))));
        cells.Put(HsdsColumn.City, city);
        cells.Put(HsdsColumn.Postcode, code);
        cells.Put(HsdsColumn.Country, address.Text("country", "countrycode"));
    }

    // The first place stands on the map; a second position in the same cell would be none.
    private static void AddPosition(HsdsCells cells, HsdsNode node)
    {
        var at = node.Says("latitude", "lat") ? node : node.Of(HsdsKind.Coordinates).FirstOrDefault(point => point.Says("latitude", "lat"));
        if (at is not null && !cells.Has(HsdsColumn.Latitude) && !cells.Has(HsdsColumn.Longitude))
        {
            cells.Put(HsdsColumn.Latitude, at.Text("latitude", "lat"));
            cells.Put(HsdsColumn.Longitude, at.Text("longitude", "lng", "lon", "long"));
        }
    }
}

/// <summary>Opening times as a person would write them. What is unusual about them stays in words.</summary>
internal static class HsdsHours
{
    private const int Deepest = 6;

    private static readonly string[] Days = ["byday", "days", "day", "dayofweek", "daysofweek", "weekday", "weekdays", "weekdayopen", "daysopen", "byweekday", "date", "dates"];
    private static readonly string[] Opens = ["opensat", "starttime", "opentime", "timeopen", "timestart", "opens", "openstime", "open", "start", "time", "times", "openingtime"];
    private static readonly string[] Closes = ["closesat", "endtime", "closetime", "timeclose", "timeend", "closes", "closestime", "close", "end", "closingtime"];
    private static readonly string[] Words = ["description", "notes", "note", "schedulenotes", "scheduledetails", "exceptionnote", "exceptionnotes", "attendingtype", "rawtext", "value"];

    // Technical, or repeated from the object the times belong to.
    private static readonly HashSet<string> Silent = new(["id", "freq", "wkst", "interval", "timezone", "count", "link", "schedulelink", "scheduletype", "status", "type", "source"], StringComparer.Ordinal);

    public static string? Of(HsdsNode schedule) => Of(schedule, Deepest);

    private static string? Of(HsdsNode node, int depth)
    {
        var days = First(node, Days);
        var opens = Short(First(node, Opens));
        var closes = Short(First(node, Closes));
        var from = node.Text("startdate", "validfrom", "dtstart") is { } start && start != days ? $"from {start}" : null;
        var until = node.Text("enddate", "validto", "until") is { } end && end != days ? $"until {end}" : null;
        var hours = opens is null ? closes : closes is null ? opens : $"{opens}–{closes}";
        var words = HsdsReach.Joined(", ", [.. Words.SelectMany(node.All)]);
        var inner = depth == 0 ? null : HsdsReach.Joined(", ", [.. node.Parts.Where(part => part.Kind != HsdsKind.Metadata).Select(part => Of(part, depth - 1)).Distinct(StringComparer.Ordinal)]);
        var others = HsdsReach.Joined(", ", [.. node.Texts.Where(IsOther).Select(text => $"{text.Key} {text.Text}")]);
        return HsdsReach.Joined(" ", days, hours, inner, from, until, words is null ? null : days is null && hours is null && inner is null ? words : $"({words})", others is null ? null : $"[{others}]");
    }

    private static bool IsOther((string Key, string Text) text) =>
        !Silent.Contains(text.Key) && !text.Key.EndsWith("id", StringComparison.Ordinal) && !Days.Contains(text.Key) && !Opens.Contains(text.Key) && !Closes.Contains(text.Key) && !Words.Contains(text.Key)
        && text.Key is not ("enddate" or "validto" or "until" or "startdate" or "validfrom" or "dtstart" or "name");

    private static string? First(HsdsNode node, string[] keys) => node.Text(keys);

    // "10:00:00" says no more than "10:00".
    private static string? Short(string? time) => time is { Length: 8 } && time.EndsWith(":00", StringComparison.Ordinal) && time[2] == ':' ? time[..5] : time;
}
