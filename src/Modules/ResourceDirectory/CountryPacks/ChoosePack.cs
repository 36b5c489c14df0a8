using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Code">Empty: neutral titles; "network": as the network, for a school only.</param>
/// <param name="ForNetwork">True: for all schools that have not chosen for themselves.</param>
internal sealed record ChoosePack(string? Code, bool ForNetwork);

internal sealed class ChoosePackHandler(AppDbContext db, Access access)
{
    public const string AsNetwork = "network";

    public static readonly Refusal Unknown = new("pack.unknown", "Choose one of the countries.", "Code");

    public async Task<Refusal?> HandleAsync(ChoosePack command, Actor actor, CancellationToken ct)
    {
        var code = command.Code ?? "";
        if (code.Length > 0 && code != AsNetwork && CountryPacks.Find(code) is null)
        {
            return Unknown;
        }

        var refusal = command.ForNetwork ? await ForNetworkAsync(code, actor, ct) : await ForSchoolAsync(code, actor, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }

    private async Task<Refusal?> ForSchoolAsync(string code, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } school || !access.Allows(actor, DirectoryPermissions.ChoosePack, new AccessObject(school)))
        {
            return ShareListingsHandler.NotThere;
        }

        var choice = await db.Set<SchoolPack>().FirstOrDefaultAsync(p => p.OrganisationId == school, ct);
        if (code == AsNetwork)
        {
            db.RemoveRange(choice is null ? [] : [choice]);
        }
        else
        {
            if (choice is null)
            {
                db.Add(choice = new SchoolPack(school));
            }

            choice.Choose(code);
        }

        db.Record("pack.chosen", school.Value);
        return null;
    }

    private async Task<Refusal?> ForNetworkAsync(string code, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !access.Allows(actor, DirectoryPermissions.ChooseNetworkPack, new AccessObject(Network: network)))
        {
            return ShareListingsHandler.NotThere;
        }

        if (code == AsNetwork)
        {
            return Unknown;
        }

        var choice = await db.Set<NetworkPack>().FirstOrDefaultAsync(p => p.NetworkId == network, ct);
        if (choice is null)
        {
            db.Add(choice = new NetworkPack(network));
        }

        choice.Choose(code);
        db.Record("network-pack.chosen", network.Value);
        return null;
    }
}
