using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Decides who sees listings; each with its own line in the audit trail and in its history.</summary>
/// <param name="Schools">Members of the network, for <see cref="Sharing.NamedSchools"/>.</param>
/// <param name="Families">Files those first that are filed nowhere.</param>
/// <param name="Kept">What is left out of every copy; null: as it was.</param>
/// <param name="KeepsPublic">What is public stays so when many are shared with the network at once.</param>
internal sealed record ShareListings(
    IReadOnlyCollection<ListingId> Ids, Sharing Sharing, IReadOnlyCollection<OrganisationId>? Schools = null,
    IReadOnlyCollection<ProfessionFamily>? Families = null, KeptBack? Kept = null, bool KeepsPublic = false);

/// <param name="Fields">Null: what the school keeps of all its listings.</param>
internal sealed record KeptBack(IReadOnlyList<FactField>? Fields, bool AddressIsSecret);

internal sealed record ShareAnswer(int Changed, IReadOnlyList<(string Name, Refusal Why)> Refused, Refusal? Refusal);

internal sealed class ShareListingsHandler(AppDbContext db, ListingReach reach, Access access, INetworkDirectory networks, TimeProvider clock)
{
    public const int MostAtOnce = 2000;

    public static readonly Refusal NotThere = new("listing.not-there", "This listing is not there.");

    public static readonly Refusal NoneChosen = new("listing.none-chosen", "Choose at least one listing.");

    public static readonly Refusal TooMany = new("listing.too-many", "These are more than {0} listings. Narrow the search, or take them in turns.", null, MostAtOnce);

    public static readonly Refusal NoNetwork = new("listing.no-network", "Your school belongs to no network yet, so there is nobody to share with.");

    public static readonly Refusal NoSchool = new("listing.no-school", "Choose at least one school that gets a copy.", "Schools");

    public async Task<ShareAnswer> HandleAsync(ShareListings command, Actor actor, CancellationToken ct)
    {
        if (command.Ids.Count is 0 or > MostAtOnce)
        {
            return No(command.Ids.Count == 0 ? NoneChosen : TooMany);
        }

        if (command.Sharing != Sharing.OwnSchool && actor.Network is null)
        {
            return No(NoNetwork);
        }

        var receivers = await ReceiversAsync(command, actor, ct);
        if (command.Sharing == Sharing.NamedSchools && receivers.Count == 0)
        {
            return No(NoSchool);
        }

        var listings = await db.Set<Listing>().Where(l => command.Ids.Contains(l.Id) && l.RemovedAt == null).ToListAsync(ct);
        if (listings.Count == 0 || listings.Exists(l => !access.Allows(actor, DirectoryPermissions.ShareListings, new AccessObject(l.OrganisationId))))
        {
            return No(NotThere);
        }

        var (changed, refused) = Apply(listings, command, receivers, actor);
        await (command.Sharing == Sharing.NamedSchools ? reach.LendAsync(changed, receivers, actor, ct) : reach.FollowAsync(changed, actor, ct));
        return await db.TrySaveAsync(ct) is { } clash ? No(clash) : new(changed.Count, refused, null);
    }

    /// <summary>Schools that may be chosen by name: the others of the network.</summary>
    public async Task<IReadOnlyList<OrganisationCard>> OthersAsync(Actor actor, CancellationToken ct) => actor.Network is { } network
        ? [.. (await networks.MembersAsync(network, ct)).Where(m => m.Kind == OrganisationKind.School && m.Id != actor.Organisation)]
        : [];

    private async Task<IReadOnlyList<OrganisationCard>> ReceiversAsync(ShareListings command, Actor actor, CancellationToken ct) =>
        command.Sharing != Sharing.NamedSchools || command.Schools is null
            ? []
            : [.. (await OthersAsync(actor, ct)).Where(m => command.Schools.Contains(m.Id))];

    private (List<Listing> Changed, List<(string Name, Refusal Why)> Refused) Apply(List<Listing> listings, ShareListings command, IReadOnlyList<OrganisationCard> receivers, Actor actor)
    {
        var changed = new List<Listing>();
        var refused = new List<(string Name, Refusal Why)>();
        var batch = Batch.New(clock);
        var names = receivers.Count == 0 ? null : string.Join(", ", receivers.Select(r => r.Name));
        foreach (var listing in listings)
        {
            var isNew = listing.Sharing != command.Sharing || command.Sharing == Sharing.NamedSchools;
            if ((!isNew && command.Kept is null) || (command.KeepsPublic && command.Sharing == Sharing.Network && listing.Sharing == Sharing.PublicFeed))
            {
                continue;
            }

            if (Decide(listing, command, isNew, actor, batch) is { } refusal)
            {
                db.Entry(listing).State = EntityState.Detached;
                refused.Add((listing.Name, refusal));
                continue;
            }

            changed.Add(listing);
            var act = !isNew ? ListingAct.KeptBack : ActOf(command.Sharing);
            db.Add(ListingChange.OfSharing(listing, act, names, batch, actor, clock));
            db.Record(NameOf(act), listing.Id.Value);
        }

        return (changed, refused);
    }

    private static ListingAct ActOf(Sharing sharing) => sharing switch
    {
        Sharing.Network => ListingAct.Shared,
        Sharing.PublicFeed => ListingAct.MadePublic,
        Sharing.NamedSchools => ListingAct.Lent,
        _ => ListingAct.Unshared,
    };

    private static string NameOf(ListingAct act) => act switch
    {
        ListingAct.Shared => "listing.shared",
        ListingAct.MadePublic => "listing.made-public",
        ListingAct.Lent => "listing.lent",
        ListingAct.KeptBack => "listing.kept-back",
        _ => "listing.unshared",
    };

    private Refusal? Decide(Listing listing, ShareListings command, bool isNew, Actor actor, Guid batch)
    {
        var before = listing.State();
        var isFiled = !listing.Filed && command.Families is { Count: > 0 } families && listing.File(families, actor, clock) is null;
        var refusal = !isNew ? null : command.Sharing switch
        {
            Sharing.Network => listing.Share(actor, clock),
            Sharing.PublicFeed => listing.MakePublic(actor, clock),
            Sharing.NamedSchools => listing.Lend(actor, clock),
            _ => listing.StopSharing(actor, clock),
        };
        refusal ??= command.Kept is { } kept ? listing.KeepBack(kept.Fields, kept.AddressIsSecret, actor, clock) : null;
        if (refusal is null && isFiled)
        {
            db.Add(ListingChange.Of(listing, ListingAct.Filed, before, batch, actor, clock));
        }

        return refusal;
    }

    private static ShareAnswer No(Refusal refusal) => new(0, [], refusal);
}
