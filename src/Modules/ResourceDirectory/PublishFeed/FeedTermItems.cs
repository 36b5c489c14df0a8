using System.Globalization;
using System.Text.Json.Nodes;
using Causeway.Linkage;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>Taxonomies and their terms, named in the language the request reads.</summary>
internal sealed class FeedTermItems(IStringLocalizer t)
{
    private static string Language => CultureInfo.CurrentUICulture.Name;

    public List<JsonObject> List(string list, FeedQuery query)
    {
        var words = SearchWords.Asked(query.Search);
        if (list == "taxonomies")
        {
            return [.. FeedTerms.Taxonomies.Where(x => Says(words, x.Name, t[x.Name])).Select(x => x.Write(t))];
        }

        var terms = FeedTerms.Terms.Where(x => (query.Taxonomy is null || x.Taxonomy.Id == query.Taxonomy) && (query.Parent is null || x.Parent == query.Parent) && (!query.TopOnly || x.Parent is null));
        return [.. terms.Where(x => Says(words, x.Name, t[x.Name], x.Code)).Select(x => x.Write(t, Language, full: false))];
    }

    /// <returns>Null: there is none of this id.</returns>
    public JsonObject? Find(string list, Guid id) => list == "taxonomies"
        ? FeedTerms.Taxonomies.FirstOrDefault(x => x.Id == id)?.Write(t)
        : FeedTerms.Terms.FirstOrDefault(x => x.Id == id)?.Write(t, Language, full: true);

    private static bool Says(IReadOnlyList<string> words, params string[] texts)
    {
        var said = " " + TextFolding.Fold(string.Join(' ', texts));
        return words.All(w => said.Contains(w, StringComparison.Ordinal));
    }
}
