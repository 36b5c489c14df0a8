using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

internal enum BulkAct
{
    Share,
    Lend,
    Unshare,
    File,
    SetArea,
    Remove,
    BringBack,
}

/// <param name="Expected">How many the person agreed to; another number means the list has changed since.</param>
internal sealed record ActOnListings(
    BulkAct Act, IReadOnlyCollection<ListingId> Ids, int Expected, IReadOnlyCollection<OrganisationId> Schools,
    IReadOnlyCollection<ProfessionFamily> Families, string? Area);

/// <summary>One act on many listings: one commit, one step for undo, a line in the audit trail for each.</summary>
internal sealed class ActOnListingsHandler(AppDbContext db, ShareListingsHandler share, ListingReach reach, Access access, TimeProvider clock)
{
    public static readonly Refusal NoFamily = new("bulk.no-family", "Choose at least one family.", "Families");

    public static readonly Refusal NoArea = new("bulk.no-area", "Write the area.", "Area");

    public static readonly Refusal OtherNumber = new("bulk.other-number", "These are {0} listings by now. Please agree again.");

    public async Task<ShareAnswer> HandleAsync(ActOnListings command, Actor actor, CancellationToken ct)
    {
        if (Check(command) is { } no)
        {
            return new(0, [], no);
        }

        if (command.Act is BulkAct.Share or BulkAct.Lend or BulkAct.Unshare)
        {
            var sharing = command.Act switch { BulkAct.Share => Sharing.Network, BulkAct.Lend => Sharing.NamedSchools, _ => Sharing.OwnSchool };
            return await share.HandleAsync(new ShareListings(command.Ids, sharing, command.Schools, KeepsPublic: true), actor, ct);
        }

        var listings = await db.Set<Listing>().Where(l => command.Ids.Contains(l.Id)).ToListAsync(ct);
        if (listings.Count == 0 || listings.Exists(l => !access.Allows(actor, DirectoryPermissions.EditListings, new AccessObject(l.OrganisationId))))
        {
            return new(0, [], ShareListingsHandler.NotThere);
        }

        var (changed, refused) = Apply(command, listings, actor);
        await reach.FollowAsync(changed, actor, ct);
        return await db.TrySaveAsync(ct) is { } clash ? new(0, [], clash) : new(changed.Count, refused, null);
    }

    private static Refusal? Check(ActOnListings command) => command switch
    {
        { Ids.Count: 0 } => ShareListingsHandler.NoneChosen,
        { Ids.Count: > ShareListingsHandler.MostAtOnce } => ShareListingsHandler.TooMany,
        _ when command.Ids.Count != command.Expected => OtherNumber with { Values = [command.Ids.Count] },
        { Act: BulkAct.File, Families.Count: 0 } => NoFamily,
        { Act: BulkAct.SetArea } when string.IsNullOrWhiteSpace(command.Area) => NoArea,
        _ => null,
    };

    private (List<Listing> Changed, List<(string Name, Refusal Why)> Refused) Apply(ActOnListings command, List<Listing> listings, Actor actor)
    {
        var changed = new List<Listing>();
        var refused = new List<(string Name, Refusal Why)>();
        var batch = Batch.New(clock);
        foreach (var listing in listings)
        {
            var before = listing.State();
            var (act, name, refusal) = Do(command, listing, actor);
            if (refusal is not null)
            {
                db.Entry(listing).State = EntityState.Detached;
                refused.Add((listing.Name, refusal));
                continue;
            }

            changed.Add(listing);
            db.Add(ListingChange.Of(listing, act, before, batch, actor, clock));
            db.Record(name, listing.Id.Value);
        }

        return (changed, refused);
    }

    private (ListingAct Act, string Name, Refusal? Refusal) Do(ActOnListings command, Listing listing, Actor actor) => command.Act switch
    {
        BulkAct.File => (ListingAct.Filed, "listing.filed", listing.File(command.Families, actor, clock)),
        BulkAct.SetArea => (ListingAct.Edited, "listing.edited", SetArea(listing, command.Area!.Trim(), actor)),
        BulkAct.Remove => (ListingAct.Removed, "listing.removed", listing.Remove(actor, clock)),
        _ => (ListingAct.BroughtBack, "listing.brought-back", listing.BringBack(actor, clock)),
    };

    private Refusal? SetArea(Listing listing, string area, Actor actor)
    {
        var fact = new Fact(FactField.Area, area.Length <= 200 ? area : area[..200]);
        return listing.Change(
            new ListingDraft(listing.Place, listing.Kind, listing.Name, [.. listing.Facts.Where(f => f.Field != FactField.Area).Append(fact).OrderBy(f => f.Field)], listing.Note), actor, clock);
    }
}
