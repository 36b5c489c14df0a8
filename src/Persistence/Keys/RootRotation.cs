using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>Wraps every stored key by the current version of the root key (K3). Killed at any point it does no harm and runs again.</summary>
public static class RootRotation
{
    /// <param name="maintenance">A context with the filters lifted.</param>
    /// <returns>So many keys were wrapped anew. Zero: none hangs on an older version.</returns>
    public static async Task<int> RewrapAsync(AppDbContext maintenance, RootKeys roots, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(maintenance);
        ArgumentNullException.ThrowIfNull(roots);
        var current = roots.Current.Version;
        var done = 0;
        foreach (var row in await maintenance.Set<KeyRow>().Where(k => k.RootVersion != current).OrderBy(k => k.Id).ToListAsync(ct))
        {
            // One by one: each holds by itself, and both versions open meanwhile.
            ct.ThrowIfCancellationRequested();
            row.Rewrap(roots);
            maintenance.Record("key.rewrapped", row.Id);
            await maintenance.SaveChangesAsync(ct);
            done++;
        }

        return done;
    }
}
