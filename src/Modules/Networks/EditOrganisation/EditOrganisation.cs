using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

internal sealed record EditOrganisation(OrganisationId Id, OrganisationDetails Details, byte[]? Logo, int Version);

internal sealed class EditOrganisationHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(EditOrganisation command, Actor actor, CancellationToken ct)
    {
        if (!access.Allows(actor, NetworksPermissions.EditOrganisation, new(Organisation: command.Id)))
        {
            return NetworkPage.Gone;
        }

        var organisation = await db.Set<Organisation>().FirstAsync(o => o.Id == command.Id, ct);
        if (organisation.Version != command.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        if (organisation.Describe(command.Details) is { } refusal)
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
            organisation.Wear(picture);
        }

        db.Record("organisation.edited", command.Id.Value);
        return await db.TrySaveAsync(ct);
    }
}
