namespace Causeway.ResourceDirectory;

/// <summary>Phones, mailboxes, people, places and terms: what hangs on a service, on its places, or on its organisation.</summary>
internal static class HsdsReach
{
    private const int LongestLent = 2_000;

    public static void Add(HsdsCells cells, IReadOnlyList<HsdsNode> nodes)
    {
        foreach (var node in nodes)
        {
            AddOnline(cells, node);
            AddContacts(cells, node);
            AddPhones(cells, node);
            HsdsPlaces.Add(cells, node);
            foreach (var schedule in node.Of(HsdsKind.Schedule))
            {
                cells.Put(HsdsColumn.Hours, HsdsHours.Of(schedule));
            }

            foreach (var language in node.Of(HsdsKind.Language))
            {
                var name = language.Text("name", "language", "code", "value");
                cells.Put(HsdsColumn.Languages, name is not null && language.Text("note") is { } note && FeedObjects.LevelNotes.ContainsValue(note) ? $"{name} ({note})" : name);
            }

            foreach (var area in node.Of(HsdsKind.Area))
            {
                cells.Put(HsdsColumn.Area, area.Text("name", "description", "servicearea", "city", "county", "stateprovince", "postalcode"));
            }
        }

        if (!cells.Has(HsdsColumn.Languages))
        {
            foreach (var language in nodes.SelectMany(node => node.Of(HsdsKind.Phone)).SelectMany(phone => phone.Of(HsdsKind.Language)))
            {
                cells.Put(HsdsColumn.Languages, language.Text("name", "language", "code", "value"));
            }
        }
    }

    /// <summary>How an organisation is reached, for the services that have nothing of their own.</summary>
    public static string[] Lent(HsdsNode organization)
    {
        var lent = new HsdsCells();
        Add(lent, [organization]);
        return [.. lent.Cells().Select(text => text.Length > LongestLent ? text[..LongestLent] : text)];
    }

    /// <summary>What a service has none of itself, its organisation has for it. What it does have stays its own; the other is told with the rest.</summary>
    public static void Lend(HsdsCells cells, string[] texts)
    {
        var hasPhone = cells.Has(HsdsColumn.Phone) || cells.Has(HsdsColumn.Mobile);
        var hasPlace = cells.Has(HsdsColumn.Address);
        for (var i = 0; i < texts.Length; i++)
        {
            var column = (HsdsColumn)i;
            var isFree = column switch
            {
                HsdsColumn.Phone or HsdsColumn.Mobile => !hasPhone,
                HsdsColumn.Address or HsdsColumn.City or HsdsColumn.Postcode or HsdsColumn.Country or HsdsColumn.Latitude or HsdsColumn.Longitude => !hasPlace && !cells.Has(column),
                HsdsColumn.Email or HsdsColumn.Website or HsdsColumn.Contact or HsdsColumn.Languages => !cells.Has(column),
                _ => false,
            };
            if (isFree)
            {
                cells.Put(column, texts[i]);
            }
            else if (texts[i].Length > 0 && !cells.Tells(column, texts[i]))
            {
                cells.Put(HsdsColumn.Rest, $"organization.{HsdsColumns.Heading(column)}: {texts[i]}");
            }
        }
    }

