using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>The coordinator's page: whether the network publishes a feed, and under which address.</summary>
[Requires(DirectoryPermissions.KeepFeed)]
internal sealed class KeepFeedPage(AppDbContext db, KeepFeedHandler handler, Networks.INetworkDirectory networks, JobBell bell) : CausewayPage
{
    [BindProperty]
    public bool On { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? Country { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public PublicFeed? Feed { get; private set; }

    public int Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (Feed is { } feed)
        {
            (On, Slug, About, Country, Contact, Version) = (feed.On, feed.Slug, feed.About, feed.Country, feed.Contact, feed.Version);
            return Page();
        }

        var network = await networks.FindNetworkAsync(Actor.Network!.Value, ct);
        var office = Actor.Organisation is { } own ? await networks.FindOrganisationAsync(own, ct) : null;
        (Slug, Country) = (PublicFeed.Suggest(network?.Acronym ?? ""), office?.CountryCode);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (await handler.HandleAsync(new(new FeedSettings(On, Slug, About, Country, Contact), Version), Actor, ct) is not { } refusal)
        {
            bell.Ring();
            return Done("/directory/public?of=network", On ? "Saved. The feed is open to everybody." : "Saved. Nobody outside reads the feed.");
        }

        if (refusal == Refusal.ChangedMeanwhile)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(ct);
            Version = Feed?.Version ?? 0;
            ModelState.Remove(nameof(Version));
        }

        return refusal == ShareListingsHandler.NotThere ? NotThere() : Refuse(refusal);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network || !May(DirectoryPermissions.KeepFeed, new AccessObject(Network: network)))
        {
            return false;
        }

        Feed = await db.Set<PublicFeed>().AsNoTracking().FirstOrDefaultAsync(f => f.NetworkId == network, ct);
        Shown = await db.Set<PublicRecord>().CountAsync(r => r.Kind == RecordKind.Service && r.GoneAt == null, ct);
        return true;
    }
}
