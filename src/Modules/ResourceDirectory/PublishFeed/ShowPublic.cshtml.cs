using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Consent">The one that holds longest; null: none.</param>
/// <param name="IsOut">The public reads it now, as far as the feed is open.</param>
internal sealed record PublicListing(Listing Listing, bool NeedsConsent, PublicConsent? Consent, bool IsOut);

/// <summary>What the public reads: of the own school, with what it rests on, and of the whole network.</summary>
[Requires(DirectoryPermissions.SeeListings)]
internal sealed class ShowPublicPage(AppDbContext db, TimeProvider clock) : CausewayPage
{
    /// <summary>"network", or the own school.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public PublicFeed? Feed { get; private set; }

    public IReadOnlyList<PublicListing> Ours { get; private set; } = [];

    public IReadOnlyList<PublicRecord> Theirs { get; private set; } = [];

    public int OursCount { get; private set; }

    public int TheirsCount { get; private set; }

    public Paging Paging { get; private set; }

    public bool OfNetwork => Of == "network";

    public bool IsOpen => Feed is { On: true };

    public string Address => $"{Request.Scheme}://{Request.Host}/hsds/{Feed?.Slug}/";

    public bool MayKeep => Actor.Network is { } network && May(DirectoryPermissions.KeepFeed, new AccessObject(Network: network));

    public async Task<IActionResult> OnGetAsync(int p, CancellationToken ct)
    {
        if (Actor.Network is not { } network)
        {
            return NotThere();
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Feed = await db.Set<PublicFeed>().AsNoTracking().FirstOrDefaultAsync(f => f.NetworkId == network, ct);
        var ours = db.Set<Listing>().AsNoTracking().Where(l => l.Sharing == Sharing.PublicFeed && l.RemovedAt == null);
        var theirs = db.Set<PublicRecord>().AsNoTracking().Where(r => r.Kind == RecordKind.Service && r.GoneAt == null && (r.Until == null || r.Until >= today));
        (OursCount, TheirsCount) = (await ours.CountAsync(ct), await theirs.CountAsync(ct));
        foreach (var word in SearchWords.Asked(Q))
        {
            ours = ours.Where(l => l.SearchText.Contains(word));
            theirs = theirs.Where(r => r.SearchText.Contains(word));
        }

        Paging = new Paging(p, await (OfNetwork ? theirs.CountAsync(ct) : ours.CountAsync(ct)), ListingQuery.PageSize);
        if (OfNetwork)
        {
            Theirs = await theirs.OrderBy(r => r.Name).ThenBy(r => r.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        }
        else
        {
            Ours = await LoadAsync(await ours.OrderBy(l => l.NameKey).ThenBy(l => l.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct), today, ct);
        }

        return Page();
    }

    private async Task<IReadOnlyList<PublicListing>> LoadAsync(List<Listing> listings, DateOnly today, CancellationToken ct)
    {
        var ids = listings.ConvertAll(l => l.Id);
        var consents = await db.Set<PublicConsent>().AsNoTracking().Where(c => ids.Contains(c.ListingId)).ToListAsync(ct);
        var entries = await db.Set<Contribution>().AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.EntryId }).ToDictionaryAsync(c => c.Id, c => c.EntryId, ct);
        var wanted = entries.Values.ToList();
        var shown = await db.Set<PublicRecord>().Where(r => wanted.Contains(r.EntryId) && r.Kind == RecordKind.Service && r.GoneAt == null && (r.Until == null || r.Until >= today))
            .Select(r => r.EntryId).ToListAsync(ct);
        return [.. listings.Select(l => Row(l, [.. consents.Where(c => c.ListingId == l.Id)], entries.TryGetValue(l.Id, out var entry) && shown.Contains(entry), today))];
    }

    private static PublicListing Row(Listing listing, List<PublicConsent> consents, bool shown, DateOnly today)
    {
        var needs = PublicEntry.IsPerson(listing.Kind, listing.Facts);
        var holds = consents.Where(c => c.Holds(today)).MaxBy(c => c.Until);
        return new(listing, needs, holds ?? consents.MaxBy(c => c.RecordedAt), shown && (!needs || holds is not null));
    }
}
