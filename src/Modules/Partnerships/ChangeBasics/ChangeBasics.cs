using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Partnerships;

/// <summary>Name, purpose, driver, review and horizon. The horizon moves later only when every side has said so.</summary>
internal sealed class ChangeBasicsHandler(AppDbContext db, PartnershipDoor door, TimeProvider clock)
{
    public static readonly Refusal RenewInstead = new("partnership.renew", "A horizon that was set moves to a later day only when every side agrees: use “Renew”.", "HorizonOn");

    public async Task<Refusal?> HandleAsync(PartnershipId id, PartnershipBasics basics, int version, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view)
        {
            return PartnershipDoor.Gone;
        }

        var p = view.Partnership;
        var refusal = p.Version != version ? Refusal.ChangedMeanwhile
            : StageMap.IsAtWork(p.Stage) && p.HorizonOn is { } set && !(basics.HorizonOn <= set) ? RenewInstead
            : p.Change(basics);
        return refusal ?? await db.TrySaveAsync("partnership.changed", id.Value, ct);
    }

    public async Task<Refusal?> RenewAsync(PartnershipId id, DateOnly? to, int version, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { Own: { } own } view)
        {
            return PartnershipDoor.Gone;
        }

        var p = view.Partnership;
        if (p.Version != version)
        {
            return Refusal.ChangedMeanwhile;
        }

        var before = p.HorizonOn;
        var today = clock.Today(actor.Zone);
        if (p.Renew(to, new(own.Number, actor.Name, today), view.Parties.Count, today) is { } refusal)
        {
            return refusal;
        }

        if (p.HorizonOn != before)
        {
            db.Add(PartnershipChange.Note(p, ChangeOf.Horizon, $"{before:yyyy-MM-dd}", $"{p.HorizonOn:yyyy-MM-dd}", null, actor.Name, clock));
        }

        return await db.TrySaveAsync("partnership.renewal-agreed", id.Value, ct);
    }
}
