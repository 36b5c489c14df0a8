using System.Text.Json.Nodes;
using Causeway.Kernel;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <param name="Name">English; looked up in the reader's language.</param>
internal sealed record FeedTaxonomy(Guid Id, string Name, string Description)
{
    public JsonObject Write(IStringLocalizer? t) => FeedJson.New(Id).Put("name", t?[Name] ?? Name).Put("description", t?[Description] ?? Description).Put("version", FeedTerms.Version);
}

/// <param name="Parent">The group a term stands in; null: on top.</param>
internal sealed record FeedTerm(Guid Id, string Code, string Name, FeedTaxonomy Taxonomy, Guid? Parent = null)
{
    public JsonObject Write(IStringLocalizer? t, string language, bool full)
    {
        var name = t?[Name].Value ?? Name;
        var term = FeedJson.New(Id).Put("code", Code).Put("name", name).Put("description", name).Put("parent_id", Parent?.ToString("D"))
            .Put("taxonomy", Taxonomy.Name).Put("taxonomy_id", Taxonomy.Id.ToString("D")).Put("language", language);
        if (full)
        {
            term["taxonomy_detail"] = Taxonomy.Write(t);
        }

        return term;
    }
}

/// <summary>Causeway's own lists of terms as taxonomies of HSDS. Their ids come from their codes, so every site gives the same.</summary>
internal static class FeedTerms
{
    public const string Version = "1";
    public const string Families = "Families of help";
    public const string Concerns = "What help is for";
    public const string Deliveries = "Where the help happens";
    public const string Places = "Kind of place";

    private const string SecretCode = "address-not-published";

    private static readonly Guid Root = new("6f2a4c1e-9a0b-8e57-8c3d-2b7f5a90d114");

    private static readonly FeedTaxonomy[] All =
    [
        Of(Families, "Ten families of professions and services around a school that mean the same in every country."),
        Of(Concerns, "Needs of children and families, in six groups."),
        Of(Deliveries, "At the school, in own rooms, or from afar."),
        Of(Places, "Places whose address is kept secret for the safety of those who live there."),
    ];

    private static readonly FeedTerm[] AllTerms = [.. Build()];

    private static readonly Dictionary<string, FeedTerm> ByCode = AllTerms.ToDictionary(t => t.Taxonomy.Name + t.Code, StringComparer.Ordinal);

    public static IReadOnlyList<FeedTaxonomy> Taxonomies => All;

    public static IReadOnlyList<FeedTerm> Terms => AllTerms;

    public static FeedTerm Secret => ByCode[Places + SecretCode];

    public static FeedTerm? Find(Fact fact) => fact switch
    {
        { Field: FactField.Family, Code: { } code } => ByCode.GetValueOrDefault(Families + code),
        { Field: FactField.Concern } when NeedTaxonomy.Find(fact.Code) is { } need => ByCode[Concerns + need.Code],
        { Field: FactField.Delivery, Code: { } code } => ByCode.GetValueOrDefault(Deliveries + code),
        _ => null,
    };

    private static FeedTaxonomy Of(string name, string description) => new(FeedJson.Part(Root, name), name, description);

    private static IEnumerable<FeedTerm> Build()
    {
        foreach (var family in Enum.GetValues<ProfessionFamily>())
        {
            yield return New(All[0], family.ToString(), FactWords.Family(family));
        }

        foreach (var group in Enum.GetValues<ConcernGroup>())
        {
            yield return New(All[1], group.ToString(), NeedTaxonomy.Group(group));
        }

        foreach (var need in NeedTaxonomy.Current)
        {
            yield return New(All[1], need.Code, need.Label, FeedJson.Part(All[1].Id, need.Group.ToString()));
        }

        foreach (var delivery in Enum.GetValues<Delivery>())
        {
            yield return New(All[2], delivery.ToString(), FactWords.Delivery(delivery));
        }

        yield return New(All[3], SecretCode, "The address is not published");
    }

    private static FeedTerm New(FeedTaxonomy taxonomy, string code, string name, Guid? parent = null) => new(FeedJson.Part(taxonomy.Id, code), code, name, taxonomy, parent);
}
