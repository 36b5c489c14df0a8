using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Version">As shown when the boxes were ticked; null: the school had not decided anything.</param>
internal sealed record LinkConcerns(IReadOnlyCollection<ConcernRole> Links, int? Version);

internal sealed class LinkConcernsHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(LinkConcerns command, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } school || !access.Allows(actor, DirectoryPermissions.EditConcernRoles, new AccessObject(school)))
        {
            return ShareListingsHandler.NotThere;
        }

        var roles = await db.Set<ConcernRoles>().FirstOrDefaultAsync(c => c.OrganisationId == school, ct);
        if (roles?.Version != command.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        if (roles is null)
        {
            db.Add(roles = new ConcernRoles(school));
        }

        roles.Link(command.Links, actor, clock);
        db.Record("concern-roles.linked", school.Value);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            // Two people began at once where nothing stood yet, or one was faster.
            return Refusal.ChangedMeanwhile;
        }
    }
}
