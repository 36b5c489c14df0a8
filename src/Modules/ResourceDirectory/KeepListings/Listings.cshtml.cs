using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>The school's own two lists: people inside it, and people and services outside.</summary>
[Requires(DirectoryPermissions.SeeListings)]
internal sealed class ListingsPage(AppDbContext db, ShareListingsHandler share, RemoveListingHandler remove) : CausewayPage
{
    [BindProperty(SupportsGet = true)]
    public ListingPlace Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>drafts, shared, own, unfiled, removed; empty: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty]
    public List<ListingId> Chosen { get; set; } = [];

    public IReadOnlyList<Listing> Rows { get; private set; } = [];

    public Paging Paging { get; private set; }

    public int Inside { get; private set; }

    public int Outside { get; private set; }

    public bool MayEdit => May(DirectoryPermissions.EditListings);

    public bool MayShare => Actor.Network is not null && May(DirectoryPermissions.ShareListings);

    public Task OnGetAsync(int p, CancellationToken ct) => LoadAsync(p, ct);

    public async Task<IActionResult> OnPostShareAsync(string? act, CancellationToken ct)
    {
        var answer = await share.HandleAsync(new ShareListings(Chosen, act == "share" ? Sharing.Network : Sharing.OwnSchool), Actor, ct);
        foreach (var (name, why) in answer.Refused)
        {
            ModelState.AddModelError("", $"{name}: {T[why.Message, why.Values]}");
        }

        if (answer.Refusal is not null || answer.Refused.Count > 0)
        {
            await LoadAsync(1, ct);
            return answer.Refusal is { } refusal ? Refuse(refusal) : Again();
        }

        return Done(Here, act == "share" ? "Shared with the network: {0}." : "Seen by our school alone from now on: {0}.", answer.Changed);
    }

    public async Task<IActionResult> OnPostBringBackAsync(ListingId listing, CancellationToken ct)
    {
        if (await remove.BringBackAsync(listing, Actor, ct) is { } refusal)
        {
            await LoadAsync(1, ct);
            return Refuse(refusal);
        }

        return Done($"/directory/listings/{listing}", "The listing is back.");
    }

    private string Here => Url.Page(null, new { Place, Q, Show, Sort }) is { } url && url.StartsWith('/') ? url : "/directory/listings";

    private async Task LoadAsync(int page, CancellationToken ct)
    {
        var all = db.Set<Listing>().AsNoTracking();
        if (!MayEdit)
        {
            // A draft is not published: only those who keep the list see it.
            all = all.Where(l => l.Published);
        }

        Inside = await all.CountAsync(l => l.Place == ListingPlace.Inside && l.RemovedAt == null, ct);
        Outside = await all.CountAsync(l => l.Place == ListingPlace.Outside && l.RemovedAt == null, ct);
        var found = Filter(all.Where(l => l.Place == Place));
        Paging = new Paging(page, await found.CountAsync(ct), 25);
        Rows = await Order(found).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }

    private IQueryable<Listing> Filter(IQueryable<Listing> listings)
    {
        foreach (var word in SearchWords.Asked(Q))
        {
            listings = listings.Where(l => l.SearchText.Contains(word));
        }

        return (MayEdit ? Show : null) switch
        {
            "removed" => listings.Where(l => l.RemovedAt != null),
            "drafts" => listings.Where(l => l.RemovedAt == null && !l.Published),
            "shared" => listings.Where(l => l.RemovedAt == null && l.Sharing == Sharing.Network),
            "own" => listings.Where(l => l.RemovedAt == null && l.Sharing == Sharing.OwnSchool),
            "unfiled" => listings.Where(l => l.RemovedAt == null && !l.Filed),
            _ => listings.Where(l => l.RemovedAt == null),
        };
    }

    private IQueryable<Listing> Order(IQueryable<Listing> listings) => Sort switch
    {
        "-name" => listings.OrderByDescending(l => l.NameKey).ThenByDescending(l => l.Id),
        "profession" => listings.OrderBy(l => l.Profession).ThenBy(l => l.NameKey).ThenBy(l => l.Id),
        "-profession" => listings.OrderByDescending(l => l.Profession).ThenBy(l => l.NameKey).ThenBy(l => l.Id),
        "changed" => listings.OrderBy(l => l.ChangedAt).ThenBy(l => l.Id),
        "-changed" => listings.OrderByDescending(l => l.ChangedAt).ThenBy(l => l.Id),
        _ => listings.OrderBy(l => l.NameKey).ThenBy(l => l.Id),
    };
}
