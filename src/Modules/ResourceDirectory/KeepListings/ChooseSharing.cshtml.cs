using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Who sees one listing, and which of its facts never leave the school.</summary>
[Requires(DirectoryPermissions.ShareListings)]
internal sealed class ChooseSharingPage(AppDbContext db, ShareListingsHandler share, PublishListingHandler publish, EntryUpkeep upkeep, PublicConsents consents) : CausewayPage
{
    public Listing Listing { get; private set; } = null!;

    public IReadOnlyList<OrganisationCard> Others { get; private set; } = [];

    /// <summary>What the school keeps of all its listings.</summary>
    public IReadOnlyList<FactField> KeptByDefault { get; private set; } = [];

    [BindProperty]
    public Sharing Sharing { get; set; }

    [BindProperty]
    public List<OrganisationId> Schools { get; set; } = [];

    [BindProperty]
    public List<ProfessionFamily> Families { get; set; } = [];

    /// <summary>False: this listing has a choice of its own.</summary>
    [BindProperty]
    public bool AsOurSchool { get; set; }

    [BindProperty]
    public List<FactField> Kept { get; set; } = [];

    [BindProperty]
    public bool AddressIsSecret { get; set; }

    [BindProperty]
    public string? GivenBy { get; set; }

    [BindProperty]
    public ConsentWay Way { get; set; }

    [BindProperty]
    public DateOnly? GivenOn { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>The network publishes a feed, and this listing could stand in it.</summary>
    public bool MayBePublic { get; private set; }

    public bool NeedsConsent => PublicEntry.IsPerson(Listing.Kind, Listing.Facts);

    public PublicConsent? Consent { get; private set; }

    /// <summary>What the public would read, as the listing is saved now.</summary>
    public IEnumerable<IGrouping<FactField, Fact>> Preview => LentFacts.Of(Listing, KeptByDefault).Where(f => PublicEntry.Fields.Contains(f.Field)).GroupBy(f => f.Field);

    /// <summary>Fields this listing has, and those that are kept already.</summary>
    public IEnumerable<FactField> Fields => LentFacts.MayBeKept.Where(f => Listing.Facts.Has(f) || Kept.Contains(f));

    public async Task<IActionResult> OnGetAsync(ListingId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        (Sharing, AddressIsSecret, AsOurSchool) = (Listing.Sharing, Listing.AddressIsSecret, Listing.KeptFields is null);
        Kept = [.. Listing.KeptFields ?? KeptByDefault];
        Schools = await db.Set<LentCopy>().Where(c => c.ListingId == id).Select(c => c.OrganisationId).ToListAsync(ct);
        Families = Listing.Filed ? [] : [.. FamilySuggestion.For(Listing.Facts)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(ListingId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        var kept = new KeptBack(AsOurSchool ? null : Kept, AddressIsSecret);
        var answer = Sharing == Sharing.PublicFeed
            ? await publish.PublishAsync(new PublishListing(id, new NewConsent(GivenBy, Way, GivenOn, Until), Families, kept), Actor, ct)
            : await share.HandleAsync(new ShareListings([id], Sharing, Schools, Families, kept), Actor, ct);
        if ((answer.Refusal ?? answer.Refused.Select(r => r.Why).FirstOrDefault()) is { } refusal)
        {
            return refusal == ShareListingsHandler.NotThere ? NotThere() : Refuse(refusal);
        }

        return Done($"/directory/listings/{id}", Sharing switch
        {
            Sharing.Network => "Shared with the network.",
            Sharing.PublicFeed => "In the public feed from now on.",
            Sharing.NamedSchools => "Lent to the schools you chose.",
            _ => "Seen by our school alone from now on.",
        });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(ListingId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        var refusal = await publish.WithdrawAsync(id, Actor, ct);
        return refusal is null ? Done($"/directory/listings/{id}", "Consent is withdrawn. The public reads it no more.")
            : refusal == ShareListingsHandler.NotThere ? NotThere() : Refuse(refusal);
    }

    private async Task<bool> LoadAsync(ListingId id, CancellationToken ct)
    {
        var listing = await db.Set<Listing>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id && l.RemovedAt == null, ct);
        if (listing is null || Actor.Network is null || !May(DirectoryPermissions.ShareListings, new AccessObject(listing.OrganisationId)))
        {
            return false;
        }

        Listing = listing;
        Others = await share.OthersAsync(Actor, ct);
        KeptByDefault = await upkeep.KeptByDefaultAsync(ct);
        MayBePublic = listing.Place == ListingPlace.Outside && (listing.Sharing == Sharing.PublicFeed || await consents.FeedIsOnAsync(Actor.Network, ct));
        Consent = await consents.FindAsync(id, ct);
        return true;
    }
}
