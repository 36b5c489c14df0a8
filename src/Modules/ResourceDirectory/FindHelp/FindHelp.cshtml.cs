using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Who can help? Words and filters over the joint directory, with the numbers for emergencies above.</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class FindHelpPage(AppDbContext db, DirectoryLimits limits, INetworkDirectory networks) : CausewayPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public ProfessionFamily? Family { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Age { get; set; }

    [BindProperty(SupportsGet = true)]
    public Delivery? Delivery { get; set; }

    [BindProperty(SupportsGet = true)]
    public EntryKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? School { get; set; }

    /// <summary>Filters whose "not known" is let through.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Unknown { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Order { get; set; }

    public HelpNeed Need { get; private set; } = null!;

    public HelpChoices Choices { get; private set; } = null!;

    public EmergencyCard? Emergency { get; private set; }

    public IReadOnlyList<HelpResult> Results { get; private set; } = [];

    public IReadOnlyList<(string Key, int Count)> NotKnown { get; private set; } = [];

    public Paging Paging { get; private set; }

    public int All { get; private set; }

    /// <summary>Listings of the own school alone that hold these words: they are in no joint directory.</summary>
    public int OwnListings { get; private set; }

    public bool TooMany { get; private set; }

    public async Task<IActionResult> OnGetAsync(int p, CancellationToken ct)
    {
        Need = new HelpNeed(Q, Family, Blank(Language), Blank(Area), Age is >= 0 and <= 120 ? Age : null, Delivery, Kind,
            School is { } school ? new OrganisationId(school) : null, Unknown);
        if (Actor.Network is not { } network)
        {
            Choices = new([], [], []);
            return Page();
        }

        Emergency = await networks.FindEmergencyAsync(network, ct);
        Choices = await HelpChoices.LoadAsync(db, networks, network, T, ct);
        var entries = db.Set<Entry>().AsNoTracking().Where(e => e.NetworkId == network);
        var found = HelpSearch.Find(entries, Need);
        All = await entries.CountAsync(ct);
        Paging = new Paging(p, await found.CountAsync(ct), 15);
        NotKnown = await HelpSearch.UnknownAsync(entries, Need, ct);
        OwnListings = await OwnAsync(ct);
        var page = await HelpSearch.Order(found, Need, Order).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        if (!await limits.TrySeeAsync([.. page.Select(e => e.Id)], Actor, ct))
        {
            TooMany = true;
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            db.Record("directory.limit-reached", Actor.Person.Value);
            await db.SaveChangesAsync(ct);
            return Page();
        }

        Results = page.ConvertAll(e => HelpResult.Of(e, Need, T));
        db.Record("directory.searched", network.Value);
        await db.SaveChangesAsync(ct);
        return Page();
    }

    private async Task<int> OwnAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Q))
        {
            return 0;
        }

        var mine = db.Set<Listing>().Where(l => l.RemovedAt == null && l.Published && l.Sharing == Sharing.OwnSchool);
        foreach (var word in SearchWords.Asked(Q))
        {
            mine = mine.Where(l => l.SearchText.Contains(word));
        }

        return await mine.CountAsync(ct);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
