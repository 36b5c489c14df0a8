using System.Collections.Frozen;

namespace Causeway.ResourceDirectory;

/// <summary>The kinds of objects, and under which names of properties and tables they come.</summary>
internal static class HsdsKind
{
    public const string Organization = "organization";
    public const string Service = "service";
    public const string Location = "location";
    public const string ServiceAtLocation = "serviceatlocation";
    public const string Program = "program";
    public const string Address = "address";
    public const string Phone = "phone";
    public const string Email = "email";
    public const string Web = "url";
    public const string Contact = "contact";
    public const string Language = "language";
    public const string Schedule = "schedule";
    public const string Cost = "costoption";
    public const string Area = "servicearea";
    public const string Attribute = "attribute";
    public const string Taxonomy = "taxonomy";
    public const string Term = "taxonomyterm";
    public const string Coordinates = "coordinates";
    public const string Metadata = "metadata";
    public const string Document = "requireddocument";
    public const string Licence = "license";
    public const string Eligibility = "eligibility";

    private static readonly FrozenDictionary<string, string> Names = Load("""
        organization: organizations organisation organisations agency agencies org orgs
        service: services svc
        location: locations servicelocations site sites loc
        serviceatlocation: serviceatlocations servicesatlocation servicesatlocations
        program: programs
        address: addresses physicaladdress physicaladdresses postaladdress postaladdresses mailaddress mailaddresses mailingaddress
        phone: phones phonenumbers phonenumber telephone telephones contactphones telecoms
        email: emails emailaddresses contactemails
        url: urls additionalurls additionalwebsites websites website links socialmedia contacturls
        contact: contacts contactpoints contactinfo contactinformation contactdetails
        language: languages
        schedule: schedules regularschedule regularschedules holidayschedule holidayschedules hours operatinghours openinghours hoursofoperation dailyschedules recurringschedule calendars sch sched
        costoption: costoptions fees costs
        servicearea: serviceareas
        attribute: attributes serviceattributes serviceattribute otherattributes servicetaxonomy servicetaxonomies servicetypes servicecategories servicetype servicecategory
        taxonomy: taxonomies taxonomydetail
        taxonomyterm: taxonomyterms terms term
        coordinates: geo geolocation geopoint geocode
        metadata: metadatum sourcedata
        requireddocument: requireddocuments documentsneeded
        license: licenses licence licences certifications accreditations
        eligibility: eligibilities eligibilityrequirements
        """);

    /// <summary>The kind an object under this name has, or the name itself.</summary>
    public static string Of(string key) => Names.GetValueOrDefault(key, key);

    /// <summary>The same for an object; some programs name an object by its id: "org_3587": {…}.</summary>
    public static string OfObject(string key) => Names.TryGetValue(key, out var kind) || Names.TryGetValue(key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), out kind) ? kind : key;

    public static bool IsKnown(string kind) => Names.ContainsKey(kind);

    private static FrozenDictionary<string, string> Load(string lines)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            names[line[..colon]] = line[..colon];
            foreach (var name in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                names[name] = line[..colon];
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
