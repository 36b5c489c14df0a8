using System.Text.Json;

namespace Causeway.ResourceDirectory;

/// <summary>Tells from its properties what an object that stands alone is.</summary>
internal static class HsdsRoot
{
    /// <summary>Only holds other objects together.</summary>
    public const string Bundle = "";

    private static readonly HashSet<string> Entities = new([HsdsKind.Organization, HsdsKind.Service, HsdsKind.Location, HsdsKind.ServiceAtLocation], StringComparer.Ordinal);

    private static readonly (string Kind, string[] Signs)[] Marks =
    [
        (HsdsKind.Term, ["taxonomy", "taxonomyid", "taxonomydetail", "termuri", "parentid"]),
        (HsdsKind.Service, ["organizationid", "serviceatlocations", "feesdescription", "fees", "eligibilitydescription", "minimumage", "maximumage", "applicationprocess", "interpretationservices", "waittime", "assureddate", "serviceareas", "costoptions", "requireddocuments", "accreditations"]),
        (HsdsKind.Location, ["locationtype", "latitude", "transportation", "externalidentifiertype", "accessibility"]),
        (HsdsKind.Organization, ["organizationidentifiers", "legalstatus", "taxstatus", "taxid", "yearincorporated", "parentorganizationid", "funding", "programs", "alternatenames", "hsid"]),
    ];

    /// <summary>True when these properties are those of a services directory, not of any list a school keeps.</summary>
    public static bool IsDirectory(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Take(20).Any(IsDirectory),
        JsonValueKind.Object => Keys(value) is var keys && (HoldsEntity(value) || keys.Overlaps(["hsds", "payload"]) || Mark(keys) is not null || IsTaxonomy(keys) || (keys.Contains("name") && Holds(value, "attributes", "phones", "addresses"))),
        _ => false,
    };

    public static string KindOf(JsonElement value)
    {
        var keys = Keys(value);
        var isSomething = keys.Overlaps(["name", "description", "id", "title"]);
        if (!isSomething)
        {
            return Bundle;
        }

        if (Holds(value, "services") || (Holds(value, "locations", "addresses", "organizationidentifiers") && !Holds(value, "organization", "serviceatlocations", "schedules") && !keys.Overlaps(["status", "locationtype", "latitude"])))
        {
            return HsdsKind.Organization;
        }

        if (Holds(value, "service") && Holds(value, "location"))
        {
            return HsdsKind.ServiceAtLocation;
        }

        return keys.Overlaps(["organization", "organisation", "organizationname"]) ? HsdsKind.Service
            : Mark(keys) ?? (IsTaxonomy(keys) ? HsdsKind.Taxonomy : keys.Overlaps(["status", "url"]) ? HsdsKind.Service : HsdsKind.Organization);
    }

    private static string? Mark(HashSet<string> keys)
    {
        var best = Marks.Select(mark => (mark.Kind, Count: mark.Signs.Count(keys.Contains))).MaxBy(mark => mark.Count);
        return best.Count == 0 ? null : best.Kind;
    }

    private static bool IsTaxonomy(HashSet<string> keys) => keys.Contains("uri") && keys.Contains("version");

    private static bool HoldsEntity(JsonElement value) =>
        value.EnumerateObject().Any(property => property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && HsdsKind.Of(HsdsNode.KeyOf(property.Name)) is var kind
            && (Entities.Contains(kind) || kind == HsdsKind.Taxonomy));

    private static bool Holds(JsonElement value, params ReadOnlySpan<string> keys)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && keys.Contains(HsdsNode.KeyOf(property.Name)))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<string> Keys(JsonElement value) => value.EnumerateObject().Select(property => HsdsNode.KeyOf(property.Name)).ToHashSet(StringComparer.Ordinal);
}
