using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Holder">Who keeps the tie today; null: nobody.</param>
internal sealed record LiaisonCard(
    AuthorityLiaison Liaison, string School, PostCard? Holder, IReadOnlyList<LiaisonOfficer> InOffice, IReadOnlyList<LiaisonOfficer> Former);

/// <summary>Reads one record of the register with everything that stands around it.</summary>
internal sealed class LiaisonFile(AppDbContext db, INetworkDirectory networks, TimeProvider clock)
{
    public async Task<LiaisonCard?> FindAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var liaisonId = new LiaisonId(id);
        if (actor.Network is not { } network
            || await db.Set<AuthorityLiaison>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == liaisonId && l.NetworkId == network, ct) is not { } liaison)
        {
            return null;
        }

        var today = clock.Today(actor.Zone);
        var officers = await db.Set<LiaisonOfficer>().AsNoTracking().Where(o => o.LiaisonId == liaisonId && o.NetworkId == network)
            .OrderByDescending(o => o.From).ThenBy(o => o.Id).ToListAsync(ct);
        var school = (await networks.MembersAsync(network, ct)).FirstOrDefault(m => m.Id == liaison.School)?.Name ?? "";
        var holder = ListLiaisonsModel.HolderOf(liaison, await networks.PostsInAsync(network, ct));
        return new LiaisonCard(liaison, school, holder, [.. officers.Where(o => o.IsInOffice(today))], [.. officers.Where(o => !o.IsInOffice(today))]);
    }
}
