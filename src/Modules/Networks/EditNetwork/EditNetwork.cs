using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

internal sealed record EditNetwork(
    NetworkIdentity Identity, string? EmergencyNumbers, string? DutyToReport, DateOnly? CheckedOn, byte[]? Logo, int Version);

/// <summary>Changes name, face, switches and emergency card. The old name stays with what was closed under it.</summary>
internal sealed class EditNetworkHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(EditNetwork command, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } id || !access.Allows(actor, NetworksPermissions.EditNetwork, new(Network: id)))
        {
            return NetworkPage.Gone;
        }

        var network = await db.Set<Network>().FirstAsync(n => n.Id == id, ct);
        if (network.Version != command.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        var refusal = network.Identify(command.Identity, clock.GetUtcNow())
            ?? network.TellEmergency(command.EmergencyNumbers, command.DutyToReport, command.CheckedOn, clock.Today(actor.Zone));
        if (refusal is not null)
        {
            return refusal;
        }

        if (command.Logo is { Length: > 0 } bytes)
        {
            var (picture, unreadable) = Picture.Take(bytes, clock);
            if (picture is null)
            {
                return unreadable;
            }

            db.Add(picture);
            network.Wear(picture);
        }

        db.Record("network.edited", id.Value, chain: id.Value);
        return await db.TrySaveAsync(ct);
    }
}
