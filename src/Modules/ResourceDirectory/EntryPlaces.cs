using Causeway.Linkage;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Tells at how many places one person works, from what schools wrote: a shared address is one place, institutions
/// without a word in common are two. The same institution with two addresses is a move, so one of them is out of date.
/// </summary>
internal static class EntryPlaces
{
    /// <summary>The number of each contribution's place, from 0, places that were lent first first.</summary>
    public static IReadOnlyDictionary<ListingId, int> Of(IReadOnlyCollection<Contribution> say)
    {
        var places = new List<List<Contribution>>();
        var numbers = new Dictionary<ListingId, int>();
        foreach (var contribution in say.OrderBy(c => c.OtherPlace).ThenBy(c => c.SharedAt).ThenBy(c => c.Id.Value))
        {
            var at = contribution.Kind == EntryKind.Service ? 0 : places.FindIndex(p => p.TrueForAll(other => MayBeOne(other, contribution)));
            if (at < 0 || places.Count == 0)
            {
                places.Add([]);
                at = places.Count - 1;
            }

            places[at].Add(contribution);
            numbers[contribution.Id] = at;
        }

        return numbers;
    }

    private static bool MayBeOne(Contribution a, Contribution b)
    {
        if (a.OtherPlace || b.OtherPlace)
        {
            return false;
        }

        var (street, otherStreet) = (Words(a, FactField.Address), Words(b, FactField.Address));
        if (street.Count > 0 && otherStreet.Count > 0 && street.Intersect(otherStreet, StringComparer.Ordinal).Count() * 2 >= Math.Min(street.Count, otherStreet.Count))
        {
            return true;
        }

        var (body, otherBody) = (Words(a, FactField.Organisation), Words(b, FactField.Organisation));
        if (body.Count > 0 && otherBody.Count > 0)
        {
            return body.Overlaps(otherBody);
        }

        return street.Count == 0 || otherStreet.Count == 0;
    }

    private static HashSet<string> Words(Contribution contribution, FactField field) =>
        TextFolding.Fold(contribution.Facts.First(field)).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 2 || w.Any(char.IsDigit)).ToHashSet(StringComparer.Ordinal);
}
