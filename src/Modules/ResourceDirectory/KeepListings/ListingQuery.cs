using Causeway.Persistence;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Which of the school's listings a page, an act or a file is about: the same words in the address everywhere.</summary>
/// <param name="Show">drafts, shared, public, lent, own, apart, unfiled, removed; empty: all that are there.</param>
internal sealed record ListingQuery(ListingPlace Place, string? Q, string? Show, string? Sort)
{
    public const int PageSize = 25;

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Show);

    public static readonly IReadOnlyList<string> Shows = ["shared", "public", "lent", "own", "apart", "drafts", "unfiled", "removed"];

    public static string Label(string show) => show switch
    {
        "shared" => "Shared with the network",
        "public" => "In the public feed",
        "lent" => "Lent to named schools",
        "own" => "Seen by our school alone",
        "apart" => "Not shared with the network",
        "drafts" => "Drafts",
        "unfiled" => "Not filed under a family yet",
        _ => "Taken away",
    };

    /// <summary>The address of a page about the same listings.</summary>
    public string On(string path, params (string Key, string? Value)[] more) => QueryHelpers.AddQueryString(path, new[]
        {
            ("place", Place.ToString()), ("q", Q), ("show", Show), ("sort", Sort),
        }.Concat(more).Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => KeyValuePair.Create(p.Item1, p.Item2)));

    /// <summary>Listings of the school in scope.</summary>
    /// <param name="mayEdit">False: neither drafts nor what was taken away.</param>
    public IQueryable<Listing> In(AppDbContext db, bool mayEdit)
    {
        // A draft is not published: only those who keep the list see it.
        var listings = db.Set<Listing>().AsNoTracking().Where(l => l.Place == Place && (mayEdit || l.Published));
        foreach (var word in SearchWords.Asked(Q))
        {
            listings = listings.Where(l => l.SearchText.Contains(word));
        }

        // Who sees a listing is no secret of those who keep the list.
        return (mayEdit || Show is "shared" or "public" or "lent" or "own" or "apart" ? Show : null) switch
        {
            "removed" => listings.Where(l => l.RemovedAt != null),
            "drafts" => listings.Where(l => l.RemovedAt == null && !l.Published),
            "shared" => listings.Where(l => l.RemovedAt == null && SharingReach.InNetwork.Contains(l.Sharing)),
            "public" => listings.Where(l => l.RemovedAt == null && l.Sharing == Sharing.PublicFeed),
            "lent" => listings.Where(l => l.RemovedAt == null && l.Sharing == Sharing.NamedSchools),
            "own" => listings.Where(l => l.RemovedAt == null && l.Sharing == Sharing.OwnSchool),
            "apart" => listings.Where(l => l.RemovedAt == null && !SharingReach.InNetwork.Contains(l.Sharing)),
            "unfiled" => listings.Where(l => l.RemovedAt == null && !l.Filed),
            _ => listings.Where(l => l.RemovedAt == null),
        };
    }

    public IQueryable<Listing> Ordered(IQueryable<Listing> listings) => Sort switch
    {
        "-name" => listings.OrderByDescending(l => l.NameKey).ThenByDescending(l => l.Id),
        "profession" => listings.OrderBy(l => l.Profession).ThenBy(l => l.NameKey).ThenBy(l => l.Id),
        "-profession" => listings.OrderByDescending(l => l.Profession).ThenBy(l => l.NameKey).ThenBy(l => l.Id),
        "organisation" => listings.OrderBy(l => l.Organisation).ThenBy(l => l.NameKey).ThenBy(l => l.Id),
        "-organisation" => listings.OrderByDescending(l => l.Organisation).ThenBy(l => l.NameKey).ThenBy(l => l.Id),
        "changed" => listings.OrderBy(l => l.ChangedAt).ThenBy(l => l.Id),
        "-changed" => listings.OrderByDescending(l => l.ChangedAt).ThenBy(l => l.Id),
        _ => listings.OrderBy(l => l.NameKey).ThenBy(l => l.Id),
    };
}
