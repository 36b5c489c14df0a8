using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Partnerships;

/// <param name="Own">The reader's own side; null: a coordinator, who sees the register's part of it and no sheet.</param>
internal sealed record PartnershipView(Partnership Partnership, IReadOnlyList<Party> Parties, IReadOnlyList<PartyOwner> Owners, Party? Own)
{
    public bool IsInside => Own is not null;

    /// <summary>What the latest plan says of each side's internet and languages.</summary>
    public IReadOnlyList<SideProfile> Profiles { get; init; } = [];

    public SideProfile ProfileOf(Party party) => Profiles.FirstOrDefault(p => p.Side == party.Number) ?? new(party.Number, "", []);

    public IEnumerable<PartyOwner> OwnersOf(Party party) => Owners.Where(o => o.PartyId == party.Id && o.Until is null);

    /// <summary>Fewest departures that leave a school without an owner.</summary>
    public int BusCount => Parties.Where(p => p.IsSchool).Select(p => OwnersOf(p).Count()).DefaultIfEmpty(0).Min();

    public Party? PartyOf(int number) => Parties.FirstOrDefault(p => p.Number == number);
}

/// <summary>
/// The only way to partnerships: those of the actor's organisation (a teacher's: those the teacher owns), and for a
/// coordinator all of the network, without what the parties write to each other.
/// </summary>
internal sealed class PartnershipDoor(AppDbContext db, Access access)
{
    /// <summary>Missing and foreign alike; never shown as words.</summary>
    public static readonly Refusal Gone = new("not-there", "This is not there.");

    public bool May(Actor actor, string permission) =>
        actor.Network is { } network && network == db.Scope.Network && access.Allows(actor, permission, new AccessObject(Network: network, Person: actor.Person));

    /// <summary>Those the actor takes part in.</summary>
    public IQueryable<Partnership> Inside(Actor actor)
    {
        var all = db.Set<Partnership>().Where(p => p.NetworkId == db.ScopedNetworkId);
        if (!May(actor, PartnershipsPermissions.Work) || actor.Organisation is not { } own)
        {
            return all.Where(p => false);
        }

        return actor.Role == Role.Teacher
            ? all.Where(p => db.Set<Party>().Any(s => s.PartnershipId == p.Id && s.Member == own
                && db.Set<PartyOwner>().Any(o => o.PartyId == s.Id && o.PersonId == actor.Person && o.Until == null)))
            : all.Where(p => db.Set<Party>().Any(s => s.PartnershipId == p.Id && s.Member == own));
    }

    /// <summary>Those whose line in the register the actor sees.</summary>
    public IQueryable<Partnership> Seen(Actor actor) =>
        actor.Role == Role.NetworkCoordinator && May(actor, PartnershipsPermissions.See) ? db.Set<Partnership>().Where(p => p.NetworkId == db.ScopedNetworkId) : Inside(actor);

    public async Task<PartnershipView?> SeeAsync(PartnershipId id, Actor actor, CancellationToken ct)
    {
        if (await Seen(actor).FirstOrDefaultAsync(p => p.Id == id, ct) is not { } partnership)
        {
            return null;
        }

        var view = await ViewAsync(partnership, ct);
        return actor.Role == Role.NetworkCoordinator ? view : view with { Own = view.Parties.First(p => p.Member == actor.Organisation) };
    }

    /// <summary>Null: not there, not for this actor, or seen from outside only.</summary>
    public async Task<PartnershipView?> EnterAsync(PartnershipId id, Actor actor, CancellationToken ct) =>
        await SeeAsync(id, actor, ct) is { IsInside: true } view ? view : null;

    /// <summary>For a party that showed the secret of its link; the scope is narrowed to its network.</summary>
    public async Task<PartnershipView?> EnterByLinkAsync(NetworkId network, PartyId party, string secret, CancellationToken ct)
    {
        db.Scope.Narrow(default, network);
        var own = await db.Set<Party>().FirstOrDefaultAsync(p => p.Id == party && p.NetworkId == network, ct);
        if (own?.Knows(secret) != true)
        {
            return null;
        }

        var view = await ViewAsync(await db.Set<Partnership>().FirstAsync(p => p.Id == own.PartnershipId, ct), ct);
        return view.Partnership.IsOver ? null : view with { Own = view.Parties.First(p => p.Id == party) };
    }

    public async Task<PartnershipView> ViewAsync(Partnership partnership, CancellationToken ct)
    {
        var parties = await db.Set<Party>().Where(p => p.PartnershipId == partnership.Id).OrderBy(p => p.Number).ToListAsync(ct);
        var owners = await db.Set<PartyOwner>().Where(o => o.PartnershipId == partnership.Id).OrderBy(o => o.Since).ThenBy(o => o.Id).ToListAsync(ct);
        return new(partnership, parties, owners, null) { Profiles = await ProfilesAsync(partnership.Id, parties, ct) };
    }

    private async Task<IReadOnlyList<SideProfile>> ProfilesAsync(PartnershipId id, IReadOnlyList<Party> parties, CancellationToken ct)
    {
        var latest = db.Set<Plan>().Where(p => p.PartnershipId == id).OrderByDescending(p => p.SchoolYear).Select(p => p.Id).Take(1);
        var parts = await db.Set<PlanPart>().AsNoTracking().Where(p => latest.Contains(p.PlanId) && (p.Kind == PlanPartKind.Internet || p.Kind == PlanPartKind.Languages)).ToListAsync(ct);
        IReadOnlyList<PlanRow> Of(PlanPartKind kind) => parts.Find(p => p.Kind == kind)?.Rows ?? [];
        return SideProfile.Of(parties, Of(PlanPartKind.Internet), Of(PlanPartKind.Languages));
    }
}

/// <summary>What the pages of this room share.</summary>
internal abstract class PartnershipPage : CausewayPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public PartnershipView View { get; protected set; } = null!;

    public string Here => $"/partnerships/{Id}";

    public DateOnly Today => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today(Actor.Zone);

    /// <summary>May begin partnerships for an organisation of the network.</summary>
    protected bool MayHere(string permission) => Actor.Network is { } network && May(permission, new AccessObject(Network: network, Person: Actor.Person));

    /// <summary>Done, or the refusal at its field on the page as <paramref name="load"/> fills it.</summary>
    protected async Task<IActionResult> AnswerAsync(Refusal? refusal, Func<Task<bool>> load, string url, string message, params object[] values)
    {
        if (refusal is null)
        {
            return Done(url, message, values);
        }

        return refusal.Code == PartnershipDoor.Gone.Code || !await load() ? NotThere() : Refuse(refusal);
    }
}
