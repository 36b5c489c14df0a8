using System.Globalization;
using System.Text.Json.Nodes;
using Causeway.Linkage;

namespace Causeway.ResourceDirectory;

/// <summary>
/// An entry as objects of HSDS 3: one service, the organisation that gives it, and the service at each of its places. What
/// the standard has no place for stays inside; what it calls deprecated is not written.
/// </summary>
internal sealed class FeedObjects(EntryId entry, PublicEntry shown, PublicFeed? feed)
{
    /// <summary>How well a language is spoken, in words that our own reader takes back.</summary>
    public static readonly Dictionary<string, string> LevelNotes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Native"] = "native",
        ["Fluent"] = "fluent",
        ["Working"] = "working knowledge",
        ["Interpreter"] = "through interpreter",
    };

    private readonly List<Fact> _facts = [.. shown.Claims.Select(c => c.Fact)];

    private readonly Guid _id = entry.Value;

    private Guid OrganizationId => FeedJson.Part(_id, "organization");

    public IReadOnlyList<FeedObject> Write(DateTimeOffset stamp)
    {
        var name = First(FactField.Name) ?? "";
        var organization = Organization(name);
        var places = new FeedPlaces(_id, shown, feed?.Country ?? "").Write();
        var service = Service(name, organization, places, stamp);
        var (words, terms) = (SearchWords.Of(_facts.Where(f => f.Field is not (FactField.Phone or FactField.Email))), Barred());
        var objects = new List<FeedObject>
        {
            new(RecordKind.Service, _id, OrganizationId, Cut(name), FeedJson.Write(service)) { SearchText = words, Terms = terms },
            new(RecordKind.Organization, OrganizationId, OrganizationId, Cut(organization["name"]!.GetValue<string>()), FeedJson.Write(organization)) { SearchText = words, Terms = terms },
        };
        foreach (var place in places)
        {
            var at = FeedJson.New(place.Id);
            at["location"] = place.Location.DeepClone();
            at["service"] = FeedJson.Flat(service);
            at.Put("service_areas", Areas(place.Id));
            objects.Add(new(RecordKind.ServiceAtLocation, place.Id, OrganizationId, Cut(name), FeedJson.Write(at)) { SearchText = words, Terms = terms, Postcode = place.Postcode, Place = place.Point });
        }

        return objects;
    }

    private JsonObject Organization(string name)
    {
        var body = First(FactField.Organisation);
        var organization = FeedJson.New(OrganizationId).Put("name", body ?? name);
        // The standard demands a description; "" says that there is none.
        organization["description"] = shown.Kind == EntryKind.Service ? Description() : "";
        if (shown.Kind == EntryKind.Service)
        {
            organization.Put("email", Mail()).Put("website", _facts.Of(FactField.Website).Select(f => FeedJson.Web(f.Text)).FirstOrDefault(w => w is not null));
        }

        return organization;
    }

    private JsonObject Service(string name, JsonObject organization, IReadOnlyList<FeedPlace> places, DateTimeOffset stamp)
    {
        var sites = _facts.Of(FactField.Website).Select(f => FeedJson.Web(f.Text)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var ages = _facts.FirstOrDefault(f => f.Field == FactField.Ages && (f.From ?? f.To) is not null);
        var service = FeedJson.New(_id).Put("name", name).Put("alternate_name", First(FactField.OtherName)).Put("description", Description())
            .Put("url", sites.FirstOrDefault()).Put("email", Mail()).Put("status", Status())
            .Put("application_process", All(FactField.ReferralRoute)).Put("fees_description", All(FactField.Fee)).Put("accreditations", All(FactField.Licence))
            .Put("minimum_age", ages?.From).Put("maximum_age", ages?.To)
            .Put("assured_date", shown.Assured is { } day ? FeedJson.Day(day) : null).Put("assurer_email", shown.Assured is null ? null : feed?.Contact)
            .Put("last_modified", FeedJson.Moment(stamp))
            .Put("additional_urls", sites.Skip(1).Select(s => Part("url " + s).Put("url", s)))
            .Put("phones", _facts.Of(FactField.Phone, FactField.Mobile, FactField.Fax).Select(Phone))
            .Put("schedules", Hours()).Put("service_areas", Areas(_id))
            .Put("languages", _facts.Of(FactField.Languages).Select(Language)).Put("cost_options", _facts.Of(FactField.Fee).Where(f => f.From is not null && f.Code is { Length: 3 }).Select(Cost))
            .Put("attributes", Terms().Select(Attribute));
        service["organization"] = organization.DeepClone();
        service.Put("service_at_locations", places.Select(p => FeedJson.New(p.Id).With("location", p.Location.DeepClone())));
        return service;
    }

    private string Status() => First(FactField.Status)?.Trim().ToLowerInvariant() is "inactive" or "temporarily closed" ? First(FactField.Status)!.Trim().ToLowerInvariant() : shown.IsDormant ? "inactive" : "active";

    private string? Mail() => _facts.Of(FactField.Email).Select(f => f.Text.Trim())
        .FirstOrDefault(m => m.Split('@') is [{ Length: > 0 }, { Length: > 0 } host] && !m.Any(char.IsWhiteSpace) && !host.StartsWith('.') && !host.EndsWith('.') && !host.Contains("..", StringComparison.Ordinal));

    // What the terms say already is not said again: a list that is taken in from here and published anew stays the same.
    private string Description()
    {
        var named = Terms().Select(t => t.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ages = _facts.Of(FactField.Ages).Where(f => (f.From ?? f.To) is null).Select(f => f.Text);
        var lines = _facts.Of(FactField.Profession).Concat(_facts.Of(FactField.HelpOffered)).Concat(_facts.Of(FactField.Description)).Select(f => f.Text.Trim()).Concat(ages);
        return string.Join("\n", lines.Where(l => l.Length > 0 && !named.Contains(l)).Distinct(StringComparer.Ordinal));
    }

    private JsonObject Phone(Fact fact)
    {
        var number = fact.Code is { } code && code.StartsWith('+') ? code : fact.Text.Split(" ext. ", 2)[0].Trim();
        var extension = fact.Text.Split(" ext. ", 2) is [_, var typed] ? typed.Trim() : null;
        // An extension is a number there; one that begins with 0, or has letters, would not survive that.
        var isNumber = extension is { Length: > 0 and < 9 } && extension[0] != '0' && extension.All(char.IsAsciiDigit);
        return Part("phone " + fact.Text).Put("number", number).Put("extension", isNumber ? decimal.Parse(extension!, CultureInfo.InvariantCulture) : null)
            .Put("type", fact.Field switch { FactField.Mobile => "cell", FactField.Fax => "fax", _ => "voice" }).Put("description", extension is null || isNumber ? null : "ext. " + extension);
    }

    private IEnumerable<JsonObject> Hours()
    {
        var words = string.Join("; ", _facts.Of(FactField.Hours, FactField.Days).Select(f => f.Text.Trim()).Distinct(StringComparer.Ordinal));
        return words.Length == 0 ? [] : [Part("hours").Put("description", words)];
    }

    private IEnumerable<JsonObject> Areas(Guid of)
    {
        var areas = _facts.Of(FactField.Area).Select(f => f.Text.Trim()).ToList();
        // Of a secret place the public is told where about, and no more.
        areas = areas.Count == 0 && shown.IsSecret ? [.. _facts.Of(FactField.City).Select(f => f.Text.Trim())] : areas;
        return areas.Where(a => a.Length > 0).Distinct(StringComparer.Ordinal).Select(a => FeedJson.New(FeedJson.Part(of, "area " + a)).Put("name", a));
    }

    private JsonObject Language(Fact fact) => Part("language " + (fact.Code ?? fact.Text)).Put("name", fact.Text).Put("code", fact.Code is { Length: 2 or 3 } ? fact.Code : null)
        .Put("note", LevelNotes.GetValueOrDefault(fact.Detail ?? ""));

    private JsonObject Cost(Fact fact) => Part("cost " + fact.Text).Put("currency", fact.Code).Put("amount", fact.From).Put("amount_description", fact.Text);

    private IEnumerable<FeedTerm> Terms() =>
        _facts.Select(FeedTerms.Find).OfType<FeedTerm>().Concat(shown.IsSecret ? [FeedTerms.Secret] : []).DistinctBy(t => t.Id).OrderBy(t => t.Taxonomy.Name, StringComparer.Ordinal).ThenBy(t => t.Name, StringComparer.Ordinal);

    private JsonObject Attribute(FeedTerm term) => Part("attribute " + term.Id).Put("link_id", _id.ToString("D")).Put("link_type", "service").Put("link_entity", "service")
        .Put("taxonomy_term_id", term.Id.ToString("D")).With("taxonomy_term", term.Write(null, "en", full: false));

    private string Barred()
    {
        // A term is found under its group, too.
        var ids = Terms().SelectMany(t => new[] { t.Id, t.Taxonomy.Id, t.Parent ?? t.Id }).Distinct().Order().Select(i => i.ToString("D"));
        return "|" + string.Join('|', ids) + "|";
    }

    private JsonObject Part(string name) => FeedJson.New(FeedJson.Part(_id, name));

    private string? First(FactField field) => _facts.First(field);

    private string All(FactField field) => string.Join("; ", _facts.Of(field).Select(f => f.Text.Trim()).Distinct(StringComparer.Ordinal));

    private static string Cut(string name) => name.Length <= ListingDraft.LongestName ? name : name[..ListingDraft.LongestName];
}