    /// <summary>What belongs to the object itself and not to where it is.</summary>
    public static void AddDetails(HsdsCells cells, HsdsNode node)
    {
        foreach (var attribute in node.Of(HsdsKind.Attribute).Concat(node.Of(HsdsKind.Term)))
        {
            var term = attribute.Of(HsdsKind.Term).FirstOrDefault();
            if (term is not null && OwnTerm(term) is var (column, text))
            {
                cells.Put(column, text);
                continue;
            }

            cells.Put(HsdsColumn.Category, term?.Text("name", "term") ?? Joined(": ", attribute.Text("label"), attribute.Text("value", "name", "attributevalue", "servicecategoryname", "description")));
        }

        var fees = node.Text("feesdescription")?.Split("; ") ?? [];
        foreach (var cost in node.Of(HsdsKind.Cost).Where(cost => !fees.Contains(cost.Text("amountdescription"), StringComparer.Ordinal)))
        {
            cells.Put(HsdsColumn.Cost, Joined(", ", cost.Text("option", "name", "type"), Joined(" ", cost.Text("amount", "value", "fee"), cost.Text("currency")?.ToUpperInvariant()), cost.Text("amountdescription", "description")));
        }

        foreach (var document in node.Of(HsdsKind.Document))
        {
            cells.Put(HsdsColumn.Referral, document.Text("document", "name", "description"));
        }

        foreach (var licence in node.Of(HsdsKind.Licence))
        {
            cells.Put(HsdsColumn.Licence, licence.Text("name", "license", "description", "value", "number"));
        }

        foreach (var condition in node.Of(HsdsKind.Eligibility))
        {
            cells.Put(HsdsColumn.Eligibility, condition.Text("eligibility", "description", "name", "value", "requirement"));
            cells.Put(HsdsColumn.Ages, Ages(condition));
        }
    }

    /// <summary>A term of our own taxonomies, as another Causeway publishes it, is more than a category.</summary>
    private static (HsdsColumn Column, string Text)? OwnTerm(HsdsNode term) => (term.Text("taxonomy"), term.Text("name")) switch
    {
        (FeedTerms.Families, { } name) => (HsdsColumn.Family, name),
        (FeedTerms.Concerns, { } name) => (HsdsColumn.Concern, name),
        (FeedTerms.Deliveries, { } name) => (HsdsColumn.Delivery, name),
        (FeedTerms.Places, _) => (HsdsColumn.Address, "Confidential"),
        _ => null,
    };

    public static string? Ages(HsdsNode node) => (node.Text("minimumage"), node.Text("maximumage")) switch
    {
        ({ } from, { } to) => $"{from}-{to}",
        ({ } from, null) => $"from {from}",
        (null, { } to) => $"up to {to}",
        _ => null,
    };

    public static string? Joined(string joint, params ReadOnlySpan<string?> texts)
    {
        var kept = new List<string>();
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                kept.Add(text);
            }
        }

        return kept.Count == 0 ? null : string.Join(joint, kept);
    }

    private static void AddOnline(HsdsCells cells, HsdsNode node)
    {
        foreach (var key in (ReadOnlySpan<string>)["email", "emails", "emailaddress", "emailaddresses"])
        {
            cells.Put(HsdsColumn.Email, node.Text(key));
        }

        foreach (var mail in node.Of(HsdsKind.Email))
        {
            cells.Put(HsdsColumn.Email, mail.Text("email", "address", "value", "emailaddress"));
        }

        cells.Put(HsdsColumn.Website, node.Text("url", "website", "providerurl"));
        foreach (var web in node.Of(HsdsKind.Web))
        {
            cells.Put(HsdsColumn.Website, web.Text("url", "value", "website", "link"));
        }
    }

    private static void AddContacts(HsdsCells cells, HsdsNode node)
    {
        foreach (var contact in node.Of(HsdsKind.Contact))
        {
            var role = Joined(", ", contact.Text("title"), contact.Text("department"));
            var name = contact.Text("name", "contactname");
            cells.Put(HsdsColumn.Contact, name is not null && role is not null ? $"{name} ({role})" : name ?? role);
            AddOnline(cells, contact);
            AddPhones(cells, contact);
        }
    }

    private static void AddPhones(HsdsCells cells, HsdsNode node)
    {
        foreach (var phone in node.Of(HsdsKind.Phone))
        {
            var number = phone.Text("number", "phonenumber", "phone", "value", "telephone")?.Trim('"');
            if (number is null)
            {
                continue;
            }

            var kind = phone.Text("type", "numbertype", "phonetype")?.ToLowerInvariant();
            var text = phone.Text("extension", "ext") is { } extension ? $"{number} ext. {extension}" : number;
            cells.Put(kind switch { "fax" => HsdsColumn.Fax, "cell" or "mobile" or "sms" or "text" => HsdsColumn.Mobile, _ => HsdsColumn.Phone }, text);
        }
    }
}
