using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Who can help? Words and filters over the joint directory, with the numbers for emergencies above.</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class FindHelpPage(AppDbContext db, HelpGrounds grounds, HelpSearch search, DirectoryLimits limits, EmptySearch empty) : CausewayPage
{
    private const int PageSize = 15;

    public HelpNeed Need { get; private set; } = new();

    public HelpGround? Ground { get; private set; }

    public DutyAnswer? Duty { get; private set; }

    public IReadOnlyList<HelpChip> Chips { get; private set; } = [];

    public IReadOnlyList<HelpResult> Results { get; private set; } = [];

    public IReadOnlyList<(string Key, int Count)> NotKnown { get; private set; } = [];

    public NothingFound? Nothing { get; private set; }

    public Paging Paging { get; private set; }

    public int Shortlisted { get; private set; }

    /// <summary>Entries of this page that are on the person's shortlist.</summary>
    public IReadOnlySet<EntryId> OnShortlist { get; private set; } = new HashSet<EntryId>();

    /// <summary>Own listings with these words that the network does not see, for each of the school's two lists that has any.</summary>
    public IReadOnlyList<(ListingPlace Place, int Count)> OwnListings { get; private set; } = [];

    /// <summary>The same among what other schools lend to the own one by name.</summary>
    public int LentListings { get; private set; }

    public bool TooMany { get; private set; }

    public int Filters => Chips.Count;

    public async Task<IActionResult> OnGetAsync(int p, CancellationToken ct)
    {
        Need = HelpQuery.Read(Request.Query);
        if (Actor.Network is not { } network)
        {
            return Page();
        }

        if (Need.IsProtection)
        {
            Duty = await DutyAnswer.OfAsync(db, Actor, search.Clock, ct);
            if (Duty is null)
            {
                return FirstTheDuty();
            }
        }

        Ground = await grounds.LoadAsync(network, Actor, T, ct);
        Chips = HelpChips.Of(Need, Ground, T);
        var found = await search.FindAsync(Need, Ground.Centre(Need), p, PageSize, ct);
        Paging = new Paging((found.Skip / PageSize) + 1, found.Total, PageSize);
        NotKnown = found.NotKnown;
        OwnListings = await OwnAsync(ct);
        LentListings = await LentAsync(ct);
        await LoadShortlistAsync(network, ct);
        if (await limits.TrySeeAsync([.. found.Page.Select(e => e.Entry.Id)], Actor, ct))
        {
            var back = HelpQuery.Write(Need);
            Results = [.. found.Page.Select(e => HelpResult.Of(e.Entry, Need, e.Kilometres, search.Today, T) with { Back = back })];
            Nothing = found.Total == 0 && !Need.IsEmpty ? await empty.AnswerAsync(Need, found, network, Actor, ct) : null;
            db.Record("directory.searched", network.Value);
        }
        else
        {
            TooMany = true;
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            db.Record("directory.limit-reached", Actor.Person.Value);
        }

        await db.SaveChangesAsync(ct);
        return Page();
    }

    private IActionResult FirstTheDuty()
    {
        // A page that swaps in results by script must leave for the question as a whole.
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            Response.Headers["HX-Redirect"] = HelpLinks.Duty(Need);
            return new EmptyResult();
        }

        return Redirect(HelpLinks.Duty(Need));
    }

    private async Task LoadShortlistAsync(NetworkId network, CancellationToken ct)
    {
        var mine = await db.Set<ShortlistItem>().AsNoTracking().Where(i => i.PersonId == Actor.Person && i.InNetwork == network).Select(i => i.EntryId).ToListAsync(ct);
        (Shortlisted, OnShortlist) = (mine.Count, mine.ToHashSet());
    }

    private async Task<IReadOnlyList<(ListingPlace Place, int Count)>> OwnAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Need.Q) || Actor.Organisation is not { } own)
        {
            return [];
        }

        // The school is named although the tenant's filter names it, too: in that one it stands beside an "or", and no index helps.
        // Nor does any help to find what is *not* shared, hence the two other ways by name.
        var mayEdit = May(DirectoryPermissions.EditListings);
        var mine = db.Set<Listing>().Where(l => l.OrganisationId == own && (l.Sharing == Sharing.OwnSchool || l.Sharing == Sharing.NamedSchools) && l.RemovedAt == null && (mayEdit || l.Published));
        foreach (var word in SearchWords.Asked(Need.Q))
        {
            mine = mine.Where(l => l.SearchText.Contains(word));
        }

        // Counted here: a database that groups reads all listings in the order of their places instead of the few unshared ones.
        var places = await mine.Select(l => l.Place).ToListAsync(ct);
        return [.. places.CountBy(p => p).Select(c => (c.Key, c.Value)).OrderBy(c => c.Key == ListingPlace.Inside)];
    }

    private async Task<int> LentAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Need.Q) || Actor.Organisation is null)
        {
            return 0;
        }

        var lent = LentToUsPage.LentTo(db, Actor);
        foreach (var word in SearchWords.Asked(Need.Q))
        {
            lent = lent.Where(c => c.SearchText.Contains(word));
        }

        return await lent.CountAsync(ct);
    }
}
