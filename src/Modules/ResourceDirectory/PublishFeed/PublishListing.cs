using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Consent">Null: none is written down now; one that holds may be there.</param>
internal sealed record PublishListing(ListingId Id, NewConsent? Consent, IReadOnlyCollection<ProfessionFamily>? Families, KeptBack? Kept);

/// <summary>Puts one listing into the public feed, of a person only with consent; and takes it out when consent is withdrawn.</summary>
internal sealed class PublishListingHandler(AppDbContext db, ShareListingsHandler share, ListingReach reach, Access access, PublicConsents consents)
{
    public static readonly Refusal NoFeed = new("listing.no-feed", "The network publishes no feed. The coordinator of the network decides on that.", "Sharing");

    public async Task<ShareAnswer> PublishAsync(PublishListing command, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !await consents.FeedIsOnAsync(network, ct))
        {
            return new(0, [], NoFeed);
        }

        if (await FindAsync(command.Id, actor, ct) is not { } listing)
        {
            return new(0, [], ShareListingsHandler.NotThere);
        }

        if (listing.Place == ListingPlace.Outside && PublicEntry.IsPerson(listing.Kind, listing.Facts))
        {
            var typed = command.Consent is { GivenBy.Length: > 0 } ? command.Consent : null;
            var refusal = typed is not null ? PublicConsent.Check(typed, consents.Today)
                : await consents.FindAsync(listing.Id, ct) is null ? PublicConsent.Missing : null;
            if (refusal is not null)
            {
                return new(0, [], refusal);
            }

            if (typed is not null)
            {
                consents.Give(network, listing.Id, listing.OrganisationId, typed, actor.Name);
                db.Add(ListingChange.OfSharing(listing, ListingAct.ConsentRecorded, typed.GivenBy, Batch.New(consents.Clock), actor, consents.Clock));
            }
        }

        return await share.HandleAsync(new ShareListings([command.Id], Sharing.PublicFeed, Families: command.Families, Kept: command.Kept), actor, ct);
    }

    /// <summary>Out at once, with what other schools say of the same person; it stays in the directory of the network.</summary>
    public async Task<Refusal?> WithdrawAsync(ListingId id, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } listing)
        {
            return ShareListingsHandler.NotThere;
        }

        var beside = await db.Set<Contribution>().Where(c => db.Set<Contribution>().Any(o => o.Id == id && o.EntryId == c.EntryId)).Select(c => c.Id).ToListAsync(ct);
        if (await consents.WithdrawAsync([.. beside.Append(id).Distinct()], actor.Name, ct) == 0)
        {
            return PublicConsent.NoneToWithdraw;
        }

        if (listing.Sharing == Sharing.PublicFeed)
        {
            listing.Share(actor, consents.Clock);
        }

        db.Add(ListingChange.OfSharing(listing, ListingAct.ConsentWithdrawn, null, Batch.New(consents.Clock), actor, consents.Clock));
        await reach.FollowAsync([listing], actor, ct);
        return await db.TrySaveAsync(ct);
    }

    private async Task<Listing?> FindAsync(ListingId id, Actor actor, CancellationToken ct)
    {
        var listing = await db.Set<Listing>().FirstOrDefaultAsync(l => l.Id == id && l.RemovedAt == null, ct);
        return listing is not null && access.Allows(actor, DirectoryPermissions.ShareListings, new AccessObject(listing.OrganisationId)) ? listing : null;
    }
}
