namespace Causeway.ResourceDirectory;

/// <summary>Whatever no column has a place for, in one cell as "property: text", so that a row tells all its record told.</summary>
internal static class HsdsRest
{
    private const int Deepest = 20;
    private const int MostLent = 20;
    private const int LongestLent = 500;

    // Read into columns elsewhere, or links between objects that mean nothing once they are joined.
    private static readonly HashSet<string> Told = new(
        """
        id hsid originalid name title legalname servicename locationname organizationname alternatename alternatenames nickname aliases description servicedescription organizationdescription status servicestatus alert
        interpretationservices applicationprocess eligibilitydescription eligibility eligibilityrequirements audience assureddate lastmodified waittime feesdescription fees licenses accreditations
        minimumage maximumage servicetype servicetypes servicecategory servicecategories category categories tags email emails emailaddress emailaddresses url website latitude longitude coordinates
        organizationid orgid serviceid locationid locationids serviceatlocationid contactid phoneid programid
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static readonly HashSet<string> ReadParts = new(
        [
            HsdsKind.Organization, HsdsKind.Service, HsdsKind.Location, HsdsKind.ServiceAtLocation, HsdsKind.Address, HsdsKind.Phone, HsdsKind.Email, HsdsKind.Web, HsdsKind.Contact, HsdsKind.Language,
            HsdsKind.Schedule, HsdsKind.Cost, HsdsKind.Area, HsdsKind.Attribute, HsdsKind.Taxonomy, HsdsKind.Term, HsdsKind.Coordinates, HsdsKind.Document, HsdsKind.Licence, HsdsKind.Eligibility,
        ],
        StringComparer.Ordinal);

    public static void Add(HsdsCells cells, HsdsNode node)
    {
        foreach (var (key, text) in node.Texts.Where(text => !Told.Contains(text.Key)))
        {
            cells.Put(HsdsColumn.Rest, $"{key}: {text}");
        }

        foreach (var part in node.Parts.Where(part => !ReadParts.Contains(part.Kind)))
        {
            AddPart(cells, part, part.Kind, Deepest);
        }
    }

    /// <summary>What an organisation or place says of itself, on the row of its service: it has none of its own. Cut, because it comes again with each.</summary>
    public static void Lend(HsdsCells cells, HsdsNode owner)
    {
        foreach (var (key, text) in owner.Texts.Where(text => !IsShownElsewhere(text.Key)).Take(MostLent))
        {
            cells.Put(HsdsColumn.Rest, $"{owner.Kind}.{key}: {(text.Length > LongestLent ? text[..LongestLent] : text)}");
        }
    }

    /// <summary>All that hangs on an organisation or place and no column shows: once, on the row of the first of its services.</summary>
    public static void LendParts(HsdsCells cells, HsdsNode owner)
    {
        foreach (var part in owner.Parts.Where(part => !ReadParts.Contains(part.Kind) || part.Kind is HsdsKind.Attribute or HsdsKind.Term or HsdsKind.Cost or HsdsKind.Document or HsdsKind.Licence or HsdsKind.Eligibility))
        {
            AddPart(cells, part, $"{owner.Kind}.{part.Kind}", Deepest);
        }
    }

    private static bool IsShownElsewhere(string key) =>
        key is "name" or "id" or "email" or "website" or "url" or "latitude" or "longitude" or "city" or "postalcode" or "stateprovince" or "country" or "address1" or "street" or "streetaddress"
        || key.EndsWith("id", StringComparison.Ordinal);

    /// <summary>Everything of a node and its simple parts. Parts of a kind of their own have rows of their own.</summary>
    public static void AddAll(HsdsCells cells, HsdsNode node)
    {
        foreach (var (key, text) in node.Texts)
        {
            cells.Put(HsdsColumn.Rest, $"{key}: {text}");
        }

        foreach (var part in node.Parts.Where(part => HsdsKind.IsKnown(part.Kind) && part.Kind is not (HsdsKind.Organization or HsdsKind.Service or HsdsKind.Location or HsdsKind.Taxonomy or HsdsKind.Term)))
        {
            AddPart(cells, part, part.Kind, Deepest);
        }
    }

    private static void AddPart(HsdsCells cells, HsdsNode part, string path, int depth)
    {
        foreach (var (key, text) in part.Texts)
        {
            cells.Put(HsdsColumn.Rest, $"{path}.{key}: {text}");
        }

        foreach (var inner in part.Parts.Where(_ => depth > 0))
        {
            AddPart(cells, inner, $"{path}.{inner.Kind}", depth - 1);
        }
    }
}
