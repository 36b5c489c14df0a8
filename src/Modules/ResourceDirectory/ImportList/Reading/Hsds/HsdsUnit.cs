namespace Causeway.ResourceDirectory;

/// <summary>One service with what was found for it.</summary>
internal sealed class HsdsOffer(HsdsNode service)
{
    public HsdsNode Service => service;

    public HsdsNode? Organization { get; set; }

    public List<HsdsNode> Locations { get; } = [];

    /// <summary>What hangs on "this service at this location".</summary>
    public List<HsdsNode> AtLocations { get; } = [];

    /// <summary>Why it waits for a person; null when nothing is wrong.</summary>
    public string? Remark { get; set; }
}

/// <summary>
/// The objects that belong together: all that one JSON record holds, or all tables of a package. Joins services to their
/// organisations and places by where they stand and by id; what belongs to nobody is kept for a row of its own.
/// </summary>
internal sealed class HsdsUnit
{
    private const long MostLaidOut = 20_000_000;

    public List<HsdsOffer> Offers { get; } = [];

    public List<HsdsNode> Organizations { get; } = [];

    public List<(HsdsNode Location, HsdsNode? Organization)> Locations { get; } = [];

    /// <summary>Neither organisation, service nor place, and part of none: a term, a stray phone.</summary>
    public List<HsdsNode> Loose { get; } = [];

    /// <summary>Said of the record as a whole, such as its version.</summary>
    public List<string> Aside { get; } = [];

    public static HsdsUnit Of(HsdsNode root)
    {
        var unit = new HsdsUnit();
        unit.Walk(root, null, null, null);
        unit.Join();
        return unit;
    }

    public IEnumerable<HsdsNode> OrganizationsWithoutService()
    {
        var busy = Offers.Select(offer => offer.Organization).OfType<HsdsNode>().ToHashSet();
        return Organizations.Where(organization => !busy.Contains(organization));
    }

    public IEnumerable<(HsdsNode Location, HsdsNode? Organization)> LocationsWithoutService()
    {
        var busy = Offers.SelectMany(offer => offer.Locations).ToHashSet();
        var ids = busy.Select(location => location.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return Locations.Where(found => !busy.Contains(found.Location) && (found.Location.Id is not { } id || !ids.Contains(id)));
    }

    private void Walk(HsdsNode node, HsdsNode? organization, HsdsNode? location, HsdsOffer? offer)
    {
        switch (node.Kind)
        {
            case HsdsKind.Organization when offer is not null:
                offer.Organization ??= node;
                organization = node;
                break;
            case HsdsKind.Organization:
                Organizations.Add(node);
                organization = node;
                break;
            case HsdsKind.Service:
                offer = Offer(node, organization, location);
                break;
            case HsdsKind.Location:
                WalkLocation(node, organization, offer);
                location = node;
                offer = null;
                break;
            case HsdsKind.ServiceAtLocation:
                WalkAtLocation(node, organization, offer);
                return;
            case HsdsKind.Taxonomy or HsdsKind.Term or HsdsRoot.Bundle:
                break;
            default:
                if (organization is null && location is null && offer is null && !node.IsEmpty)
                {
                    WalkOther(node);
                }

                return;
        }

        Keep(node);
        foreach (var part in node.Parts)
        {
            Walk(part, organization, location, offer);
        }
    }

    private HsdsOffer Offer(HsdsNode service, HsdsNode? organization, HsdsNode? location)
    {
        var offer = new HsdsOffer(service) { Organization = organization };
        if (location is not null)
        {
            offer.Locations.Add(location);
        }

        Offers.Add(offer);
        return offer;
    }

    private void Keep(HsdsNode node)
    {
        if (node.Kind is HsdsKind.Taxonomy or HsdsKind.Term && node.Texts.Count > 0)
        {
            Loose.Add(node);
        }
        else if (node.Kind == HsdsRoot.Bundle)
        {
            Aside.AddRange(node.Texts.Select(text => $"{text.Key}: {text.Text}"));
        }
    }

    private void WalkLocation(HsdsNode node, HsdsNode? organization, HsdsOffer? offer)
    {
        if (offer is null)
        {
            Locations.Add((node, organization));
        }
        else
        {
            offer.Locations.Add(node);
        }
    }

    /// <summary>Stands within a service with its location, within a location with its service, or alone with both.</summary>
    private void WalkAtLocation(HsdsNode node, HsdsNode? organization, HsdsOffer? offer)
    {
        var own = offer;
        if (node.Of(HsdsKind.Service).FirstOrDefault() is { } service)
        {
            var next = Offers.Count;
            Walk(service, organization, null, null);
            own = Offers[next];
        }

        own?.AtLocations.Add(node);
        foreach (var location in node.Of(HsdsKind.Location))
        {
            Walk(location, own?.Organization ?? organization, null, own);
        }

        if (own is null && node.Parts.Count == 0)
        {
            Loose.Add(node);
        }
    }

    // An object we have no name for may hold others that count: {"top_level": [{"title": …, "second_level": […]}]}.
    private void WalkOther(HsdsNode node)
    {
        if (node.Kind == HsdsKind.Metadata)
        {
            Aside.AddRange(node.Texts.Select(text => $"{node.Kind}.{text.Key}: {text.Text}"));
            return;
        }

        if (node.Texts.Count > 0)
        {
            Loose.Add(node);
        }

        foreach (var part in node.Parts.Where(part => !HsdsKind.IsKnown(part.Kind) || part.Kind is HsdsKind.Organization or HsdsKind.Service or HsdsKind.Location or HsdsKind.Taxonomy or HsdsKind.Term))
        {
            Walk(part, null, null, null);
        }
    }

    private void Join()
    {
        var organizations = FirstById(Organizations.Concat(Offers.Select(offer => offer.Organization).OfType<HsdsNode>()));
        var places = FirstById(Locations.Select(found => found.Location));
        foreach (var offer in Offers)
        {
            var named = offer.Service.Text("organizationid", "orgid", "organization", "providerid");
            offer.Organization ??= named is not null && organizations.TryGetValue(named, out var organization) ? organization
                : Organizations.Count == 1 ? Organizations[0] : null;
            AddPlaces(offer, places);
        }

        AdoptPlaces();
        AdoptLoose();
        Limit();
    }

    private static Dictionary<string, HsdsNode> FirstById(IEnumerable<HsdsNode> nodes)
    {
        var byId = new Dictionary<string, HsdsNode>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (node.Id is { } id)
            {
                byId.TryAdd(id, node);
            }
        }

        return byId;
    }

