using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>One listing: its facts, who sees it, where it came from.</summary>
[Requires(DirectoryPermissions.SeeListings)]
internal sealed class ShowListingPage(AppDbContext db, ShareListingsHandler share, RemoveListingHandler remove) : CausewayPage
{
    public Listing Listing { get; private set; } = null!;

    public ListImport? Import { get; private set; }

    public EntryId? EntryId { get; private set; }

    /// <summary>Schools that have a copy by name.</summary>
    public IReadOnlyList<string> LentTo { get; private set; } = [];

    public int Changes { get; private set; }

    [BindProperty]
    public List<ProfessionFamily> Families { get; set; } = [];

    public bool MayEdit => May(DirectoryPermissions.EditListings, new AccessObject(Listing.OrganisationId));

    public bool MayShare => Actor.Network is not null && May(DirectoryPermissions.ShareListings, new AccessObject(Listing.OrganisationId));

    public bool SeesNote => May(DirectoryPermissions.SeeNotes, new AccessObject(Listing.OrganisationId));

    public async Task<IActionResult> OnGetAsync(ListingId id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostShareAsync(ListingId id, Sharing sharing, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        if (sharing == Sharing.PublicFeed)
        {
            // Consent is asked for there.
            return Redirect($"/directory/listings/{id}/sharing");
        }

        var answer = await share.HandleAsync(new ShareListings([id], sharing, Families: Families), Actor, ct);
        if ((answer.Refusal ?? answer.Refused.Select(r => r.Why).FirstOrDefault()) is { } refusal)
        {
            return refusal == ShareListingsHandler.NotThere ? NotThere() : Refuse(refusal);
        }

        return Done($"/directory/listings/{id}", sharing == Sharing.Network ? "Shared with the network." : "Seen by our school alone from now on.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(ListingId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        return await remove.RemoveAsync(id, Actor, ct) is { } refusal
            ? refusal == ShareListingsHandler.NotThere ? NotThere() : Refuse(refusal)
            : Done($"/directory/listings/{id}", "Taken away. You can bring it back.");
    }

    public async Task<IActionResult> OnPostBringBackAsync(ListingId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        return await remove.BringBackAsync(id, Actor, ct) is { } refusal
            ? refusal == ShareListingsHandler.NotThere ? NotThere() : Refuse(refusal)
            : Done($"/directory/listings/{id}", "The listing is back. It is seen by our school alone.");
    }

    private async Task<bool> LoadAsync(ListingId id, CancellationToken ct)
    {
        var listing = await db.Set<Listing>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, ct);
        if (listing is null || (!listing.Published && !May(DirectoryPermissions.EditListings)))
        {
            return false;
        }

        Listing = listing;
        Import = listing.ImportId is { } import ? await db.Set<ListImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == import, ct) : null;
        EntryId = await db.Set<Contribution>().Where(c => c.Id == id).Select(c => (EntryId?)c.EntryId).FirstOrDefaultAsync(ct);
        LentTo = await db.Set<LentCopy>().Where(c => c.ListingId == id && c.LenderId == listing.OrganisationId).OrderBy(c => c.ReceiverName).Select(c => c.ReceiverName).ToListAsync(ct);
        Changes = await db.Set<ListingChange>().CountAsync(c => c.ListingId == id, ct);
        return true;
    }
}
