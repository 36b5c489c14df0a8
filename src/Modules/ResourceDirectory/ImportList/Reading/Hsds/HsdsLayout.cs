namespace Causeway.ResourceDirectory;

/// <summary>Lays the objects of a unit out as rows: one for each service, then for each organisation and place without one, then for what is left.</summary>
internal static class HsdsLayout
{
    private const int LongestLent = 2_000;

    private static readonly HashSet<string> Placeholders = new(["waittime", "feesdescription", "fees", "licenses", "licences", "taxstatus"], StringComparer.Ordinal);

    /// <param name="source">Where the record came from; ids that are no UUIDs mean nothing without it.</param>
    public static IEnumerable<string[]> Rows(HsdsUnit unit, string? source)
    {
        var aside = string.Join('\n', unit.Aside);
        foreach (var row in OwnRows(unit, source))
        {
            if (aside.Length > 0)
            {
                row[(int)HsdsColumn.Rest] = row[(int)HsdsColumn.Rest].Length == 0 ? aside : $"{row[(int)HsdsColumn.Rest]}\n{aside}";
                aside = "";
            }

            yield return row;
        }

        if (aside.Length > 0)
        {
            var cells = new HsdsCells();
            cells.Put(HsdsColumn.Source, source);
            cells.Put(HsdsColumn.Rest, aside);
            yield return cells.Cells();
        }
    }

    private static IEnumerable<string[]> OwnRows(HsdsUnit unit, string? source)
    {
        // What an organisation lends is laid out once, however many services it has.
        var lent = new Dictionary<HsdsNode, string[]>(ReferenceEqualityComparer.Instance);
        var told = new HashSet<HsdsNode>(ReferenceEqualityComparer.Instance);
        foreach (var offer in unit.Offers)
        {
            if (offer.Organization is { } organization && !lent.ContainsKey(organization))
            {
                lent[organization] = HsdsReach.Lent(organization);
            }

            yield return Offer(offer, source, offer.Organization is null ? null : lent[offer.Organization], told);
        }

        foreach (var organization in unit.OrganizationsWithoutService())
        {
            var cells = Start(organization, source, organization.Text("name", "legalname", "title"));
            Own(cells, organization);
            HsdsReach.Add(cells, [organization]);
            yield return cells.Cells();
        }

        foreach (var (location, organization) in unit.LocationsWithoutService())
        {
            var cells = Start(location, source, location.Text("name", "locationname", "alternatename"));
            cells.Put(HsdsColumn.Organization, Short(organization?.Text("name")));
            Own(cells, location);
            HsdsReach.Add(cells, [location]);
            yield return cells.Cells();
        }

        foreach (var node in unit.Loose)
        {
            yield return Loose(node, source);
        }
    }

    private static string[] Offer(HsdsOffer offer, string? source, string[]? lent, HashSet<HsdsNode> told)
    {
        var service = offer.Service;
        var cells = Start(service, source, service.Text("name", "servicename", "title"));
        cells.Put(HsdsColumn.Remark, offer.Remark);
        cells.Put(HsdsColumn.Organization, Short(offer.Organization?.Text("name", "legalname") ?? service.Text("organizationname")));
        Own(cells, service);
        foreach (var at in offer.AtLocations)
        {
            HsdsRest.Add(cells, at);
            cells.Put(HsdsColumn.Description, at.Text("description"));
        }

        foreach (var location in offer.Locations)
        {
            cells.Put(HsdsColumn.Place, location.Text("name", "locationname"));
            Tell(cells, location, told);
        }

        HsdsReach.Add(cells, [service, .. offer.AtLocations, .. offer.Locations]);
        if (offer.Organization is { } organization && lent is not null)
        {
            HsdsReach.Lend(cells, lent);
            Tell(cells, organization, told);
        }

        return cells.Cells();
    }

    private static void Tell(HsdsCells cells, HsdsNode owner, HashSet<HsdsNode> told)
    {
        HsdsRest.Lend(cells, owner);
        if (told.Add(owner))
        {
            HsdsRest.LendParts(cells, owner);
        }
    }

