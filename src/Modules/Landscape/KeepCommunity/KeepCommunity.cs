using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

internal sealed class KeepCommunityHandler(LandscapeDoor door)
{
    public async Task<InformalMechanism?> FindAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var key = new LandscapeRowId(id);
        var found = await door.Db.Set<InformalMechanism>().FirstOrDefaultAsync(m => m.Id == key && m.NetworkId == door.Db.ScopedNetworkId, ct);
        return found is not null && door.MayWrite(actor, found.School) ? found : null;
    }

    public async Task<Refusal?> HandleAsync(Guid? id, MechanismForm form, Actor actor, CancellationToken ct)
    {
        var known = id is { } one ? await FindAsync(one, actor, ct) : null;
        if (actor.Network is not { } network || !door.May(actor, LandscapePermissions.Note) || (id is not null && known is null))
        {
            return LandscapeDoor.Gone;
        }

        if (known is not null && known.Version != form.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        var (kept, refusal) = known is null ? InformalMechanism.Enter(network, form, actor, door.Clock) : (known, known.Change(form, door.Today(actor)));
        if (refusal is not null)
        {
            return refusal;
        }

        if (known is null)
        {
            door.Db.Add(kept!);
        }

        return await door.SaveAsync("mechanism.kept", kept!.Id.Value, ct);
    }
}
