using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// The first school of the made-up city lives with its list: it keeps the direct line to itself, lends two listings to one
/// school by name, protects the address of a shelter, and has changed a few lines by hand, one of them twice.
/// </summary>
internal sealed class DemoOurLists(AppDbContext db, IActorSource actors, ShareListingsHandler share, WriteListingHandler write, EntryUpkeep upkeep) : IDemoPart
{
    public int Order => 35;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("lists", out var lists) || lists.GetArrayLength() == 0)
        {
            return;
        }

        var person = lists[0].GetProperty("importedBy").GetString()!;
        if (await db.ActAsAsync(actors, city, person, ct) is not { Network: not null } actor)
        {
            return;
        }

        await KeepAsync(actor, ct);
        await LendAsync(actor, ct);
        await ChangeAsync(actor, ct);
    }

    /// <summary>Before anything follows it: what is shared already follows the school's word within the same step.</summary>
    private async Task KeepAsync(Actor actor, CancellationToken ct)
    {
        var defaults = ListingDefaults.Of(actor.Organisation!.Value);
        defaults.Keep([FactField.DirectLine]);
        db.Add(defaults);
        db.Record("listings.kept-back", defaults.OrganisationId.Value);
        await db.SaveChangesAsync(ct);
        var shared = await db.Set<Listing>().Where(l => l.Sharing == Sharing.Network).ToListAsync(ct);
        await upkeep.PutAsync([.. shared.Where(l => l.Facts.Has(FactField.DirectLine))], actor.Network!.Value, actor.OrganisationName ?? "", ct);
        db.Record("listings.copies-followed", defaults.OrganisationId.Value);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task LendAsync(Actor actor, CancellationToken ct)
    {
        var schools = await share.OthersAsync(actor, ct);
        var named = await db.Set<Listing>().AsNoTracking().Where(l => l.Place == ListingPlace.Inside && l.Published && l.RemovedAt == null)
            .OrderBy(l => l.NameKey).Select(l => l.Id).Take(2).ToListAsync(ct);
        if (schools.Count > 0 && named.Count > 0)
        {
            await share.HandleAsync(new ShareListings(named, Sharing.NamedSchools, [schools[^1].Id]), actor, ct);
        }

        var shelter = await db.Set<Listing>().AsNoTracking().Where(l => l.Place == ListingPlace.Outside && l.RemovedAt == null && l.Sharing == Sharing.Network)
            .Where(l => l.SearchText.Contains(" shelter") || l.SearchText.Contains(" refuge")).OrderBy(l => l.NameKey).FirstOrDefaultAsync(ct);
        if (shelter is not null)
        {
            await share.HandleAsync(new ShareListings([shelter.Id], Sharing.Network, Kept: new KeptBack(null, AddressIsSecret: true)), actor, ct);
        }

        db.ChangeTracker.Clear();
    }

    private async Task ChangeAsync(Actor actor, CancellationToken ct)
    {
        var listings = await db.Set<Listing>().AsNoTracking().Where(l => l.Place == ListingPlace.Outside && l.RemovedAt == null).OrderBy(l => l.NameKey).Take(3).ToListAsync(ct);
        foreach (var (listing, words) in listings.Zip(new Dictionary<ListColumn, string>[]
        {
            new() { [ListColumn.ReferralRoute] = "Phone first; parents must agree" },
            new() { [ListColumn.WaitingTime] = "4 weeks" },
            new() { [ListColumn.Hours] = "Monday to Thursday, 9:00 to 17:00" },
        }))
        {
            await write.HandleAsync(new WriteListing(listing.Id, listing.Place, words, [.. listing.Facts.Of(FactField.Family).Select(f => Enum.Parse<ProfessionFamily>(f.Code!))], listing.Note, false, listing.Version), actor, ct);
            db.ChangeTracker.Clear();
        }
    }
}
