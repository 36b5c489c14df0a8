using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>What other schools lend to this one by name.</summary>
[Requires(DirectoryPermissions.SeeListings)]
internal sealed class LentToUsPage(AppDbContext db) : CausewayPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public IReadOnlyList<LentCopy> Rows { get; private set; } = [];

    public Paging Paging { get; private set; }

    public int Inside { get; private set; }

    public int Outside { get; private set; }

    public int All { get; private set; }

    public async Task OnGetAsync(int p, CancellationToken ct)
    {
        var mayEdit = May(DirectoryPermissions.EditListings);
        var there = db.Set<Listing>().AsNoTracking().Where(l => l.RemovedAt == null && (mayEdit || l.Published));
        Inside = await there.CountAsync(l => l.Place == ListingPlace.Inside, ct);
        Outside = await there.CountAsync(l => l.Place == ListingPlace.Outside, ct);
        var lent = LentTo(db, Actor);
        All = await lent.CountAsync(ct);
        foreach (var word in SearchWords.Asked(Q))
        {
            lent = lent.Where(c => c.SearchText.Contains(word));
        }

        Paging = new Paging(p, await lent.CountAsync(ct), ListingQuery.PageSize);
        Rows = await Ordered(lent).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }

    /// <summary>Copies the actor's school received; those it lends itself carry another receiver.</summary>
    public static IQueryable<LentCopy> LentTo(AppDbContext db, Actor actor) =>
        db.Set<LentCopy>().AsNoTracking().Where(c => c.OrganisationId == actor.Organisation);

    private IQueryable<LentCopy> Ordered(IQueryable<LentCopy> lent) => Sort switch
    {
        "-name" => lent.OrderByDescending(c => c.NameKey).ThenBy(c => c.ListingId),
        "school" => lent.OrderBy(c => c.LenderName).ThenBy(c => c.NameKey).ThenBy(c => c.ListingId),
        "-school" => lent.OrderByDescending(c => c.LenderName).ThenBy(c => c.NameKey).ThenBy(c => c.ListingId),
        "lent" => lent.OrderBy(c => c.LentAt).ThenBy(c => c.ListingId),
        "-lent" => lent.OrderByDescending(c => c.LentAt).ThenBy(c => c.ListingId),
        _ => lent.OrderBy(c => c.NameKey).ThenBy(c => c.ListingId),
    };
}
