using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>The school's own two lists: people inside it, and people and services outside.</summary>
[Requires(DirectoryPermissions.SeeListings)]
internal sealed class ListingsPage(AppDbContext db, ShareListingsHandler share) : CausewayPage
{
    [BindProperty(SupportsGet = true)]
    public ListingPlace Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

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

    public int LentToUs { get; private set; }

    public ListingQuery Query => new(Place, Q, Show, Sort);

    public bool MayEdit => May(DirectoryPermissions.EditListings);

    public bool MayShare => Actor.Network is not null && May(DirectoryPermissions.ShareListings);

    public Task OnGetAsync(int p, CancellationToken ct) => LoadAsync(p, ct);

    public async Task<IActionResult> OnPostShareAsync(string? act, CancellationToken ct)
    {
        var answer = await share.HandleAsync(new ShareListings(Chosen, act == "share" ? Sharing.Network : Sharing.OwnSchool, KeepsPublic: true), Actor, ct);
        foreach (var (name, why) in answer.Refused)
        {
            ModelState.AddModelError("", $"{name}: {T[why.Message, why.Values]}");
        }

        if (answer.Refusal is not null || answer.Refused.Count > 0)
        {
            await LoadAsync(1, ct);
            return answer.Refusal is { } refusal ? Refuse(refusal) : Again();
        }

        return Done(Query.On("/directory/listings"), act == "share" ? "Shared with the network: {0}." : "Seen by our school alone from now on: {0}.", answer.Changed);
    }

    private async Task LoadAsync(int page, CancellationToken ct)
    {
        var there = db.Set<Listing>().AsNoTracking().Where(l => l.RemovedAt == null && (MayEdit || l.Published));
        Inside = await there.CountAsync(l => l.Place == ListingPlace.Inside, ct);
        Outside = await there.CountAsync(l => l.Place == ListingPlace.Outside, ct);
        LentToUs = await db.Set<LentCopy>().CountAsync(c => c.OrganisationId == Actor.Organisation, ct);
        var found = Query.In(db, MayEdit);
        Paging = new Paging(page, await found.CountAsync(ct), ListingQuery.PageSize);
        Rows = await Query.Ordered(found).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }
}