    private static void AddPlaces(HsdsOffer offer, Dictionary<string, HsdsNode> places)
    {
        var named = offer.Service.All("locationid").Concat(offer.Service.All("locationids").SelectMany(ids => ids.Split(", ")))
            .Concat(offer.Service.Of(HsdsKind.Schedule).SelectMany(schedule => schedule.All("locationid")))
            .Concat(offer.AtLocations.SelectMany(at => at.All("locationid")));
        foreach (var id in named)
        {
            if (places.TryGetValue(id, out var place) && !offer.Locations.Contains(place) && offer.Locations.TrueForAll(known => known.Id != id))
            {
                offer.Locations.Add(place);
            }
        }
    }

    /// <summary>Places beside a single service are its places; beside a single organisation they are that one's.</summary>
    private void AdoptPlaces()
    {
        var free = LocationsWithoutService().ToList();
        if (Offers.Count == 1)
        {
            Offers[0].Locations.AddRange(free.Select(found => found.Location));
        }

        for (var i = 0; i < Locations.Count && Organizations.Count == 1; i++)
        {
            Locations[i] = (Locations[i].Location, Locations[i].Organization ?? Organizations[0]);
        }
    }

    // A phone or a mailbox at the top of a record with one organisation in it is that organisation's.
    private void AdoptLoose()
    {
        var owner = Organizations.Count == 1 ? Organizations[0] : Offers.Count == 1 ? Offers[0].Organization ?? Offers[0].Service : null;
        if (owner is null)
        {
            return;
        }

        foreach (var part in Loose.Where(IsReach))
        {
            owner.Hold(part);
        }

        Loose.RemoveAll(IsReach);
    }

    private static bool IsReach(HsdsNode part) => HsdsKind.IsKnown(part.Kind) && part.Kind is not (HsdsKind.Taxonomy or HsdsKind.Term);

    /// <summary>A place is laid out again for each of its services; a file in which that never ends was made to hurt.</summary>
    private void Limit()
    {
        if (Offers.Sum(offer => offer.Locations.Sum(location => (long)location.Parts.Count)) > MostLaidOut)
        {
            throw new ListLimitException(HsdsSheet.TooMuch);
        }
    }
}
