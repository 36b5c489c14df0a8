using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Lends listings to the network or takes them back; each with its own line in the audit trail.</summary>
internal sealed record ShareListings(IReadOnlyCollection<ListingId> Ids, Sharing Sharing);

internal sealed record ShareAnswer(int Changed, IReadOnlyList<(string Name, Refusal Why)> Refused, Refusal? Refusal);

internal sealed class ShareListingsHandler(AppDbContext db, EntryUpkeep upkeep, Access access, INetworkDirectory networks, TimeProvider clock)
{
    public const int MostAtOnce = 50;

    public static readonly Refusal NotThere = new("listing.not-there", "This listing is not there.");

    public static readonly Refusal NoneChosen = new("listing.none-chosen", "Choose at least one listing.");

    public static readonly Refusal NoNetwork = new("listing.no-network", "Your school belongs to no network yet, so there is nobody to share with.");

    public async Task<ShareAnswer> HandleAsync(ShareListings command, Actor actor, CancellationToken ct)
    {
        if (command.Ids.Count is 0 or > MostAtOnce)
        {
            return new(0, [], NoneChosen);
        }

        if (command.Sharing == Sharing.Network && actor.Network is null)
        {
            return new(0, [], NoNetwork);
        }

        var listings = await db.Set<Listing>().Where(l => command.Ids.Contains(l.Id) && l.RemovedAt == null).ToListAsync(ct);
        if (listings.Count == 0 || listings.Exists(l => !access.Allows(actor, DirectoryPermissions.ShareListings, new AccessObject(l.OrganisationId))))
        {
            return new(0, [], NotThere);
        }

        var (changed, refused) = Apply(listings, command.Sharing, actor);
        await LendAsync(changed, command.Sharing, actor, ct);
        return await SaveAsync(changed.Count, refused, ct);
    }

    private (List<Listing> Changed, List<(string Name, Refusal Why)> Refused) Apply(List<Listing> listings, Sharing sharing, Actor actor)
    {
        var changed = new List<Listing>();
        var refused = new List<(string Name, Refusal Why)>();
        foreach (var listing in listings.Where(l => l.Sharing != sharing))
        {
            if ((sharing == Sharing.Network ? listing.Share(actor, clock) : listing.StopSharing(actor, clock)) is { } refusal)
            {
                refused.Add((listing.Name, refusal));
                continue;
            }

            changed.Add(listing);
            db.Record(sharing == Sharing.Network ? "listing.shared" : "listing.unshared", listing.Id.Value);
        }

        return (changed, refused);
    }

    private async Task LendAsync(List<Listing> changed, Sharing sharing, Actor actor, CancellationToken ct)
    {
        if (changed.Count == 0)
        {
            return;
        }

        if (sharing == Sharing.OwnSchool)
        {
            await upkeep.TakeBackAsync([.. changed.Select(l => l.Id)], ct);
            return;
        }

        var card = await networks.FindOrganisationAsync(changed[0].OrganisationId, ct);
        await upkeep.PutAsync(changed, actor.Network!.Value, card?.Name ?? actor.OrganisationName ?? "", ct);
        await JoinOrder.PlaceAsync(db, actor.Network!.Value, clock, ct);
    }

    private async Task<ShareAnswer> SaveAsync(int changed, IReadOnlyList<(string Name, Refusal Why)> refused, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return new(changed, refused, null);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new(0, [], Refusal.ChangedMeanwhile);
        }
    }
}