    /// <summary>What stands alone: a term of a taxonomy, a phone of nobody, a record we could not make sense of.</summary>
    public static string[] Loose(HsdsNode node, string? source, string? remark = null)
    {
        var cells = new HsdsCells();
        cells.Put(HsdsColumn.Remark, remark);
        cells.Put(HsdsColumn.Id, node.Id);
        cells.Put(HsdsColumn.Kind, node.Kind);
        cells.Put(HsdsColumn.Source, source);
        if (remark is not null)
        {
            var holder = new HsdsNode(HsdsRoot.Bundle);
            holder.Hold(node);
            HsdsReach.Add(cells, [holder]);
        }

        HsdsRest.AddAll(cells, node);
        return cells.Cells();
    }

    private static HsdsCells Start(HsdsNode node, string? source, string? name)
    {
        var cells = new HsdsCells();
        var id = node.Text("id", "hsid", "originalid");
        cells.Put(HsdsColumn.Id, id is null || source is null || Guid.TryParse(id, out _) ? id : $"{Path.GetFileNameWithoutExtension(source)}#{id}");
        cells.Put(HsdsColumn.Kind, node.Kind);
        cells.Put(HsdsColumn.Source, source);
        cells.Put(HsdsColumn.Name, name);
        return cells;
    }

    /// <summary>What the object says of itself, whichever of the three kinds it is.</summary>
    private static void Own(HsdsCells cells, HsdsNode node)
    {
        foreach (var other in node.All("alternatename").Concat(node.All("alternatenames")).Concat(node.All("nickname")).Concat(node.All("aliases")))
        {
            cells.Put(HsdsColumn.OtherName, other);
        }

        cells.Put(HsdsColumn.Description, node.Text("description", "servicedescription", "organizationdescription"));
        cells.Put(HsdsColumn.Status, node.Text("status", "servicestatus"));
        cells.Put(HsdsColumn.Alert, node.Text("alert"));
        cells.Put(HsdsColumn.Interpreting, node.Text("interpretationservices"));
        cells.Put(HsdsColumn.Referral, node.Text("applicationprocess"));
        cells.Put(HsdsColumn.Eligibility, node.Text("eligibilitydescription", "eligibility", "eligibilityrequirements", "audience"));
        cells.Put(HsdsColumn.Checked, node.Text("assureddate"));
        cells.Put(HsdsColumn.Changed, node.Text("lastmodified") ?? node.Of(HsdsKind.Metadata).Select(data => data.Text("lastactiondate")).FirstOrDefault(date => date is not null));
        PutReal(cells, HsdsColumn.Wait, node, "waittime");
        PutReal(cells, HsdsColumn.Fee, node, "feesdescription");
        PutReal(cells, HsdsColumn.Fee, node, "fees");
        PutReal(cells, HsdsColumn.Licence, node, "licenses");
        PutReal(cells, HsdsColumn.Licence, node, "accreditations");
        cells.Put(HsdsColumn.Ages, HsdsReach.Ages(node));
        foreach (var key in (ReadOnlySpan<string>)["servicetype", "servicetypes", "servicecategory", "servicecategories", "category", "categories", "tags"])
        {
            cells.Put(HsdsColumn.Category, node.Text(key));
        }

        HsdsReach.AddDetails(cells, node);
        HsdsRest.Add(cells, node);
    }

    // Worked examples fill a field with its own name; that is no fact and goes with the rest.
    private static void PutReal(HsdsCells cells, HsdsColumn column, HsdsNode node, string key)
    {
        if (node.Text(key) is { } text)
        {
            var isPlaceholder = Placeholders.Contains(HsdsNode.KeyOf(text));
            cells.Put(isPlaceholder ? HsdsColumn.Rest : column, isPlaceholder ? $"{key}: {text}" : text);
        }
    }

    // Said again on the row of each service, so a long one would multiply.
    private static string? Short(string? text) => text is { Length: > LongestLent } ? text[..LongestLent] : text;
}
