using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Says how many listings are meant and what can be done with them; nothing happens before that was read.</summary>
[Requires(DirectoryPermissions.EditListings)]
internal sealed class ActOnListingsPage(AppDbContext db, ActOnListingsHandler handler, ShareListingsHandler share) : CausewayPage
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

    /// <summary>All that the search finds, not only those ticked on one page.</summary>
    [BindProperty]
    public bool All { get; set; }

    [BindProperty]
    public BulkAct? Act { get; set; }

    [BindProperty]
    public int Expected { get; set; }

    [BindProperty]
    public List<OrganisationId> Schools { get; set; } = [];

    [BindProperty]
    public List<ProfessionFamily> Families { get; set; } = [];

    [BindProperty]
    public string? Area { get; set; }

    public IReadOnlyList<string> FirstNames { get; private set; } = [];

    public IReadOnlyList<OrganisationCard> Others { get; private set; } = [];

    public ListingQuery Query => new(Place, Q, Show, Sort);

    public bool MayShare => Actor.Network is not null && May(DirectoryPermissions.ShareListings);

    /// <summary>There is nothing to act on before something was chosen.</summary>
    public IActionResult OnGet() => new LocalRedirectResult(Query.On("/directory/listings"));

    [WithoutKey("Shows the question; nothing is written.")]
    public async Task<IActionResult> OnPostChooseAsync(CancellationToken ct)
    {
        var ids = await LoadAsync(ct);
        Expected = ids.Count;
        ModelState.Clear();
        return ids.Count == 0 ? Refuse(ShareListingsHandler.NoneChosen) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var ids = await LoadAsync(ct);
        if (Act is not { } act)
        {
            return Refuse(new Refusal("bulk.no-act", "Choose what is to be done.", nameof(Act)));
        }

        var answer = await handler.HandleAsync(new ActOnListings(act, ids, Expected, Schools, Families, Area), Actor, ct);
        if (answer.Refusal is { } refusal)
        {
            Expected = ids.Count;
            ModelState.Remove(nameof(Expected));
            return Refuse(refusal);
        }

        if (answer.Refused.Count > 0)
        {
            foreach (var (name, why) in answer.Refused.Take(20))
            {
                ModelState.AddModelError("", $"{name}: {T[why.Message, why.Values]}");
            }

            ModelState.AddModelError("", T["Done for {0}; not for {1}.", answer.Changed, answer.Refused.Count]);
            return Again();
        }

        return Done(Query.On("/directory/listings"), "{0}: {1}.", T[Label(act)].Value, answer.Changed);
    }

    public static string Label(BulkAct act) => act switch
    {
        BulkAct.Share => "Share with the network",
        BulkAct.Lend => "Lend to schools by name",
        BulkAct.Unshare => "Keep to our school",
        BulkAct.File => "File under families",
        BulkAct.SetArea => "Set the area",
        BulkAct.Remove => "Take away",
        _ => "Bring back",
    };

    public IEnumerable<BulkAct> Acts() => Show == "removed"
        ? [BulkAct.BringBack]
        : Enum.GetValues<BulkAct>().Where(a => a != BulkAct.BringBack && (MayShare || a > BulkAct.Unshare) && (Place == ListingPlace.Outside || a != BulkAct.File));

    private async Task<List<ListingId>> LoadAsync(CancellationToken ct)
    {
        Others = await share.OthersAsync(Actor, ct);
        var listings = All ? Query.In(db, mayEdit: true) : db.Set<Listing>().AsNoTracking().Where(l => Chosen.Contains(l.Id));
        FirstNames = await Query.Ordered(listings).Select(l => l.Name).Take(10).ToListAsync(ct);

        // One more than may be acted on at once is enough to say that these are too many.
        return await listings.OrderBy(l => l.Id).Select(l => l.Id).Take(ShareListingsHandler.MostAtOnce + 1).ToListAsync(ct);
    }
}
