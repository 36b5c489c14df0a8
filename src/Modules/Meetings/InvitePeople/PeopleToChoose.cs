using Causeway.Networks;

namespace Causeway.Meetings;

/// <summary>People of the network as pages offer them: under their organisations, by name.</summary>
internal static class PeopleToChoose
{
    public static IReadOnlyList<IGrouping<string, PostCard>> From(IEnumerable<PostCard> posts) =>
    [
        .. posts.OrderBy(p => p.OrganisationName, StringComparer.CurrentCulture).ThenBy(p => p.PersonName, StringComparer.CurrentCulture)
            .GroupBy(p => p.OrganisationName, StringComparer.Ordinal),
    ];
}
