namespace Causeway.ResourceDirectory;

/// <summary>
/// The tables of a package joined again: each row hangs on the object it names by id. A row that names nothing, or
/// something the package does not hold, keeps a row of its own and says so.
/// </summary>
internal sealed class HsdsTables
{
    /// <summary>The nearest owner first: a phone of a contact of a place is that contact's.</summary>
    private static readonly (string Key, string Kind)[] Owners =
    [
        ("contactid", HsdsKind.Contact), ("phoneid", HsdsKind.Phone), ("serviceatlocationid", HsdsKind.ServiceAtLocation), ("locationid", HsdsKind.Location),
        ("serviceid", HsdsKind.Service), ("organizationid", HsdsKind.Organization), ("linkid", ""), ("resourceid", ""), ("taxonomyid", HsdsKind.Taxonomy),
    ];

    private const int MostCompared = 500;

    private readonly Dictionary<(string Kind, string Id), HsdsNode> byId = [];
    private readonly Dictionary<string, HsdsNode> anyById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<HsdsNode>> tables = new(StringComparer.Ordinal);
    private readonly List<(HsdsNode Node, string? Remark)> strays = [];

    public void Add(HsdsNode row)
    {
        if (!tables.TryGetValue(row.Kind, out var table))
        {
            tables[row.Kind] = table = [];
        }

        table.Add(row);
        if (row.Id is { } id)
        {
            byId.TryAdd((row.Kind, id), row);
            anyById.TryAdd(id, row);
        }
    }

    public IEnumerable<string[]> Rows()
    {
        strays.Clear();
        foreach (var (kind, table) in tables.Where(table => table.Key is not (HsdsKind.Service or HsdsKind.Organization or HsdsKind.Location or HsdsKind.ServiceAtLocation)))
        {
            foreach (var row in table)
            {
                Hang(kind, row);
            }
        }

        var unit = Unit();
        foreach (var row in HsdsLayout.Rows(unit, null))
        {
            yield return row;
        }

        foreach (var (node, remark) in strays)
        {
            yield return HsdsLayout.Loose(node, null, remark);
        }
    }

    private List<HsdsNode> Table(string kind) => tables.GetValueOrDefault(kind) ?? [];

    private HsdsNode? Find(string kind, string? id) => id is null ? null : kind.Length == 0 ? anyById.GetValueOrDefault(id) : byId.GetValueOrDefault((kind, id));

    private void Hang(string kind, HsdsNode row)
    {
        if (kind is HsdsKind.Taxonomy or HsdsKind.Program)
        {
            strays.Add((row, null));
            return;
        }

        var named = false;
        foreach (var (key, owner) in Owners)
        {
            if (row.Text(key) is not { } id || (key == "taxonomyid" && kind != HsdsKind.Term))
            {
                continue;
            }

            named = true;
            if (Find(owner, id) is { } found && !ReferenceEquals(found, row) && kind != HsdsKind.Term)
            {
                AddTerm(row);
                found.Hold(row);
                return;
            }
        }

        var belongs = kind is not (HsdsKind.Term or HsdsKind.Metadata) && HsdsKind.IsKnown(kind);
        strays.Add((row, !belongs ? null : named ? HsdsRemarks.NoService : HsdsRemarks.Nobody));
    }

    private void AddTerm(HsdsNode attribute)
    {
        if (attribute.Kind == HsdsKind.Attribute && Find(HsdsKind.Term, attribute.Text("taxonomytermid")) is { } term)
        {
            attribute.Hold(term);
        }
    }

    private HsdsUnit Unit()
    {
        var unit = new HsdsUnit();
        unit.Organizations.AddRange(Table(HsdsKind.Organization));
        unit.Locations.AddRange(Table(HsdsKind.Location).Select(location => (location, Find(HsdsKind.Organization, location.Text("organizationid")))));
        var offers = new Dictionary<HsdsNode, HsdsOffer>(ReferenceEqualityComparer.Instance);
        foreach (var service in Table(HsdsKind.Service))
        {
            var offer = Offer(service);
            offers[service] = offer;
            unit.Offers.Add(offer);
        }

        foreach (var at in Table(HsdsKind.ServiceAtLocation))
        {
            Place(at, offers);
        }

        return unit;
    }

    private HsdsOffer Offer(HsdsNode service)
    {
        var offer = new HsdsOffer(service);
        if (Find(HsdsKind.Location, service.Text("locationid")) is { } location)
        {
            offer.Locations.Add(location);
        }

        var named = service.Text("organizationid") ?? (offer.Locations.Count > 0 ? offer.Locations[0].Text("organizationid") : null);
        offer.Organization = Find(HsdsKind.Organization, named);
        offer.Remark = named is not null && offer.Organization is null ? HsdsRemarks.NoOrganization
            : service.Says("locationid") && offer.Locations.Count == 0 ? HsdsRemarks.NoLocation : null;
        if (Find(HsdsKind.Program, service.Text("programid"))?.Text("name") is { } program)
        {
            service.Say("program", program);
        }

        return offer;
    }

    private void Place(HsdsNode at, Dictionary<HsdsNode, HsdsOffer> offers)
    {
        var service = Find(HsdsKind.Service, at.Text("serviceid"));
        var location = Find(HsdsKind.Location, at.Text("locationid"));
        if (service is null || location is null)
        {
            strays.Add((at, service is null ? HsdsRemarks.NoService : HsdsRemarks.NoLocation));
            return;
        }

        var offer = offers[service];
        offer.AtLocations.Add(at);
        if (offer.Locations.Count > MostCompared || !offer.Locations.Contains(location))
        {
            offer.Locations.Add(location);
        }
    }
}
